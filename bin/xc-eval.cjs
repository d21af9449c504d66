#!/usr/bin/env node
'use strict';

const { join } = require('node:path');
const { useCodeCache } = require('./code-cache.cjs');

useCodeCache(join(__dirname, '../dist'));
const { processHost, run } = require('../dist/cli.cjs');

const host = Object.assign(processHost(process), {
  expectShortWork: () => require('node:v8').setFlagsFromString('--no-opt'),
  workers: {
    count: () => require('node:os').availableParallelism(),
    start(workerData) {
      const { Worker } = require('node:worker_threads');
      return new Worker(join(__dirname, '../dist/batch-worker.cjs'), { workerData });
    },
  },
});

run(process.argv.slice(2), host).then((code) => {
  // All has been written. Node would look for what is left to do, and collect garbage first.
  process.exit(code);
});
