/** What commands say of a configuration: `config` above all, and `list`, `template` and `schema`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import { ROOT } from './support/bin.ts';
import {
  DISTRICT,
  DISTRICT_DATA,
  type Files,
  loaded,
  runIn,
  source,
  temporaryFiles,
} from './support/config.ts';
import { runFake } from './support/host.ts';

let files: Files;
beforeAll(() => {
  files = temporaryFiles();
});
afterAll(() => files.remove());

const builtIn = builtInCatalogue();

interface Value {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly origin: {
    readonly file: string;
    readonly line: number;
    readonly column?: number;
  } | null;
}

async function valuesOf(...options: string[]): Promise<readonly Value[]> {
  const { exit, stdout, stderr } = await runFake(['config', '--format', 'json', ...options]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return JSON.parse(stdout).values;
}

let district: Promise<readonly Value[]> | undefined;
const districtValues = () => {
  district ??= valuesOf('--config', DISTRICT);
  return district;
};

const valueAt = (values: readonly Value[], path: string): Value => {
  const found = values.filter((value) => value.path.join('.') === path);
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} values of ${path}`);
  return only;
};

/** "line:column" of the first place of a text in a file, or of the one after another text. */
function placeIn(file: string, wanted: string, after = ''): string {
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf(wanted, text.indexOf(after));
  if (at < 0) throw new Error(`${file} does not hold ${wanted}`);
  const lines = text.slice(0, at).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

const originText = ({ origin }: Value): string | null =>
  origin && `${origin.line}${origin.column === undefined ? '' : `:${origin.column}`}`;

describe('config', () => {
  test('with nothing configured lists the whole built-in vocabulary, field by field', async () => {
    const { exit, stdout } = await runFake(['config', '--no-config', '--format', 'json']);
    expect(exit).toBe(0);
    const { schemaVersion, file, values } = JSON.parse(stdout);
    expect({ schemaVersion, file }).toEqual({ schemaVersion: 1, file: null });
    const fields = (section: 'counts' | 'metrics' | 'standards') =>
      Object.entries(builtIn[section]).flatMap(([id, record]) =>
        Object.entries(record).map(([field, value]) => ({
          path: [section, id, field],
          value,
          origin: null,
        })),
      );
    expect(values).toEqual([
      { path: ['severities', 'required'], value: 'breach', origin: null },
      { path: ['severities', 'in-principle'], value: 'warn', origin: null },
      { path: ['severities', 'implied'], value: 'warn', origin: null },
      { path: ['severities', 'data'], value: 'breach', origin: null },
      ...fields('counts'),
      ...fields('metrics'),
      ...fields('standards'),
    ]);
  });

  test('an empty configuration is named and has no value of its own', async () => {
    const file = files.config('{}');
    const { stdout } = await runFake(['config', '--format', 'json', '--config', file]);
    expect(JSON.parse(stdout).file).toBe(file);
    expect(await valuesOf('--config', file)).toEqual(await valuesOf('--no-config'));
  });

  test('says of every value of the configuration where it stands', async () => {
    const values = await districtValues();
    const at = (path: string) => originText(valueAt(values, path));
    // A plain value is pointed at; an object or a list by its key.
    const expected: readonly (readonly [path: string, place: string])[] = [
      ['counts.legalReviewStaff.aliases', placeIn(DISTRICT, '"aliases"', '"legalReviewStaff": {')],
      ['counts.lawyersEngaged.unit', placeIn(DISTRICT, '"名"')],
      ['counts.lawyersEngaged.source', placeIn(DISTRICT, '"source"', '"lawyersEngaged"')],
      ['metrics.hotlineWeightedSatisfaction.label', placeIn(DISTRICT, '"加权满意率"')],
      ['metrics.hotlineWeightedSatisfaction.formula', placeIn(DISTRICT, '"formula"')],
      [
        'metrics.reconsiderationCorrectionRate.formula',
        placeIn(DISTRICT, '"formula"', '"reconsiderationCorrectionRate"'),
      ],
      [
        'metrics.reconsiderationCorrectionRate.meaning',
        placeIn(DISTRICT, '"审结的复议案件中被纠错的比例。"'),
      ],
      ['standards.caseFilesWithoutDefects', placeIn(DISTRICT, 'false')],
      ['standards.legalReviewStaffMinimum.limit', placeIn(DISTRICT, '"8%"')],
      ['standards.weightedSatisfactionFloor.limit', placeIn(DISTRICT, '0.9')],
      ['standards.weightedSatisfactionFloor.comparison', placeIn(DISTRICT, '"at-least"')],
      ['severities.in-principle', placeIn(DISTRICT, '"breach"')],
      // Not written beside the standard, but by the severity of its level.
      ['standards.legalReviewStaffMinimum.severity', placeIn(DISTRICT, '"breach"')],
      ['units.names.德胜', placeIn(DISTRICT, '"德胜街道"')],
      ['units.groups.街道', placeIn(DISTRICT, '"街道"')],
    ];
    for (const [path, place] of expected) expect([path, at(path)]).toEqual([path, place]);
  });

  test('what a record has by default comes from the line of the record', async () => {
    const values = await districtValues();
    const recordLine = placeIn(DISTRICT, '"weightedSatisfactionFloor"').split(':')[0];
    for (const field of ['level', 'scope']) {
      const value = valueAt(values, `standards.weightedSatisfactionFloor.${field}`);
      expect(originText(value)).toBe(recordLine);
    }
    // A count that cites nothing stands where it was written.
    const line = placeIn(DISTRICT, '"hotlineDissatisfied"').split(':')[0] ?? '';
    expect(valueAt(values, 'counts.hotlineDissatisfied.source').value).toEqual({
      document: DISTRICT,
      section: `:${line}`,
      quote: '',
    });
  });

  test('a value that the configuration leaves alone is built in', async () => {
    const values = await districtValues();
    for (const path of [
      'standards.legalReviewStaffMinimum.comparison',
      'standards.legalReviewStaffMinimum.level',
      'standards.filingComplete.limit',
      'metrics.reconsiderationCorrectionRate.label',
      'metrics.reconsiderationCorrectionRate.better',
      'metrics.filingRate.formula',
      'counts.legalReviewStaff.label',
      'severities.required',
      'severities.data',
    ]) {
      expect([path, valueAt(values, path).origin]).toEqual([path, null]);
    }
  });

  test('a standard that another one replaces is off by the line of that one', async () => {
    const file = files.config({
      standards: {
        local: { replaces: 'filingComplete', limit: '90%', comparison: 'at-least', source },
      },
    });
    const values = await valuesOf('--config', file);
    const off = valueAt(values, 'standards.filingComplete.replacedBy');
    // "local" stands in the third line.
    expect(off).toMatchObject({ value: ['local'], origin: { file, line: 3 } });
  });

  test('comes first with what the configuration says, then what is built in', async () => {
    const values = await districtValues();
    const firstBuiltIn = values.findIndex(({ origin }) => origin === null);
    expect(firstBuiltIn).toBeGreaterThan(0);
    expect(values.slice(firstBuiltIn).every(({ origin }) => origin === null)).toBe(true);
    for (const { origin } of values.slice(0, firstBuiltIn)) expect(origin?.file).toBe(DISTRICT);
  });

  test('every value in use is listed once, whatever its origin', async () => {
    const values = await districtValues();
    const paths = values.map(({ path }) => JSON.stringify(path));
    expect(new Set(paths).size).toBe(paths.length);
    const listed = new Map(values.map(({ path, value }) => [path.join('.'), value]));
    const { config } = loaded(DISTRICT);
    for (const section of ['counts', 'metrics', 'standards'] as const) {
      for (const [id, record] of Object.entries(config?.vocabulary[section] ?? {})) {
        for (const [field, value] of Object.entries(record)) {
          if (field === 'custom') continue;
          expect(listed.get(`${section}.${id}.${field}`)).toEqual(value);
        }
      }
    }
  });

  test('as text: origin, path and value, a line each, in the same order', async () => {
    const { exit, stdout } = await runFake(['config', '--config', DISTRICT]);
    expect(exit).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    const values = await districtValues();
    expect(lines).toHaveLength(values.length);
    const expected = values.map(({ origin, value }) => {
      const place = origin && [origin.file, origin.line, origin.column].filter(Boolean).join(':');
      return [place ?? '内置', JSON.stringify(value)];
    });
    expect(
      lines.map((line) => [line.split('\t')[0], line.split(' = ').slice(1).join(' = ')]),
    ).toEqual(expected);
    const place = placeIn(DISTRICT, '"8%"');
    expect(stdout).toContain(
      `${DISTRICT}:${place}\tstandards.legalReviewStaffMinimum.limit = {"kind":"value","value":"0.08"}\n`,
    );
    // Names that are no plain word are quoted.
    expect(stdout).toContain('\tunits.names."德胜" = "德胜街道"\n');
    expect(stdout).toContain('\tstandards.caseFilesWithoutDefects = false\n');
  });

  test('in English what is built in says so in English', async () => {
    const { stdout } = await runFake(['config', '--no-config', '--lang', 'en']);
    const origins = new Set(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[0]),
    );
    expect(origins).toEqual(new Set(['built in']));
    const { stdout: zh } = await runFake(['config', '--no-config']);
    expect(zh.startsWith('内置\tseverities.required = "breach"\n')).toBe(true);
  });

  test('finds a configuration as every command does, and names it as it was found', async () => {
    const tree = temporaryFiles();
    tree.write('a/xc-eval.config.json', '{ "severities": { "data": "warn" } }');
    tree.write('a/b/readme.txt', '');
    const { stdout, stderr } = await runIn(join(tree.root, 'a/b'), ['config', '--format', 'json']);
    const name = join('..', 'xc-eval.config.json');
    expect(stderr).toBe(`采用配置 ${name}\n`);
    const { file, values } = JSON.parse(stdout);
    expect(file).toBe(name);
    // { "severities": { "data": "warn"
    // 123456789012345678901234567: the value begins in column 27.
    expect(values[0]).toEqual({
      path: ['severities', 'data'],
      value: 'warn',
      origin: { file: name, line: 1, column: 27 },
    });
    tree.remove();
  });

  test('writes to a file when asked', async () => {
    const target = join(files.root, 'values.txt');
    const { exit, stdout } = await runFake(['config', '--no-config', '--output', target]);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
    expect(readFileSync(target, 'utf8')).toContain('standards.filingComplete.metric');
  });
});

