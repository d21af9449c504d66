/** What a configuration may change of a built-in standard. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import {
  catalogueOf,
  metricIn,
  resultsOf,
  sheet,
  source,
  standingsOf,
  temporaryFiles,
} from './support/config.ts';
import { runFake } from './support/host.ts';
import { minimum, staff, staffStandingsBy } from './support/staff.ts';

const files = temporaryFiles();
afterAll(files.remove);

const staffStandings = staffStandingsBy(files);
const builtIn = builtInCatalogue();

describe('a standard for a unit that the data does not have', () => {
  const rows = sheet(
    '单位,期间,法制审核人员,执法人员总数',
    '德胜街道,2024,1,40',
    '区商务局,2024,9,20',
  );
  const said = async (units: readonly string[], off: readonly object[] = []) => {
    const standards = { legalReviewStaffMinimum: { units, off } };
    const run = await runFake(['check', '-', '--config', files.config({ standards })], rows);
    return run.stderr.split('\n').filter((line) => line.startsWith('标准 '));
  };

  test('is told with the unit that may be meant, wherever it is named', async () => {
    const meant = (wrong: string, right: string) =>
      `标准 legalReviewStaffMinimum 针对“${wrong}”，数据中没有这个单位，是不是“${right}”？`;
    expect(await said(['得胜街道', '区商务局'])).toEqual([meant('得胜街道', '德胜街道')]);
    expect(await said(['德胜街道'], [{ units: ['区商贸局'] }])).toEqual([
      meant('区商贸局', '区商务局'),
    ]);
  });

  test('is told where none of its units is there, and not where one of them did not report', async () => {
    expect(await said(['某某管理委员会'])).toEqual([
      '标准 legalReviewStaffMinimum 针对“某某管理委员会”，数据中没有这个单位',
    ]);
    expect(await said(['某某管理委员会', '德胜街道'])).toEqual([]);
  });
});

describe('the limit of a built-in standard', () => {
  // 8 of 100 is 8 % exactly; 7999 of 100000 is below it by less than any rounding shows.
  test.each<[written: string, limit: unknown]>([
    ['"8%"', '8%'],
    ['"8.0%"', '8.0%'],
    ['0.08', 0.08],
    ['"0.08"', '0.08'],
    ['{ kind: value, value: 0.08 }', { kind: 'value', value: 0.08 }],
    ['{ kind: value, value: "0.08" }', { kind: 'value', value: '0.08' }],
  ])('%s is eight of a hundred exactly', async (_, limit) => {
    const config = minimum({ limit, source });
    expect(await staffStandings(config, 8, 100)).toEqual({ legalReviewStaffMinimum: 'ok' });
    expect(await staffStandings(config, 7999, 100000)).toEqual({ legalReviewStaffMinimum: 'warn' });
    expect(await staffStandings(config, 8001, 100000)).toEqual({ legalReviewStaffMinimum: 'ok' });
  });

  test('a number is the decimal it is written as: 0.1 is one tenth, not the double nearest to it', async () => {
    // The double 0.1 is above 1/10: a value of exactly 1/10 would be below it.
    const equal = minimum({ comparison: 'equal', limit: 0.1, source });
    expect(await staffStandings(equal, 1, 10)).toEqual({ legalReviewStaffMinimum: 'ok' });
    const above = minimum({ comparison: 'above', limit: 0.1, source });
    expect(await staffStandings(above, 1, 10)).toEqual({ legalReviewStaffMinimum: 'warn' });
    // 0.3 is below 3/10 as a double.
    expect(
      await staffStandings(minimum({ comparison: 'below', limit: 0.3, source }), 3, 10),
    ).toEqual({ legalReviewStaffMinimum: 'warn' });
  });

  test('any decimal in percent is the same decimal with the point two places to the left', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 100 }),
        fc.stringMatching(/^\d{1,4}$/),
        fc.boolean(),
        (units, decimals, whole) => {
          const percent = whole || units === 100 ? `${units}` : `${units}.${decimals}`;
          const places = (percent.split('.')[1] ?? '').length + 2;
          const catalogue = catalogueOf(files.config(minimum({ limit: `${percent}%`, source })));
          const { limit } = catalogue.standards.legalReviewStaffMinimum ?? {};
          if (limit?.kind !== 'value') throw new Error('no value');
          const [left = '', right = ''] = limit.value.split('.');
          // Compared as whole numbers of the smallest place, so that 0.50 is 0.5.
          expect(BigInt(left + right.padEnd(places, '0'))).toBe(BigInt(percent.replace('.', '')));
        },
      ),
      { numRuns: 15 },
    );
  });

  test('is read by the terms of the metric: hours are no share and may exceed 1', async () => {
    const file = files.config({
      standards: { trainingHoursMinimum: { limit: 62.5, source } },
    });
    const rows = ['单位,期间,培训总学时,执法人员总数', '甲局,2024,625,10', '乙局,2024,6249,100'];
    const groups = await resultsOf(file, rows);
    // 625 ÷ 10 = 62.5; 6249 ÷ 100 = 62.49.
    expect(standingsOf(metricIn(groups, 'trainingHoursPerPerson', '甲局'))).toMatchObject({
      trainingHoursMinimum: 'ok',
    });
    expect(standingsOf(metricIn(groups, 'trainingHoursPerPerson', '乙局'))).toMatchObject({
      trainingHoursMinimum: 'breach',
    });
  });

  test('may be another metric, named by its label, an alias or its id', async () => {
    // Reported on time 3 of 4, in due form 2 of 4: 75 % is not below 50 %, 50 % is below 75 %.
    const rows = [
      '单位,期间,normativeDocumentsFiled,normativeDocumentsFiledOnTime,normativeDocumentsFiledCompliantly',
      '甲局,2024,4,3,2',
    ];
    for (const name of ['行政规范性文件报备规范率', '规范率', 'compliantFilingRate']) {
      const file = files.config({
        standards: {
          filingOnTime: {
            comparison: 'at-least',
            limit: { kind: 'metric', metric: name },
            source,
          },
          filingInDueForm: {
            comparison: 'at-least',
            limit: { kind: 'metric', metric: '报备及时率' },
            source,
          },
        },
      });
      const groups = await resultsOf(file, rows);
      expect(standingsOf(metricIn(groups, 'timelyFilingRate', '甲局'))).toEqual({
        filingOnTime: 'ok',
      });
      expect(standingsOf(metricIn(groups, 'compliantFilingRate', '甲局'))).toEqual({
        filingInDueForm: 'breach',
      });
    }
  });

  test('may be the value of the year before', async () => {
    const file = files.config(
      minimum({ comparison: 'at-least', limit: { kind: 'prior-year' }, source }),
    );
    const rows = ['单位,期间,法制审核人员,执法人员总数'];
    // 1/10, then 11/100 (more), then 12/110 = 0.1090… (less), although the staff grew each year.
    rows.push('甲局,2022,1,10', '甲局,2023,11,100', '甲局,2024,12,110');
    const groups = await resultsOf(file, rows);
    const flags = groups.map(({ metrics }) => metrics[0]?.findings[0]?.flag);
    expect(flags).toEqual(['unknown', 'ok', 'warn']);
  });
});

describe('a built-in standard', () => {
  test('keeps what the configuration does not name', () => {
    const file = files.config({ standards: { trainingHoursMinimum: { limit: 80, source } } });
    const changed = catalogueOf(file).standards.trainingHoursMinimum;
    expect(changed).toMatchObject({
      metric: 'trainingHoursPerPerson',
      comparison: 'at-least',
      level: 'required',
      scope: 'unit',
      per: 'year',
      from: '2021-01',
      until: '2025-12',
      limit: { kind: 'value', value: '80' },
      source,
      custom: { change: 'changed', file },
    });
  });

  test('that is false is gone, and only that one', () => {
    const file = files.config({ standards: { caseFilesWithoutDefects: false } });
    const { standards } = catalogueOf(file);
    const { caseFilesWithoutDefects: _, ...others } = builtIn.standards;
    expect(standards).toEqual(others);
  });

  test('loses its length of period or its dates with null', async () => {
    const rows = ['单位,期间,培训总学时,执法人员总数', '甲局,2030Q1,59,1'];
    const standings = async (change: object) => {
      const file = files.config({ standards: { trainingHoursMinimum: change } });
      const groups = await resultsOf(file, rows);
      return standingsOf(metricIn(groups, 'trainingHoursPerPerson', '甲局')).trainingHoursMinimum;
    };
    expect(await standings({})).toBe('other-period-length');
    expect(await standings({ per: null })).toBe('not-in-force');
    expect(await standings({ per: null, until: null })).toBe('breach');
  });

  test('holds from and until the months that the configuration gives, whole periods only', async () => {
    const file = files.config(minimum({ from: '2024Q2', until: '2024-09' }));
    const rows = ['单位,期间,法制审核人员,执法人员总数'];
    const periods = ['2024Q1', '2024Q2', '2024-04', '2024-09', '2024-10', '2024', '2024H1'];
    rows.push(...periods.map((period) => `甲局,${period},1,10`));
    const { exit, stdout } = await runFake(
      ['metrics', '-', '--config', file, '--format', 'json', '--allow-invalid'],
      sheet(...rows),
    );
    expect(exit).toBe(0);
    const groups = JSON.parse(stdout).groups as Awaited<ReturnType<typeof resultsOf>>;
    const held = groups.flatMap(({ period, metrics }) =>
      metrics[0]?.findings[0]?.why === 'not-in-force' ? [] : [period],
    );
    expect(new Set(held)).toEqual(new Set(['2024Q2', '2024-04', '2024-09']));
  });

  test('speaks only to the units that the configuration names, by old name or new, or by group', async () => {
    const rows = staff(['甲局', 1, 100], ['乙局', 1, 100], ['丙局', 1, 100], ['丁局', 1, 100]);
    const file = files.config({
      ...minimum({ units: ['甲', '执法局'] }),
      units: { names: { 甲: '甲局', 丙: '丙局' }, groups: { 执法局: ['丙', '丁局'] } },
    });
    const groups = await resultsOf(file, rows);
    const standings = ['甲局', '乙局', '丙局', '丁局'].map(
      (unit) =>
        standingsOf(metricIn(groups, 'legalReviewStaffShare', unit)).legalReviewStaffMinimum,
    );
    expect(standings).toEqual(['warn', 'other-units', 'warn', 'warn']);
  });

  test('is off for units, for months, for units in months', async () => {
    const file = files.config(
      minimum({
        off: [
          { units: ['甲局'] },
          { from: '2023', until: '2023' },
          { units: ['新设局'], from: '2024-01', until: '2024-06' },
        ],
      }),
    );
    const rows = ['单位,期间,法制审核人员,执法人员总数'];
    const at = [
      ['甲局', '2022'],
      ['乙局', '2022'],
      ['乙局', '2023'],
      ['乙局', '2024Q1'],
      ['新设局', '2024Q1'],
      ['新设局', '2024Q3'],
    ];
    rows.push(...at.map(([unit, period]) => `${unit},${period},1,100`));
    const groups = await resultsOf(file, rows);
    const standings = at.map(
      ([unit = '', period]) =>
        standingsOf(metricIn(groups, 'legalReviewStaffShare', unit, period))
          .legalReviewStaffMinimum,
    );
    expect(standings).toEqual(['suspended', 'warn', 'suspended', 'warn', 'suspended', 'warn']);
  });

  test('that is off says so, in words and in numbers', async () => {
    const file = files.config(minimum({ off: [{ units: ['甲局'] }] }));
    const run = (...options: string[]) =>
      runFake(['metrics', '-', '--config', file, ...options], sheet(...staff(['甲局', 1, 100])));
    expect((await run()).stdout).toContain('未判 已由配置停用');
    expect((await run('--lang', 'en')).stdout).toContain('switched off by the configuration');
    const { standards } = JSON.parse((await run('--format', 'json')).stdout);
    expect(standards).toMatchObject([
      {
        id: 'legalReviewStaffMinimum',
        suspended: [{ units: ['甲局'] }],
        custom: { change: 'changed', file, line: 3 },
      },
      {},
      {},
    ]);
  });
});

test('explain and list say for whom a standard is, and where it is off', async () => {
  const file = files.config({
    standards: {
      filingComplete: {
        units: ['甲局', '乙局'],
        off: [{ units: ['甲局'], from: '2024', until: '2024Q2' }, { until: '2021' }],
      },
    },
  });
  const terms = '仅限 甲局、乙局、2024 至 2024Q2 不适用于 甲局、起初 至 2021 不适用于所有单位';
  const explained = await runFake(['explain', '报备率', '--config', file]);
  expect(explained.stdout).toContain(terms);
  const listed = await runFake(['list', 'standards', '--format', 'csv', '--config', file]);
  expect(listed.stdout).toContain(terms);
  const english = await runFake(['explain', '报备率', '--config', file, '--lang', 'en']);
  expect(english.stdout).toContain(
    'only for 甲局, 乙局, not for 甲局 from 2024 until 2024Q2, not for any unit until 2021',
  );
});
