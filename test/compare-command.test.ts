/** `compare` as its users meet it: what it reads, writes and refuses, and how it ends. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './support/bin.ts';
import { runFake } from './support/host.ts';

const folder = mkdtempSync(join(tmpdir(), 'xc-eval-compare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let next = 0;

function file(...lines: readonly string[]): string {
  next += 1;
  const path = join(folder, `${next}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const data = (name: string): string => join(ROOT, 'fixtures/data', name);
const own = (name: string): string => data(`合成-比较/${name}`);

const compare = (...args: readonly string[]) => runFake(['compare', ...args, '--no-config']);

const compared = new Map<string, ReturnType<typeof compare>>();

/** The same of files that no test changes, in a format: worked out once for all tests that look at it. */
function comparedAs(format: string, args: readonly string[]): ReturnType<typeof compare> {
  const key = [format, ...args].join('\n');
  const known = compared.get(key) ?? compare(...args, '--format', format);
  compared.set(key, known);
  return known;
}

async function documentOf(...args: readonly string[]) {
  const { exit, stdout, stderr } = await comparedAs('json', args);
  if (exit > 1) throw new Error(stderr);
  return JSON.parse(stdout);
}

const HEAD = '单位,期间,败诉,被提起行政诉讼';
const before = file(HEAD, '甲,2023,1,10', '乙,2023,2,10');
const after = file(HEAD, '甲,2024,5,10', '乙,2024,2,20');

/** Every kind of comparison, for what must hold of them all. */
const RUNS: readonly (readonly string[])[] = [
  [data('接诉即办-月度平均.csv')],
  [data('2021-2022-行政执法.csv')],
  [data('2024-年度报告.csv'), data('2025-司法局.csv')],
  [data('2021-2023-网上可办.csv'), '--yoy'],
  [data('合成-2024季度-单位报送.csv'), '--qoq'],
  [data('合成-2024季度-单位报送.json'), '--from', '2024H1', '--to', '2024H2', '--decompose'],
  [
    data('合成-2024季度-单位报送.csv'),
    '--from',
    '2024Q2',
    '--to',
    '2024Q3',
    '--partial',
    '--by',
    'total',
  ],
  [own('2023.csv'), own('2024.csv')],
  [own('2023.csv'), own('2024.csv'), '--partial', '--decompose', '--lang', 'en'],
  [own('累计.csv'), '--single', '--yoy'],
  [own('累计.csv'), '--single', '--qoq', '--by', 'total', '--lang', 'en'],
  [own('原报.csv'), own('改报.csv')],
  [own('原报.csv'), own('原报.csv')],
  [data('空白与零.csv'), data('空白与零.csv')],
  [data('案卷评查.csv'), data('西城人民调解委员会.csv')],
  [data('hostile/hostile-names.csv'), data('hostile/hostile-names.csv')],
];

