// SPDX-License-Identifier: Apache-2.0
// Holds the SARIF that the program writes against the official schema, and its places against the files.
// usage: node sarif.mjs PROGRAM
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { check, finish, folder, gouji, here, root } from './support.mjs';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const is_sarif = ajv.compile(JSON.parse(readFileSync(join(here, 'node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json'), 'utf8')));
const holds = (what, log, wanted = true) => check(what, is_sarif(log) === wanted, is_sarif.errors?.slice(0, 3));

// The schema must be able to refuse.
const sound = JSON.parse(gouji('check', '--format', 'sarif', 'examples/sums-2023.txt'));
holds('a sound log', sound);
for (const [what, spoil] of [
  ['a wrong level', (log) => { log.runs[0].results[0].level = 'grave'; }],
  ['line 0', (log) => { log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0; }],
  ['no tool', (log) => { delete log.runs[0].tool; }],
]) {
  const spoiled = structuredClone(sound);
  spoil(spoiled);
  holds(what, spoiled, false);
}

// A name with blanks, Han characters, a percent sign and a colon; a file that cannot be read; pages, sheets; every verdict.
const strange = join(folder, '报告 100%: 终稿#1.txt');
copyFileSync(join(root, 'examples/sums-2023.txt'), strange);
// Behind a character that takes two units of UTF-16.
const wide = join(folder, 'wide.txt');
writeFileSync(wide, readFileSync(join(root, 'examples/narrative-2024.txt'), 'utf8').replace(/受理/g, '𠮷受理'));
for (const words of [['examples'], ['--all', '--lang', 'en', 'examples'], [strange, wide, 'no-such-file.txt'], ['tests/bad'], ['--all', wide]]) {
  holds(words.join(' '), JSON.parse(gouji('check', '--format', 'sarif', ...words)));
}

const path_of = (uri) => (uri.startsWith('file:') ? fileURLToPath(uri) : join(root, decodeURIComponent(uri)));
// A rule is linked to where its book is published.
const linked = JSON.parse(gouji('check', '--format', 'sarif', '--rule-book', 'https://rules.example.cn/book.html', 'examples/sums-2023.txt'));
holds('with links', linked);
check('each rule has its link', linked.runs[0].tool.driver.rules.every((one) => one.helpUri === `https://rules.example.cn/book.html#${one.id}`));

let regions = 0;
/** Every region is where its snippet stands, counted as JavaScript counts: in UTF-16. */
function follow(node) {
  if (Array.isArray(node)) node.forEach(follow);
  else if (node && typeof node === 'object') {
    if (node.artifactLocation && node.region?.snippet) {
      const { startLine, startColumn, endLine, endColumn, snippet, byteOffset, byteLength } = node.region;
      const bytes = readFileSync(path_of(node.artifactLocation.uri));
      const lines = bytes.toString('utf8').split('\n');
      const shown = startLine === endLine
        ? lines[startLine - 1].slice(startColumn - 1, endColumn - 1)
        : [lines[startLine - 1].slice(startColumn - 1), ...lines.slice(startLine, endLine - 1), lines[endLine - 1].slice(0, endColumn - 1)].join('\n');
      regions += 1;
      check(`${node.artifactLocation.uri}:${startLine}:${startColumn}`, shown === snippet.text, { shown, snippet });
      check('the same in bytes', bytes.subarray(byteOffset, byteOffset + byteLength).toString('utf8') === snippet.text, snippet);
    }
    Object.values(node).forEach(follow);
  }
}
const log = JSON.parse(gouji('check', '--all', '--format', 'sarif', strange, wide, ...readdirSync(join(root, 'examples')).filter((name) => /[.](txt|html)$/.test(name)).map((name) => `examples/${name}`)));
follow(log);
check('regions were followed', regions > 100, regions);
const results = log.runs[0].results;
check('paths are found again', results.every((one) => one.locations.every((place) => existsSync(path_of(place.physicalLocation.artifactLocation.uri)))));
check('nothing undecided has a level', results.every((one) => one.kind === 'fail' || one.level === 'none'));
check('every sum that fails has its operands', results.filter((one) => one.kind === 'fail' && one.ruleId.startsWith('requests-')).every((one) => one.relatedLocations.length > 2));

// What is waived or rejected is suppressed; what was moved or shifted keeps its fingerprint.
const waivers = join(folder, 'waivers.yaml');
gouji('baseline', '--reason', '已核实', '--approver', '张三', '--today', '2027-01-01', '-o', waivers, 'examples/sums-2023.txt');
const waived = JSON.parse(gouji('check', '--all', '--format', 'sarif', '--waivers', waivers, '--today', '2027-01-01', 'examples/sums-2023.txt'));
holds('waived', waived);
const failed = waived.runs[0].results.filter((one) => one.kind === 'fail');
check('all findings are suppressed', failed.length > 0 && failed.every((one) => one.suppressions?.[0].justification.includes('已核实')), failed);
const shifted = join(folder, 'shifted.txt');
writeFileSync(shifted, readFileSync(join(root, 'examples/sums-2023.txt'), 'utf8').replace('\n', '\n\n\n'));
const fingerprints = (one) => JSON.stringify(one.runs[0].results.map((result) => result.fingerprints));
check('fingerprints do not depend on lines', fingerprints(sound) === fingerprints(JSON.parse(gouji('check', '--format', 'sarif', shifted))));
finish();
