// SPDX-License-Identifier: Apache-2.0
// What the tests here share: the program, a folder of their own, and checks that are counted.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '../..');
export const program = process.argv[2];
export const folder = mkdtempSync(join(tmpdir(), 'gouji-programs-'));

/** What the program writes; it may find something, but it must not fail. */
export function gouji(...words) {
  const ran = spawnSync(program, words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ran.status === null || ran.status > 2) throw new Error(`gouji ${words.join(' ')}: ${ran.status}\n${ran.stderr}`);
  return ran.stdout;
}

let passed = 0;
let failed = 0;

export function check(what, holds, seen) {
  if (holds) passed += 1;
  else {
    failed += 1;
    console.error(`not so: ${what}`, JSON.stringify(seen) ?? '');
  }
}

/** Ends a test that cannot run here: what CMake calls skipped. */
export function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

/** Ends the test with what came of it. */
export function finish() {
  rmSync(folder, { recursive: true, force: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
