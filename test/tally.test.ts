import { appendFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { afterAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../src/duckdb/database.ts';
import { loadMapping, tally } from '../src/index.ts';
import { READY_MAPPINGS } from '../src/ledger/ready.ts';
import { tallyLedgers } from '../src/ledger/tally.ts';
import { ChangedInputError } from '../src/read/changes.ts';
import { scanCsv } from '../src/read/plain-csv.ts';
import { duckdb } from '../src/sql/duckdb.ts';
import { parseAmount, parseDay } from '../src/tally/cell.ts';
import { holds } from '../src/tally/condition.ts';
import { examiner } from '../src/tally/examine.ts';
import type { Condition, MappingFile } from '../src/tally/mapping.ts';
import { runFake } from './support/host.ts';
import { mapping, tallyWith, valuesOf } from './support/ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'xc-eval-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('a day', () => {
  test.each([
    ['2024-03-05', 20240305],
    ['2024/3/5', 20240305],
    ['2024.3.5', 20240305],
    ['2024年3月5日', 20240305],
    ['20240305', 20240305],
    ['2024-03-05 23:59:59.5', 20240305],
    ['2024-3-5T8:00', 20240305],
    ['2024-02-29', 20240229],
    ['2000-02-29', 20000229],
  ])('%s', (text, day) => expect(parseDay(text)).toBe(day));

  test.each([
    ['2023-02-29', 'the calendar has no such day'],
    ['1900-02-29', 'nor this century'],
    ['2024-04-31', 'nor April'],
    ['2024-13-01', 'nor a thirteenth month'],
    ['2024-00-01', 'nor a month 0'],
    ['2024-01-00', 'nor a day 0'],
    ['2024-03', 'a month is no day'],
    ['1899-12-31', 'too long ago to be meant'],
    ['2024-03-05T16:00:00Z', 'in Beijing it is the sixth'],
    ['2024-03-05 24:00', 'a day has no such hour'],
    ['2024-03/05', 'two ways of writing in one'],
    ['45356', 'the number that a spreadsheet keeps'],
  ])('%s is none: %s', (text) => expect(parseDay(text)).toBeNull());
});

describe('a number', () => {
  test.each([
    ['1,234.50', { numerator: 2469n, denominator: 2n }],
    ['-3', -3],
    ['+007', 7],
    ['999999999999999999', 999999999999999999n],
  ])('%s', (text, value) => expect(parseAmount(text)).toEqual(value));

  // DuckDB would take the first three of these for 16, 1000 and 1000.
  test.each([
    '0x10',
    '1_000',
    '1e3',
    '12,34',
    '1.5万',
    '１２',
    '.5',
    '5.',
    '0.1234567',
    '1000000000000000000',
  ])('%s is none', (text) => expect(parseAmount(text)).toBeNull());
});

describe('a condition', () => {
  const meets = (condition: Condition, cell: string): boolean => holds(condition, () => cell);
  const column = 'c';

  test('both ends of a range belong to it', () => {
    const year: Condition = { kind: 'dates', column, from: '2024-01-01', until: '2024-12-31' };
    expect(
      ['2023-12-31', '2024-01-01', '2024-12-31 23:59', '2025-01-01'].map((cell) =>
        meets(year, cell),
      ),
    ).toEqual([false, true, true, false]);
    const amount: Condition = { kind: 'numbers', column, from: '0.1', until: '0.3' };
    expect(['0.099999', '0.1', '0.300000', '0.300001'].map((cell) => meets(amount, cell))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('a blank or unreadable cell meets no test but absent, and so the opposite of any', () => {
    const tests: Condition[] = [
      { kind: 'equals', column, value: '撤销' },
      { kind: 'in', column, values: ['撤销'] },
      { kind: 'dates', column, from: '1999-01-01' },
      { kind: 'numbers', column, until: '9' },
      { kind: 'present', column },
    ];
    for (const each of tests) {
      expect(meets(each, '')).toBe(false);
      expect(meets({ kind: 'not', of: each }, '')).toBe(true);
    }
    expect(meets({ kind: 'absent', column }, '')).toBe(true);
    expect(meets({ kind: 'dates', column, from: '1999-01-01' }, '去年')).toBe(false);
  });

  test('and takes all, or takes any', () => {
    const one: Condition = { kind: 'present', column };
    const other: Condition = { kind: 'equals', column, value: 'x' };
    expect(meets({ kind: 'and', of: [one, other] }, 'y')).toBe(false);
    expect(meets({ kind: 'or', of: [other, one] }, 'y')).toBe(true);
  });
});

const CASES: MappingFile = {
  title: '试',
  unit: '单位',
  period: { column: '日期', holds: 'date', grain: 'quarter' },
  caseNumber: '案号',
  counts: {
    行政复议审结量: {},
    复议撤销案件量: { where: { kind: 'equals', column: '方式', value: '撤销' } },
  },
};
const byCase = mapping(CASES);

describe('a row', () => {
  const examine = (row: Readonly<Record<string, string>>, by = byCase) =>
    examiner(by, (text) => text)((column) => row[column] ?? '');

  test('of blank cells is none', () => expect(examine({ 备注: '注' })).toEqual({ kind: 'blank' }));

  test('may have several problems, and is counted where it has a unit and a period', () => {
    const values = { ...CASES, columns: { 方式: { values: ['撤销'] } } };
    const said = examine({ 单位: '甲', 日期: '2024-05-01', 方式: '撤消' }, mapping(values));
    expect(said).toMatchObject({
      problems: [{ code: 'ledger-unknown-value', column: '方式' }],
      values: [1, 0],
    });
    expect(examine({ 日期: '2024-05-01' })).toMatchObject({ period: null });
  });

  test('that no count takes is a problem, unless it is left out', () => {
    const { 行政复议审结量: _, ...counts } = CASES.counts;
    const strict = { ...CASES, counts };
    const row = { 单位: '甲', 日期: '2024-05-01', 方式: '维持' };
    expect(examine(row, mapping(strict))).toMatchObject({
      problems: [{ code: 'ledger-unclassified', column: null }],
    });
    const leftOut = { where: { kind: 'equals', column: '方式', value: '维持' } } as const;
    expect(examine(row, mapping({ ...strict, leftOut }))).toMatchObject({ kind: 'left-out' });
  });

  test('of a longer period than is wanted belongs to none', () => {
    const period = { column: '期间', holds: 'period', grain: 'quarter' } as const;
    const by = mapping({ ...CASES, period });
    expect(examine({ 单位: '甲', 期间: '2024年5月' }, by)).toMatchObject({
      period: { start: 24291, end: 24293 },
    });
    expect(examine({ 单位: '甲', 期间: '2024年' }, by)).toMatchObject({
      problems: [{ code: 'ledger-unreadable-period' }],
    });
  });
});

const header = '案号,单位,日期,方式\n';

// Pieces are of a million bytes; 60,000 rows of 35 are two of them.
const rows = Array.from(
  { length: 60_000 },
  (_, index) =>
    `号${index},${index % 3 === 0 ? '甲' : '乙'},2024-0${1 + (index % 9)}-15,${index % 2 === 0 ? '撤销' : '维持'}\n`,
);
const all = header + rows.join('');
const LARGE_LEDGERS: readonly (readonly [string, Buffer])[] = [
  ['UTF-8', Buffer.from(all)],
  ['UTF-8 with a mark and CRLF', Buffer.from(`\ufeff${all.replaceAll('\n', '\r\n')}`)],
  ['UTF-16', Buffer.from(`\ufeff${all}`, 'utf16le')],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${all}`, 'utf16le').swap16()],
  ['GB18030', gb18030(all)],
  ['quoted', Buffer.from(all.replace(/[^,\n]+/g, '"$&"'))],
  ['quoted from some row on', Buffer.from(all.replace('号50000,', '"号""50000",'))],
];

describe.each(['builtin', 'duckdb'] as const)('by %s', (engine) => {
  test('several ledgers come out as one, and cases are told apart across them', async () => {
    const one = file('one.csv', `${header}1,甲,2024-01-01,撤销\n2,乙,2024-02-01,维持\n`);
    const other = file(
      'other.jsonl',
      '{"案号":2,"单位":"甲","日期":"2024-03-31","方式":null}\n{"案号":3,"单位":"乙","日期":"2024-04-01","方式":"撤销"}\n',
    );
    const made = await tallyWith(engine, [one, other], byCase);
    expect(valuesOf(made)).toEqual([
      {
        unit: '乙',
        period: { start: 24288, end: 24290 },
        reconsiderationConcluded: '1',
        reconsiderationRevoked: '0',
      },
      {
        unit: '乙',
        period: { start: 24291, end: 24293 },
        reconsiderationConcluded: '1',
        reconsiderationRevoked: '1',
      },
      {
        unit: '甲',
        period: { start: 24288, end: 24290 },
        reconsiderationConcluded: '2',
        reconsiderationRevoked: '1',
      },
    ]);
    expect(made.problems).toMatchObject([
      {
        code: 'ledger-duplicate-case',
        column: '案号',
        rows: 1,
        samples: [
          {
            place: { file: other, line: 1 },
            details: { text: '2', first: { file: one, line: 3, column: 1 } },
          },
        ],
      },
    ]);
  });

  test('a case that is left out of one ledger and counted in another is none that stands twice', async () => {
    const header = '案号,单位,日期,方式,结案';
    // 2 is open at the end of the first quarter, 3 at that of the second; 1 stands twice, and is counted twice.
    const first = file(
      `${engine}-q1.csv`,
      `${header}\n1,甲,2024-01-05,撤销,是\n2,甲,2024-03-20,,\n`,
    );
    const second = file(
      `${engine}-q2.csv`,
      `${header}\n2,甲,2024-05-01,维持,是\n3,甲,2024-06-20,,\n1,甲,2024-06-21,撤销,是\n`,
    );
    const closed = mapping({
      title: '结案',
      unit: '单位',
      period: { column: '日期', holds: 'date', grain: 'quarter' },
      caseNumber: '案号',
      leftOut: { where: { kind: 'absent', column: '结案' }, note: '未结' },
      counts: { 行政复议审结量: {} },
    });
    const made = await tallyWith(engine, [first, second], closed);
    expect(made).toMatchObject({ rows: 5, leftOut: 2 });
    expect(made.problems).toMatchObject([
      {
        code: 'ledger-duplicate-case',
        rows: 1,
        samples: [{ place: { file: second, line: 4 }, details: { text: '1' } }],
      },
    ]);
    expect(valuesOf(made)).toMatchObject([
      { reconsiderationConcluded: '1' },
      { reconsiderationConcluded: '2' },
    ]);
    const [open] = [await tallyWith(engine, [first], closed)];
    expect(open?.problems).toEqual([]);
  });

  test('nothing may stand under a column at the end that has no name', async () => {
    const path = file(
      `${engine}-nameless.csv`,
      '案号,单位,日期,方式,\n1,甲,2024-01-01,撤销,\n2,甲,2024-02-01,撤销,附注\n',
    );
    const made = await tallyWith(engine, [path], byCase);
    expect(made.problems).toMatchObject([
      { code: 'extra-cell', rows: 1, samples: [{ place: { file: path, line: 3, column: 5 } }] },
    ]);
    expect(valuesOf(made)).toMatchObject([{ reconsiderationConcluded: '1' }]);
  });

  test.each(LARGE_LEDGERS)('a ledger in many pieces: %s', async (name, bytes) => {
    const path = file(`${engine}-${name}.csv`, bytes);
    const made = await tallyWith(engine, [path], byCase);
    expect(made).toMatchObject({ rows: 60_000, leftOut: 0, problems: [], issues: [] });
    // Every third row is of 甲, every other one revoked, every third of nine months in a quarter.
    expect(
      valuesOf(made)
        .filter(({ unit }) => unit === '甲')
        .map(({ period, reconsiderationConcluded }: Record<string, unknown>) => [
          period,
          reconsiderationConcluded,
        ]),
    ).toEqual(
      [24288, 24291, 24294].map((start) => [
        { start, end: start + 2 },
        String(
          rows.filter(
            (_row, index) => index % 3 === 0 && Math.floor((index % 9) / 3) === (start - 24288) / 3,
          ).length,
        ),
      ]),
    );
  });

  test('bytes that are no text are named', async () => {
    const path = file(
      `${engine}-bad.csv`,
      Buffer.concat([Buffer.from(all), Buffer.from([0xff, 0xff, 10])]),
    );
    const { issues, entries } = await tallyWith(engine, [path], byCase);
    expect(entries).toEqual([]);
    expect(issues).toMatchObject([{ code: 'undecodable-bytes', place: { file: path } }]);
  });

  test('an unclosed quotation mark far down is named with its line, and nothing of the file counted', async () => {
    const path = file(`${engine}-quote.csv`, all.replace('号59999,', '"号59999,'));
    const { issues, entries } = await tallyWith(engine, [path], byCase);
    expect(issues).toMatchObject([{ code: 'malformed-csv', place: { line: 60_001 } }]);
    expect(entries).toEqual([]);
  });

  // DuckDB takes it for a part of the cell, other readers for the beginning of one.
  test('a quotation mark within a cell is named', async () => {
    const path = file(
      `${engine}-within.csv`,
      `${header}1,甲,2024-01-01,撤"销\n2,甲,2024-01-01,维持\n`,
    );
    const { issues, entries } = await tallyWith(engine, [path], byCase);
    expect(issues).toMatchObject([{ code: 'malformed-csv', place: { line: 2 } }]);
    expect(entries).toEqual([]);
  });

  test('a row in which every column of the mapping is blank is none', async () => {
    const path = file(
      `${engine}-blank.csv`,
      '案号,单位,日期,方式,备注\n1,甲,2024-01-01,撤销,\n,\u3000,, ,以上为一月\n,,,,\n2,甲,2024-01-02,撤销,\n',
    );
    expect(await tallyWith(engine, [path], byCase)).toMatchObject({ rows: 2, problems: [] });
  });

  test('a header alone is no ledger', async () => {
    const path = file(`${engine}-empty.csv`, header);
    expect(await tallyWith(engine, [path], byCase)).toMatchObject({
      rows: 0,
      issues: [{ code: 'no-rows' }],
    });
  });

  test('columns may differ in nothing but capitals', async () => {
    const path = file(`${engine}-case.csv`, 'a,A,单位,日期\n撤销,维持,甲,2024-01-01\n');
    const counts = {
      复议撤销案件量: { where: { kind: 'equals', column: 'a', value: '撤销' } },
      复议变更案件量: { where: { kind: 'equals', column: 'A', value: '维持' } },
    } as const;
    const { caseNumber: _, ...rest } = CASES;
    const made = await tallyWith(engine, [path], mapping({ ...rest, counts }));
    expect(made.entries[0]?.values).toEqual([1, 1]);
  });
});

test('sums stay exact where doubles and 64 bits do not suffice', async () => {
  // 999999999999999999.999999 × 30 = 29999999999999999999.99997, above 2^64.
  const rows = Array.from({ length: 30 }, () => '甲,2024-01-01,999999999999999999.999999\n').join(
    '',
  );
  const path = file('large.csv', `单位,日期,金额\n${rows}`);
  const { caseNumber: _, ...rest } = CASES;
  const by = mapping({ ...rest, counts: { 执法人员培训总学时: { sum: '金额' } } });
  for (const engine of ['builtin', 'duckdb'] as const) {
    const made = await tallyWith(engine, [path], by);
    expect(made.entries[0]?.values).toEqual([
      { numerator: 2999999999999999999999997n, denominator: 100_000n },
    ]);
  }
});

test('Parquet gives what the same ledger gives as CSV', async () => {
  const csv = file(
    'typed.csv',
    '案号,单位,日期,时,金额,方式\n1,甲,2024-01-31,2024-05-01 10:00:00,1.50,撤销\n2,甲,2024-04-01,,2.25,\n3,,1850-01-01,2024-06-01 10:00:00,,维持\n3, 乙 ,,,4.00,撤销\n',
  );
  const parquet = join(folder, "it's [1].parquet");
  await withDatabase({ memoryMiB: 64 }, (database) =>
    database.run(
      `COPY (SELECT 案号::INTEGER AS 案号, 单位, 日期::DATE AS 日期, 时::TIMESTAMP AS 时, 金额::DECIMAL(9, 2) AS 金额, 方式 FROM read_csv(${duckdb.text(csv)}, all_varchar = true)) TO ${duckdb.text(parquet)} (FORMAT parquet)`,
    ),
  );
  const by = mapping({
    ...CASES,
    counts: {
      ...CASES.counts,
      复议变更案件量: { where: { kind: 'dates', column: '时', from: '2024-05-01' } },
      复议责令履行案件量: { where: { kind: 'numbers', column: '金额', from: '2' }, sum: '金额' },
    },
  });
  const [plain, packed] = [
    await tallyWith('builtin', [csv], by),
    await tallyWith('duckdb', [parquet], by),
  ];
  expect(packed.entries).toEqual(plain.entries);
  expect(plain.entries).toHaveLength(2);
  const told = ({ problems }: typeof plain) =>
    problems.map(({ code, column, rows }) => ({ code, column, rows }));
  expect(told(packed)).toEqual(told(plain));
  // The place in Parquet is the number of the row; in CSV the header is line 1.
  expect(packed.problems[0]?.samples[0]?.place).toEqual({ file: parquet, line: 3 });
});

test.each(['builtin', 'duckdb'] as const)(
  'what is counted by %s is void where a ledger was written to meanwhile',
  async (engine) => {
    const path = file(`growing-${engine}.csv`, '案号,单位,日期,方式\n1,甲,2024-01-31,撤销\n');
    let written = false;
    const growing = tallyLedgers([path], mapping(CASES), (text) => text, engine, {
      encoding: 'auto',
      standardInput: () => Promise.reject(new Error('no standard input')),
      progress() {
        if (!written) appendFileSync(path, '2,乙,2024-01-31,撤销\n');
        written = true;
      },
    });
    await expect(growing).rejects.toThrow(ChangedInputError);
  },
);

describe('what every reader of CSV takes alike', () => {
  test.each([
    ['a,b\n1,2\n', true],
    ['a,b\r\n1,2\r\n', true],
    ['a,b\n1,2', true],
    ['a,b\n"1","2"\n', true],
    ['a,b\n"1,1","2""2"\n"",""""\n', true],
    ['a,b\n1,2\r\n', false],
    ['a,b\r\n1,2\n', false],
    ['a,b\r1,2\r', false],
    ['a,b\n1,"2\n3"\n', false],
    ['a,b\n1,"2\n', false],
    ['a,b\n1,"2', false],
    ['a,b\n1,"2"3\n', false],
    ['a,b\n1,2"3\n', false],
    ['a,b\n1, "2"\n', false],
    ['a,b\n1,\0\n', false],
  ])('%j: %s', async (text, plain) => {
    expect(await scanCsv(file('scan.csv', text), ',', () => undefined)).toBe(plain);
  });

  test('bytes that are no UTF-8 are not', async () => {
    const bytes = Buffer.concat([Buffer.from('a\n'), Buffer.from([0xb5, 0xa5, 10])]);
    expect(await scanCsv(file('scan.csv', bytes), ',', () => undefined)).toBe(false);
  });
});

describe('the ready mappings', () => {
  test.each(Object.keys(READY_MAPPINGS))('%s is as its published schema has it', async (name) => {
    const { stdout } = await runFake(['schema', 'tally']);
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(stdout));
    expect([validate(await READY_MAPPINGS[name]?.()), validate.errors]).toEqual([true, null]);
    expect(await loadMapping(name)).toMatchObject({ issues: [] });
  });

  test.each(Object.keys(READY_MAPPINGS))(
    '%s works as a file that a user has copied',
    async (name) => {
      const path = join(folder, `${name}.json`);
      expect((await runFake(['template', 'tally', name, '--output', path])).exit).toBe(0);
      expect((await loadMapping(path)).mapping).toEqual((await loadMapping(name)).mapping);
    },
  );

  test('in part resolved is not resolved, in the main satisfied is satisfied, and no answer neither', async () => {
    const { mapping: hotline } = await loadMapping('12345');
    const row = (resolved: string, satisfied: string) =>
      examiner(
        hotline as NonNullable<typeof hotline>,
        (text) => text,
      )(
        (column) =>
          ({
            承办单位: '甲',
            派单日期: '2024-01-01',
            是否响应: '是',
            是否解决: resolved,
            是否满意: satisfied,
          })[column] ?? '',
      );
    // Cases, responded, assessed for resolution, resolved, assessed for satisfaction, satisfied.
    expect(row('部分解决', '基本满意')).toMatchObject({ values: [1, 1, 1, 0, 1, 1], problems: [] });
    expect(row('未评价', '')).toMatchObject({ values: [1, 1, 0, 0, 0, 0], problems: [] });
    expect(row('解决', '不满意')).toMatchObject({ values: [1, 1, 1, 1, 1, 0], problems: [] });
  });

  test('a mediated or withdrawn case is concluded without having been heard', async () => {
    const { mapping: cases } = await loadMapping('复议');
    const row = (outcome: string) =>
      examiner(
        cases as NonNullable<typeof cases>,
        (text) => text,
      )(
        (column) =>
          ({ 案号: '1', 单位: '甲', 结案日期: '2024-01-01', 结案方式: outcome })[column] ?? '',
      );
    // Concluded, heard, revoked, altered, confirmed as illegal, ordered to perform.
    expect(row('调解')).toMatchObject({ values: [1, 0, 0, 0, 0, 0], problems: [] });
    expect(row('终止')).toMatchObject({ values: [1, 0, 0, 0, 0, 0] });
    expect(row('驳回复议请求')).toMatchObject({ values: [1, 1, 0, 0, 0, 0] });
    expect(row('部分撤销')).toMatchObject({ values: [1, 1, 1, 0, 0, 0] });
    expect(row('责令履行')).toMatchObject({ values: [1, 1, 0, 0, 0, 1] });
  });
});

