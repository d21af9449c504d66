/** Runs one statement in DuckDB and nothing else: node duckdb.mjs STATEMENT-FILE */
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(readFileSync(process.argv[2], 'utf8'));
