/** `tally` as a process, where the machine has no room for its temporary files. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BIN = join(import.meta.dirname, '../bin/xc-eval.cjs');
const folder = mkdtempSync(join(tmpdir(), 'xc-eval-test-'));
const temporary = join(folder, 'temporary');
afterAll(() => rmSync(folder, { recursive: true }));

const MAPPING = {
  title: '试',
  unit: '单位',
  period: { column: '日期', holds: 'date', grain: 'year' },
  counts: { 行政复议申请量: {} },
};

const ROWS = 20_000;

beforeAll(() => {
  mkdirSync(temporary);
  writeFileSync(join(folder, 'mapping.json'), JSON.stringify(MAPPING));
  const row = `${JSON.stringify({ 单位: '甲', 日期: '2024-01-31' })}\n`;
  writeFileSync(join(folder, 'ledger.jsonl'), row.repeat(ROWS));
  // Above the 32 MiB from which on DuckDB is taken by itself.
  writeFileSync(
    join(folder, 'large.jsonl'),
    row.replace('{', `{"备注":"${'x'.repeat(1700)}",`).repeat(ROWS),
  );
  const units = Array.from({ length: 3000 }, (_, index) => `第${index}单位,2024,1,9\n`);
  const table = Buffer.from(`\uFEFF单位,期间,撤销,实际审理\n${units.join('')}`, 'utf16le');
  writeFileSync(join(folder, 'table.csv'), table);
});

function run(args: readonly string[], before: string, TMPDIR = temporary) {
  const command = `${before} exec "$0" "$@"`;
  const words = ['--norc', '-c', command, process.execPath, BIN, ...args, '--no-config'];
  const environment = { PATH: process.env.PATH, TMPDIR };
  const options = { cwd: folder, env: environment, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync('bash', words, options);
  return { exit: status, stdout, stderr };
}

const tally = (name: string, ...options: readonly string[]) => [
  ...['tally', name, '--mapping', 'mapping.json'],
  ...options,
];

const COUNTED = `单位,期间,行政复议申请量\n甲,2024,${ROWS}\n`;

/** Of 1 KiB each; the copy of the ledger takes some 400. */
const LIMIT = 'ulimit -f 100;';

describe('a copy that is cut short', () => {
  // A limit on the size of files fails a write in its middle, as a full disk does.
  test('is told where DuckDB was asked for, and never counted', () => {
    const { exit, stdout, stderr } = run(tally('ledger.jsonl', '--engine', 'duckdb'), LIMIT);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(`不能使用临时文件夹 ${temporary}：`);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('of a table in another encoding ends the run', () => {
    const { exit, stdout, stderr } = run(
      [
        ...['metrics', 'table.csv', '--metric', '复议纠错率', '--engine', 'duckdb'],
        ...['--format', 'csv', '--by', 'unit,period', '--layout', 'wide'],
      ],
      'ulimit -f 50;',
    );
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(`不能使用临时文件夹 ${temporary}：`);
  });

  test('is done without where the built-in engine may count', () => {
    expect(run(tally('large.jsonl'), LIMIT)).toMatchObject({ exit: 0, stdout: COUNTED });
  });
});

describe('a folder for temporary files that is not there', () => {
  const absent = join(folder, 'absent');

  test('is named where DuckDB was asked for', () => {
    const { exit, stdout, stderr } = run(tally('ledger.jsonl', '--engine', 'duckdb'), '', absent);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(`不能使用临时文件夹 ${absent}：文件夹不存在`);
  });

  test('is done without where the built-in engine may count', () => {
    expect(run(tally('large.jsonl'), '', absent)).toMatchObject({ exit: 0, stdout: COUNTED });
  });
});