describe('the command line', () => {
  const LEDGER = 'fixtures/data/合成-复议台账.csv';

  /** A standard that no ledger here meets. */
  const strict = (): string =>
    file(
      'config.json',
      JSON.stringify({
        standards: {
          low: {
            metric: '复议纠错率',
            comparison: 'at-most',
            limit: '1%',
            source: { document: 'x', section: 'x', quote: 'x' },
          },
        },
      }),
    );

  test('the counts are an input of metrics, in either format, and --then is the short way', async () => {
    const short = await runFake([
      'tally',
      LEDGER,
      '--mapping',
      '复议',
      '--then',
      'metrics',
      '--format',
      'csv',
    ]);
    for (const format of ['csv', 'json']) {
      const { stdout } = await runFake(['tally', LEDGER, '--mapping', '复议', '--format', format]);
      const long = await runFake(['metrics', '-', '--format', 'csv'], { stdin: stdout });
      expect(long).toMatchObject({ exit: 0, stdout: short.stdout, stderr: '' });
    }
    const { stdout: input } = await runFake(['schema', 'input']);
    const { stdout: counts } = await runFake([
      'tally',
      LEDGER,
      '--mapping',
      '复议',
      '--format',
      'json',
    ]);
    expect(JSON.parse(counts).schemaVersion).toBe(1);
    expect(new Ajv2020({ strict: false }).compile(JSON.parse(input))(JSON.parse(counts))).toBe(
      true,
    );
  });

  test.each([
    ['metrics', 0, ['--by', 'unit', '--format', 'json'], 'groups'],
    ['check', 1, ['--reporter', 'json'], 'findings'],
  ])(
    '%s names a unit as the ledger does, whatever it begins with',
    async (next, exit, how, list) => {
      const units = ['=甲', '+乙', '-丙', '@丁', "'=戊", '己'];
      const rows = units.map((unit, at) => `${at},${unit},2024-01-05,撤销\n`).join('');
      const ledger = file('formulas.csv', `案号,单位,结案日期,结案方式\n${rows}`);
      const run = await runFake([
        ...['tally', ledger, '--mapping', '复议', '--format', 'csv', '--config', strict()],
        ...['--then', next, '--metric', '复议纠错率', ...how],
      ]);
      expect(run.exit).toBe(exit);
      const named = JSON.parse(run.stdout)[list].map(({ unit }: { unit: string }) => unit);
      expect(named.toSorted()).toEqual(units.toSorted());
    },
  );

  test('the language holds for both commands, wherever it stands', async () => {
    const before = await runFake([
      'tally',
      LEDGER,
      '--lang',
      'en',
      '--mapping',
      '复议',
      '--then',
      'metrics',
    ]);
    const after = await runFake([
      'tally',
      LEDGER,
      '--mapping',
      '复议',
      '--then=metrics',
      '--lang=en',
    ]);
    expect(after).toEqual(before);
    expect(after.stderr).toContain('leaves out');
    expect(after.stdout).toContain('verdict');
  });

  test('what the first command cannot do ends both', async () => {
    const run = await runFake(['tally', LEDGER, '--mapping', '12345', '--then', 'metrics']);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
  });

  test('--fail-on decides how the second ends', async () => {
    const run = await runFake([
      'tally',
      LEDGER,
      '--mapping',
      '复议',
      '--then',
      'check',
      '--config',
      strict(),
    ]);
    expect(run.exit).toBe(1);
  });

  test('standard input is a ledger for either engine', async () => {
    const stdin = '案号,单位,结案日期,结案方式\n1,甲,2024-01-01,撤消\n';
    for (const engine of ['builtin', 'duckdb']) {
      const run = await runFake(['tally', '-', '--mapping', '复议', '--engine', engine], { stdin });
      expect(run).toMatchObject({ exit: 2, stdout: '' });
      expect(run.stderr).toContain('标准输入:2:4');
    }
  });

  test('units go by the names that the configuration gives them', async () => {
    const config = file('names.json', JSON.stringify({ units: { names: { 德胜街道: '德胜' } } }));
    const run = await runFake(['tally', LEDGER, '--mapping', '复议', '--config', config]);
    expect(run.stdout).toContain('\n德胜,2024Q1');
  });
});

