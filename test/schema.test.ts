/** What `metrics` writes and reads as JSON is what `schema` says, by a validator of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './support/bin.ts';
import { runFake } from './support/host.ts';

interface Schema {
  [keyword: string]: unknown;
  properties?: Record<string, Schema>;
}

const dataPath = (name: string): string => join(ROOT, 'fixtures/data', name);
const textOf = (name: string): string => readFileSync(dataPath(name), 'utf8');

async function schemaOf(subject: 'input' | 'output' | 'pairs'): Promise<Schema> {
  const { exit, stdout } = await runFake(['schema', subject]);
  expect(exit).toBe(0);
  return JSON.parse(stdout);
}

/** The schema without room for fields that it does not describe. */
function strict<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(strict) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, strict(value)]),
  );
  return ('properties' in inner ? { ...inner, additionalProperties: false } : inner) as T;
}

const compile = (schema: Schema): ValidateFunction =>
  new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

/** What a document gets wrong, each with its place. */
const faults = (validate: ValidateFunction, document: unknown): string[] =>
  validate(document)
    ? []
    : (validate.errors ?? []).map(
        ({ instancePath, message, params }) =>
          `${instancePath} ${message} ${JSON.stringify(params)}`,
      );

describe('schema output', () => {
  let validate: ValidateFunction;
  let validateLine: ValidateFunction;

  beforeAll(async () => {
    const schema = strict(await schemaOf('output'));
    validate = compile(schema);
    const group = schema.properties?.groups?.items as Schema;
    validateLine = compile({
      ...group,
      properties: { schemaVersion: { const: 1 }, ...group.properties },
    });
  });

  const RUNS: readonly (readonly [file: string, ...options: string[]])[] = [
    ['2022-行政复议.csv'],
    ['2021-2023-网上可办.csv', '--by', 'total'],
    ['2021-2022-行政执法.csv', '--by', 'period'],
    ['2024-年度报告.csv', '--lang', 'en'],
    ['前三年度.csv'],
    ['接诉即办-月度平均.csv', '--by', 'unit'],
    ['案卷评查.csv'],
    ['空白与零.csv'],
    ['空白与零.csv', '--by', 'total'],
    ['空白与零.csv', '--by', 'total', '--partial'],
    ['合成-2024季度-单位报送.csv', '--by', 'unit'],
    ['合成-2024季度-单位报送.json', '--by', 'total', '--partial'],
    ['hostile/hostile-names.csv'],
    ['hostile/bad-cells.csv', '--allow-invalid'],
    ['hostile/duplicate-rows.csv', '--allow-invalid'],
    ['hostile/part-exceeds-whole.csv', '--allow-invalid'],
    ['hostile/wrong-totals.csv', '--allow-invalid', '--lang', 'en'],
    ['hostile/inconsistent-periods.csv', '--allow-invalid', '--by', 'unit'],
  ];

  test.each(RUNS.map((run) => [run.join(' '), run] as const))('holds for %s', async (_, run) => {
    const [file, ...options] = run;
    const args = ['metrics', dataPath(file), ...options];
    const { exit, stdout } = await runFake([...args, '--format', 'json']);
    expect(exit).toBe(0);
    const document = JSON.parse(stdout);
    expect(document.groups.length).toBeGreaterThan(0);
    expect(faults(validate, document)).toEqual([]);

    const declared = document.standards.map(({ id }: { id: string }) => id);
    for (const { standard } of document.findings) expect(declared).toContain(standard);

    const lines = await runFake([...args, '--format', 'jsonl']);
    const groups = lines.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const group of groups) expect(faults(validateLine, group)).toEqual([]);
    expect(groups.map(({ schemaVersion: _version, ...group }) => group)).toEqual(document.groups);
  });

  test('holds for counts beyond 2^53, which are texts', async () => {
    const rows = JSON.stringify([
      { 单位: '甲', 可网办事项: '9007199254740993', 政务服务事项: '9007199254740995' },
    ]);
    const { stdout } = await runFake(['metrics', '-', '--format', 'json'], { stdin: rows });
    const document = JSON.parse(stdout);
    expect(document.groups[0].metrics[0]).toMatchObject({
      numerator: '9007199254740993',
      denominator: '9007199254740995',
    });
    expect(faults(validate, document)).toEqual([]);
  });

  test('holds for what who lacks, of this year and of the year before', async () => {
    const counts = ['甲,2023,9', '甲,2024,', '乙,2024,8', '丙,2023,7', '丙,2024,7'];
    const stdin = ['单位,期间,行政检查量', ...counts].join('\n');
    const args = ['metrics', '-', '--by', 'period', '--format', 'json'];
    const asked = [...args, '--metric', '行政检查为上年的百分比'];
    const document = JSON.parse((await runFake(asked, { stdin })).stdout);
    const { missing } = document.groups[1].metrics[0];
    expect(missing.map((each: object) => Object.keys(each))).toEqual([
      ['unit', 'period', 'counts'],
      ['unit', 'period', 'priorYearCounts'],
    ]);
    expect(faults(validate, document)).toEqual([]);
    missing[0].counts = '行政检查量';
    expect(faults(validate, document)).not.toEqual([]);
  });

  test('tells a wrong document', async () => {
    const args = ['metrics', dataPath('空白与零.csv'), '--format', 'json'];
    const text = (await runFake(args)).stdout;
    /** The document with one field changed, or taken away. */
    const spoilt = (path: string, value?: unknown): unknown => {
      const document = JSON.parse(text);
      const keys = path.split('.');
      const last = keys.pop() as string;
      const parent = keys.reduce((inner, key) => inner[key], document);
      if (value === undefined) delete parent[last];
      else parent[last] = value;
      return document;
    };
    expect(faults(validate, spoilt('schemaVersion', 1))).toEqual([]);
    const metric = 'groups.0.metrics.0';
    const wrongs: readonly (readonly [string, unknown?])[] = [
      ['schemaVersion'],
      ['schemaVersion', 2],
      [`${metric}.value`],
      [`${metric}.value`, '7.22%'],
      [`${metric}.reason`, 'blank'],
      [`${metric}.flag`, 'good'],
      [`${metric}.undocumented`, 1],
      ['groups.0.period', 2024],
      ['findings.0.level', 'optional'],
    ];
    for (const wrong of wrongs) {
      expect(faults(validate, spoilt(...wrong)), String(wrong)).not.toEqual([]);
    }
  });

  test('a share is 0..1, an unknown is null and not 0, and a figure has no reason', async () => {
    const args = ['metrics', dataPath('空白与零.csv'), '--format', 'json'];
    const { groups } = JSON.parse((await runFake(args)).stdout);
    const all = groups.flatMap(({ metrics }: { metrics: object[] }) => metrics);
    for (const { value, reason } of all) expect(value === null).toBe(reason !== null);
    const reasons = new Set(all.map(({ reason }: { reason: string | null }) => reason));
    expect(reasons).toEqual(new Set([null, 'missing-input', 'zero-denominator', 'not-applicable']));
  });
});

