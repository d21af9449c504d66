import { appendFileSync, rmSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { groupedByUnit } from '../src/aggregate/grouped-by-unit.ts';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import { type Analysis, analysisOf, analysisOfGroups } from '../src/cli/analysis.ts';
import { createReportMaker } from '../src/cli/metrics-report.ts';
import { openByUnit } from '../src/read/by-unit.ts';
import { ChangedInputError } from '../src/read/changes.ts';
import { load } from '../src/read/load.ts';
import { writeJson } from '../src/report/json.ts';
import { source, temporaryFiles } from './support/config.ts';
import { runFake } from './support/host.ts';
import { withNameless } from './support/nameless.ts';

const files = temporaryFiles();
afterAll(files.remove);

const { counts, metrics, inputsOf } = builtInCatalogue();

/** The counts of metrics of each kind, stocks and flows, with means and standards of each year among them. */
const IDS = Object.keys(metrics).filter((_, index) => index % 2 === 1);
const COLUMNS = [...new Set(IDS.flatMap((id) => inputsOf(id)))];
/** Counts of which the year before is asked, by formulas and by a standard. */
const LOOKED_BACK = ['administrativeInspections', 'emergencyDrills', 'streetCommunityMediators'];

const cell = fc.oneof(
  { weight: 160, arbitrary: fc.integer({ min: 0, max: 70 }).map(String) },
  { weight: 60, arbitrary: fc.constant('0') },
  { weight: 40, arbitrary: fc.constantFrom('', '—', '１２', '1,0', '7件') },
  // Beside a figure of the same rate it has the data held.
  { weight: 1, arbitrary: fc.constant('不适用') },
);
const UNITS = ['甲', '乙', '丙', '德胜街道', '西城区', '=甲'];
const PERIODS = [
  ...['2023Q1', '2023年第二季度', '2023Q3', '2023Q4', '2024Q1', '2024Q2', '2024Q3', '2024Q4'],
  ...['2024', '2023', '2024-07', '2024-08', '2025年1月', '2024年4-9月', '2024年1-9月'],
];

/** A year as it stands, or in the periods that make it up. */
const YEARS = ['2023', '2024'].flatMap((year) => [
  [year],
  [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`),
  [`${year}Q1`, `${year}年第二季度`, `${year}H2`],
]);

const keysOf = (forms: readonly (readonly string[])[], maxLength: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...UNITS), fc.constantFrom(...forms)), {
      minLength: 1,
      maxLength,
    })
    .map((all) => all.flatMap(([unit, periods]) => periods.map((period) => [unit, period])));

/** A cell of a row. Years have ten times as many cases as their parts, which seldom exceed them then. */
const textIn = ([, period = '']: readonly string[], text: string): string =>
  /^\d{4}$/.test(period) && /^\d+$/.test(text) ? `${text}0` : text.replace(/^1,0$/, '');

/** Tables of one row a unit and period in any order; periods nest, and units miss some. */
const namedColumns = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...COLUMNS, ...LOOKED_BACK), { minLength: 1, maxLength: 9 }),
    fc.oneof(
      keysOf(
        PERIODS.map((period) => [period]),
        24,
      ),
      keysOf(YEARS, 6),
    ),
    fc.array(cell, { minLength: 9 * 24, maxLength: 9 * 24 }),
  )
  .map(([columns, stated, cells]) => {
    const keys = [...new Map(stated.map((key) => [key.join(), key])).values()];
    const rows = keys.map((key, row) => [
      ...key,
      ...columns.map((_, column) => textIn(key, cells[row * 9 + column] ?? '')),
    ]);
    const header = ['单位', '期间', ...columns.map((id) => counts[id]?.label ?? '')];
    return [header, ...rows].map((row) => row.join(',')).join('\n');
  });
const table = withNameless(namedColumns);

const NOTE = /^由内置引擎计算.*\n/;

async function bothWays(text: string, args: readonly string[]) {
  const path = files.write('table.csv', text);
  const [command = '', ...rest] = args;
  const by = (engine: string) => runFake([command, path, ...rest, '--engine', engine]);
  const { stderr, ...result } = await by('duckdb');
  const held = await by('builtin');
  return {
    held,
    streamed: { ...result, stderr: stderr.replace(NOTE, '') },
    isStreamed: !NOTE.test(stderr),
  };
}

const COMMANDS = [
  'metrics --format json',
  'metrics --format jsonl --by unit --interval',
  'metrics --format json --by period',
  'metrics --format json --by total --fail-on breach',
  'metrics --format csv --by unit,period --fail-on warn',
  'metrics --format markdown --by unit --period 2024',
  'metrics --format table',
  'metrics --format csv --layout wide --by period',
  'check --reporter json',
  'check --reporter text --fail-on unknown',
  'check --reporter junit --period 2023,2024',
  'metrics --format json --by period --unit 甲,乙',
  'check --reporter json --unit 甲,丙',
  'metrics --format json --by total --unit 甲,乙 --period 2024',
];

describe('a table that is gone through unit by unit gives what one that is held does', () => {
  test.each(COMMANDS)('%s', async (command) => {
    let streamed = 0;
    await fc.assert(
      fc.asyncProperty(table, async (text) => {
        const both = await bothWays(text, command.split(' '));
        expect(both.streamed).toEqual(both.held);
        if (both.isStreamed) streamed++;
      }),
      { numRuns: 20 },
    );
    expect(streamed).toBeGreaterThan(0);
  });

  test.each([
    ['a cell that is no count', '甲,2024,三,9\n乙,2024,1,9'],
    ['a part above its whole', '甲,2024,10,9\n乙,2024,1,9'],
    ['a row twice', '甲,2024,1,9\n乙,2024,1,9\n甲,2024,1,9'],
    ['a row too short', '甲,2024,1\n乙,2024,1,9'],
    ['a blank line', '甲,2024,1,9\n\n乙,2024,1,9'],
    ['a footnote', '甲,2024,1,9\n乙,2024,1,9\n注：含结转,,,'],
    ['a total', '甲,2024,1,9\n乙,2024,1,9\n合计,2024,2,18'],
    ['a total of periods', '甲,2023,1,9\n甲,2024,1,9\n甲,合计,2,18\n乙,2024,1,9'],
    ['quoted cells', '"甲",2024,1,9\n"乙",2024,1,9'],
    ['a single unit', '甲,2024,1,9\n甲,2023,1,9'],
    ['a unit by two names', '甲 ,2024,1,9\n乙,2024,1,9\n甲,2023,1,9'],
    ['a unit in two widths', '甲（一）,2024,1,9\n乙,2024,1,9\n甲(一),2023,1,9'],
    ['no rows', ''],
  ])('also of %s, whichever of the two can do it', async (_, rows) => {
    const text = `单位,期间,撤销,实际审理\n${rows}`;
    for (const args of [['check'], ['metrics', '--by', 'unit', '--format', 'json']]) {
      const both = await bothWays(text, args);
      expect(both.streamed).toEqual(both.held);
    }
  });

  test.each([
    ['blank', '', true],
    ['with something in it', '7', false],
  ])('also of a column without a name that is %s', async (_, cell, isStreamed) => {
    // Out of order, so that its rows are brought together in a copy.
    for (const header of [
      '单位,期间,撤销,,实际审理',
      ',单位,期间,撤销,实际审理',
      '单位,期间,撤销,实际审理,',
    ]) {
      const at = header.split(',').indexOf('');
      const rows = ['甲,2023,1,9', '乙,2024,2,9', '甲,2024,3,9'].map((row, line) =>
        row
          .split(',')
          .toSpliced(at, 0, line === 1 ? cell : '')
          .join(','),
      );
      const both = await bothWays([header, ...rows].join('\n'), ['metrics', '--by', 'unit']);
      expect(both.streamed).toEqual(both.held);
      expect([both.isStreamed, both.held.exit]).toEqual([isStreamed, isStreamed ? 0 : 2]);
      if (!isStreamed) expect(both.held.stderr).toContain(`table.csv:3:${at + 1}: `);
    }
  });

  test('where one of all units is asked for', async () => {
    const text = '单位,期间,撤销,实际审理\n甲,2024,1,9\n乙,2024,1,9';
    const both = await bothWays(text, ['metrics', '--unit', '甲', '--by', 'total']);
    expect(both.streamed).toEqual(both.held);
    expect(both.isStreamed).toBe(false);
  });
});

test.each([
  // A rate without 乙, whose 20 are no whole of its part: 1 of 10.
  ['in part', '不适用,20', false],
  ['at all', '不适用,不适用', true],
])('a unit to which a rate does not apply %s is left out of it', async (_, cells, isStreamed) => {
  const text = `单位,期间,败诉,被提起行政诉讼\n甲,2024,1,10\n乙,2024,${cells}`;
  const args = ['--by', 'total', '--format', 'csv', '--layout', 'wide'];
  const both = await bothWays(text, ['metrics', ...args]);
  expect(both.streamed).toEqual(both.held);
  expect(both.held.stdout).toBe('unit,period,litigationLossRate\n,2024,0.1\n');
  expect(both.isStreamed).toBe(isStreamed);
});

test.each(['metrics --by total', 'metrics --by unit --format json', 'check --fail-on unknown'])(
  'units that say nothing of a period are refused, not passed: %s',
  async (command) => {
    const text = '单位,期间,撤销,实际审理\n甲,2023,1,9\n乙,2023,,\n丙,2024,1,9';
    const args = `${command} --unit 甲,乙 --period 2024`.split(' ');
    const both = await bothWays(text, args);
    expect(both.streamed).toEqual(both.held);
    expect(both.held).toMatchObject({ exit: 2, stdout: '' });
    expect(both.held.stderr).toContain('所选的单位在所选的期间没有数据');
  },
);

test('all units together are unknown where one has left a cell blank, and the place is that cell', async () => {
  const text = [
    '单位,期间,受理的行政复议案件数量,受理的一审行政诉讼案件数量',
    '甲,2024,9,5',
    '乙,2024,,5',
    '丙,2024,7,',
  ].join('\n');
  const both = await bothWays(text, ['check', '--reporter', 'json', '--fail-on', 'unknown']);
  expect(both.streamed).toEqual(both.held);
  expect(both.isStreamed).toBe(true);
  const { findings } = JSON.parse(both.streamed.stdout);
  // Of the counts that are missing the first is 乙's, in the third line and column.
  expect(findings).toContainEqual(
    expect.objectContaining({
      unit: null,
      standard: 'reconsiderationAboveLitigation',
      flag: 'unknown',
      line: 3,
      column: 3,
    }),
  );
});

test('units that were not there the year before have no year before, whoever else was', async () => {
  const text = ['单位,期间,行政复议申请量', '甲,2024,9', '乙,2024,5', '丙,2023,7'].join('\n');
  const args = ['metrics', '--unit', '甲,乙', '--by', 'total', '--format', 'json'];
  const both = await bothWays(text, args);
  expect(both.streamed).toEqual(both.held);
  expect(both.isStreamed).toBe(true);
  const [{ metrics: found }] = JSON.parse(both.streamed.stdout).groups;
  expect(found).toContainEqual(
    expect.objectContaining({
      id: 'reconsiderationApplicationsYearOnYearRatio',
      reason: 'no-prior-year',
    }),
  );
});

test('a standard for each year of the whole is held against the years that quarters make up', async () => {
  const config = files.config({
    standards: {
      yearly: {
        metric: '复议纠错率',
        comparison: 'at-most',
        limit: '4%',
        scope: 'whole',
        per: 'year',
        source,
      },
    },
  });
  const rows = ['甲', '乙'].flatMap((unit) =>
    [1, 2, 3, 4].map((quarter) => `${unit},2024Q${quarter},${unit === '甲' ? 1 : 0},0,0,0,10`),
  );
  const text = ['单位,期间,撤销,变更,确认违法,责令履行,实际审理', ...rows].join('\n');
  const both = await bothWays(text, ['check', '--reporter', 'json', '--config', config]);
  expect(both.streamed).toEqual(both.held);
  expect(both.isStreamed).toBe(true);
  // 4 of 80 are 5 %; a quarter has 1 of 20, and is not asked.
  expect(JSON.parse(both.streamed.stdout).findings).toEqual([
    expect.objectContaining({ unit: null, period: '2024', numerator: 4, denominator: 80 }),
  ]);
});

describe('where one unit reports the year and another its quarters', () => {
  const text = [
    '单位,期间,区政府常务会议听取依法行政工作汇报次数',
    '甲,2024,1',
    ...['乙,2024Q1,0', '乙,2024Q2,0', '乙,2024Q3,1', '乙,2024Q4,1'],
  ].join('\n');

  test('the whole year is judged', async () => {
    const both = await bothWays(text, ['check', '--reporter', 'json']);
    expect(both.streamed).toEqual(both.held);
    expect(both.isStreamed).toBe(true);
    // 1 + (0 + 0 + 1 + 1) reports, of which two are asked for in a year.
    expect(JSON.parse(both.streamed.stdout)).toMatchObject({
      findings: [],
      summary: { judged: 1, ok: 1 },
    });
  });

  test('a quarter of the other that is blank is named', async () => {
    const both = await bothWays(text.replace('乙,2024Q2,0', '乙,2024Q2,'), ['check']);
    expect(both.streamed).toEqual(both.held);
    expect(both.isStreamed).toBe(true);
    expect(both.streamed.stdout).toContain('（未报：乙 2024年第二季度）');
  });

  test('months beside a stated year are the same rows, whichever of the two is asked', async () => {
    const months = ['甲', '乙'].flatMap((unit) =>
      Array.from({ length: 12 }, (_, month) => `${unit},2024年${month + 1}月,10,9`),
    );
    const rows = [...months, '甲,2024,120,108', '丙,2024,120,108'];
    const table = ['单位,期间,诉求总量,响应诉求', ...rows].join('\n');
    for (const command of ['check --reporter json', 'metrics --by period --format json']) {
      const both = await bothWays(table, command.split(' '));
      expect(both.streamed).toEqual(both.held);
      expect(both.isStreamed).toBe(true);
    }
  });
});

describe('a unit that reports periods that overlap is not told of as one that has not reported', () => {
  const text = ['单位,期间,考试,通过', '甲,2024H1,9,8', '甲,2024年4-9月,9,8', '乙,2024年1-9月,9,']
    .join('\n')
    .replace('考试', '执法资格考试参考人数')
    .replace('通过', '执法资格考试通过人数');

  test.each([
    [
      'metrics --by total',
      '甲：期间互有重叠，不能相加；乙 2024年1-9月：缺“执法资格考试通过人数” │',
    ],
    ['metrics --by unit', '“执法资格考试参考人数”（期间互有重叠，不能相加）'],
    [
      'metrics --by total --lang en',
      '甲 (periods overlap and cannot be added); 乙 2024-01/2024-09 (missing: Candidates',
    ],
    [
      'metrics --by total --format json',
      '"missing":[{"unit":"甲","period":null,"overlapping":true,"counts":["examinationsPassed","examinationsTaken"]},{"unit":"乙","period":"2024-01/2024-09","counts":["examinationsPassed"]}]',
    ],
  ])('%s', async (command, expected) => {
    const both = await bothWays(text, command.split(' '));
    expect(both.streamed).toEqual(both.held);
    expect(both.isStreamed).toBe(true);
    expect(both.streamed.stdout).toContain(expected);
  });

  test('explain', async () => {
    const path = files.write('overlap.csv', text);
    const explain = (by: string) =>
      runFake(['explain', '执法资格考试通过率', path, '--by', by]).then(({ stdout }) => stdout);
    expect(await explain('unit')).toContain('通过 期间重叠 ÷ 参考 期间重叠');
    // 乙 has left it blank, whatever may be said of 甲.
    expect(await explain('total')).toContain('通过 未报送 ÷ 参考 期间重叠');
  });
});

/** What a table says when its rows are read as they stand, or null where units do not stand together. */
async function asItStands(path: string, by: 'unit' | 'unit,period' | 'period' | 'total') {
  const catalogue = builtInCatalogue();
  const figures = { precision: 2, rounding: 'half-up', lang: 'zh' } as const;
  const maker = await createReportMaker({ ...figures, by, metric: [], format: 'json' }, catalogue);
  const jsonOf = (analysis: Analysis) => [...writeJson(maker.reportOf(analysis))].join('');
  const opened = await openByUnit(path, catalogue, { encoding: 'auto', update: () => undefined });
  const loaded = await load([path], catalogue, {
    encoding: 'auto',
    standardInput: async () => Buffer.alloc(0),
    progress: () => undefined,
  });
  const options = { by, failOn: 'never' } as const;
  const metrics = maker.metricsFor(loaded.dataset);
  return {
    held: jsonOf(analysisOf(loaded, {}, options, metrics, catalogue)),
    streamed:
      opened &&
      jsonOf(
        analysisOfGroups(
          groupedByUnit(opened.data, by, {}, catalogue),
          [],
          options,
          metrics,
          catalogue,
        ),
      ),
  };
}

describe('a table whose units stand together is read as it stands', () => {
  const sorted = table.map((text) => {
    const [header = '', ...rows] = text.split('\n');
    return `${header}\n${rows.toSorted().join('\n')}`;
  });

  test.each(['unit', 'unit,period', 'period', 'total'] as const)('by %s', async (by) => {
    let streamed = 0;
    await fc.assert(
      fc.asyncProperty(
        sorted,
        fc.constantFrom('', '\ufeff', '单位报送表\n'),
        async (text, above) => {
          const both = await asItStands(files.write('sorted.csv', above + text), by);
          if (both.streamed === null) return;
          expect(both.streamed).toBe(both.held);
          streamed++;
        },
      ),
      { numRuns: 40 },
    );
    expect(streamed).toBeGreaterThan(10);
  });

  test('however many pieces it is read in', async () => {
    const rows = Array.from({ length: 72_000 }, (_, row) => {
      const [unit, month] = [Math.floor(row / 12), (row % 12) + 1];
      return `第${unit}单位,2024年${month}月,${row % 7},${7 + (row % 90)}`;
    });
    const text = ['单位,期间,撤销,实际审理', ...rows].join('\r\n');
    expect(Buffer.byteLength(text)).toBeGreaterThan(2 << 20);
    const both = await asItStands(files.write('pieces.csv', text), 'period');
    expect(both.streamed).toBe(both.held);
  });

  test('not where a unit comes back', async () => {
    const rows = '甲,2024,1,9\n乙,2024,1,9\n甲,2023,1,9';
    const path = files.write('back.csv', `单位,期间,撤销,实际审理\n${rows}`);
    expect((await asItStands(path, 'total')).streamed).toBeNull();
  });

  test('and what it says is void where it has changed meanwhile', async () => {
    const path = files.write('changing.csv', '单位,期间,撤销,实际审理\n甲,2024,1,9\n乙,2024,1,9');
    const opened = await openByUnit(path, builtInCatalogue(), {
      encoding: 'auto',
      update: () => undefined,
    });
    expect([...(opened?.data.eachUnit() ?? [])]).toHaveLength(2);
    appendFileSync(path, '\n丙,2024,1,9');
    expect(() => [...(opened?.data.eachUnit() ?? [])]).toThrow(ChangedInputError);
    rmSync(path);
    expect(() => [...(opened?.data.eachUnit() ?? [])]).toThrow(ChangedInputError);
  });
});

test('what needs attention is listed alike for few groups and for many', async () => {
  const rows = Array.from({ length: 2_100 }, (_, row) => `第${row}单位,2024,${row % 9},100`);
  const text = ['单位,期间,法制审核人员数,行政执法人员数', ...rows].join('\n');
  const { stdout } = await runFake([
    'metrics',
    files.write('many.csv', text),
    '--format',
    'json',
    '--metric',
    '法制审核人员占比',
  ]);
  const { groups, findings } = JSON.parse(stdout);
  // 0 to 4 of 100 are less than 5 %: rows 0-2099 hold 233 full runs of 0-8 and then 0, 1, 2.
  expect(findings).toHaveLength(233 * 5 + 3);
  expect(findings).toEqual(
    groups.flatMap((group: { unit: string; period: string; metrics: never[] }) =>
      group.metrics.flatMap(({ id, findings: found }: { id: string; findings: never[] }) =>
        found
          .filter(({ flag }) => flag !== 'ok' && flag !== 'not-judged')
          .map((finding: object) => ({
            unit: group.unit,
            period: group.period,
            metric: id,
            ...finding,
          })),
      ),
    ),
  );
});