describe('added counts and metrics are part of the vocabulary', () => {
  const run = async (...args: string[]) => {
    const result = await runFake([...args, '--config', DISTRICT]);
    expect(result.exit).toBe(0);
    return result.stdout;
  };

  test('list names them with where they come from', async () => {
    const metrics = await run('list', 'metrics', '--format', 'csv');
    expect(metrics).toContain('\nhotlineWeightedSatisfaction,加权满意率（自定指标）,');
    expect(metrics).toContain('(满意 + 基本满意 × 0.6) ÷ (满意 + 基本满意 + 不满意)');
    expect(metrics).toContain('本区接诉即办考核办法,第八条');
    expect(metrics).toContain('\nreconsiderationCorrectionRate,复议纠错率（自定口径）,');
    const counts = await run('list', 'counts', '--format', 'csv');
    expect(counts).toContain('\nlawyersEngaged,聘请律师,名,');
    expect(counts).toContain('法律顾问律师,,本区法律顾问办法,第二条');
    expect(counts).toMatch(/\nlegalReviewStaff,.*法核员/);
    const standards = JSON.parse(await run('list', 'standards', '--format', 'json')) as {
      id: string;
      demand: string;
    }[];
    const demands = Object.fromEntries(standards.map(({ id, demand }) => [id, demand]));
    expect(demands).toMatchObject({
      legalReviewStaffMinimum: '原则上不低于8%（标准有改动）',
      weightedSatisfactionFloor: '不低于90%（自定标准）',
    });
    expect(demands).not.toHaveProperty('caseFilesWithoutDefects');
  });

  test('list in every format has them, in both languages', async () => {
    for (const format of ['table', 'markdown', 'json', 'csv']) {
      expect(await run('list', 'metrics', '--format', format)).toContain('加权满意率（自定指标）');
    }
    expect(await run('list', 'metrics', '--lang', 'en')).toContain(
      'Weighted satisfaction (own metric)',
    );
  });

  test('template asks for the counts of an own metric, and its answers are read', async () => {
    const csv = await run('template', '--metric', '加权满意率,法律顾问规模');
    expect(csv).toBe('\ufeff单位,期间,满意（件）,基本满意（件）,不满意（件）,聘请律师（名）\r\n');
    const { exit, stdout } = await runFake(
      ['metrics', '-', '--config', DISTRICT, '--format', 'csv'],
      { stdin: `${csv}甲,2024,80,10,10,3\r\n` },
    );
    expect(exit).toBe(0);
    expect(stdout).toContain('甲,2024,hotlineWeightedSatisfaction,加权满意率（自定指标）,86,100,');
    expect(stdout).toContain('甲,2024,counselSize,法律顾问规模（自定指标）,,,3,3名,');
    const json = JSON.parse(await run('template', '--metric', '加权满意率', '--format', 'json'));
    expect(Object.keys(json[0])).toEqual(['单位', '期间', '满意', '基本满意', '不满意']);
  });

  test('template of a redefined metric asks for what the new definition needs', async () => {
    expect(await run('template', '--metric', '复议纠错率')).toContain('行政复议审结量（件）');
    expect(await run('template', '--metric', '复议纠错率')).not.toContain('实际审理');
  });

  test('schema input knows them', async () => {
    const keysOf = (schema: string): string[] => {
      const { anyOf } = JSON.parse(schema);
      return Object.keys(anyOf[0].items.properties);
    };
    const own = ['满意', 'hotlineVerySatisfied', '聘请律师', 'lawyersEngaged', '加权满意率'];
    expect(keysOf(await run('schema', 'input'))).toEqual(expect.arrayContaining(own));
    const { stdout } = await runFake(['schema', 'input', '--no-config']);
    expect(keysOf(stdout).filter((key) => own.includes(key))).toEqual([]);
  });
});