test('as a library', async () => {
  const { mapping: by, issues } = await loadMapping('复议');
  expect(issues).toEqual([]);
  const made = await tally(['fixtures/data/合成-复议台账.csv'], by as NonNullable<typeof by>);
  expect(made).toMatchObject({ rows: 240, leftOut: 12, problems: [], issues: [] });
  const wrong = await loadMapping('fixtures/mappings/mistakes.json');
  expect(wrong.mapping).toBeNull();
  expect(wrong.issues).toHaveLength(11);
});

/** Encodes by what the platform's own decoder makes of two bytes. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly number[]>();
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++)
      bytes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Buffer.from([...text].flatMap((each) => bytes.get(each) ?? [each.charCodeAt(0)]));
}

describe.each(['builtin', 'duckdb'] as const)(
  'a unit without a case in a period, by %s',
  (engine) => {
    const ledger = () =>
      file(
        `sparse-${engine}.csv`,
        '案号,单位,日期,方式\n1,甲,2024-01-05,撤销\n2,甲,2024-04-05,维持\n3,乙,2024-05-06,撤销\n',
      );
    const quarters = async (noCases?: MappingFile['noCases']) => {
      const by = mapping({ ...CASES, ...(noCases !== undefined && { noCases }) });
      const { entries } = await tallyWith(engine, [ledger()], by);
      return entries.map(({ unit, period, values }) => [
        unit,
        (period.start % 12) / 3 + 1,
        ...values,
      ]);
    };

    test('has no row unless the mapping says what that means: it may not have reported', async () => {
      const reported = [
        ['乙', 2, 1, 1],
        ['甲', 1, 1, 1],
        ['甲', 2, 1, 0],
      ];
      expect(await quarters()).toEqual(reported);
      expect(await quarters({ means: 'unreported' })).toEqual(reported);
    });

    test('has none, where the mapping says so, in the periods of the ledger', async () => {
      expect(await quarters({ means: 'zero' })).toEqual([
        ['乙', 1, 0, 0],
        ['乙', 2, 1, 1],
        ['甲', 1, 1, 1],
        ['甲', 2, 1, 0],
      ]);
    });
  },
);

describe.each(['builtin', 'duckdb'] as const)(
  'a key that stands twice in a row, by %s',
  (engine) => {
    const row = '"案号":"1","单位":"甲","日期":"2024-01-05","方式":"撤销"';
    const tallied = (name: string, content: string) =>
      tallyWith(engine, [file(`${engine}-${name}`, content)], byCase);

    test.each([
      ['twice.jsonl', `{${row},"备注":"一","备注":["二"]}\n`],
      ['twice.json', `[{${row},"备注":"一","备注":["二"]}]`],
    ])('is no problem where the mapping does not use it: %s', async (name, content) => {
      const { entries, problems, issues } = await tallied(name, content);
      expect([...problems, ...issues]).toEqual([]);
      expect(entries).toMatchObject([{ unit: '甲', values: [1, 1] }]);
    });

    test('is one where it does', async () => {
      const lines = await tallied('used.jsonl', `{${row},"方式":"维持"}\n`);
      expect(lines.problems).toMatchObject([{ code: 'duplicate-key', rows: 1 }]);
      expect(lines.problems[0]?.samples).toMatchObject([{ details: { text: '方式' } }]);
      const { issues } = await tallied('used.json', `[{${row},"方式":"维持"}]`);
      expect(issues).toMatchObject([{ code: 'duplicate-key', details: { text: '方式' } }]);
    });
  },
);

describe.each(['builtin', 'duckdb'] as const)('a unit without a counted case, by %s', (engine) => {
  // 丙 has nothing but an open case, and nobody a case that is closed in the second quarter.
  const ledger = () =>
    file(
      `open-${engine}.csv`,
      [
        '案号,单位,日期,方式',
        '1,甲,2024-01-05,撤销',
        '2,丙,,在办',
        '3,甲,2024-04-05,在办',
        '4,合计,2024-07-01,在办',
        '5,,,在办',
        '',
      ].join('\n'),
    );
  const zero = { means: 'zero' } as const;
  const open: Condition = { kind: 'equals', column: '方式', value: '在办' };
  const quarters = async (change: Partial<MappingFile>) => {
    const by = mapping({ ...CASES, noCases: zero, ...change });
    const { entries, problems } = await tallyWith(engine, [ledger()], by);
    expect(problems).toEqual([]);
    return entries.map(({ unit, period, values }) => `${unit} ${period.start % 12} ${values}`);
  };

  test('has none where left-out rows name it, in each period that rows name', async () => {
    expect(await quarters({ leftOut: { where: open } })).toEqual([
      ...['丙 0 0,0', '丙 3 0,0', '丙 6 0,0'],
      ...['甲 0 1,1', '甲 3 0,0', '甲 6 0,0'],
    ]);
  });

  test('has no row where that is not what a missing row means', async () => {
    const noCases = { means: 'unreported' } as const;
    expect(await quarters({ noCases, leftOut: { where: open } })).toEqual(['甲 0 1,1']);
  });

  test('has no row where the unit is what is left out, and none in a period that is', async () => {
    const unit: Condition = { kind: 'in', column: '单位', values: ['丙', '合计', ''] };
    expect(await quarters({ leftOut: { where: { kind: 'or', of: [unit, open] } } })).toEqual([
      ...['甲 0 1,1', '甲 3 0,0', '甲 6 0,0'],
    ]);
    const later: Condition = { kind: 'dates', column: '日期', from: '2024-04-01' };
    const undated: Condition = { kind: 'absent', column: '日期' };
    expect(await quarters({ leftOut: { where: { kind: 'or', of: [later, undated] } } })).toEqual([
      '丙 0 0,0',
      '甲 0 1,1',
    ]);
  });

  test('has none behind --then either', async () => {
    const by = { ...CASES, noCases: zero, leftOut: { where: open } };
    const run = await runFake([
      ...['tally', ledger(), '--mapping', file('zero.json', JSON.stringify(by))],
      ...['--engine', engine, '--then', 'metrics', '--by', 'unit', '--format', 'json'],
    ]);
    const { groups } = JSON.parse(run.stdout);
    expect(groups.map(({ unit }: { unit: string }) => unit)).toEqual(['丙', '甲']);
  });
});

describe('a mapping that cannot be meant', () => {
  const problemsOf = async (change: object) => {
    const path = file('mapping.json', JSON.stringify({ ...CASES, ...change }, null, 1));
    const { issues } = await loadMapping(path);
    return issues.map(({ code }) => code);
  };
  const range = (kind: string, from: string, until: string) => ({
    where: { kind, column: '日期', from, until },
  });

  test('has a range that ends before it begins', async () => {
    const reversed = ['mapping-reversed-range'];
    const year = range('dates', '2024-12-31', '2024/1/1');
    expect(await problemsOf({ counts: { 行政复议申请量: year } })).toEqual(reversed);
    expect(await problemsOf({ leftOut: range('numbers', '10', '9') })).toEqual(reversed);
    expect(await problemsOf({ leftOut: range('numbers', '9', '9.0') })).toEqual([]);
  });

  describe('and is out of form elsewhere is told of at once, and of nothing that follows', () => {
    const columns = { 方式: { values: ['撤销', '维持'] } };
    const slip = { where: { kind: 'equals', column: '方式', value: '撤消' } };
    const reversed = range('numbers', '2', '1');
    const all = (...of: unknown[]) => ({ where: { kind: 'and', of } });
    const [unknown, both] = [{ 莫须有: {} }, { 行政复议申请量: slip, ...CASES.counts }];

    test.each<[string, object, readonly string[]]>([
      [
        'a key of its own that nobody knows',
        { columns, colour: 'red', leftOut: reversed, counts: both },
        ['config-unknown-key', 'mapping-reversed-range', 'mapping-unknown-value'],
      ],
      [
        'a section of another type',
        { columns, caseNumber: 3, noCases: 'zero', leftOut: slip, counts: unknown },
        [
          'config-wrong-type',
          'config-wrong-type',
          'mapping-unknown-value',
          'mapping-unknown-count',
        ],
      ],
      [
        'the count itself',
        { counts: { ...CASES.counts, 莫须有: 3, 子虚: { were: {} }, 乌有: { where: 3, sum: 4 } } },
        [
          ...['config-wrong-type', 'config-unknown-key', 'config-wrong-type', 'config-wrong-type'],
          ...['mapping-unknown-count', 'mapping-unknown-count', 'mapping-unknown-count'],
        ],
      ],
      [
        'one condition of several',
        { columns, leftOut: all({ kind: 'not', of: { kind: 'is' } }, slip.where, reversed.where) },
        ['config-not-among', 'mapping-unknown-value', 'mapping-reversed-range'],
      ],
      [
        'counts that are none',
        { columns, leftOut: slip, counts: {} },
        ['config-blank', 'mapping-unknown-value'],
      ],
      [
        'a column whose values are not known then',
        { columns: { 方式: { value: ['撤销'] } }, leftOut: slip, counts: unknown },
        ['config-missing-key', 'config-unknown-key', 'mapping-unknown-count'],
      ],
      [
        'a limit that is misspelt, and so is none',
        { leftOut: { where: { kind: 'dates', column: '日期', form: '2024-01-01' } } },
        ['config-unknown-key'],
      ],
      [
        'a condition with a key too many and its list missing',
        { columns, leftOut: { where: { kind: 'and', column: '方式', of: '-' } }, counts: both },
        ['config-wrong-type', 'config-unknown-key', 'mapping-unknown-value'],
      ],
      [
        'a file of another kind',
        { counts: null, title: null, unit: undefined },
        ['config-wrong-type', 'config-missing-key', 'config-wrong-type'],
      ],
    ])('%s', async (_, change, codes) => {
      expect((await problemsOf(change)).toSorted()).toEqual(codes.toSorted());
    });
  });

  test('has no counts, or counts that nobody knows', async () => {
    expect(await problemsOf({ counts: {} })).toEqual(['config-blank']);
    expect(await problemsOf({ counts: { 莫须有: {} } })).toEqual(['mapping-unknown-count']);
  });
});

describe.each(['builtin', 'duckdb'] as const)('by %s', (engine) => {
  const HEADER = '案号,单位,日期,方式\n';

  test('a ledger of several names is a problem, and counted once', async () => {
    const path = file('named.csv', `${HEADER}1,甲,2024-01-31,撤销\n`);
    const link = join(folder, `link-${engine}.csv`);
    symlinkSync(path, link);
    const paths = [path, join(folder, '.', 'named.csv'), link];
    const { issues, entries } = await tallyWith(engine, paths, mapping(CASES));
    expect(issues.map(({ code, place }) => [code, place.file])).toEqual([
      ['same-input-twice', paths[1]],
      ['same-input-twice', link],
    ]);
    expect(entries[0]?.values[0]).toBe(1);
  });

  test('a header below the rows that are looked at is said to be looked for above', async () => {
    const path = file('deep.csv', `${',,,\n'.repeat(29)}题,,,\n${HEADER}1,甲,2024-01-31,撤销\n`);
    const { issues } = await tallyWith(engine, [path], mapping(CASES));
    expect(issues).toMatchObject([{ code: 'ledger-no-columns', details: { within: 30 } }]);
  });

  // 乙 has no row in the first quarter, but the row without a day may be one.
  test.each([
    ['a day that is none', '4,乙,不详,撤销\n'],
    ['a total', '4,合计,2024-01-05,撤销\n'],
    ['a row that is cut short', '4,乙\n'],
  ])('where rows were lost, no row is not no case: %s', async (_, lost) => {
    const rows = '1,甲,2024-01-05,撤销\n2,甲,2024-04-05,维持\n3,乙,2024-05-06,撤销\n';
    const path = file(`lost-${engine}.csv`, `${HEADER}${rows}${lost}`);
    const by = mapping({ ...CASES, noCases: { means: 'zero' } });
    const { entries } = await tallyWith(engine, [path], by);
    expect(entries.map(({ unit, period }) => [unit, period.start % 12])).toEqual([
      ['乙', 3],
      ['甲', 0],
      ['甲', 3],
    ]);
  });
});

describe.each(['builtin', 'duckdb'] as const)('a row of a total, by %s', (engine) => {
  test('is a problem with its place and text, and never a unit', async () => {
    const units = ['甲', '合计', '小计（街道）', '其中：街道', ' 总 计', '平均', '全区合计', '乙'];
    const rows = units.map((unit, at) => `${at},${unit},2024-01-05,撤销\n`).join('');
    const path = file(`total-${engine}.csv`, `案号,单位,日期,方式\n${rows}`);
    const { entries, problems, rows: read } = await tallyWith(engine, [path], mapping(CASES));
    expect(entries.map(({ unit, values }) => [unit, ...values])).toEqual([
      ['乙', 1, 1],
      ['甲', 1, 1],
    ]);
    expect(read).toBe(8);
    expect(problems).toMatchObject([{ code: 'ledger-total-row', column: '单位', rows: 6 }]);
    expect(problems[0]?.samples.map(({ place, details }) => [place, details])).toEqual(
      ['合计', '小计（街道）', '其中：街道', '总 计', '平均'].map((text, at) => [
        { file: path, line: 3 + at, column: 2 },
        { text, column: '单位' },
      ]),
    );
  });

  test('is none where the mapping leaves it out, or the unit has another name', async () => {
    const path = file(
      `left-total-${engine}.csv`,
      '案号,单位,日期,方式\n1,合计,2024-01-05,撤销\n2,甲,2024-01-05,撤销\n',
    );
    const where = { kind: 'equals', column: '单位', value: '合计' } as const;
    const without = await tallyWith(engine, [path], mapping({ ...CASES, leftOut: { where } }));
    expect(without).toMatchObject({ leftOut: 1, problems: [], entries: [{ unit: '甲' }] });
    const nameOf = (text: string): string => (text === '合计' ? '本局' : text);
    const { tally: named } = await tallyLedgers([path], mapping(CASES), nameOf, engine, {
      encoding: 'auto',
      standardInput: () => Promise.reject(new Error('no standard input')),
      progress: () => undefined,
    });
    expect(named).toMatchObject({ problems: [], entries: [{ unit: '本局' }, { unit: '甲' }] });
  });
});

describe.each(['builtin', 'duckdb'] as const)('a sum, by %s', (engine) => {
  const HEADER = '单位,日期,数\n';
  const { caseNumber: _, ...rest } = CASES;
  const by = (counts: MappingFile['counts']) => mapping({ ...rest, counts });
  const told = ({ problems }: Awaited<ReturnType<typeof tallyWith>>) =>
    problems.map(({ code, column, rows, samples }) => [
      code,
      column,
      rows,
      ...samples.map(({ place, details }) => [place.line, place.column, details]),
    ]);

  test('of cases takes no negative number and no fraction, and names them', async () => {
    const cells = ['-3', '0.7', '5', ' -0.5 ', '2.000', '"1,000.50"', '-0', '约5'];
    const rows = cells.map((cell) => `甲,2024-01-05,${cell}\n`).join('');
    const path = file(`sum-${engine}.csv`, `${HEADER}乙,2024-01-05,-3\n${rows}`);
    const made = await tallyWith(engine, [path], by({ 行政复议审结量: { sum: '数' } }));
    const said = (line: number, text: string) => [line, 3, { text, column: '数' }];
    expect(told(made)).toEqual([
      ['ledger-unreadable-number', '数', 1, said(10, '约5')],
      ['ledger-negative-number', '数', 3, said(2, '-3'), said(3, '-3'), said(6, '-0.5')],
      ['ledger-fractional-number', '数', 2, said(4, '0.7'), said(8, '1,000.50')],
    ]);
    // 5 + 2.000 - 0, and nothing of the others.
    expect(made.entries.map(({ unit, values }) => [unit, ...values])).toEqual([
      ['乙', 0],
      ['甲', 7],
    ]);
  });

  test('of hours takes fractions, whatever another count makes of the same column', async () => {
    const path = file(
      `hours-${engine}.csv`,
      `${HEADER}甲,2024-01-05,1.5\n甲,2024-01-06,2\n甲,2024-01-07,-1.5\n`,
    );
    const hours = { 执法人员培训总学时: { sum: '数' } };
    const alone = await tallyWith(engine, [path], by(hours));
    expect(told(alone).map(([code, , rows]) => [code, rows])).toEqual([
      ['ledger-negative-number', 1],
    ]);
    expect(alone.entries[0]?.values).toEqual([{ numerator: 7n, denominator: 2n }]);
    const both = await tallyWith(engine, [path], by({ ...hours, 行政复议审结量: { sum: '数' } }));
    expect(told(both).map(([code, , rows]) => [code, rows])).toEqual([
      ['ledger-negative-number', 1],
      ['ledger-fractional-number', 1],
    ]);
    expect(both.entries[0]?.values).toEqual([{ numerator: 7n, denominator: 2n }, 2]);
  });

  test('says nothing of rows that are not in it', async () => {
    const path = file(
      `credit-${engine}.csv`,
      `${HEADER}甲,2024-01-05,-3\n甲,2024-01-06,4\n甲,2024-01-07,0.5\n`,
    );
    const where = { kind: 'numbers', column: '数', from: '1' } as const;
    const counts = { 行政复议审结量: { sum: '数', where }, 行政复议申请量: {} };
    const made = await tallyWith(engine, [path], by(counts));
    expect(made.problems).toEqual([]);
    expect(made.entries[0]?.values).toEqual([4, 3]);
  });
});

describe('a column of Parquet', () => {
  const parquetOf = async (name: string, select: string): Promise<string> => {
    const path = join(folder, `${name}.parquet`);
    await withDatabase({ memoryMiB: 64 }, (database) =>
      database.run(`COPY (${select}) TO ${duckdb.text(path)} (FORMAT parquet)`),
    );
    return path;
  };

  test.each([
    ['bytes', "'\\xE4'::BLOB", 'BLOB'],
    ['a list', "['甲']", 'VARCHAR[]'],
    ['a structure', "{'a': '甲'}", 'STRUCT(a VARCHAR)'],
  ])('that holds %s is a problem', async (name, value, type) => {
    const select = `SELECT '1' AS 案号, ${value} AS 单位, DATE '2024-01-31' AS 日期, '撤销' AS 方式`;
    const path = await parquetOf(name, select);
    const { issues, entries } = await tallyWith('duckdb', [path], mapping(CASES));
    expect(issues).toMatchObject([
      { code: 'ledger-column-type', details: { column: '单位', type } },
    ]);
    expect(entries).toEqual([]);
  });

  test('that holds days is no column of periods, as in CSV', async () => {
    const by = mapping({ ...CASES, period: { column: '日期', holds: 'period', grain: 'quarter' } });
    const csv = file('days.csv', '案号,单位,日期,方式\n1,甲,,撤销\n2,甲,2024-01-31,撤销\n');
    const path = await parquetOf(
      'days',
      `SELECT 案号, 单位, 日期::DATE AS 日期, 方式 FROM read_csv(${duckdb.text(csv)}, all_varchar = true)`,
    );
    const packed = await tallyWith('duckdb', [path], by);
    const plain = await tallyWith('builtin', [csv], by);
    const told = ({ problems }: typeof plain) =>
      problems.map(({ code, rows, samples }) => ({ code, rows, shown: samples.length }));
    expect(told(packed)).toEqual(told(plain));
    expect(packed.entries).toEqual(plain.entries);
  });
});

test.each([
  [[], /或加 --allow-invalid：/],
  [['--allow-invalid'], /除读不全或归不了单位、期间的行外没有可计的行，未计数。请改正台账或映射$/],
])('where no row can be counted, what is asked for is said with %o', async (options, expected) => {
  const stdin = '案号,单位,结案日期,结案方式\n4,丙,某日,驳回\n';
  const run = await runFake(['tally', '-', '--mapping', '复议', ...options], { stdin });
  expect(run).toMatchObject({ exit: 2, stdout: '' });
  expect(run.stderr.trimEnd().split('\n').at(-1)).toMatch(expected);
});
