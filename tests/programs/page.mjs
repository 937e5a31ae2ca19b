// SPDX-License-Identifier: Apache-2.0
// Opens the page in Chromium: what it says without its script, what the script adds, and that nothing in a report runs.
// usage: node page.mjs PROGRAM
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { check, finish, folder, gouji, program, root, skip } from './support.mjs';

const browser_path = '/usr/bin/chromium';
if (!existsSync(browser_path)) skip('Chromium is not installed');
const slack = Number(process.env.GOUJI_SLACK ?? 4); // of limits of time: tests run beside builds; 1 on a quiet machine
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
check('with originals, and with buttons only where they do something', await plain.locator('.original mark').count() > 20 && await plain.locator('.tables td').count() > 500 && await plain.locator('button').count() === 0);
check('the filter is not', !(await plain.locator('.filter').isVisible()));
const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map((one) => one[1]));
const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map((one) => one[1]);
check('every link leads somewhere', targets.length > 50 && targets.every((one) => ids.has(one)), targets.filter((one) => !ids.has(one)));
check('no id twice', ids.size === [...html.matchAll(/ id="([^"]*)"/g)].length);

const page = await open(page_file);
check('a script in a report does not run', await page.title() === title, await page.title());
const body = await page.locator('main').textContent();
check('it is shown as text', body.includes('<img src=x onerror=document.title=1>.txt') && body.includes('<script>document.title=1</script>李四'));
check('there is one script and one style', await page.locator('script').count() === 1 && await page.locator('style').count() === 1);
check('no image was made', await page.locator('img').count() === 0);

// Finding and cell lead to each other; the whole table and the original are folded until they are asked for.
const first = page.locator('.finding', { has: page.locator('.seen table') }).first();
check('originals and whole tables are folded', await page.locator('.original[open], .tables[open]').count() === 0 && await page.locator('.original').count() > 5);
const to_cell = first.locator('.seen a[href*="-c"]').first();
const cell = page.locator(await to_cell.getAttribute('href'));
await to_cell.click();
check('a finding leads to its cell', await cell.evaluate((one) => one === document.activeElement && one.tagName === 'TD' && one.closest('details').open));
await cell.locator('sup a').first().click();
check('the cell leads back', await first.evaluate((one) => one === document.activeElement && location.hash === `#${one.id}`));
const to_mark = first.locator('a[href*="-x"]').first();
const mark = page.locator(await to_mark.getAttribute('href'));
check('the original has the figure of the cell', (await cell.textContent()).startsWith(await mark.textContent()), [await mark.textContent(), await cell.textContent()]);
check('the likely cell is marked, and what it should be is told', await page.locator('.seen td.suspect').count() > 0 && (await page.locator('.seen td.suspect').first().textContent()).includes('应为'));
check('sums are written out', (await page.locator('.finding .sum li').first().textContent()).includes(' = '));
check('a decision stands beside its finding', (await page.locator('.finding').first().textContent()).includes('李四'));
check('what is missing for undecided checks is told in one line', (await page.locator('main > details.open li').allTextContents()).filter((text) => text.includes('没有一并给出')).length === 1);
check('what was not read is told', (await page.locator('main').textContent()).includes('no-such-file.txt'));

// A table is as its form prints it: names in full, groups over and beside what they hold, the sum beside it.
const head = page.locator('#f1 .seen table').first();
check('names as printed, in groups', await head.locator('th[scope=rowgroup]').allTextContents().then((all) => all.includes('三、本年度办理结果') && all.includes('（三）不予公开')) && await head.locator('th[scope=colgroup]').first().textContent() === '法人或其他组织');
const beside = await page.locator('#f1 .finding').first().evaluate((one) => [one.querySelector('.told'), one.querySelector('.seen')].map((part) => part.getBoundingClientRect()).map(({ top, left, right }) => ({ top, left, right })));
check('the sum stands beside the table', Math.abs(beside[0].top - beside[1].top) < 30 && beside[1].left >= beside[0].right, beside);

// The filter: what it hides is gone, with its headings, and the number is told.
const visible = () => page.locator('.finding:visible').count();
const told = () => page.locator('.filter output').textContent();
const all = await visible();
await page.fill('[name=words]', '收支不平');
const some = await visible();
check('words filter', some > 0 && some < all && (await page.locator('.finding:visible').allTextContents()).every((text) => text.includes('收支不平')), [some, all]);
check('and the number is told', (await told()).startsWith(`显示 ${some} / ${all} 处问题`), await told());
check('no report is left empty', await page.locator('.report:visible').evaluateAll((found) => found.every((one) => one.querySelector('.finding:not([hidden])'))) && await page.locator('h2:visible').count() === await page.locator('.report:visible').count());
check('the overview has as many', await page.locator('.overview .total td').first().textContent() === String(some) && await page.locator('.overview tbody tr:visible').count() === await page.locator('.report:visible').count());
await page.keyboard.press('Escape');
await page.keyboard.press('n');
check('Escape leaves the field, and what is asked stays', await visible() === some && await page.locator('.finding:visible').first().evaluate((one) => one === document.activeElement));
await page.fill('[name=words]', '');
await page.uncheck('input[value=error]');
check('severities filter', await visible() < all && (await page.locator('.finding:visible').evaluateAll((found) => found.every((one) => one.dataset.severity !== 'error'))));
await page.evaluate(() => { location.hash = ''; });
await page.keyboard.press('n');
check('n works from a box that was ticked', await page.locator('.finding:visible').first().evaluate((one) => one === document.activeElement));
await page.check('input[value=error]');
check('all are back', await visible() === all && (await told()).startsWith(`显示 ${all} / ${all} `));
const rule = await page.locator('[name=rule] option').nth(1).getAttribute('value');
await page.selectOption('[name=rule]', rule);
check('a rule filters', await visible() > 0 && await visible() < all && await page.locator('.finding:visible').evaluateAll((found, wanted) => found.every((one) => one.dataset.rule === wanted), rule));
await page.selectOption('[name=rule]', '');
await page.fill('[name=organ]', '林业局');
check('an organ filters', await page.locator('.report:visible').count() > 0 && (await page.locator('.report:visible h2').allTextContents()).every((text) => text.includes('林业局')));
await page.fill('[name=organ]', '没有这个机关');
check('and may leave nothing', await visible() === 0 && await page.locator('h2:visible, .overview:visible, main > .reports:visible').count() === 0 && (await told()).startsWith('显示 0 / '));
await page.fill('[name=organ]', '');
await page.keyboard.press('Escape');
await page.evaluate(() => { document.activeElement.blur(); location.hash = ''; });
await page.keyboard.press('n');
await page.keyboard.press('n');
check('n goes to the next finding', await page.locator('.finding').nth(1).evaluate((one) => location.hash === `#${one.id}`));
await page.keyboard.press('p');
check('p goes back', await page.locator('.finding').first().evaluate((one) => location.hash === `#${one.id}`));

// The overview: numbers with their severities in words; sorted by mouse and by key.
const overview = page.locator('.overview');
check('a cell tells its severity in words', (await overview.locator('td.error').first().textContent()).trim().endsWith('错误') && await overview.locator('td.error a').first().evaluate((one) => document.querySelector(one.getAttribute('href')).dataset.rule === document.querySelectorAll('.overview thead .rule')[one.closest('td').cellIndex - 3].dataset.rule));
const column = async (number) => overview.locator('tbody tr').evaluateAll((rows, at) => rows.map((row) => row.cells[at].textContent), number);
const by_number = overview.locator('thead th').nth(2);
await by_number.locator('button').click();
const counts = (await column(2)).map(Number);
check('a click sorts, the most first', await by_number.getAttribute('aria-sort') === 'descending' && counts.length > 3 && counts.every((one, i) => i === 0 || one <= counts[i - 1]), counts);
await by_number.locator('button').press('Enter');
check('a key turns it round', await by_number.getAttribute('aria-sort') === 'ascending' && (await column(2)).join() === [...counts].reverse().sort((a, b) => a - b).join());
await overview.locator('thead th').nth(1).locator('button').press(' ');
const years = await column(1);
check('words sort too, one column at a time', years.join() === [...years].sort().join() && await overview.locator('[aria-sort]').count() === 1);

// On a narrow window, and on paper.
const fits = (one) => one.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
const narrow = await open(page_file, { viewport: { width: 400, height: 800 } });
await narrow.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
check('nothing is cut at 400 px', await fits(narrow), await narrow.evaluate(() => document.documentElement.scrollWidth));
check('what is wider scrolls by itself, and can be reached by key', await narrow.locator('.scroll').evaluateAll((found) => found.some((one) => one.scrollWidth > one.clientWidth) && found.every((one) => one.tabIndex === 0)));
const printed = await open(page_file);
await printed.emulateMedia({ media: 'print' });
await printed.evaluate(() => dispatchEvent(new Event('beforeprint')));
check('print has the findings with their tables', await printed.locator('.finding:visible').count() === all && await printed.locator('.seen table:visible').count() > 5 && await printed.locator('.sum:visible').count() > 3);
check('and no original, no whole table, no filter', await printed.locator('.original:visible, .tables:visible, .filter:visible, pre:visible').count() === 0);

// Many reports: the page opens and filters at once.
const many = join(folder, 'many');
const made = spawnSync(join(dirname(program), 'tests/gouji-corpus'), [many, '500', '--plain', '--faulty', '10']);
if (made.status === 0) {
  const many_file = join(folder, 'many.html');
  gouji('check', '--quiet', '--format', 'html', '-o', many_file, many);
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  const seen = await context.newPage();
  const begun = Date.now();
  await seen.goto(pathToFileURL(many_file).href);
  await seen.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  const opened = Date.now() - begun;
  const took = await seen.evaluate(() => {
    const field = document.querySelector('[name=words]');
    return ['3', '县', ''].map((text) => {
      const from = performance.now();
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      document.body.getBoundingClientRect();
      return performance.now() - from;
    });
  });
  check('500 reports open in a second', opened < 1000 * slack, opened);
  check('and filter in a tenth', took.every((one) => one < 100 * slack), took);
  check('a report without findings is a line', await seen.locator('.report').count() < 100 && await seen.locator('#clean li').count() > 400);
  console.log(`500 reports: opened in ${opened} ms, filtered in ${Math.round(Math.max(...took))} ms`);
} else check('reports were made', false, String(made.error ?? made.stderr));

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
