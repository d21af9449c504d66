import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import { withDatabase } from '../src/duckdb/database.ts';
import { duckdb } from '../src/sql/duckdb.ts';
import { ROOT } from './support/bin.ts';
import { temporaryFiles } from './support/config.ts';
import { runFake } from './support/host.ts';
import { withNameless } from './support/nameless.ts';

const files = temporaryFiles();
afterAll(files.remove);

const WIDE = ['--format', 'csv', '--layout', 'wide'];

async function bothEngines(text: string | Uint8Array, args: readonly string[] = WIDE) {
  const path = files.write('table.csv', text);
  const by = (engine: string) => runFake(['metrics', path, ...args, '--engine', engine]);
  const { stderr, ...duckdb } = await by('duckdb');
  const note = /^由内置引擎计算.*\n/.exec(stderr)?.[0] ?? '';
  return {
    builtin: await by('builtin'),
    duckdb: { ...duckdb, stderr: stderr.slice(note.length) },
    pushedDown: note === '',
  };
}

const { counts, metrics, inputsOf } = builtInCatalogue();

/** The counts of some metrics of each kind: shares, ratios, complements, differences, plain counts, years before. */
const METRICS = Object.keys(metrics).filter((_, index) => index % 3 === 0);
const COLUMNS = [...new Set(METRICS.flatMap((id) => inputsOf(id)))].filter(
  (id) => counts[id]?.decimals !== true,
);

/** Counts of which formulas ask the year before. */
const LOOKED_BACK = ['administrativeInspections', 'emergencyDrills'];

const clean = fc.oneof(
  { weight: 6, arbitrary: fc.constant('0') },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 70_000 }).map(String) },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom('007', '4294967295') },
);

const dirty = fc.constantFrom(
  ...[
    '—',
    '不适用',
    '1.5',
    '1e3',
    '0x1F',
    '1_000',
    ' 7',
    '7 ',
    '-3',
    '-0',
    '+3',
    '１２',
    '12件',
    '1,000',
  ],
  ...['"9"', '"9', '三', '99999999999999999999', '4294967296', '0b1', '5%', '\t5'],
);

const UNITS = ['甲', '乙', '丙', '德胜街道', '第1单位', 'Unit b', '其他合计', '合计', '=甲', ' 甲'];
const PERIODS = ['2023Q4', '2024Q1', '2024年第二季度', '2024-07', '2023年7月', '2024-10', '2024'];

/** Years that stand as one figure or as several, so that the year before is there in other periods. */
const YEARS = ['2023', '2024Q1', '2024H1', '2024Q3', '2024Q4', '2025', '2025H2'];

/** A table whose parts are far below their wholes in most rows, so that most tables are consistent. */
const table = (...of: Parameters<typeof namedColumns>) => withNameless(namedColumns(...of));

const namedColumns = (
  cell: fc.Arbitrary<string>,
  units: readonly string[],
  periods: readonly string[],
  columns = COLUMNS,
) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...units), fc.constantFrom(...periods)), {
      minLength: 1,
      maxLength: 10,
      selector: (key) => key.join(),
    })
    .chain((keys) =>
      fc.tuple(
        fc.uniqueArray(fc.constantFrom(...columns), { minLength: 1, maxLength: 8 }),
        ...keys.map((key) =>
          fc.array(cell, { minLength: 8, maxLength: 8 }).map((cells) => [...key, ...cells]),
        ),
      ),
    )
    .map(([stated, ...rows]) =>
      [['单位', '期间', ...stated.map((id) => counts[id]?.label ?? '')], ...rows]
        .map((row) => row.slice(0, stated.length + 2).join(','))
        .join('\n'),
    );