describe('what is written with a configuration is what schema says', () => {
  const compiled = async (subject: string): Promise<ValidateFunction> => {
    const { exit, stdout } = await runFake(['schema', subject, '--no-config']);
    expect(exit).toBe(0);
    return new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
      JSON.parse(stdout),
    );
  };
  const run = (...args: string[]) => runFake([...args, '--config', DISTRICT]);

  test('metrics as json and jsonl, by unit and by group', async () => {
    const [output, line] = [await compiled('output'), await compiled('jsonl')];
    for (const by of ['unit,period', 'group']) {
      const json = await run('metrics', DISTRICT_DATA, '--by', by, '--format', 'json');
      output(JSON.parse(json.stdout));
      expect(output.errors ?? []).toEqual([]);
      const lines = await run('metrics', DISTRICT_DATA, '--by', by, '--format', 'jsonl');
      for (const each of lines.stdout.trimEnd().split('\n')) {
        line(JSON.parse(each));
        expect(line.errors ?? []).toEqual([]);
      }
    }
  });

  test('check as json', async () => {
    const validate = await compiled('check');
    const { exit, stdout } = await run('check', DISTRICT_DATA, '--reporter', 'json');
    expect(exit).toBe(1);
    validate(JSON.parse(stdout));
    expect(validate.errors ?? []).toEqual([]);
  });
});

