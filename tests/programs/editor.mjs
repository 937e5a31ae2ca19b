// SPDX-License-Identifier: Apache-2.0
// Holds the JSON Schemas of gouji against yaml-language-server: completion, hover in Chinese, mistakes where they are.
// usage: node editor.mjs PROGRAM
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { check, finish, folder, gouji, here } from './support.mjs';

/** One language server, spoken to by the protocol. */
class Server {
  constructor() {
    this.process = spawn(process.execPath, [join(here, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.buffer = Buffer.alloc(0);
    this.waiting = new Map();
    this.diagnostics = new Map();
    this.next = 1;
    this.process.stdout.on('data', (data) => this.take(data));
  }

  take(data) {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const head = this.buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const size = Number(/Content-Length: (\d+)/.exec(this.buffer.toString('latin1', 0, head))[1]);
      if (this.buffer.length < head + 4 + size) return;
      const message = JSON.parse(this.buffer.toString('utf8', head + 4, head + 4 + size));
      this.buffer = this.buffer.subarray(head + 4 + size);
      this.handle(message);
    }
  }

  handle(message) {
    if (message.method === 'textDocument/publishDiagnostics') {
      this.diagnostics.get(message.params.uri)?.(message.params.diagnostics);
    } else if (message.method && message.id !== undefined) {
      // What the server asks for: its settings, and leave to register.
      const items = message.params?.items ?? [];
      this.send({ id: message.id, result: message.method === 'workspace/configuration' ? items.map((one) => (one.section === 'yaml' ? this.settings : {})) : null });
    } else if (this.waiting.has(message.id)) {
      this.waiting.get(message.id)(message.result);
      this.waiting.delete(message.id);
    }
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  ask(method, params) {
    const id = this.next++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.send({ id, method, params });
    });
  }

  tell(method, params) {
    this.send({ method, params });
  }

  /** Opens a text and waits for what the server finds wrong in it. */
  async open(name, text) {
    const uri = pathToFileURL(join(folder, name)).href;
    const found = new Promise((resolve) => this.diagnostics.set(uri, resolve));
    this.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return { uri, diagnostics: await found };
  }
}

const kinds = ['rule', 'form', 'suite', 'waivers', 'tests'];
const schemas = {};
for (const kind of kinds) {
  const file = join(folder, `${kind}.schema.json`);
  writeFileSync(file, gouji('rules', 'schema', kind));
  schemas[pathToFileURL(file).href] = `*.${kind}.yaml`;
}

const server = new Server();
server.settings = { schemas, validate: true, hover: true, completion: true, schemaStore: { enable: false } };
await server.ask('initialize', {
  processId: process.pid,
  rootUri: pathToFileURL(folder).href,
  capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } }, hover: { contentFormat: ['markdown'] } }, workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
});
server.tell('initialized', {});
server.tell('workspace/didChangeConfiguration', { settings: { yaml: server.settings } });

const good = gouji('rules', 'new', 'my-rule');
const right = await server.open('good.rule.yaml', good);
check('a right rule has no mistake', right.diagnostics.length === 0, right.diagnostics);

const wrong = await server.open('wrong.rule.yaml', '- id: a\n  title: t\n  basis: b\n  chekc: 1 == 2\n  message: m\n  severity: fatal\n');
const at = (line) => wrong.diagnostics.filter((one) => one.range.start.line === line);
check('an unknown key is told in its line', at(3).some((one) => one.message.includes('chekc')), wrong.diagnostics);
check('a wrong word is told in its line', at(5).length > 0, wrong.diagnostics);
check('a missing key is told', wrong.diagnostics.some((one) => one.message.includes('check')), wrong.diagnostics);

const text = '- id: a\n  title: t\n  \n';
const open = await server.open('open.rule.yaml', text);
const completion = await server.ask('textDocument/completion', { textDocument: { uri: open.uri }, position: { line: 2, character: 2 } });
const items = (completion.items ?? completion).map((one) => one.label);
for (const key of ['check', 'for', 'tolerance', 'missing', 'tests']) check(`${key} is proposed`, items.includes(key), items);

const words = await server.open('words.rule.yaml', '- id: a\n  severity: \n');
const severities = await server.ask('textDocument/completion', { textDocument: { uri: words.uri }, position: { line: 1, character: 12 } });
const labels = (severities.items ?? severities).map((one) => one.label);
for (const word of ['error', 'warning', 'note']) check(`${word} is proposed`, labels.includes(word), labels);

const hover = await server.ask('textDocument/hover', { textDocument: { uri: right.uri }, position: { line: good.split('\n').findIndex((one) => one.startsWith('  check:')), character: 4 } });
check('hovering over check says what it is, in Chinese', JSON.stringify(hover).includes('必须成立的公式'), hover);

const waivers = await server.open('w.waivers.yaml', 'waivers:\n  - rule: r\n    organ: o\n    year: 2022\n    cells: {}\n    reason: r\n    aprover: a\n    expires: 2027-01-01\n');
check('a wrong key of a waiver is told', waivers.diagnostics.some((one) => one.message.includes('aprover') && one.range.start.line === 6), waivers.diagnostics);
const suite = await server.open('s.suite.yaml', 'suite: mine\nextends: standard\ndisable:\n  - { rule: a, reason: b }\n');
check('a right suite has no mistake', suite.diagnostics.length === 0, suite.diagnostics);
const tests = await server.open('t.tests.yaml', 'tests:\n  - rule: a\n    given: { 申请: {} }\n    expect: pass\n  - rule: a\n    given: {}\n    expect: { fails: true }\n');
check('a wrong outcome of a test is told', tests.diagnostics.some((one) => one.range.start.line === 6) && tests.diagnostics.every((one) => one.range.start.line >= 4), tests.diagnostics);
const form = await server.open('f.form.yaml', 'form: mine\nyears: 2021..\ntables:\n  - table: t\n    colums: [ a ]\n');
check('a wrong key of a form is told', form.diagnostics.some((one) => one.message.includes('colums') && one.range.start.line === 4), form.diagnostics);

server.process.kill();
finish();
