#!/usr/bin/env node
'use strict';

const { join } = require('node:path');
const { useCodeCache } = require('./code-cache.cjs');

useCodeCache(join(__dirname, '../dist'));
const { processHost, run } = require('../dist/cli.cjs');

run(process.argv.slice(2), processHost(process)).then((code) => {
  process.exitCode = code;
});