describe('the published schema', () => {
  let validate: ValidateFunction;
  let validateLine: ValidateFunction;

  /** The schema without room for fields that it does not describe. */
  const strict = <T>(schema: T): T => {
    if (Array.isArray(schema)) return schema.map(strict) as T;
    if (typeof schema !== 'object' || schema === null) return schema;
    const inner = Object.fromEntries(
      Object.entries(schema).map(([keyword, value]) => [keyword, strict(value)]),
    );
    return ('properties' in inner ? { ...inner, additionalProperties: false } : inner) as T;
  };

  const faults = (document: unknown): unknown => (validate(document) ? [] : validate.errors);

  beforeAll(async () => {
    const validatorOf = async (subject: string): Promise<ValidateFunction> => {
      const { exit, stdout } = await runFake(['schema', subject, '--no-config']);
      expect(exit).toBe(0);
      return new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
        strict(JSON.parse(stdout)),
      );
    };
    validate = await validatorOf('compare');
    validateLine = await validatorOf('compare-jsonl');
  });

  test.each(RUNS.map((run) => [run.map((part) => part.replace(ROOT, '')).join(' '), run] as const))(
    'holds for %s',
    async (_, run) => {
      const document = await documentOf(...run);
      expect(faults(document)).toEqual([]);
      const declared = document.standards.map(({ id }: { id: string }) => id);
      for (const { standard } of document.findings) expect(declared).toContain(standard);

      const lines = (await comparedAs('jsonl', run)).stdout.trimEnd().split('\n');
      const pairs = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
      for (const pair of pairs) {
        validateLine(pair);
        expect(validateLine.errors).toBe(null);
      }
      expect(pairs.map(({ schemaVersion: _version, ...pair }) => pair)).toEqual(document.pairs);
    },
  );

  test('holds where definitions and standards differ', async () => {
    const { stdout } = await runFake([
      ...['compare', own('原报.csv'), own('改报.csv'), '--format', 'json'],
      ...[
        '--config',
        own('新口径.json'),
        '--before-config',
        join(ROOT, 'fixtures/config/district.json'),
      ],
    ]);
    const document = JSON.parse(stdout);
    expect(faults(document)).toEqual([]);
    expect(document.standardsChanged).toEqual(['legalReviewStaffShare']);
  });

  test('tells a wrong document', async () => {
    const spoilt = async (spoil: (document: { pairs: { records: object[] }[] }) => void) => {
      const document = await documentOf(before, after);
      spoil(document);
      return faults(document);
    };
    expect(await spoilt(() => undefined)).toEqual([]);
    const record = (document: { pairs: { records: object[] }[] }) =>
      document.pairs[0]?.records[0] as Record<string, unknown>;
    for (const [field, value] of [
      ['direction', 'good'],
      ['changeIn', '%'],
      ['difference', '1'],
      ['sameDefinition', null],
      ['undocumented', 1],
    ] as const) {
      expect(
        await spoilt((document) => Object.assign(record(document), { [field]: value })),
        field,
      ).not.toEqual([]);
    }
  });
});

describe('json', () => {
  test('percentage points and percent are different fields', async () => {
    const { pairs, pairing, level } = await documentOf(before, after);
    expect([pairing, level]).toEqual(['two', 0.95]);
    const [rate, lost] = pairs[0].records;
    expect(rate).toMatchObject({
      kind: 'metric',
      id: 'litigationLossRate',
      changeIn: 'points',
      difference: 0.4,
      relative: null,
      direction: 'worse',
      text: '+40.00 个百分点',
      before: { value: 0.1, numerator: 1, denominator: 10 },
      after: { value: 0.5, numerator: 5, denominator: 10 },
      interval: { level: 0.95, distinguishable: false },
      noInterval: null,
    });
    expect(lost).toMatchObject({
      kind: 'count',
      changeIn: 'percent',
      difference: 4,
      relative: 4,
      text: '+4件 (+400.00%)',
      direction: 'neutral',
    });
    expect(lost).not.toHaveProperty('interval');
  });

  test('a count that is also a metric stands once, but where it is restated with its cells', async () => {
    const head = '单位,期间,街道专职人民调解员';
    const kinds = async (...lines: readonly [string, string]) => {
      const { pairs } = await documentOf(file(head, lines[0]), file(head, lines[1]));
      return pairs[0].records.map(({ kind }: { kind: string }) => kind);
    };
    expect(await kinds('甲街道,2023,3', '甲街道,2024,2')).toEqual(['metric']);
    expect(await kinds('甲街道,2024,3', '甲街道,2024,2')).toEqual(['metric', 'count']);
  });

  test('nothing before leaves no percentage, and says so', async () => {
    const { pairs } = await documentOf(file(HEAD, '甲,2023,0,10'), file(HEAD, '甲,2024,2,10'));
    const lost = pairs[0].records.find(({ id }: { id: string }) => id === 'litigationLost');
    expect(lost).toMatchObject({ difference: 2, relative: null, noRelative: 'zero-base' });
  });

  test('derived values are marked, and how they came about is told', async () => {
    const { pairs } = await documentOf(
      own('累计.csv'),
      '--single',
      '--from',
      '2024Q2',
      '--to',
      '2024Q3',
    );
    expect(pairs[0].derived).toEqual([
      { side: 'before', period: '2024Q2', from: '2024H1', minus: '2024Q1' },
      { side: 'after', period: '2024Q3', from: '2024-01/2024-09', minus: '2024H1' },
    ]);
    const marks = Object.fromEntries(
      pairs[0].records.map(
        (record: { id: string; before: { derived: boolean }; after: { derived: boolean } }) => [
          record.id,
          [record.before.derived, record.after.derived],
        ],
      ),
    );
    expect(marks).toMatchObject({
      hotlineResponseRate: [true, true],
      reconsiderationApplications: [true, true],
      enforcementStaff: [false, false],
      legalReviewStaffShare: [false, false],
    });
  });

  test('effects add up to the change', async () => {
    const { pairs } = await documentOf(
      own('2023.csv'),
      own('2024.csv'),
      '--partial',
      '--decompose',
    );
    const [pool] = pairs.filter(({ unit }: { unit: string | null }) => unit === null);
    expect(pool.decompositions).toMatchObject([
      { metric: 'litigationLossRate', change: 0.11, rateEffect: -0.03375, mixEffect: 0.14375 },
    ]);
  });
});

