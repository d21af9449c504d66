import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runFake } from './support/host.ts';

const asked = vi.hoisted(() => ({ times: 0 }));

vi.mock('@duckdb/node-api', () => {
  asked.times++;
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

describe('rates of single rows', () => {
  const WIDE = ['--format', 'csv', '--layout', 'wide'];
  const HEADER = '单位,期间,执法人员总数,法制审核人员数,备注';

  /** A table of some size, which is in a column that is not read. */
  function tableOf(rows: number): string {
    const path = join(folder, `${rows}.csv`);
    const remark = 'x'.repeat(1000);
    const lines = Array.from({ length: rows }, (_, index) => `第${index}所,2024,100,7,${remark}\n`);
    writeFileSync(path, `${HEADER}\n${lines.join('')}`);
    return path;
  }

  // The READMEs say from 4 MiB on.
  test.each([
    [4_000, 0],
    [4_200, 1],
  ])('%i rows of 1 KiB ask for DuckDB %i times, and do without', async (rows, times) => {
    asked.times = 0;
    const run = await runFake(['metrics', tableOf(rows), ...WIDE]);
    expect(run).toMatchObject({ exit: 0 });
    expect(run.stdout.split('\n').slice(0, 3)).toEqual([
      'unit,period,legalReviewStaffShare',
      '第0所,2024,0.07',
      '第1所,2024,0.07',
    ]);
    expect(run.stdout.trimEnd().split('\n')).toHaveLength(rows + 1);
    expect(asked.times).toBe(times);
  });

  test('with the engine asked for, what to install is said', async () => {
    const run = await runFake(['metrics', tableOf(1), ...WIDE, '--engine', 'duckdb']);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toMatch(/npm install @duckdb\/node-api@\d/);
  });
});
