/** DuckDB and the row-by-row evaluator come out the same, whatever a ledger holds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../src/duckdb/database.ts';
import { conditionSql, dateSql, numberSql, testSql } from '../src/sql/condition.ts';
import { duckdb } from '../src/sql/duckdb.ts';
import { parseAmount, parseDay } from '../src/tally/cell.ts';
import { holds } from '../src/tally/condition.ts';
import type { Condition, MappingFile } from '../src/tally/mapping.ts';
import { mapping, tallyWith } from './support/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'xc-eval-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const day = fc
  .tuple(
    fc.integer({ min: 1899, max: 2101 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  )
  .chain(([year, month, date]) => {
    const two = (value: number): string => String(value).padStart(2, '0');
    return fc.constantFrom(
      `${year}-${two(month)}-${two(date)}`,
      `${year}/${month}/${date}`,
      `${year}.${month}.${date}`,
      `${year}年${month}月${date}日`,
      `${year}${two(month)}${two(date)}`,
      `${year}-${two(month)}-${two(date)} 10:00:59`,
      `${year}/${month}/${date} 9:05`,
      `${year}-${two(month)}-${two(date)}T23:59:59.123`,
      `${year}-${two(month)}-${two(date)}T10:00:00Z`,
      `${year}-${month}/${date}`,
      `${year}-${two(month)}-${date}T`,
      `${year}-${two(month)}`,
      `${year}-${two(month)}-${two(date)} (BC)`,
      'infinity',
      'epoch',
    );
  });

const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom(
    '1.5',
    '0x10',
    '1_000',
    '1e3',
    '1,234',
    '12,34',
    '+5',
    '-0.000001',
    '.5',
    '5.',
    '1.2345678',
    '１２',
    '999999999999999999',
    '1000000000000000000',
    'NaN',
    'inf',
    '007',
  ),
);

const text = fc.oneof(
  fc.constantFrom(
    '',
    '撤销',
    '维持',
    '驳回',
    'NULL',
    'null',
    '撤 销',
    "'",
    '"',
    ',',
    'a"b',
    '\u3000',
    '\u00a0',
    '#',
    '-',
    '\\N',
  ),
  fc.string({ maxLength: 4 }),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);

const padded = (cell: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom('', '', '', ' ', '\t', '\u3000', '\ufeff'),
      cell,
      fc.constantFrom('', '', '', ' ', '\u00a0'),
    )
    .map((parts) => parts.join(''));

const cell = padded(fc.oneof({ weight: 3, arbitrary: text }, day, number));

describe('a cell is the same in SQL', () => {
  const inSql = (cells: readonly string[], sql: string): Promise<unknown[]> =>
    withDatabase({ memoryMiB: 64, threads: 1 }, async (database) => {
      const values = cells.map((each, index) => `(${index}, ${duckdb.text(each)})`);
      const rows = await database.rows(
        `SELECT ${sql} FROM (VALUES ${values.join(', ')}) v(i, c) ORDER BY i`,
      );
      return rows.map(([value]) => value);
    });

  test('as a day', async () => {
    const cells = fc.sample(padded(day), { numRuns: 3000, seed: 1 });
    const sql = await inSql(cells, `strftime(${dateSql('c', duckdb)}, '%Y%m%d')`);
    const core = cells.map((each) => parseDay(each.trim()));
    expect(sql).toEqual(core.map((each) => (each === null ? null : String(each))));
    expect(core.filter((each) => each !== null).length).toBeGreaterThan(500);
  });

  test('as a number', async () => {
    const cells = fc.sample(padded(number), { numRuns: 3000, seed: 2 });
    const sql = await inSql(cells, `CAST(${numberSql('c', duckdb)} AS VARCHAR)`);
    const core = cells.map((each) => parseAmount(each.trim()));
    expect(sql.map((each) => (each === null ? null : parseAmount(String(each))))).toEqual(core);
    expect(core.filter((each) => each !== null).length).toBeGreaterThan(500);
  });

  const limit = fc.option(fc.constantFrom('2023-12-31', '2024-02-29', '1999/1/1'), {
    nil: undefined,
  });
  const bound = fc.option(fc.constantFrom('0', '-1.5', '1000', '0.000001'), { nil: undefined });
  const range = <T extends string>(kind: T, end: fc.Arbitrary<string | undefined>) =>
    fc.tuple(end, end).map(([from, until]) => ({
      kind,
      column: 'c',
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    }));
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    text.map((value) => ({ kind: 'equals' as const, column: 'c', value: value.trim() })),
    fc.array(text, { minLength: 1, maxLength: 4 }).map((values) => ({
      kind: 'in' as const,
      column: 'c',
      values: values.map((each) => each.trim()),
    })),
    fc.constantFrom(
      { kind: 'present' as const, column: 'c' },
      { kind: 'absent' as const, column: 'c' },
    ),
    range('dates', limit),
    range('numbers', bound),
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc
        .tuple(
          fc.constantFrom('and' as const, 'or' as const),
          fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
        )
        .map(([kind, of]) => ({ kind, of })),
      tie('condition').map((of) => ({ kind: 'not' as const, of })),
    ),
  }));

  test('under any condition, nulls included', async () => {
    await withDatabase({ memoryMiB: 64, threads: 1 }, async (database) => {
      await fc.assert(
        fc.asyncProperty(
          condition,
          fc.array(fc.option(cell, { nil: null }), { minLength: 1, maxLength: 12 }),
          async (wanted, cells) => {
            const values = cells.map(
              (each, index) =>
                `(${index}, ${each === null ? 'CAST(NULL AS VARCHAR)' : duckdb.text(each)})`,
            );
            const sql = conditionSql(wanted, (each) => testSql(each, 'c', duckdb));
            const rows = await database.rows(
              `SELECT ${sql} FROM (VALUES ${values.join(', ')}) v(i, c) ORDER BY i`,
            );
            expect(rows.map(([met]) => met)).toEqual(
              cells.map((each) => holds(wanted, () => (each ?? '').trim())),
            );
          },
        ),
        { numRuns: 150, seed: 3 },
      );
    });
  });
});

const FILE: MappingFile = {
  title: '试',
  unit: '单位',
  period: { column: '日期', holds: 'date', grain: 'quarter' },
  caseNumber: '案号',
  columns: { 方式: { values: ['撤销', '维持', '驳回'] } },
  leftOut: {
    where: {
      kind: 'and',
      of: [
        { kind: 'absent', column: '日期' },
        { kind: 'absent', column: '金额' },
      ],
    },
  },
  counts: {
    行政复议审结量: { where: { kind: 'in', column: '方式', values: ['撤销', '维持'] } },
    复议撤销案件量: { where: { kind: 'equals', column: '方式', value: '撤销' } },
    复议实际审理案件量: {
      where: {
        kind: 'not',
        of: { kind: 'dates', column: '另日', from: '2000-01-01', until: '2050-12-31' },
      },
    },
    复议变更案件量: { where: { kind: 'numbers', column: '金额', from: '0' }, sum: '金额' },
    行政复议申请量: { where: { kind: 'present', column: '备注' }, sum: '金额' },
    执法人员培训总学时: { sum: '金额' },
  },
};

const often = (usual: readonly string[], other: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, other);

const total = fc.constantFrom('总计：', 'Total', '街道合计', '其中：街道', '平均', '同比增减');

const row = fc.tuple(
  often(['1', '2', '3', '4', '5', '6'], text),
  often(['甲', '乙', ' 甲', '乙\u3000', '合计', '小 计'], fc.oneof(text, padded(total))),
  often(['2024-01-31', '2024-04-01', '2024/5/6', '2023年12月31日'], padded(day)),
  often(['撤销', '维持', '驳回'], text),
  padded(fc.oneof(often(['-3', '0.7', '2.5', '2.0', '-0', '-0.0', '4'], number), text)),
  padded(fc.oneof(day, text)),
  text,
);

describe('a ledger is the same', () => {
  const header = ['案号', '单位', '日期', '方式', '金额', '另日', '备注'];
  const by = mapping(FILE);
  const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

  const same = async (path: string): Promise<void> => {
    const [one, other] = [
      await tallyWith('builtin', [path], by),
      await tallyWith('duckdb', [path], by),
    ];
    expect(other).toEqual(one);
  };

  test('as CSV with quotes and line breaks, and as JSON Lines', async () => {
    let at = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
        const csv = join(folder, `${at}.csv`);
        writeFileSync(
          csv,
          [header, ...rows].map((cells) => `${cells.map(quoted).join(',')}\r\n`).join(''),
        );
        await same(csv);
        const lines = join(folder, `${at++}.jsonl`);
        writeFileSync(
          lines,
          rows
            .map(
              (cells) =>
                `${JSON.stringify(Object.fromEntries(header.map((name, index) => [name, cells[index]])))}\n`,
            )
            .join(''),
        );
        await same(lines);
      }),
      { numRuns: 12, seed: 4 },
    );
  });

  test('as plain CSV, which DuckDB reads as it is', async () => {
    let at = 0;
    const plain = row.map((cells) => cells.map((each) => each.replace(/[",\r\n\0]/g, '')));
    await fc.assert(
      fc.asyncProperty(
        fc.array(plain, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, end) => {
          const path = join(folder, `plain-${at++}.csv`);
          writeFileSync(
            path,
            [header, ...rows].map((cells) => `${cells.join(',')}${end}`).join(''),
          );
          await same(path);
        },
      ),
      { numRuns: 25, seed: 5 },
    );
  });

  test('with more case numbers that stand twice than are kept, the first of which are shown', async () => {
    // Backwards, so that the first in the files are the last in any order of texts.
    const cases = Array.from({ length: 10_020 }, (_, at) => String(30_000 - at));
    const ledger = (name: string, numbers: readonly string[]): string => {
      const path = join(folder, name);
      const rows = numbers.map((each) => `${each},甲,2024-01-31,维持,4,,注\n`);
      writeFileSync(path, [`${header}\n`, ...rows].join(''));
      return path;
    };
    const paths = [
      ledger('once.csv', cases),
      ledger('twice.csv', [...cases.slice(10), '99', '"30000"', ...cases.slice(0, 10)]),
    ];
    const [one, other] = [
      await tallyWith('builtin', paths, by),
      await tallyWith('duckdb', paths, by),
    ];
    expect(other).toEqual(one);
    const [problem] = other.problems;
    expect(problem).toMatchObject({ code: 'ledger-duplicate-case', rows: 10_021 });
    // Those of the second file from its first line on; the eleventh case stands in line 12 of the first.
    expect(problem?.samples.map(({ place, details }) => [place.line, details])).toEqual(
      [0, 1, 2, 3, 4].map((at) => [
        2 + at,
        {
          text: cases[10 + at],
          column: '案号',
          first: { file: paths[0], line: 12 + at, column: 1 },
        },
      ]),
    );
  });
});