describe('every format', () => {
  const cumulative = [own('累计.csv'), '--single', '--from', '2024Q2', '--to', '2024Q3'];

  test.each([
    ['table', '（相减）'],
    ['markdown', '（相减）'],
    ['csv', 'before after'],
    ['json', '"derived":true'],
    ['jsonl', '"derived":true'],
  ])('%s marks what was derived', async (format, mark) => {
    expect((await compare(...cumulative, '--format', format)).stdout).toContain(mark);
  });

  test.each(['table', 'markdown', 'csv', 'json'])(
    '%s names units of one side only',
    async (format) => {
      const { stdout } = await compare(own('2023.csv'), own('2024.csv'), '--format', format);
      expect(stdout).toContain('丙街道');
      expect(stdout).toContain('丁街道');
    },
  );

  test.each(['table', 'markdown', 'csv', 'json', 'jsonl'])(
    '%s is written for every run',
    async (format) => {
      for (const run of RUNS) {
        const { exit, stderr } = await comparedAs(format, run);
        expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      }
    },
  );

  test('tables fit into 80 columns', async () => {
    const { stdout } = await runFake(
      [
        'compare',
        data('合成-2024季度-单位报送.csv'),
        '--from',
        '2024Q1',
        '--to',
        '2024Q4',
        '--no-config',
        '--by',
        'total',
        '--decompose',
        '--no-color',
      ],
      { tty: { columns: 80 } },
    );
    const wide = (text: string) =>
      [...text].reduce(
        (width, each) => width + (/[\u2e80-\ua4cf\uff01-\uff60]/.test(each) ? 2 : 1),
        0,
      );
    expect(stdout.split('\n').filter((line) => wide(line) > 80)).toEqual([]);
  });

  test('tables fold what one side cannot know, unless it was asked for or was restated', async () => {
    const [old, now] = [file(HEAD, '甲,2023,1,10'), file('单位,期间,败诉', '甲,2024,2')];
    const folded = await compare(old, now);
    expect(folded.stdout).toMatch(/另有 .*行政诉讼败诉率/);
    expect(folded.stdout).not.toMatch(/│ 行政诉讼败诉率/);
    const asked = await compare(old, now, '--metric', '行政诉讼败诉率');
    expect(asked.stdout).toMatch(/│ 行政诉讼败诉率 .*后：缺“本机关被提起行政诉讼的案件量”/);
    expect(asked.stdout).not.toContain('另有');
    const restated = await compare(old, file('单位,期间,败诉', '甲,2023,1'));
    expect(restated.stdout).toMatch(/│ 本机关被提起行政诉讼的案件量 .*未报送/);
    expect(restated.stdout).not.toContain('另有');
  });

  test('no name from the data acts on a terminal, a spreadsheet or a document', async () => {
    const name = '=1+1,"\u001b[31m<b>|`';
    const path = join(folder, 'hostile.json');
    const row = (period: number, lost: number) => ({
      单位: name,
      期间: `${period}`,
      败诉: lost,
      被提起行政诉讼: 10,
    });
    writeFileSync(
      path,
      JSON.stringify([row(2023, 1), row(2024, 2), { ...row(2024, 3), 单位: `${name}2` }]),
    );
    for (const format of ['table', 'markdown', 'csv', 'json', 'jsonl']) {
      const { exit, stdout } = await compare(path, '--format', format);
      expect(exit).toBe(0);
      expect(stdout).not.toContain('\u001b');
      if (format === 'markdown') expect(stdout).not.toMatch(/(?<!\\)<b>|(?<!\\)`/);
    }
    const { stdout } = await compare(path, '--format', 'csv');
    for (const { unit } of parse(stdout, { columns: true }) as { unit: string }[]) {
      expect(unit).not.toMatch(/^[=+\-@]/);
    }
  });
});

describe('csv', () => {
  test('a row a record, and one for everything without a counterpart', async () => {
    const { stdout } = await compare(own('2023.csv'), own('2024.csv'), '--format', 'csv');
    const rows = parse(stdout, { columns: true }) as Record<string, string>[];
    expect(
      rows.find(({ unit, id }) => unit === '甲街道' && id === 'caseFileDefectRate'),
    ).toMatchObject({
      periodBefore: '2023',
      periodAfter: '2024',
      before: '0.15',
      after: '0',
      changeIn: 'points',
      difference: '-0.15',
      relative: '',
      direction: 'better',
      distinguishable: 'false',
      sameDefinition: 'true',
      flag: 'ok',
      text: '15.00% → 0.00%：-15.00 个百分点',
    });
    expect(rows.filter(({ kind }) => kind === 'unpaired')).toMatchObject([
      { unit: '丙街道', reason: 'after:absent' },
      { unit: '丁街道', reason: 'before:absent' },
      { unit: '', reason: 'members-missing', remarks: '丙街道 丁街道' },
    ]);
    expect(
      rows.find(({ unit, id }) => unit === '乙街道' && id === 'caseFileDefectRate'),
    ).toMatchObject({
      after: '',
      difference: '',
      reason: 'after:missing-input',
    });
  });

  test('effects are two more columns when asked, causes one more of a restatement', async () => {
    const header = async (...args: string[]) =>
      (await compare(...args, '--format', 'csv')).stdout.split('\n', 1)[0] ?? '';
    const plain = await header(before, after);
    expect(await header(before, after, '--decompose')).toBe(`${plain},rateEffect,mixEffect`);
    expect(await header(before, before)).toBe(`${plain},causes`);
  });
});

describe('how it ends', () => {
  const staff = '单位,期间,法制审核,执法人员总数';
  const share = ['--metric', 'legalReviewStaffShare'];
  const good = file(staff, '甲,2023,2,20');
  const bad = file(staff, '甲,2024,0,20');
  const unknown = file(staff, '甲,2024,,20');

  test.each([
    ['a warning', bad, 'never', 0],
    ['a warning', bad, 'breach', 0],
    ['a warning', bad, 'warn', 1],
    ['an unknown', unknown, 'warn', 0],
    ['an unknown', unknown, 'unknown', 1],
    ['what is well', good, 'unknown', 0],
  ])('with %s after, --fail-on ends with its exit code', async (_, second, failOn, exit) => {
    const first = second === good ? file(staff, '甲,2022,1,20') : good;
    const { exit: ended, stdout } = await compare(first, second, ...share, '--fail-on', failOn);
    expect(ended).toBe(exit);
    const said = `\n${exit === 1 ? '不通过：1 项' : '通过'}（--fail-on ${failOn}）\n`;
    if (failOn === 'never') expect(stdout).not.toContain('通过');
    else expect(stdout.endsWith(said)).toBe(true);
  });

  test.each([
    ['markdown', '不通过：1 项（--fail-on warn）'],
    ['text', '不通过：1 项（--fail-on warn）'],
  ])('it says so as %s', async (reporter, said) => {
    const options = [...share, '--fail-on', 'warn', '--reporter', reporter];
    expect((await compare(good, bad, ...options)).stdout.trimEnd().split('\n').at(-1)).toContain(
      said,
    );
  });

  test('the side before decides nothing', async () => {
    expect(
      (await compare(bad, file(staff, '甲,2025,2,20'), ...share, '--fail-on', 'unknown')).exit,
    ).toBe(0);
  });

  test('by default no finding fails', async () => {
    expect((await compare(good, bad)).exit).toBe(0);
  });

  const refused: readonly (readonly [string, readonly string[], string])[] = [
    ['no input', [], '缺少参数'],
    ['three inputs', [before, after, after], '参数过多'],
    ['one period', [before], '只有一个期间'],
    ['several periods', [data('2021-2023-网上可办.csv')], '--yoy'],
    [
      'a cumulative period with a shorter one',
      [file(HEAD, '甲,2024年1-9月,1,9'), file(HEAD, '甲,2024年1-6月,1,9')],
      '--single',
    ],
    [
      'the same, where subtracting does not help',
      [file(HEAD, '甲,2024年1-9月,2,9', '甲,2024年1-6月,1,6'), '--single'],
      '--single 相减之后仍是如此',
    ],
    [
      '--yoy without a year before',
      [before, after, '--yoy', '--unit', '甲', '--period', '2024'],
      '上年同期',
    ],
    ['--qoq without a period just before', [data('空白与零.csv'), '--qoq'], '紧接在前'],
    ['both choices', [before, after, '--yoy', '--qoq'], '只能用一种'],
    ['--from with --yoy', [before, '--yoy', '--from', '2023', '--to', '2024'], '只能用一种'],
    ['--from without --to', [before, after, '--from', '2023'], '--from 与 --to 须同用'],
    [
      'a period that is none',
      [before, after, '--from', '去年', '--to', '2024'],
      '不是可识别的期间',
    ],
    [
      'a period that is not there',
      [before, after, '--from', '2022', '--to', '2024'],
      '数据不足以构成 2022年',
    ],
    [
      'a period that is there in part',
      [data('合成-2024季度-单位报送.csv'), '--from', '2023', '--to', '2024'],
      '数据不足以构成 2023年',
    ],
    ['a metric that nobody knows', [before, after, '--metric', '败诉绿'], '没有指标'],
    ['a unit that nobody knows', [before, after, '--unit', '丙'], '没有单位'],
    ['groups that are not defined', [before, after, '--by', 'group'], 'units.groups'],
    ['a grouping that is none', [before, after, '--by', 'period'], '--by'],
    ['standard input twice', ['-', '-'], '只能读取一次'],
    [
      'standard input under two configurations',
      ['-', '--before-config', own('原口径.json')],
      '只能读取一次',
    ],
    [
      'a configuration that is missing',
      [before, after, '--before-config', join(folder, 'none.json')],
      '文件不存在',
    ],
  ];

  test.each(refused)('%s is refused with what to do', async (_, args, sentence) => {
    const { exit, stdout, stderr } = await compare(...args);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\bat .*\.ts:/);
  });

  test.each(refused)('%s is refused in English as well', async (_, args) => {
    const { exit, stderr } = await compare(...args, '--lang', 'en');
    expect(exit).toBe(2);
    // What is said of the data and the names in it may be Chinese.
    expect(stderr.replaceAll(/"[^"]*"|\d{4}年[^ ,;)]*/g, '')).not.toMatch(/[\u4e00-\u9fff]{3}/);
  });

  test('problems of both inputs are said at once', async () => {
    const { exit, stdout, stderr } = await compare(
      data('hostile/bad-cells.csv'),
      data('hostile/unknown-header.csv'),
    );
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain('bad-cells.csv');
    expect(stderr).toContain('unknown-header.csv');
  });

  test('a cumulative count that falls is refused at its cell, unless invalid data is allowed', async () => {
    const path = file(HEAD, '甲,2024年1-3月,5,9', '甲,2024年1-6月,4,12');
    const args = [path, '--single', '--format', 'json'];
    const { exit, stderr } = await compare(...args);
    expect(exit).toBe(2);
    expect(stderr).toContain(`${path}:3:3`);
    expect(stderr).toContain('falling-cumulative');
    const allowed = await compare(...args, '--allow-invalid');
    expect(allowed.exit).toBe(0);
    const document = JSON.parse(allowed.stdout);
    expect(document.issues).toMatchObject([{ code: 'falling-cumulative', line: 3, column: 3 }]);
    const [rate] = document.pairs[0].records;
    expect(rate.after).toMatchObject({ value: null, reason: 'missing-input', derived: false });
  });
});

describe('input', () => {
  test('either side may come from standard input', async () => {
    const stdin = readFileSync(before);
    const first = await runFake(['compare', '-', after, '--no-config', '--format', 'csv'], {
      stdin,
    });
    const both = await compare(before, after, '--format', 'csv');
    expect(first).toEqual(both);
  });

  test('files may be of different formats', async () => {
    const json = join(folder, 'after.json');
    writeFileSync(
      json,
      JSON.stringify([{ 单位: '甲', 期间: '2024', 败诉: 5, 被提起行政诉讼: 10 }]),
    );
    const { pairs } = await documentOf(file(HEAD, '甲,2023,1,10'), json);
    expect(pairs).toHaveLength(1);
    expect(pairs[0].records[0].difference).toBe(0.4);
  });

  test('units are compared by the name that the configuration gives them', async () => {
    const config = join(folder, 'names.json');
    writeFileSync(config, JSON.stringify({ units: { names: { 甲街: '甲' } } }));
    const { stdout } = await runFake([
      ...['compare', file(HEAD, '甲街,2023,1,10'), file(HEAD, '甲,2024,2,10')],
      ...['--config', config, '--format', 'json'],
    ]);
    expect(JSON.parse(stdout).pairs).toHaveLength(1);
  });

  test('groups of the configuration are pooled, and not without a member', async () => {
    const config = join(folder, 'groups.json');
    writeFileSync(config, JSON.stringify({ units: { groups: { 东: ['甲', '乙'], 西: ['丙'] } } }));
    const rows = (year: number, ...units: string[]) =>
      file(HEAD, ...units.map((unit) => `${unit},${year},1,10`));
    const run = async (...units: string[]) => {
      const args = [rows(2023, '甲', '乙', '丙'), rows(2024, ...units), '--by', 'group'];
      const { stdout } = await runFake([
        'compare',
        ...args,
        '--config',
        config,
        '--format',
        'json',
      ]);
      const { pairs, unpaired } = JSON.parse(stdout);
      return [pairs, unpaired].map((list) => list.map(({ unit }: { unit: string | null }) => unit));
    };
    expect(await run('甲', '乙', '丙')).toEqual([['东', '西', null], []]);
    expect(await run('甲', '丙')).toEqual([['西'], ['乙', '东', null]]);
  });
});

test('a side whose periods overlap did report, and is told of as that', async () => {
  const path = file(
    HEAD,
    ...[
      '甲,2023,1,10',
      '乙,2023,2,10',
      '甲,2024年1-9月,5,10',
      '甲,2024年4-12月,5,10',
      '乙,2024,2,20',
    ],
  );
  const args = ['--from', '2023', '--to', '2024', '--by', 'total', '--format', 'csv'];
  const { stdout } = await compare(path, ...args);
  expect(stdout).toContain('期间互有重叠，不能相加：甲');
  expect(stdout).not.toMatch(/未报/);
});