describe('schema input', () => {
  let validate: ValidateFunction;

  beforeAll(async () => {
    validate = compile(await schemaOf('input'));
  });

  test.each(['2022-行政复议.json', '合成-2024季度-单位报送.json'])('holds for %s', (file) => {
    expect(faults(validate, JSON.parse(textOf(file)))).toEqual([]);
  });

  test('holds for the lines of JSON Lines, taken together', () => {
    const lines = textOf('合成-2024季度-单位报送.jsonl').trimEnd().split('\n');
    expect(
      faults(
        validate,
        lines.map((line) => JSON.parse(line)),
      ),
    ).toEqual([]);
  });

  test.each(['wide', 'long'])('holds for the %s template', async (layout) => {
    const { stdout } = await runFake(['template', '--format', 'json', '--layout', layout]);
    expect(faults(validate, JSON.parse(stdout))).toEqual([]);
  });

  test('knows each term by label and by id', async () => {
    const text = JSON.stringify(await schemaOf('input'));
    for (const subject of ['counts', 'metrics']) {
      const { stdout } = await runFake(['list', subject, '--format', 'json']);
      for (const { id, label } of JSON.parse(stdout)) {
        expect(text).toContain(`"${id}":{`);
        expect(text).toContain(`"${label}":{`);
      }
    }
  });

  test.each<[string, unknown]>([
    ['a number', 1],
    ['an object without rows', { data: [] }],
    ['rows that are no list', { rows: {} }],
    ['a row that is a number', [1]],
    ['a row that is a list', [['德胜街道', 2024]]],
    ['a count that is true', [{ 单位: '德胜街道', 复议撤销案件量: true }]],
    ['a count that is an object', [{ 单位: '德胜街道', 复议撤销案件量: { value: 1 } }]],
    ['a unit that is a list', [{ 单位: ['德胜街道'], 复议撤销案件量: 1 }]],
    ['an unknown key with an object', [{ 单位: '德胜街道', 备注: {} }]],
  ])('refuses %s', (_, document) => {
    expect(faults(validate, document)).not.toEqual([]);
  });

  test.each(['hostile/not-rows.json', 'hostile/numbers.json'])(
    'refuses %s, as metrics does',
    async (file) => {
      expect(faults(validate, JSON.parse(textOf(file)))).not.toEqual([]);
      expect((await runFake(['metrics', dataPath(file)])).exit).toBe(2);
    },
  );
});

describe('schema pairs', () => {
  let validate: ValidateFunction;

  beforeAll(async () => {
    validate = compile(await schemaOf('pairs'));
  });

  test.each(['zh', 'en'])(
    'holds for the template (%s), and verify reads what it asks for',
    async (lang) => {
      const args = [
        'template',
        'pairs',
        '--format',
        'json',
        '--lang',
        lang,
        '--metric',
        '网上可办率',
      ];
      const template = JSON.parse((await runFake(args)).stdout);
      expect(faults(validate, template)).toEqual([]);
      const [label, numerator, denominator, reported, kind] = Object.keys(template[0]) as string[];
      // 1509/1637 = 92.18 %, cut off 92.1 %; 3834 + 612 are more than 4006.
      const rows = [
        {
          [label as string]: '甲',
          [numerator as string]: 1509,
          [denominator as string]: '1,637',
          [reported as string]: '92.1%',
          [kind as string]: 'share',
        },
        {
          [label as string]: '乙',
          [numerator as string]: '3834+612',
          [denominator as string]: 4006,
          [reported as string]: null,
          [kind as string]: '部分',
          审结: 3834,
        },
      ];
      expect(faults(validate, rows)).toEqual([]);
      const { exit, stdout } = await runFake(['verify', '-', '--format', 'csv'], {
        stdin: JSON.stringify({ rows }),
      });
      expect(exit).toBe(1);
      expect(stdout).toContain(',matched,ok,');
      expect(stdout).toContain(',sum-exceeds,breach,');
    },
  );

  test.each<[string, unknown]>([
    ['a row that is a number', [1]],
    ['a published value that is an object', [{ 名称: '甲', 公布值: {} }]],
    ['a count that is true', [{ 名称: '甲', 分子: true }]],
    ['a unit that is a list', [{ 单位: ['甲'], 名称: '甲', 公布值: '1%' }]],
  ])('refuses %s', (_, document) => {
    expect(faults(validate, document)).not.toEqual([]);
  });
});
