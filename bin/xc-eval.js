#!/usr/bin/env node
import { processHost, run } from '../dist/cli.js';

process.exitCode = await run(process.argv.slice(2), processHost(process));
