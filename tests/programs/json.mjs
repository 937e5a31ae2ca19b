// SPDX-License-Identifier: Apache-2.0
// Holds every JSON that the program writes against its published schema (docs/schemas), by a validator of another maker. A
// schema allows no key that it does not name: a new key fails here until it is published.
// usage: node json.mjs PROGRAM
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import { check, finish, folder, gouji, root } from './support.mjs';

const schemas = join(root, 'docs/schemas');
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const files = readdirSync(schemas).filter((name) => name.endsWith('.schema.json'));
for (const name of files) ajv.addSchema(JSON.parse(readFileSync(join(schemas, name), 'utf8')));

const used = new Set(['parts.schema.json', 'filing-checked.schema.json', 'filing-read.schema.json']);
function holds(name, text, what) {
  used.add(`${name}.schema.json`);
  const valid = ajv.getSchema(`${name}.schema.json`);
  check(`${name}: ${what}`, valid(JSON.parse(text)), valid.errors?.slice(0, 4));
}
const lines = (text) => text.split('\n').filter((line) => line !== '');

// What people decided, waived and reclassified; figures that changed since; files that differ.
const decisions = join(folder, 'decisions.yaml');
gouji('decide', '--decisions', decisions, 'examples/sums-2023.txt', 'examples/years-2023.txt', 'examples/clean-2022.txt');
writeFileSync(decisions, readFileSync(decisions, 'utf8').replace(/结论:/g, '结论: 确认'));
const waivers = join(folder, 'waivers.yaml');
gouji('baseline', '--reason', '已核实', '--approver', '张三', '--today', '2027-01-01', '-o', waivers, 'examples/sums-2023.txt');
const suite = join(folder, 'suite.yaml');
writeFileSync(suite, 'suite: mine\nextends: standard\noverride:\n  - { rule: requests-unbalanced, severity: note, reason: r }\n');
const sums = readFileSync(join(root, 'examples/sums-2023.txt'), 'utf8').split('\n');
const changed = join(folder, 'changed.txt');
writeFileSync(changed, sums.map((line, i) => (i === 63 ? '2' : line)).join('\n'));

const before = join(folder, 'before.json');
writeFileSync(before, gouji('check', '--format', 'json', 'examples/sums-2023.txt', 'examples/years-2023.txt'));
for (const words of [
  ['examples'], ['--all', 'examples', 'tests/bad'], ['--lang', 'en', 'no-such-file.txt'],
  ['--decisions', decisions, 'examples/years-2023.txt', 'examples/clean-2022.txt'], ['--decisions', decisions, changed],
  ['--all', '--waivers', waivers, '--today', '2027-01-01', 'examples/sums-2023.txt'], ['--rules', suite, '--suite', 'mine', 'examples/sums-2023.txt'],
]) {
  holds('check', gouji('check', '--format', 'json', ...words), words.join(' '));
  for (const line of lines(gouji('check', '--format', 'jsonl', ...words))) holds('line', line, words.join(' '));
}
holds('read', gouji('read', '--format', 'json', 'examples', 'tests/bad'), 'examples');
for (const line of lines(gouji('read', '--format', 'jsonl', 'examples'))) holds('line', line, 'read');
holds('diff', gouji('diff', '--format', 'json', before, changed), 'a run and a file');
holds('diff', gouji('diff', '--format', 'json', 'examples/sums-2023.txt', 'examples/years-2023.txt'), 'two files');
for (const rule of ['requests-unbalanced', 'carry-over-differs', 'accounts-prose-account-differs', 'copies-differ', 'narrative-count-differs', 'published-late', 'fee-notice-inconsistent']) {
  holds('explain', gouji('explain', '--all', '--format', 'json', rule, 'examples'), rule);
  holds('explain', gouji('explain', '--format', 'json', rule), `${rule}, without a file`);
  holds('rules-show', gouji('rules', 'show', '--format', 'json', rule), rule);
}
holds('rules-list', gouji('rules', 'list', '--format', 'json'), 'the shipped rules');
holds('rules-lint', gouji('rules', 'lint', '--format', 'json', 'tests/lint'), 'wrong files');
const own = join(folder, 'own.yaml');
const written = (figure) => `- id: own\n  title: t\n  basis: b\n  forms: [ cn-disclosure-2021 ]\n  check: 申请[本年新收, 总计] == 申请[总计, 总计] + 1\n  message: m\n  tests:\n    - given: { 申请: { 本年新收: { 总计: 1 }, 总计: { 总计: 0 } } }\n      expect: pass\n    - given: { 申请: { 本年新收: { 总计: ${figure} }, 总计: { 总计: 0 } } }\n      expect: { fail: true }\n`;
// The second test holds, or fails.
for (const figure of [9, 1]) {
  writeFileSync(own, written(figure));
  holds('rules-test', gouji('rules', 'test', '--format', 'json', own), `figure ${figure}`);
  holds('rules-coverage', gouji('rules', 'coverage', '--format', 'json', own), `figure ${figure}`);
}
writeFileSync(own, written(9));
holds('rules-mutate', gouji('rules', 'mutate', '--format', 'json', own), 'changes that tests do not notice');
check('every schema is used', files.every((name) => used.has(name)), files.filter((name) => !used.has(name)));

// The schemas must be able to refuse.
const sound = JSON.parse(readFileSync(before, 'utf8'));
for (const [what, spoil] of [
  ['a key that nobody published', (one) => { one.filings[0].findings[0].new_key = 1; }],
  ['a severity of another kind', (one) => { one.filings[0].findings[0].severity = 'grave'; }],
  ['a figure in words', (one) => { one.filings[0].findings[0].operands[0].value = 'eleven'; }],
  ['no summary', (one) => { delete one.filings[0].summary; }],
]) {
  const spoiled = structuredClone(sound);
  spoil(spoiled);
  check(`${what} is refused`, !ajv.getSchema('check.schema.json')(spoiled));
}
finish();
