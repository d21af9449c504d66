/** Standards of one’s own, in addition to built-in ones or in their place, and what not meeting one is called. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import {
  catalogueOf,
  metricIn,
  OWN_COUNTS,
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

describe('a standard of one’s own', () => {
  const ceiling = {
    metric: '复议纠错率',
    comparison: 'at-most',
    limit: '7.22%',
    source,
  };
  const rows = [
    '单位,期间,撤销,变更,确认违法,责令履行,实际审理',
    '甲,2022,18,0,20,2,554',
    '乙,2022,0,0,361,0,5000',
  ];

  test('is held to the metric’s exact value: 40 of 554 shows as 7.22 % and is above it', async () => {
    const groups = await resultsOf(files.config({ standards: { ceiling } }), rows);
    // 40/554 = 0.072202…; 361/5000 = 0.0722.
    const [first, second] = ['甲', '乙'].map((unit) =>
      metricIn(groups, 'reconsiderationCorrectionRate', unit),
    );
    expect(first).toMatchObject({ text: '7.22%', flag: 'breach' });
    expect(second).toMatchObject({ text: '7.22%', flag: 'ok' });
  });

  test('is required of each unit unless it says otherwise', () => {
    const { standards } = catalogueOf(files.config({ standards: { ceiling } }));
    expect(standards.ceiling).toMatchObject({
      metric: 'reconsiderationCorrectionRate',
      level: 'required',
      scope: 'unit',
      limit: { kind: 'value', value: '0.0722' },
      custom: { change: 'added' },
    });
  });

  test('stands beside the built-in ones of the same metric', async () => {
    const more = { metric: '法制审核人员占比', comparison: 'at-least', limit: '10%', source };
    // 6 of 100 is at least 5 % and below 10 %.
    expect(await staffStandings({ standards: { more } }, 6, 100)).toEqual({
      legalReviewStaffMinimum: 'ok',
      more: 'breach',
    });
  });

  test.each([
    // 1 − 4 = −3, which is 6 below 3; 7 − 4 = 3, which is not above 3.
    [1, '低 6件', '6 below'],
    [7, '与限值相等', 'equal to the limit'],
  ])(
    'of an amount says how far off it is: %i − 4 is to be above 3',
    async (first, chinese, english) => {
      const config = files.config({
        ...OWN_COUNTS,
        standards: { surplus: { metric: '差', comparison: 'above', limit: 3, source } },
      });
      const rows = sheet('单位,期间,甲数,乙数', `甲,2024,${first},4`);
      const run = async (...args: string[]) =>
        (await runFake(['check', '-', '--config', config, ...args], rows)).stdout;
      expect(await run()).toContain(chinese);
      expect(await run('--lang', 'en')).toContain(english);
    },
  );

  test('marks what it is in every format that names it', async () => {
    const file = files.config({ standards: { ceiling } });
    const run = async (...args: string[]) =>
      (await runFake([...args, '--config', file], sheet(...rows))).stdout;
    expect(await run('metrics', '-')).toContain('不高于7.22%（自定标准）');
    expect(await run('metrics', '-', '--format', 'markdown')).toContain('不高于7.22%（自定标准）');
    expect(await run('check', '-', '--fail-on', 'never')).toContain('不高于7.22%（自定标准）');
    expect(await run('check', '-', '--fail-on', 'never', '--lang', 'en')).toContain(
      'at most 7.22% (own standard)',
    );
    expect(await run('explain', '复议纠错率')).toContain('不高于7.22%（自定标准）');
    expect(await run('list', 'standards')).toContain('不高于7.22%（自定标准）');
  });
});

describe('a standard that replaces a built-in one', () => {
  const replacing = (more: object, units?: object) => ({
    standards: { local: { replaces: 'legalReviewStaffMinimum', limit: '10%', source, ...more } },
    ...(units && { units }),
  });

  test('takes from it what it leaves out', () => {
    const { standards } = catalogueOf(files.config(replacing({})));
    expect(standards.local).toMatchObject({
      metric: 'legalReviewStaffShare',
      comparison: 'at-least',
      level: 'in-principle',
      scope: 'unit',
      limit: { kind: 'value', value: '0.1' },
    });
  });

  test('holds everywhere in its place', async () => {
    expect(await staffStandings(replacing({}), 7, 100)).toEqual({
      legalReviewStaffMinimum: 'suspended',
      local: 'warn',
    });
  });

  test('holds for its units, and the old one rests there and nowhere else', async () => {
    const file = files.config(
      replacing(
        { units: ['执法队', '甲'] },
        { names: { 甲: '甲局' }, groups: { 执法队: ['乙队'] } },
      ),
    );
    const groups = await resultsOf(
      file,
      staff(['甲局', 7, 100], ['乙队', 7, 100], ['丙局', 7, 100]),
    );
    const standings = ['甲局', '乙队', '丙局'].map((unit) =>
      standingsOf(metricIn(groups, 'legalReviewStaffShare', unit)),
    );
    expect(standings).toEqual([
      { legalReviewStaffMinimum: 'suspended', local: 'warn' },
      { legalReviewStaffMinimum: 'suspended', local: 'warn' },
      { legalReviewStaffMinimum: 'ok', local: 'other-units' },
    ]);
  });

  test('holds in its months, and the old one before and after them', async () => {
    const file = files.config(replacing({ from: '2024-07', until: '2025-06' }));
    const rows = ['单位,期间,法制审核人员,执法人员总数'];
    const periods = ['2024H1', '2024H2', '2025H1', '2025H2'];
    rows.push(...periods.map((period) => `甲局,${period},7,100`));
    const groups = await resultsOf(file, rows);
    const standings = periods.map((period) =>
      standingsOf(metricIn(groups, 'legalReviewStaffShare', '甲局', period)),
    );
    const before = { legalReviewStaffMinimum: 'ok', local: 'not-in-force' };
    const after = { legalReviewStaffMinimum: 'suspended', local: 'warn' };
    expect(standings).toEqual([before, after, after, before]);
  });

  test('leaves a period that reaches beyond its months to the old one', async () => {
    const file = files.config(replacing({ from: '2024-07' }));
    const groups = await resultsOf(file, staff(['甲局', 7, 100]));
    expect(standingsOf(metricIn(groups, 'legalReviewStaffShare', '甲局', '2024'))).toEqual({
      legalReviewStaffMinimum: 'ok',
      local: 'not-in-force',
    });
  });

  test('exactly one of the two speaks to any unit in any month', async () => {
    const units = ['甲局', '乙局', '丙局'];
    const month = fc.integer({ min: 1, max: 12 });
    const periods = Array.from({ length: 12 }, (_, index) => `2024年${index + 1}月`);
    const rows = ['单位,期间,法制审核人员,执法人员总数'];
    for (const unit of units) rows.push(...periods.map((period) => `${unit},${period},7,100`));
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(units, { minLength: 1 }),
        month,
        month,
        async (only, one, other) => {
          const [from, until] = [Math.min(one, other), Math.max(one, other)];
          const file = files.config(
            replacing({ units: only, from: `2024年${from}月`, until: `2024年${until}月` }),
          );
          const groups = await resultsOf(file, rows);
          for (const { unit, period, metrics } of groups) {
            const [share] = metrics.filter(({ id }) => id === 'legalReviewStaffShare');
            const standings = share === undefined ? {} : standingsOf(share);
            const at = Number(period?.slice(5));
            const replaced = only.includes(unit ?? '') && from <= at && at <= until;
            expect(standings.legalReviewStaffMinimum).toBe(replaced ? 'suspended' : 'ok');
            expect(standings.local === 'warn').toBe(replaced);
          }
        },
      ),
      { numRuns: 6 },
    );
  });
});

describe('what not meeting a standard is called', () => {
  test('a level gives the severity: one that is required instead of in principle is a breach', async () => {
    expect(await staffStandings(minimum({ level: 'required' }), 1, 100)).toEqual({
      legalReviewStaffMinimum: 'breach',
    });
  });

  test('the configuration may call a whole level otherwise', async () => {
    const severities = { 'in-principle': 'breach', implied: 'breach', required: 'warn' };
    expect(await staffStandings({ severities }, 1, 100)).toEqual({
      legalReviewStaffMinimum: 'breach',
    });
    const { standards } = catalogueOf(files.config({ severities }));
    const expected = Object.entries(builtIn.standards).map(([id, { level }]) => [
      id,
      severities[level],
    ]);
    expect(Object.entries(standards).map(([id, { severity }]) => [id, severity])).toEqual(expected);
  });

  test('a standard’s own severity goes before that of its level', async () => {
    const config = {
      severities: { 'in-principle': 'breach' },
      standards: {
        legalReviewStaffMinimum: { severity: 'warn' },
        more: {
          metric: 'legalReviewStaffShare',
          comparison: 'at-least',
          limit: '10%',
          level: 'in-principle',
          source,
        },
      },
    };
    expect(await staffStandings(config, 1, 100)).toEqual({
      legalReviewStaffMinimum: 'warn',
      more: 'breach',
    });
  });

  test('decides how a run ends', async () => {
    const failing = async (config: object, ...options: string[]) => {
      const args = ['metrics', '-', '--config', files.config(config), ...options];
      return (await runFake(args, sheet(...staff(['甲局', 1, 100])))).exit;
    };
    const stricter = { severities: { 'in-principle': 'breach' } };
    expect(await failing({}, '--fail-on', 'breach')).toBe(0);
    expect(await failing(stricter, '--fail-on', 'breach')).toBe(1);
    expect(await failing(minimum({ severity: 'breach' }), '--fail-on', 'breach')).toBe(1);
    expect(await failing(minimum({ severity: 'breach' }), '--fail-on', 'never')).toBe(0);
  });

  test('a problem with the data may warn, where --allow-invalid goes on', async () => {
    const check = async (config: object) => {
      const args = ['check', '-', '--config', files.config(config), '--allow-invalid'];
      return (await runFake(args, sheet('单位,期间,撤销', '甲,2024,约3'))).exit;
    };
    expect(await check({})).toBe(1);
    expect(await check({ severities: { data: 'warn' } })).toBe(0);
  });
});
