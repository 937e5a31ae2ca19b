// SPDX-License-Identifier: Apache-2.0
// Opens the workbook with LibreOffice and reads back what it shows: the same list of findings as the CSV, and texts alone. Prints
// it, fills it in, and takes what was typed back.
// usage: node xlsx.mjs PROGRAM
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { print_list } from './printed_list.mjs';
import { round_trip } from './round_trip.mjs';
import { check, finish, folder, gouji, skip } from './support.mjs';

if (spawnSync('soffice', ['--version']).status !== 0) skip('LibreOffice is not installed');

/** Rows and fields of a CSV text, by RFC 4180. */
function rows_of(text) {
  const rows = [[]];
  let quoted = false;
  let field = '';
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
  for (let i = 0; i < clean.length; ++i) {
    if (quoted && clean[i] === '"' && clean[i + 1] === '"') field += clean[++i];
    else if (clean[i] === '"') quoted = !quoted;
    else if (!quoted && (clean[i] === ',' || clean[i] === '\n')) {
      rows.at(-1).push(field);
      field = '';
      if (clean[i] === '\n') rows.push([]);
    } else field += clean[i];
  }
  rows.pop();
  return rows;
}

/** Each sheet as LibreOffice shows it. */
function sheets_of(name) {
  const ran = spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1', '--outdir', folder, join(folder, `${name}.xlsx`)], { encoding: 'utf8' });
  check('LibreOffice opens the workbook', ran.status === 0, ran.stderr);
  const sheets = new Map();
  for (const file of readdirSync(folder)) {
    if (file.startsWith(`${name}-`) && file.endsWith('.csv')) sheets.set(file.slice(name.length + 1, -4), rows_of(readFileSync(join(folder, file), 'utf8')));
  }
  return sheets;
}

// Decisions with a text that spreadsheets would calculate, and one about a finding that is no more.
const sums = 'examples/sums-2023.txt';
const decisions = join(folder, 'decisions.yaml');
gouji('decide', '--decisions', decisions, sums);
const entries = readFileSync(decisions, 'utf8');
const fingerprint = /- fingerprint: "(.*)"/.exec(entries)[1];
writeFileSync(decisions, entries.replace('结论:', '结论: 驳回').replace('理由:', '理由: "=1+1"').replace('责任人:', '责任人: 李四') +
  entries.slice(entries.indexOf('  - fingerprint')).split('  - fingerprint')[1].replace(/^.*$/m, '  - fingerprint: "gone"').replace('复核人:', '复核人: 王五'));

gouji('check', '--format', 'xlsx', '--decisions', decisions, '-o', join(folder, 'years.xlsx'), sums, 'examples/reviews-and-fees-2021.txt', 'no-such-file.txt');
const sheets = sheets_of('years');
check('sheets', JSON.stringify([...sheets.keys()].sort()) === JSON.stringify(['不再发现', '判定', '未读成与提醒', '汇总', '问题清单 2021', '问题清单 2023'].sort()), [...sheets.keys()]);
// Numbers go on from one sheet to the next.
const texts = (rows) => JSON.stringify(rows.map((row) => row.slice(1).join('|').replaceAll("'=", '=')));
const csv = rows_of(gouji('check', '--format', 'csv', '--decisions', decisions, sums));
const listed = sheets.get('问题清单 2023') ?? [];
check('the list is that of the CSV', texts(listed) === texts(csv), { listed: listed[1], csv: csv[1] });
check('a formula stays a text', listed.some((row) => row.includes('=1+1')), listed[1]);
check('the fields of a ledger are columns', ['序号', '问题描述', '问题类别', '严重程度', '定性依据', '证据', '责任单位', '责任人', '整改措施', '完成时限', '整改状态', '佐证材料', '销号日期', '复核人'].every((name) => listed[0]?.includes(name)), listed[0]);
check('fingerprint', listed.some((row) => row.includes(fingerprint)), fingerprint);
check('what was typed is kept when its finding is gone', sheets.get('不再发现')?.some((row) => row.includes('gone') && row.includes('王五')), sheets.get('不再发现'));
check('the file that was not read is listed', sheets.get('未读成与提醒')?.some((row) => row.includes('no-such-file.txt')));
check('one row a filing', sheets.get('汇总')?.length === 3, sheets.get('汇总'));
check('undecided verdicts have their reasons', sheets.get('判定')?.filter((row) => row.includes('不能判定')).every((row) => row[6]), sheets.get('判定'));

// One year: a sheet for each organ.
gouji('check', '--format', 'xlsx', '-o', join(folder, 'organs.xlsx'), sums, 'examples/structure-2023.txt');
check('a sheet an organ', ['问题清单 云岭市林业局', '问题清单 松原县统计局'].every((name) => sheets_of('organs').has(name)));
print_list('years');
print_list('organs');
round_trip();
finish();
