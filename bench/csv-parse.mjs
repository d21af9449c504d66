/** Bare csv-parse, streaming arrays: what the throughput of `metrics` is measured against. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let cells = 0;
for await (const record of createReadStream(process.argv[2]).pipe(parse())) cells += record.length;
console.log(cells);
