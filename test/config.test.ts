/** A configuration put over the built-in vocabulary changes what it names, and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import { ROOT } from './support/bin.ts';
import {
  DISTRICT,
  DISTRICT_DATA,
  loaded,
  type resultsOf,
  sheet,
  source,
  temporaryFiles,
} from './support/config.ts';
import { runFake } from './support/host.ts';
import { staff } from './support/staff.ts';

const files = temporaryFiles();
afterAll(files.remove);

const dataPath = (name: string): string => join(ROOT, 'fixtures/data', name);
const builtIn = builtInCatalogue();

describe('a configuration that says nothing changes nothing', () => {
  const RUNS: readonly (readonly string[])[] = [
    ['metrics', dataPath('2022-行政复议.csv'), '--format', 'json'],
    ['metrics', dataPath('前三年度.csv'), '--by', 'unit', '--format', 'csv'],
    ['check', dataPath('案卷评查.csv'), '--reporter', 'json'],
    ['explain', '复议纠错率', '--format', 'json'],
    ['list', 'standards', '--format', 'csv'],
    ['template'],
    ['schema', 'input'],
  ];

  test.each(RUNS.map((args) => [args.join(' ').replace(`${ROOT}fixtures/data/`, ''), args]))(
    '%s',
    async (_, args) => {
      const without = await runFake([...args, '--no-config']);
      expect(await runFake([...args, '--config', files.config('{}')])).toEqual(without);
    },
  );

  test.each([
    '{ "$schema": "./config.schema.json" }',
    '{ "counts": {}, "metrics": {}, "standards": {}, "severities": {}, "units": {} }',
    '{ "units": { "names": {}, "groups": {} } }',
  ])('%s says nothing', (empty) => {
    const { config, issues } = loaded(files.config(empty));
    expect(issues).toEqual([]);
    const { counts, metrics, standards } = builtIn;
    expect(config?.vocabulary).toEqual({
      counts,
      metrics,
      standards,
      unitNames: {},
      unitGroups: {},
    });
  });
});

describe('what a configuration does not name stays as it is built in', () => {
  /** Fragments that go together, each with the records that it adds or changes. */
  const FRAGMENTS: readonly {
    readonly config: Record<string, Record<string, unknown>>;
    readonly touches: readonly string[];
  }[] = [
    {
      config: { counts: { ownCount: { label: '自定数一', unit: '件', nature: 'flow' } } },
      touches: ['counts.ownCount'],
    },
    {
      config: { counts: { legalReviewStaff: { aliases: ['法核员'] } } },
      touches: ['counts.legalReviewStaff'],
    },
    {
      config: {
        metrics: {
          ownRate: {
            label: '自定率一',
            meaning: '甲',
            better: 'higher',
            formula: { kind: 'share', part: '撤销', whole: '审结' },
            source,
          },
        },
      },
      touches: ['metrics.ownRate'],
    },
    {
      config: { metrics: { filingRate: { aliases: ['本区报备率'] } } },
      touches: ['metrics.filingRate'],
    },
    {
      config: {
        metrics: {
          secondInstanceLossRate: {
            formula: {
              kind: 'share',
              part: 'firstInstanceCorrectedInSecondInstance',
              whole: 'firstInstanceConcluded',
            },
            source,
          },
        },
      },
      // What is computed from it has another definition as well.
      touches: [
        'metrics.secondInstanceLossRate',
        'metrics.judgmentRecognitionRate',
        'metrics.meanJudgmentRecognitionRate',
      ],
    },
    {
      config: { standards: { filingComplete: false } },
      touches: ['standards.filingComplete'],
    },
    {
      config: { standards: { filingOnTime: { limit: '95%', comparison: 'at-least', source } } },
      touches: ['standards.filingOnTime'],
    },
    {
      config: {
        standards: {
          local: { replaces: 'caseFilesWithoutDefects', limit: '10%', units: ['甲'], source },
        },
      },
      touches: ['standards.local', 'standards.caseFilesWithoutDefects'],
    },
    {
      config: { severities: { 'in-principle': 'breach' } },
      touches: Object.entries(builtIn.standards)
        .filter(([, { level }]) => level === 'in-principle')
        .map(([id]) => `standards.${id}`),
    },
    { config: { units: { names: { 甲: '甲局' } } }, touches: [] },
    { config: { severities: { data: 'warn' } }, touches: [] },
  ];

  test('for any choice of changes', () => {
    fc.assert(
      fc.property(fc.subarray([...FRAGMENTS]), (chosen) => {
        const merged: Record<string, Record<string, unknown>> = {};
        for (const { config } of chosen) {
          for (const [section, records] of Object.entries(config)) {
            merged[section] = { ...merged[section], ...records };
          }
        }
        const { config, issues } = loaded(files.config(merged));
        expect(issues).toEqual([]);
        const touched = new Set(chosen.flatMap(({ touches }) => touches));
        for (const section of ['counts', 'metrics', 'standards'] as const) {
          const untouched = (records: object | undefined) =>
            Object.entries(records ?? {}).filter(([id]) => !touched.has(`${section}.${id}`));
          expect(untouched(config?.vocabulary[section])).toEqual(untouched(builtIn[section]));
        }
      }),
      { numRuns: 15 },
    );
  });

  test('an alias of a count or metric is one more name of it and changes no figure', async () => {
    const file = files.config({
      counts: { legalReviewStaff: { aliases: ['法核员'] } },
      metrics: { legalReviewStaffShare: { aliases: ['法核占比'] } },
    });
    const aliased = await runFake(
      ['metrics', '-', '--config', file, '--metric', '法核占比', '--format', 'json'],
      sheet('单位,期间,法核员,执法人员总数', '甲局,2024,3,60'),
    );
    const plain = await runFake(
      ['metrics', '-', '--no-config', '--metric', '法制审核人员占比', '--format', 'json'],
      sheet(...staff(['甲局', 3, 60])),
    );
    expect(aliased).toEqual(plain);
  });

  test('the built-in catalogue itself is never changed', () => {
    const before = JSON.stringify(builtIn);
    loaded(DISTRICT);
    expect(JSON.stringify(builtIn)).toBe(before);
    expect(JSON.stringify(builtInCatalogue())).toBe(before);
  });
});

test('the district of the fixture: what it says is what is computed', async () => {
  const { exit, stdout, stderr } = await runFake([
    'metrics',
    DISTRICT_DATA,
    '--config',
    DISTRICT,
    '--format',
    'json',
  ]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  const { groups } = JSON.parse(stdout) as { groups: Awaited<ReturnType<typeof resultsOf>> };
  // 2 of 30 is 6.67 %, 3 of 30 is 10 %, 1 of 30 is 3.33 %: against 8 %, and in principle is a breach here.
  const flags = groups.map(({ unit, metrics }) => [
    unit,
    ...['legalReviewStaffShare', 'caseFileDefectRate', 'hotlineWeightedSatisfaction'].map(
      (id) => metrics.find((metric) => metric.id === id)?.flag,
    ),
  ]);
  expect(flags).toEqual([
    ['德胜街道', 'breach', null, 'breach'],
    ['什刹海街道', 'ok', null, 'ok'],
    ['大栅栏街道', 'breach', null, 'ok'],
  ]);
  expect(readFileSync(DISTRICT_DATA, 'utf8')).toContain('\n德胜,');
});
