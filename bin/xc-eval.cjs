#!/usr/bin/env node
'use strict';

const { processHost, run } = require('../dist/cli.cjs');

run(process.argv.slice(2), processHost(process)).then((code) => {
  process.exitCode = code;
});
