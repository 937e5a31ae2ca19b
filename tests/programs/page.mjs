// SPDX-License-Identifier: Apache-2.0
// Opens the page in Chromium: what it says without its script, what the script adds, and that nothing in a report runs.
// usage: node page.mjs PROGRAM
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { check, finish, folder, gouji, root, skip } from './support.mjs';

const browser_path = '/usr/bin/chromium';
if (!existsSync(browser_path)) skip('Chromium is not installed');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// A report whose organ, file name and prose want to be more than text.
const hostile = join(folder, '<img src=x onerror=document.title=1>.txt');
const sample = readFileSync(join(root, 'examples/sums-2023.txt'), 'utf8');
writeFileSync(hostile, sample.replaceAll('云岭市林业局', '<script>document.title=1</script>').replace('一、', '<script>document.title=1</script><style>*{display:none}</style>\n一、'));
const decisions = join(folder, 'decisions.yaml');
gouji('decide', '--decisions', decisions, 'examples/sums-2023.txt');
writeFileSync(decisions, readFileSync(decisions, 'utf8').replace('责任人:', '责任人: "<script>document.title=1</script>李四"'));
const page_file = join(folder, 'page.html');
gouji('check', '--format', 'html', '--decisions', decisions, '-o', page_file, 'examples/sums-2023.txt', 'examples/structure-2023.txt', 'examples/page-2022.html', 'examples/tracked-2021.docx', 'examples/narrative-2024.txt', 'examples/own-table-2017.txt', hostile, 'no-such-file.txt');
const html = readFileSync(page_file, 'utf8');

