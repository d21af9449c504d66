/**
 * Measures whole processes side by side, in turn, and prints medians and ratios:
 *   npm run bench            all
 *   npm run bench start      start-up against `node -e 0`
 *   npm run bench throughput 100,000 rows against bare csv-parse
 *   npm run bench large      a million rows against DuckDB and Miller, where they are
 *   npm run bench bounded  a million rows, and the memory that it takes; another number may follow
 *   npm run bench batch      10,000 files against one process a file and against Miller
 *   npm run bench tally      a ledger of 10,000,000 cases against DuckDB itself; another number may follow
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { benchBatch } from './batch.mjs';
import { benchBounded } from './bounded.mjs';
import { duckdbStatement, millerArguments } from './by-hand.mjs';
import { writeTable } from './data.mjs';
import { writeLedger } from './ledger.mjs';
import { at, compare, directory, FIFTEEN, HAS_MILLER, runOnce, xcEval } from './measure.mjs';

async function start() {
  const small = join(directory, 'small.csv');
  await writeTable(small, 60, FIFTEEN);
  const idle = [process.execPath, '-e', '0'];
  compare('--version / node -e 0', 21, 'at most 1.6', xcEval('--version'), idle);
  compare(
    'metrics, 60 × 40, json / node -e 0',
    21,
    'at most 2.5',
    xcEval('metrics', small, '--format', 'json'),
    idle,
  );
  compare('metrics, 60 × 40, table / node -e 0', 21, 'at most 3.5', xcEval('metrics', small), idle);
}

async function throughput() {
  const bare = [process.execPath, at('csv-parse.mjs')];
  const wide = ['--format', 'csv', '--layout', 'wide'];
  const large = join(directory, 'large.csv');
  await writeTable(large, 100_000, FIFTEEN);
  const metrics = FIFTEEN.flatMap((id) => ['--metric', id]);
  for (const [title, chosen] of [
    ['15 metrics', metrics],
    ['all metrics', []],
  ]) {
    for (const engine of ['builtin', 'auto']) {
      compare(
        `metrics, 100,000 × 40, ${title}, wide CSV, --engine ${engine} / csv-parse`,
        5,
        'at most 1.3',
        xcEval('metrics', large, ...wide, ...chosen, '--engine', engine),
        [...bare, large],
        true,
      );
    }
  }
}

async function large() {
  const wide = [
    '--format',
    'csv',
    '--layout',
    'wide',
    ...FIFTEEN.flatMap((id) => ['--metric', id]),
  ];
  for (const [rows, title, runs] of [
    [100_000, '100,000', 5],
    [1_000_000, '1,000,000', 5],
  ]) {
    const table = join(directory, `${rows}.csv`);
    const statement = join(directory, `${rows}.sql`);
    await writeTable(table, rows, FIFTEEN);
    const [header] = readFileSync(table)
      .subarray(0, 1 << 14)
      .toString()
      .split('\n');
    const rates = join(directory, 'rates.csv');
    writeFileSync(statement, duckdbStatement(table, rates, header.split(','), FIFTEEN));
    const ours = xcEval('metrics', table, ...wide);
    const duckdb = [process.execPath, at('duckdb.mjs'), statement];
    compare(`metrics, ${title} × 40, wide CSV / DuckDB`, runs, 'at most 1.3', ours, duckdb, true);
    if (!HAS_MILLER) console.log('Miller (mlr) is not installed');
    else {
      const miller = ['mlr', ...millerArguments([table], FIFTEEN)];
      const least = rows > 100_000 ? 15 : 6;
      compare(`Miller / metrics, ${title} × 40`, 1, `at least ${least}`, miller, ours);
    }
  }
}

async function tally() {
  const cases = Number(process.argv[3] ?? 10_000_000);
  const csv = join(directory, 'ledger.csv');
  const parquet = join(directory, 'ledger.parquet');
  writeLedger(csv, cases);
  const raw = (...args) => [process.execPath, at('raw-duckdb.mjs'), ...args];
  runOnce(raw('parquet', csv, parquet), false);
  const counts = at('ledger-mapping.json');
  const numbered = at('ledger-mapping-cases.json');
  const size = `${cases.toLocaleString('en')} × 8`;
  for (const [name, path] of [
    ['CSV', csv],
    ['Parquet', parquet],
  ]) {
    const ours = (mapping) => xcEval('tally', path, '--mapping', mapping, '--engine', 'duckdb');
    compare(
      `tally, ${size}, ${name} / DuckDB`,
      5,
      'at most 1.2',
      ours(counts),
      raw('count', path),
      true,
    );
    compare(
      `tally, ${size}, ${name}, with case numbers / DuckDB, the same two questions`,
      3,
      'at most 1.2',
      ours(numbered),
      raw('count-and-compare', path),
      true,
    );
  }
}

const chosen = process.argv[2];
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0].model.trim()}`);
try {
  if (chosen === undefined || chosen === 'start') await start();
  if (chosen === undefined || chosen === 'throughput') await throughput();
  if (chosen === undefined || chosen === 'large') await large();
  if (chosen === undefined || chosen === 'bounded') {
    await benchBounded(Number(process.argv[3] ?? 1_000_000));
  }
  if (chosen === undefined || chosen === 'batch') benchBatch(Number(process.argv[3] ?? 10_000));
  if (chosen === undefined || chosen === 'tally') await tally();
} finally {
  rmSync(directory, { recursive: true });
}
