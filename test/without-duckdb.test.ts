import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { runFake } from './support/host.ts';

vi.mock('@duckdb/node-api', () => {
  throw new Error('not installed');
});

const folder = mkdtempSync(join(tmpdir(), 'xc-eval-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const LEDGER = 'fixtures/data/合成-复议台账.csv';

test('what to install is said where DuckDB is asked for', async () => {
  const run = await runFake(['tally', LEDGER, '--mapping', '复议', '--engine', 'duckdb']);
  expect(run).toMatchObject({ exit: 2, stdout: '' });
  expect(run.stderr).toMatch(/npm install @duckdb\/node-api@\d/);
});

test('Parquet takes it', async () => {
  const path = join(folder, 'x.parquet');
  writeFileSync(path, 'PAR1');
  const run = await runFake(['tally', path, '--mapping', '复议', '--lang', 'en']);
  expect(run.exit).toBe(2);
  expect(run.stderr).toContain('DuckDB, which is not installed');
});

test('a large ledger is read without it', async () => {
  const rows = 'x,甲,2024-01-01,维持\n'.replace('x', 'x'.repeat(1000));
  const path = join(folder, 'large.csv');
  // Above the 32 MiB from which on DuckDB would be taken.
  writeFileSync(path, `备注,单位,结案日期,结案方式\n${rows.repeat(34_000)}`);
  const mapping = join(folder, 'mapping.json');
  writeFileSync(
    mapping,
    JSON.stringify({
      title: '试',
      unit: '单位',
      period: { column: '结案日期', holds: 'date', grain: 'year' },
      counts: { 行政复议审结量: {} },
    }),
  );
  const run = await runFake(['tally', path, '--mapping', mapping]);
  expect(run).toEqual({ exit: 0, stdout: '单位,期间,行政复议审结量\n甲,2024,34000\n', stderr: '' });
});
