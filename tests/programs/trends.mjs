// SPDX-License-Identifier: Apache-2.0
// Opens the page of trends in Chromium: it is whole without any script, fits narrow screens, and shows names as text.
// usage: node trends.mjs PROGRAM
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { check, finish, folder, gouji, root, skip } from './support.mjs';

const browser_path = '/usr/bin/chromium';
if (!existsSync(browser_path)) skip('Chromium is not installed');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Four organs, four years, one report missing; names that want to be more than text.
const sample = readFileSync(join(root, 'examples/clean-2022.txt'), 'utf8');
const reports = join(folder, 'reports');
mkdirSync(reports);
['青禾县水利局', '青禾县民政局', '青禾县教育局', '白河县财政局'].forEach((organ, number) => {
  for (const year of [2021, 2022, 2023, 2024]) {
    if (number === 1 && year === 2023) continue;
    const received = String(130 + number * 20 + (year - 2020) * (number + 1) * 7);
    writeFileSync(join(reports, `${number}-${year}.txt`), sample.replaceAll('2022年', `${year}年`).replaceAll('青禾县水利局', organ).replaceAll('185', received));
  }
});
const hostile = '<script>document.title=1</script>局';
const organs = join(folder, 'organs.yaml');
writeFileSync(organs, `organs:\n  - { organ: "${hostile}", names: [ 白河县财政局 ] }\n  - { organ: "<img src=x onerror=document.title=1>" }\n`);
const store = join(folder, 'store.db');
gouji('check', '-q', '--store', store, reports);
const page_file = join(folder, 'trends.html');
gouji('trends', '--store', store, '--organs', organs, '--format', 'html', '-o', page_file);
const html = readFileSync(page_file, 'utf8');

const browser = await chromium.launch({ executablePath: browser_path, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const errors = [];
const asked = [];

async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('request', (request) => { if (!request.url().startsWith('file:')) asked.push(request.url()); });
  await page.goto(pathToFileURL(page_file).href);
  return page;
}

const page = await open();
check('a name does not run', await page.title() === '历年变化', await page.title());
const body = await page.locator('main').innerText();
check('it is shown as text', body.includes(hostile) && body.includes('<img src=x onerror=document.title=1>'));
check('there is no script and no image', await page.locator('script').count() === 0 && await page.locator('img').count() === 0);
const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map((one) => one[1]));
const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map((one) => one[1]);
check('every link leads somewhere', targets.length > 4 && targets.every((one) => ids.has(one)), targets);

// The first figure: its chart says what its table says.
const card = page.locator('.card').first();
const rows = await card.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].slice(1, 5).map((cell) => cell.innerText)));
const sums = [0, 1, 2, 3].map((year) => rows.reduce((sum, row) => sum + (row[year] === '–' ? 0 : Number(row[year])), 0));
check('four organs, one without a year', rows.length === 4 && rows.flat().filter((text) => text === '–').length === 1, rows);
check('the chart has the sums', (await card.locator('.value').allTextContents()).map(Number).join() === sums.join(), sums);
check('and how many organs they are of', (await card.locator('.note').allTextContents()).join() === '4 个机关,4 个机关,3 个机关,4 个机关');
check('a year with fewer organs has a hollow dot', await card.locator('.chart .dot.hollow').count() === 1);
const heights = await card.locator('.chart .dot').evaluateAll((all) => all.map((dot) => Number(dot.getAttribute('cy'))));
check('more is higher', sums.every((one, i) => sums.every((other, j) => one <= other || heights[i] < heights[j])), [sums, heights]);
check('the line of an organ is dashed over a gap', await card.locator('.spark .line.gap').count() === 1);
const boxes = await card.locator('.chart text').evaluateAll((all) => all.map((one) => { const box = one.getBoundingClientRect(); return [box.left, box.right, box.top, box.bottom]; }));
const meet = (a, b) => a[0] < b[1] && b[0] < a[1] && a[2] < b[3] - 3 && b[2] < a[3] - 3;
check('no text of the chart lies on another', boxes.every((one, i) => boxes.every((other, j) => i === j || !meet(one, other))), boxes);
check('findings repeat', await page.locator('#repeated tbody tr').count() > 3);
check('rules by year', await page.locator('#rules tbody tr').count() > 1);
check('the gap', (await page.locator('#gaps tbody').innerText()).includes('2023'));

for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { viewport: { width: 400, height: 900 } }, { javaScriptEnabled: false }]) {
  // The policy of the page lets nobody in: the examiner comes with leave of the driver.
  const seen = await open({ bypassCSP: true, ...options });
  if (options.javaScriptEnabled === false) {
    check('it is whole without scripts', await seen.locator('.chart').count() > 5);
    continue;
  }
  check('nothing is wider than the page', await seen.evaluate(() => document.documentElement.scrollWidth <= innerWidth), options);
  await seen.addScriptTag({ content: axe });
  const found = await seen.evaluate(() => axe.run());
  check('accessible', found.violations.length === 0, [options, found.violations.map((one) => [one.id, one.nodes.length, one.nodes[0].html.slice(0, 200)])]);
}
check('no error, nothing asked of a network', errors.length === 0 && asked.length === 0, { errors, asked });
// Wherever pictures are asked for, to be looked at.
if (process.env.GOUJI_PICTURES) {
  await page.screenshot({ path: join(process.env.GOUJI_PICTURES, 'trends.png'), fullPage: true });
  await (await open({ colorScheme: 'dark', viewport: { width: 400, height: 1400 } })).screenshot({ path: join(process.env.GOUJI_PICTURES, 'trends-narrow.png') });
}
await browser.close();
finish();