describe('both engines give the same', () => {
  test('of tables of digits and blanks, in any order', async () => {
    let pushed = 0;
    await fc.assert(
      fc.asyncProperty(table(clean, UNITS.slice(0, 5), PERIODS.slice(0, 6)), async (text) => {
        const { builtin, duckdb, pushedDown } = await bothEngines(text);
        expect(duckdb).toEqual(builtin);
        if (pushedDown) pushed++;
      }),
      { numRuns: 60 },
    );
    expect(pushed).toBeGreaterThan(10);
  });

  test('of tables whose years stand as one figure or in parts', async () => {
    const years = table(clean, UNITS.slice(0, 2), YEARS, LOOKED_BACK);
    await fc.assert(
      fc.asyncProperty(years, async (text) => {
        const { builtin, duckdb } = await bothEngines(text);
        expect(duckdb).toEqual(builtin);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['in order', ['甲', '乙', '丙']],
    ['out of order', ['甲', '乙', '甲']],
  ])('of figures that are whole, tiny or neither, their rows %s', async (_, units) => {
    // Whole, an exponent in DuckDB alone, an exponent in JavaScript too, and on either side of what is looked at.
    const pairs: [number, number][] = [
      ...([0, 9, 18, 1] as const).map((part): [number, number] => [part, 9]),
      ...([1000, 1001, 9999, 10001, 300000, 3000000, 7] as const).map((n): [number, number] => [
        1,
        n,
      ]),
    ];
    const rows = units.flatMap((unit, at) =>
      pairs.map(
        ([part, whole], index) => [`${unit},${2001 + index + 40 * at}`, part, whole] as const,
      ),
    );
    const text = ['单位,期间,行政复议后再诉讼的案件数量,行政复议审结量', ...rows].join('\n');
    const { builtin, duckdb, pushedDown } = await bothEngines(text, [
      ...WIDE,
      '--metric',
      '再诉讼比例',
    ]);
    expect(duckdb).toEqual(builtin);
    expect(pushedDown).toBe(true);
    const lines = rows.map(([key, part, whole]) => `${key},${part / whole}`);
    expect(duckdb.stdout.trim().split('\n').slice(1).sort()).toEqual(lines.sort());
  });

  test.each(['!', '!!', '！'])(
    'of units whose names begin with %s, as marked lines do',
    async (mark) => {
      // 1 ÷ 9 is neither whole nor small, so that only the names could mark a line.
      const rows = [`甲,2024,1,9`, `${mark}乙,2024,1,9`, `丙,2024,1,9`];
      const text = ['单位,期间,行政复议后再诉讼的案件数量,行政复议审结量', ...rows].join('\n');
      const { builtin, duckdb } = await bothEngines(text, [...WIDE, '--metric', '再诉讼比例']);
      expect(duckdb).toEqual(builtin);
      const lines = ['甲', `${mark}乙`, '丙'].map((unit) => `${unit},2024,${1 / 9}`);
      expect(duckdb.stdout.trim().split('\n').slice(1)).toEqual(lines);
    },
  );

  test('of a year whose year before stands in parts', async () => {
    const rows = ['甲,2023H1,40', '甲,2023H2,60', '甲,2024,120', '乙,2024,9'];
    const { builtin, duckdb } = await bothEngines(['单位,期间,行政检查量', ...rows].join('\n'));
    expect(duckdb).toEqual(builtin);
    // 120 ÷ (40 + 60)
    expect(duckdb.stdout).toContain('甲,2024,1.2\n');
  });

  test('of tables with dirt, totals, nested periods and odd names', async () => {
    const cell = fc.oneof({ weight: 30, arbitrary: clean }, { weight: 1, arbitrary: dirty });
    await fc.assert(
      fc.asyncProperty(table(cell, UNITS, PERIODS), async (text) => {
        const { builtin, duckdb } = await bothEngines(text);
        expect(duckdb).toEqual(builtin);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    '1.5',
    '1e3',
    '0x1F',
    '0b1',
    '1_000',
    ' 7',
    '7 ',
    '+3',
    '-0',
    '-3',
    '"9"',
    '１２',
    '—',
  ])('of a cell %j, which DuckDB alone would take for another number or refuse', async (cell) => {
    const header = '单位,期间,撤销,变更,确认违法,责令履行,实际审理';
    const rows = [header, `甲,2024,${cell},0,0,0,9000`, '乙,2024,1,0,0,1,3'];
    const { builtin, duckdb } = await bothEngines(rows.join('\n'));
    expect(duckdb).toEqual(builtin);
  });

  test.each([
    ['blank', '', true],
    ['with something in it', '7', false],
  ])('of a column without a name that is %s', async (_, cell, isPushed) => {
    const header = '单位,期间,败诉,,被提起行政诉讼';
    const text = [header, '甲,2024,1,,9', `乙,2024,2,${cell},9`].join('\n');
    const { builtin, duckdb, pushedDown } = await bothEngines(text, [
      ...WIDE,
      '--metric',
      '行政诉讼败诉率',
    ]);
    expect(duckdb).toEqual(builtin);
    expect([pushedDown, duckdb.exit]).toEqual([isPushed, isPushed ? 0 : 2]);
    if (!isPushed) expect(duckdb.stderr).toContain('table.csv:3:4: ');
  });
});

/** A Parquet file of some rows, made by a statement. */
async function parquetOf(select: string): Promise<string> {
  const path = files.write('table.parquet', '');
  await withDatabase({ memoryMiB: 64 }, async (database) => {
    await database.run(`COPY (${select}) TO ${duckdb.text(path)} (FORMAT parquet)`);
  });
  return path;
}

test.each(['-3', '1.5', '三', '99999999999'])(
  'a cell %j in a column that no metric needs is a problem all the same',
  async (cell) => {
    const header = '单位,期间,撤销,变更,确认违法,责令履行,实际审理,网络诉求回复量';
    const { builtin, duckdb: asked } = await bothEngines(
      `${header}\n甲,2024,1,0,0,1,9,5\n乙,2024,1,0,0,1,3,${cell}`,
      [...WIDE, '--metric', '复议纠错率'],
    );
    expect(asked).toEqual(builtin);
    expect(builtin.exit).toBe(cell === '99999999999' ? 0 : 2);
  },
);

test.each([
  ['a row too short', '甲,2024,1,0,0,1\n乙,2024,1,0,0,1,3'],
  ['a row too long', '甲,2024,1,0,0,1,9,7\n乙,2024,1,0,0,1,3'],
  ['a row with a blank cell too many', '甲,2024,1,0,0,1,9,\n乙,2024,1,0,0,1,3'],
  ['blank lines', '\n甲,2024,1,0,0,1,9\n\n乙,2024,1,0,0,1,3\n\n'],
  ['a row of blank cells', '甲,2024,1,0,0,1,9\n,,,,,,\n乙,2024,1,0,0,1,3'],
  ['a footnote', '甲,2024,1,0,0,1,9\n注：含结转,,,,,,'],
  ['a row of units', ',,件,件,件,件,件\n甲,2024,1,0,0,1,9'],
  ['line ends of Windows', '甲,2024,1,0,0,1,9\r\n乙,2024,1,0,0,1,3\r\n'],
  ['line ends of two kinds', '甲,2024,1,0,0,1,9\r\n乙,2024,1,0,0,1,3\n'],
  ['a return within a row', '甲,2024,1,0\r,0,1,9\n乙,2024,1,0,0,1,3'],
  ['no rows', ''],
  ['a row twice', '甲,2024,1,0,0,1,9\n甲,2024,1,0,0,1,9'],
  ['a unit that comes back', '甲,2024,1,0,0,1,9\n乙,2024,1,0,0,1,3\n甲,2023,1,0,0,1,9'],
  ['a part above its whole', '甲,2024,10,0,0,1,9'],
  ['no unit', ',2024,1,0,0,1,9\n乙,2024,1,0,0,1,3'],
  [
    'bytes that are no text',
    Buffer.concat([
      Buffer.from('甲,2024,1,0,0,1,9\n'),
      Buffer.of(0xff, 0xfe, 0x41),
      Buffer.from(',2024,1,0,0,1,9'),
    ]),
  ],
])('both engines say the same of %s', async (_, rows) => {
  const header = Buffer.from('单位,期间,撤销,变更,确认违法,责令履行,实际审理\n');
  const { builtin, duckdb: asked } = await bothEngines(Buffer.concat([header, Buffer.from(rows)]));
  expect(asked).toEqual(builtin);
});

describe('a Parquet file', () => {
  const COUNTS = ['撤销', '变更', '确认违法', '责令履行', '实际审理'];
  const select = (rows: readonly string[], type: string) =>
    `SELECT * FROM (VALUES ${rows.map((row) => `(${row})`).join(', ')}) AS rows("单位", "期间", ${COUNTS.map((name) => `"${name}"`).join(', ')})`.replace(
      '*',
      `"单位", "期间", ${COUNTS.map((name) => `CAST("${name}" AS ${type}) AS "${name}"`).join(', ')}`,
    );
  const ROWS = [
    "'乙', '2024Q2', 1, 0, 0, 1, 8",
    "'甲', '2024Q1', 18, 0, 20, 2, NULL",
    "'乙', '2024Q1', 0, 0, 0, 0, 4",
  ];
  const SHEET = [
    '单位,期间,撤销,变更,确认违法,责令履行,实际审理',
    '乙,2024Q2,1,0,0,1,8',
    '甲,2024Q1,18,0,20,2,',
    '乙,2024Q1,0,0,0,0,4',
  ];

  test.each([
    ['INTEGER', WIDE],
    ['DOUBLE', WIDE],
    ['VARCHAR', WIDE],
    ['UBIGINT', ['--format', 'json', '--by', 'total']],
    ['DECIMAL(9, 2)', ['--format', 'csv']],
  ])('of %s says what a CSV file of the same rows says', async (type, args) => {
    const parquet = await runFake(['metrics', await parquetOf(select(ROWS, type)), ...args]);
    const csv = await runFake(['metrics', files.write('table.csv', SHEET.join('\n')), ...args]);
    expect(parquet).toEqual(csv);
    expect(csv.exit).toBe(0);
  });

  test('with a count that is none names it by row and column', async () => {
    const path = await parquetOf(select(["'甲', '2024', -1, 0, 0, 0, 4"], 'INTEGER'));
    const { exit, stdout, stderr } = await runFake(['metrics', path, ...WIDE]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('table.parquet:2:3');
    expect(stderr).toContain('negative-count');
  });

  test.each([
    ['is none', 'no Parquet', 'unreadable-parquet'],
    ['is empty', '', 'unreadable-parquet'],
  ])('that %s is refused', async (_, content, code) => {
    const path = files.write('broken.parquet', content);
    const { exit, stdout, stderr } = await runFake(['metrics', path, ...WIDE]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`broken.parquet: `);
    expect(stderr).toContain(`[${code}]`);
  });

  test('that is not there is said to be missing', async () => {
    const { exit, stderr } = await runFake(['check', 'no such.parquet']);
    expect(exit).toBe(2);
    expect(stderr).toContain('[unreadable-file]');
  });
});

test.each(['gb18030', 'utf-16le'])(
  'a table in %s is read all the same, and said to be',
  async (encoding) => {
    const sheet = [
      '单位,期间,撤销,变更,确认违法,责令履行,实际审理',
      '甲,2024Q1,18,0,20,2,554',
      '乙,2024Q1,0,0,0,0,4',
    ];
    const bytes =
      encoding === 'gb18030'
        ? readFileSync(join(ROOT, 'fixtures/data/合成-2024季度-单位报送-GB18030.csv'))
        : Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sheet.join('\n'), 'utf16le')]);
    const { builtin, duckdb: asked, pushedDown } = await bothEngines(bytes);
    expect(asked).toEqual(builtin);
    expect(asked.stderr).toContain(encoding);
    if (encoding === 'utf-16le') expect(pushedDown).toBe(true);
  },
);

describe('what DuckDB is not asked for', () => {
  test.each([
    ['a single unit', [...WIDE, '--unit', '甲']],
    ['sums over those who reported', ['--by', 'total', '--partial']],
  ])('is computed as usual, and said to be: %s', async (_, args) => {
    const {
      builtin,
      duckdb: asked,
      pushedDown,
    } = await bothEngines(
      '单位,期间,撤销,变更,确认违法,责令履行,实际审理\n甲,2024,18,0,20,2,554\n乙,2024,0,0,0,0,1',
      args,
    );
    expect(pushedDown).toBe(false);
    expect(asked).toEqual(builtin);
  });
});

describe('a folder for temporary files that is not there', () => {
  afterEach(() => vi.unstubAllEnvs());

  /** A table above the 4 MiB from which on single rows go to DuckDB, and below the 24 that may be held. */
  function tableOfFiveMebibytes(): string {
    const row = `甲,2024,18,0,20,2,554,${'x'.repeat(1000)}\n`;
    const others = Array.from({ length: 5_000 }, (_, index) => row.replace('甲', `第${index}所`));
    const header = '单位,期间,撤销,变更,确认违法,责令履行,实际审理,备注\n';
    return files.write('five.csv', header + others.join(''));
  }

  test.each([
    ['auto', 0],
    ['duckdb', 2],
  ])('with --engine %s ends in exit code %i', async (engine, exit) => {
    const path = tableOfFiveMebibytes();
    vi.stubEnv('TMPDIR', join(ROOT, 'nowhere'));
    const run = await runFake(['metrics', path, ...WIDE, '--engine', engine]);
    expect(run.exit).toBe(exit);
    // (18 + 0 + 20 + 2) ÷ 554
    if (exit === 0) expect(run.stdout.split('\n')[5000]).toBe('第4999所,2024,0.07220216606498195');
    else expect(run.stderr).toContain('nowhere');
  });
});