const browser = await chromium.launch({ executablePath: browser_path, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const errors = [];
const asked = [];

async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('request', (request) => { if (!request.url().startsWith('file:')) asked.push(request.url()); });
  await page.goto(pathToFileURL(file).href);
  return page;
}

const title = '勾稽核对结果';
// Without the script: everything is there, and links lead to what is there.
const plain = await open(page_file, { javaScriptEnabled: false });
check('the page is there without its script', await plain.locator('.finding').count() > 8, await plain.locator('.finding').count());
check('the filter is not', !(await plain.locator('.filter').isVisible()));
const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map((one) => one[1]));
const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map((one) => one[1]);
check('every link leads somewhere', targets.length > 50 && targets.every((one) => ids.has(one)), targets.filter((one) => !ids.has(one)));
check('no id twice', ids.size === [...html.matchAll(/ id="([^"]*)"/g)].length);

const page = await open(page_file);
check('a script in a report does not run', await page.title() === title, await page.title());
const body = await page.locator('main').innerText();
check('it is shown as text', body.includes('<img src=x onerror=document.title=1>.txt') && body.includes('<script>document.title=1</script>李四'));
check('there is one script and one style', await page.locator('script').count() === 1 && await page.locator('style').count() === 1);
check('no image was made', await page.locator('img').count() === 0);

// Finding and cell lead to each other.
const first = page.locator('.finding').first();
const to_cell = first.locator('a[href*="-c"]').first();
const cell = page.locator(await to_cell.getAttribute('href'));
await to_cell.click();
check('a finding leads to its cell', await cell.evaluate((one) => one === document.activeElement && one.tagName === 'TD'));
await cell.locator('sup a').first().click();
check('the cell leads back', await first.evaluate((one) => one === document.activeElement && location.hash === `#${one.id}`));
const to_mark = first.locator('a[href*="-x"]').first();
const mark = page.locator(await to_mark.getAttribute('href'));
check('the excerpt has the figure of the cell', (await mark.textContent()) === (await cell.textContent()).replace(/\D*\d$/, '').trim() || (await cell.textContent()).startsWith(await mark.textContent()), [await mark.textContent(), await cell.textContent()]);
check('the likely cell is marked', await page.locator('td.suspect').count() > 0);
check('sums are written out', (await page.locator('.finding .sum li').first().textContent()).includes(' = '));
check('a decision stands beside its finding', (await first.textContent()).includes('李四'), await first.textContent());
check('undecided verdicts have their reasons', (await page.locator('details td').allTextContents()).some((text) => text.includes('没有一并给出')));
check('what was not read is told', (await page.locator('main').textContent()).includes('no-such-file.txt'));

// The filter.
const visible = () => page.locator('.finding:visible').count();
const all = await visible();
await page.fill('input[type=search]', '收支不平');
const some = await visible();
check('words filter', some > 0 && some < all && (await page.locator('.finding:visible').allTextContents()).every((text) => text.includes('收支不平')), [some, all]);
check('and the number is told', (await page.locator('.filter output').textContent()).startsWith(`${some} /`));
await page.fill('input[type=search]', '');
await page.uncheck('input[value=error]');
check('severities filter', await visible() < all && (await page.locator('.finding:visible').evaluateAll((found) => found.every((one) => one.dataset.severity !== 'error'))));
await page.check('input[value=error]');
check('all are back', await visible() === all);
await page.evaluate(() => { document.activeElement.blur(); location.hash = ''; });
await page.keyboard.press('n');
await page.keyboard.press('n');
check('n goes to the next finding', await page.locator('.finding').nth(1).evaluate((one) => location.hash === `#${one.id}`));
await page.keyboard.press('p');
check('p goes back', await first.evaluate((one) => location.hash === `#${one.id}`));

// Readers that see little, or nothing; light and dark.
for (const colorScheme of ['light', 'dark']) {
  // The policy of the page lets nobody in: the examiner comes with leave of the driver.
  const seen = await open(page_file, { colorScheme, bypassCSP: true });
  await seen.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
  await seen.addScriptTag({ content: axe });
  const found = await seen.evaluate(() => axe.run());
  check(`accessible, ${colorScheme}`, found.violations.length === 0, found.violations.map((one) => [one.id, one.nodes.length, one.nodes[0].html.slice(0, 200)]));
}
check('no error, nothing asked of a network', errors.length === 0 && asked.length === 0, { errors, asked });

// The policy holds, even if a tag came through.
const broken = join(folder, 'broken.html');
writeFileSync(broken, html.replace('<main id="main">', '<main id="main"><script>document.title=1</script><img src="x" onerror="document.title=2">'));
const guarded = await open(broken);
await guarded.waitForTimeout(200);
check('the policy stops what is not the script of the page', await guarded.title() === title, await guarded.title());

// The working paper prints on A4, a paper a filing.
const paper_file = join(folder, 'paper.html');
gouji('check', '--format', 'paper', '-o', paper_file, 'examples/sums-2023.txt', 'examples/clean-2022.txt', hostile);
const paper = await open(paper_file);
check('a script does not run in a paper', await paper.title() === '审计工作底稿', await paper.title());
const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1');
const boxes = [...pdf.matchAll(/\/MediaBox \[([^\]]*)\]/g)].map((one) => one[1].split(' ').map(Number));
check('A4', boxes.length >= 3 && boxes.every(([, , width, height]) => Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2), boxes);
check('nothing is wider than the page', await paper.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
check('its fields', ['被审计单位名称', '审计事项', '期间', '过程记录', '结论或问题摘要及依据', '索引号', '编制人', '编制日期', '复核人', '复核日期'].every((name) => html && readFileSync(paper_file, 'utf8').includes(name)));
// Wherever pictures are asked for, to be looked at.
if (process.env.GOUJI_PICTURES) {
  await page.screenshot({ path: join(process.env.GOUJI_PICTURES, 'page.png'), fullPage: true });
  await (await open(page_file, { colorScheme: 'dark', viewport: { width: 420, height: 900 } })).screenshot({ path: join(process.env.GOUJI_PICTURES, 'dark.png') });
  await paper.screenshot({ path: join(process.env.GOUJI_PICTURES, 'paper.png'), fullPage: true });
  writeFileSync(join(process.env.GOUJI_PICTURES, 'paper.pdf'), await paper.pdf({ preferCSSPageSize: true }));
}
await browser.close();
finish();
