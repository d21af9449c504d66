'use strict';

/** The last step of the build: runs the commonest commands and keeps what V8 compiled for them. */
const { join } = require('node:path');
const { Writable } = require('node:stream');
const { recordCodeCache } = require('./code-cache.cjs');

const save = recordCodeCache(join(__dirname, '../dist'));
const { processHost, run } = require('../dist/cli.cjs');

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
const data = join(__dirname, '../fixtures/data/合成-2024季度-单位报送.csv');
const host = {
  ...processHost(process),
  environment: {},
  stdin: process.stdin,
  stdout: nowhere(),
  stderr: nowhere(),
};

async function main() {
  for (const args of [
    ['--version'],
    ['metrics', data],
    ['metrics', data, '--format', 'json'],
    ['metrics', data, '--format', 'csv'],
  ]) {
    const code = await run(args, host);
    if (code !== 0) throw new Error(`${args.join(' ')}: exit ${code}`);
  }
  save();
}

main();