describe('schema config', () => {
  let validate: ValidateFunction;
  beforeAll(async () => {
    const { exit, stdout } = await runFake(['schema', 'config']);
    expect(exit).toBe(0);
    const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
    validate = ajv.compile(JSON.parse(stdout));
  });
  const accepts = (document: unknown): boolean => validate(document);

  const fixture = (name: string): unknown =>
    JSON.parse(readFileSync(join(ROOT, 'fixtures/config', name), 'utf8'));

  test.each(['district.json', '本区示例.json'])('accepts fixtures/config/%s', (name) => {
    validate(fixture(name));
    expect(validate.errors ?? []).toEqual([]);
  });

  test('refuses fixtures/config/mistakes.json', () => {
    expect(accepts(fixture('mistakes.json'))).toBe(false);
  });

  const RIGHT: readonly (readonly [situation: string, config: object])[] = [
    ['nothing', {}],
    ['a standard switched off', { standards: { filingComplete: false } }],
    [
      'limits of every form',
      {
        standards: {
          filingComplete: { limit: 0.9, source },
          filingOnTime: { limit: '90%', source },
          filingInDueForm: { limit: '0.9', source },
          legalityReviewComplete: { limit: { kind: 'value', value: '0.9' }, source },
          motionsAllSatisfactory: { limit: { kind: 'metric', metric: '报备率' }, source },
          proposalsAllSatisfactory: { limit: { kind: 'prior-year' }, source },
        },
      },
    ],
    [
      'off, units, dates and null',
      {
        standards: {
          trainingHoursMinimum: {
            per: null,
            until: null,
            from: '2024',
            units: ['甲'],
            off: [{ units: ['乙'], from: '2024-01', until: '2024Q2' }, {}],
          },
        },
      },
    ],
    [
      'a formula of every kind',
      {
        metrics: Object.fromEntries(
          [
            { kind: 'count', count: '撤销' },
            { kind: 'priorYear', count: '撤销' },
            { kind: 'sum', terms: ['撤销', { kind: 'count', count: '变更' }] },
            { kind: 'minus', from: '审结', less: { kind: 'sum', terms: ['撤销'] } },
            { kind: 'weighted', terms: [{ of: '撤销', weight: 0.6 }] },
            { kind: 'share', part: '撤销', whole: '审结' },
            { kind: 'ratio', numerator: '撤销', denominator: '审结' },
            { kind: 'complement', metric: '报备率' },
            { kind: 'mean', metric: '报备率', over: 'year' },
          ].map((formula, at) => [
            `m${at}`,
            {
              label: `自定${'甲乙丙丁戊己庚辛壬'[at]}`,
              meaning: '甲',
              better: 'neutral',
              display: { unit: '件' },
              formula,
              source,
            },
          ]),
        ),
      },
    ],
  ];

  test.each(RIGHT)('accepts what is read without a problem: %s', (_, config) => {
    expect(loaded(files.config(config)).issues).toEqual([]);
    expect(accepts(config)).toBe(true);
  });

  const WRONG: readonly (readonly [situation: string, config: unknown])[] = [
    ['a list', []],
    ['an unknown section', { standrds: {} }],
    ['an unknown key of a built-in standard', { standards: { filingComplete: { metric: '甲' } } }],
    ['true for a standard', { standards: { filingComplete: true } }],
    ['a limit in words', { standards: { filingComplete: { limit: '五', source } } }],
    ['a limit below 0', { standards: { filingComplete: { limit: -1, source } } }],
    ['an added standard without a source', { standards: { z: { metric: '甲', limit: 1 } } }],
    ['a label of a built-in count', { counts: { legalReviewStaff: { label: '甲', aliases: [] } } }],
    ['an added count without a unit', { counts: { x: { label: '甲', nature: 'flow' } } }],
    ['a nature that is none', { counts: { x: { label: '甲', unit: '件', nature: 'sum' } } }],
    ['a severity that is none', { severities: { required: 'error' } }],
    ['a group of no units', { units: { groups: { 街道: [] } } }],
    [
      'a share without its whole',
      { metrics: { filingRate: { formula: { kind: 'share', part: '甲' }, source } } },
    ],
    [
      'a share inside a sum',
      {
        metrics: {
          filingRate: {
            formula: { kind: 'sum', terms: [{ kind: 'share', part: '甲', whole: '乙' }] },
            source,
          },
        },
      },
    ],
    [
      'a weight in percent',
      {
        metrics: {
          filingRate: {
            formula: { kind: 'weighted', terms: [{ of: '甲', weight: '60%' }] },
            source,
          },
        },
      },
    ],
  ];

  test.each(WRONG)('refuses what is refused: %s', (_, config) => {
    const { config: read, issues } = loaded(files.config(config as object));
    expect({ read, told: issues.length > 0 }).toEqual({ read: null, told: true });
    expect(accepts(config)).toBe(false);
  });

  test('says what each built-in id takes, so that an editor can offer them', async () => {
    const { stdout } = await runFake(['schema', 'config']);
    const { properties } = JSON.parse(stdout);
    for (const section of ['counts', 'metrics', 'standards'] as const) {
      expect(Object.keys(properties[section].properties)).toEqual(Object.keys(builtIn[section]));
    }
  });

  test('is that of a file which changes what is built in, whatever a configuration has changed', async () => {
    const plain = await runFake(['schema', 'config', '--no-config']);
    expect(await runFake(['schema', 'config', '--config', DISTRICT])).toEqual(plain);
  });
});
