/** Units under other names, and units taken together, as a configuration says. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupsOf } from '../src/aggregate/group.ts';
import { periodId } from '../src/period/period.ts';
import {
  type Files,
  type GroupResult,
  metricIn,
  resultsOf,
  sheet,
  source,
  standingsOf,
  temporaryFiles,
} from './support/config.ts';
import { runFake } from './support/host.ts';
import { datasetOf } from './support/sheets.ts';

let files: Files;
beforeAll(() => {
  files = temporaryFiles();
});
afterAll(() => files.remove());

const SHARE = 'legalReviewStaffShare';

/** A flow over a flow: cases entered of cases closed. */
const HEADER = '单位,期间,撤销,变更,确认违法,责令履行,实际审理';
const CORRECTION = 'reconsiderationCorrectionRate';
const row = (unit: string, period: string, revoked: number | '', heard: number | ''): string =>
  `${unit},${period},${revoked},0,0,0,${heard}`;

const units = (groups: object, names: object = {}) => ({ units: { names, groups } });

/** numerator/denominator of the correction rate, by "unit period". */
const figures = (groups: readonly GroupResult[]): Record<string, string> =>
  Object.fromEntries(
    groups.map(({ unit, period, metrics }) => {
      const found = metrics.find(({ id }) => id === CORRECTION);
      return [
        `${unit} ${period}`,
        found?.value === null ? 'unknown' : `${found?.numerator}/${found?.denominator}`,
      ];
    }),
  );

const only = ['--metric', '复议纠错率'];

test('a unit of the data with the name of a group is a problem: a standard for one would judge the other', async () => {
  const standards = {
    legalReviewStaffMinimum: { units: ['德胜街道'], limit: '9%', level: 'required', source },
  };
  const config = files.config({ standards, units: { groups: { 德胜街道: ['区商务局'] } } });
  const text = [
    '单位,期间,法制审核人员,执法人员总数',
    '德胜街道,2024,1,40',
    '区商务局,2024,9,20',
  ].join('\n');
  for (const args of [['check'], ['metrics', '--format', 'csv', '--layout', 'wide']]) {
    const path = files.write('data.csv', text);
    for (const engine of ['builtin', 'duckdb']) {
      const run = await runFake([...args, path, '--config', config, '--engine', engine]);
      expect(run).toMatchObject({ exit: 2, stdout: '' });
      expect(run.stderr).toContain('data.csv:2: 单位“德胜街道”与配置中的分组同名');
    }
  }
});

describe('a unit of another name', () => {
  const names = { 德胜: '德胜街道', 德胜办事处: '德胜街道' };

  test('comes out under the name that is used', async () => {
    const config = files.config(units({}, names));
    const groups = await resultsOf(
      config,
      [
        HEADER,
        row('德胜', '2022', 1, 10),
        row('德胜办事处', '2023', 2, 10),
        row('乙', '2023', 3, 10),
      ],
      ...only,
    );
    expect(figures(groups)).toEqual({
      '德胜街道 2022': '1/10',
      '德胜街道 2023': '2/10',
      '乙 2023': '3/10',
    });
  });

  test('is one unit with the others of its names: its periods add up', async () => {
    const config = files.config(units({}, names));
    const groups = await resultsOf(
      config,
      [HEADER, row('德胜', '2022', 1, 10), row('德胜街道', '2023', 2, 10)],
      ...only,
      '--by',
      'unit',
    );
    expect(figures(groups)).toEqual({ '德胜街道 2022-01/2023-12': '3/20' });
  });

  test('two rows that become one unit and period are a problem, as two rows of one name are', async () => {
    const config = files.config(units({}, names));
    const { exit, stdout, stderr } = await runFake(
      ['metrics', '-', '--config', config],
      sheet(
        HEADER,
        row('德胜', '2022', 1, 10),
        row('乙', '2022', 1, 10),
        row('德胜街道', '2022', 2, 10),
      ),
    );
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain(
      '标准输入:4: “德胜街道”与 标准输入:2 的“德胜”按配置的 units.names 是同一单位，德胜街道 2022年 因此有两行；',
    );
    expect(stderr).toContain('用 units.groups 相加 [duplicate-row]');
  });

  test.each([
    [
      'the other name',
      ['德胜', '德胜', '德胜'],
      '德胜街道 2022年 已在 标准输入:2 出现过，请只留一行',
    ],
    [
      'the usual name',
      ['德胜街道', '德胜街道'],
      '德胜街道 2022年 已在 标准输入:2 出现过，请只留一行',
    ],
  ])('two rows of %s are told as without a configuration', async (_, written, sentence) => {
    const config = files.config(units({}, names));
    const rows = written.map((name) => row(name, '2022', 1, 10));
    const { stderr } = await runFake(['metrics', '-', '--config', config], sheet(HEADER, ...rows));
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain('units.names');
  });

  test.each([
    [
      'zh',
      '“德胜”与 标准输入:2:4 的“德胜街道”按配置的 units.names 是同一单位，德胜街道 2022年 的“撤销”因此有两个；',
    ],
    [
      'en',
      '"德胜" and "德胜街道" at stdin:2:4 are one unit by units.names of the configuration, so that "撤销" of 德胜街道 2022 stands twice;',
    ],
  ])('in a long table the value stands twice: %s', async (language, sentence) => {
    const config = files.config(units({}, names));
    const { exit, stderr } = await runFake(
      ['check', '-', '--config', config, '--lang', language],
      sheet('单位,期间,指标,数值', '德胜街道,2022,撤销,1', '德胜,2022,撤销,2'),
    );
    expect(exit).toBe(2);
    expect(stderr).toContain(`:3:4: ${sentence}`);
    expect(stderr).toMatch(/units\.groups.*\[duplicate-value\]/);
  });

  test('a rate published twice', async () => {
    const config = files.config(units({}, names));
    const [first, second] = ['德胜', '德胜街道'].map((name, index) =>
      files.write(`rate${index}.csv`, `单位,期间,行政规范性文件报备率\n${name},2024,100%`),
    ) as [string, string];
    const { exit, stderr } = await runFake(['metrics', first, second, '--config', config]);
    expect(exit).toBe(2);
    expect(stderr).toContain(
      `${second}:2:3: “德胜街道”与 ${first}:2:3 的“德胜”按配置的 units.names 是同一单位，德胜街道 2024年 的行政规范性文件报备率因此有两个；`,
    );
  });

  test('in two files with the same count: stated twice', async () => {
    const config = files.config(units({}, names));
    const first = files.write('first.csv', `${HEADER}\n${row('德胜', '2022', 1, 10)}\n`);
    const second = files.write('second.csv', `单位,期间,撤销\n德胜街道,2022,1\n`);
    const { exit, stderr } = await runFake(['metrics', first, second, '--config', config]);
    expect(exit).toBe(2);
    expect(stderr).toContain(
      `${second}:2:3: “德胜街道”与 ${first}:2:3 的“德胜”按配置的 units.names 是同一单位，德胜街道 2022年 的`,
    );
    expect(stderr).toContain('用 units.groups 相加 [count-stated-twice]');

    // The unit of a title line is called what the title calls it.
    const titled = files.write('titled.csv', '填报单位：德胜\n期间,撤销\n2022,1\n');
    const both = await runFake(['metrics', second, titled, '--config', config]);
    expect(both.stderr).toContain(`${titled}:3:2: “德胜”与 ${second}:2:3 的“德胜街道”按`);
  });

  test('a title line that names the reporting unit may use the old name too', async () => {
    const config = files.config(units({}, names));
    const lines = [
      '填报单位：德胜',
      '期间,撤销,变更,确认违法,责令履行,实际审理',
      '2022,1,0,0,0,10',
    ];
    expect(figures(await resultsOf(config, lines, ...only))).toEqual({ '德胜街道 2022': '1/10' });
  });

  test('--unit takes the old name and the new one', async () => {
    const config = files.config(units({}, names));
    const lines = [HEADER, row('德胜', '2022', 1, 10), row('乙', '2022', 3, 10)];
    const results = await Promise.all(
      ['德胜', '德胜办事处', '德胜街道'].map((unit) =>
        resultsOf(config, lines, ...only, '--unit', unit),
      ),
    );
    for (const groups of results) expect(figures(groups)).toEqual({ '德胜街道 2022': '1/10' });
  });

  test('the old name of nobody is still an unknown unit', async () => {
    const config = files.config(units({}, names));
    const { exit, stderr } = await runFake(
      ['metrics', '-', '--config', config, '--unit', '德胜'],
      sheet(HEADER, row('乙', '2022', 3, 10)),
    );
    expect(exit).toBe(2);
    expect(stderr).toContain('数据中没有单位“德胜”');
  });
});

describe('units taken together', () => {
  const config = (): string =>
    files.config(
      units({ 街道: ['德胜', '什刹海街道'], 部门: ['市场监管局'] }, { 德胜: '德胜街道' }),
    );
  const lines = [
    HEADER,
    row('德胜', '2022', 1, 10),
    row('什刹海街道', '2022', 3, 30),
    row('市场监管局', '2022', 5, 7),
    row('其他单位', '2022', 2, 9),
    row('德胜街道', '2023', 4, 10),
    row('什刹海街道', '2023', 0, 10),
    row('市场监管局', '2023', 1, 3),
    row('其他单位', '2023', 1, 1),
  ];

  test('by group and period: counts are added, and then divided', async () => {
    // 街道 2022: (1 + 3) ÷ (10 + 30); the mean of 1/10 and 3/30 happens to be that, that of 2023 is not.
    expect(figures(await resultsOf(config(), lines, ...only, '--by', 'group,period'))).toEqual({
      '街道 2022': '4/40',
      '街道 2023': '4/20',
      '部门 2022': '5/7',
      '部门 2023': '1/3',
      '未分组 2022': '2/9',
      '未分组 2023': '1/1',
    });
  });

  test('by group: over all periods, in the order of the configuration, those of no group last', async () => {
    const groups = await resultsOf(config(), lines, ...only, '--by', 'group');
    expect(Object.entries(figures(groups))).toEqual([
      ['街道 2022-01/2023-12', '8/60'],
      ['部门 2022-01/2023-12', '6/10'],
      ['未分组 2022-01/2023-12', '3/10'],
    ]);
    expect(groups.map((group) => group.units)).toEqual([2, 1, 1]);
  });

  test('where every unit has a group there is no 未分组', async () => {
    const all = files.config(units({ 全部: ['德胜街道', '什刹海街道', '市场监管局', '其他单位'] }));
    const merged = lines.map((line) => line.replace(/^德胜,/, '德胜街道,'));
    expect(figures(await resultsOf(all, merged, ...only, '--by', 'group'))).toEqual({
      // 17 of 80, as by total.
      '全部 2022-01/2023-12': '17/80',
    });
    expect(figures(await resultsOf(all, merged, ...only, '--by', 'total'))).toEqual({
      'null 2022-01/2023-12': '17/80',
    });
  });

  test('a unit in two groups counts in both', async () => {
    const both = files.config(units({ 甲组: ['甲', '乙'], 乙组: ['乙', '丙'] }));
    const groups = await resultsOf(
      both,
      [HEADER, row('甲', '2022', 1, 10), row('乙', '2022', 2, 20), row('丙', '2022', 3, 30)],
      ...only,
      '--by',
      'group',
    );
    expect(figures(groups)).toEqual({ '甲组 2022': '3/30', '乙组 2022': '5/50' });
  });

  test('a unit named twice in one group counts once', async () => {
    const twice = files.config(units({ 街道: ['德胜', '德胜街道'] }, { 德胜: '德胜街道' }));
    const groups = await resultsOf(
      twice,
      [HEADER, row('德胜', '2022', 1, 10)],
      ...only,
      '--by',
      'group',
    );
    expect(figures(groups)).toEqual({ '街道 2022': '1/10' });
  });

  test('a group none of whose units the data has is left out', async () => {
    const absent = files.config(units({ 区外: ['丁'], 街道: ['甲'] }));
    const groups = await resultsOf(
      absent,
      [HEADER, row('甲', '2022', 1, 10)],
      ...only,
      '--by',
      'group',
    );
    expect(figures(groups)).toEqual({ '街道 2022': '1/10' });
  });

  test('a stock takes the last period of each unit and adds those up', async () => {
    const groups = await resultsOf(
      files.config(units({ 局: ['甲局', '乙局'] })),
      [
        '单位,期间,法制审核人员,执法人员总数',
        '甲局,2022,1,10',
        '甲局,2023,2,20',
        '乙局,2022,5,50',
        '乙局,2023,6,60',
      ],
      '--by',
      'group',
    );
    expect(metricIn(groups, SHARE, '局')).toMatchObject({ numerator: 8, denominator: 80 });
  });

  test('without groups in the configuration there is nothing to group by: a usage error', async () => {
    const without = [
      ['--no-config'],
      ['--config', files.config('{}')],
      ['--config', files.config(units({}, { 甲: '乙' }))],
    ];
    for (const options of without) {
      for (const by of ['group', 'group,period']) {
        const args = ['metrics', '-', '--by', by, ...options];
        const { exit, stdout, stderr } = await runFake(args, sheet(...lines));
        expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
        expect(stderr).toContain('没有定义单位分组；请在配置文件的 units.groups 中写明');
      }
    }
    const { stderr } = await runFake(
      ['explain', '复议纠错率', '-', '--by', 'group', '--lang', 'en', '--no-config'],
      sheet(...lines),
    );
    expect(stderr).toContain('no groups of units are defined');
  });

  test('a standard of each unit does not speak of a group, one of any does', async () => {
    const data = ['单位,期间,法制审核人员,执法人员总数,抽查案卷量,存在规范瑕疵的案卷量'];
    data.push('甲局,2022,1,100,10,1', '乙局,2022,9,100,10,0');
    const groups = await resultsOf(
      files.config(units({ 局: ['甲局', '乙局'] })),
      data,
      '--by',
      'group',
    );
    expect(standingsOf(metricIn(groups, SHARE, '局'))).toEqual({
      legalReviewStaffMinimum: 'each-unit',
    });
    expect(standingsOf(metricIn(groups, 'caseFileDefectRate', '局'))).toEqual({
      caseFilesWithoutDefects: 'warn',
    });
  });

  test('a standard off for all units of a group is off for the group, off for one of them is not', async () => {
    const data = ['单位,期间,抽查案卷量,存在规范瑕疵的案卷量', '甲局,2022,10,1', '乙局,2022,10,0'];
    const offFor = async (off: readonly string[]) => {
      const file = files.config({
        ...units({ 局: ['甲局', '乙局'] }),
        standards: { caseFilesWithoutDefects: { off: [{ units: off }] } },
      });
      const groups = await resultsOf(file, data, '--by', 'group');
      return standingsOf(metricIn(groups, 'caseFileDefectRate', '局')).caseFilesWithoutDefects;
    };
    expect(await offFor(['局'])).toBe('suspended');
    expect(await offFor(['甲局', '乙局'])).toBe('suspended');
    expect(await offFor(['甲局'])).toBe('warn');
  });

  test('a metric that looks back a year does so for the units of the group', async () => {
    const file = files.config({
      ...units({ 局: ['甲局', '乙局'] }),
      standards: {
        more: {
          metric: '复议纠错率',
          comparison: 'below',
          limit: { kind: 'prior-year' },
          scope: 'any',
          source,
        },
      },
    });
    const data = [
      HEADER,
      row('甲局', '2022', 2, 10),
      row('乙局', '2022', 2, 10),
      row('丙局', '2022', 0, 90),
      row('甲局', '2023', 4, 10),
      row('乙局', '2023', 1, 20),
      row('丙局', '2023', 0, 90),
    ];
    // 5/30 is below 4/20, and above the 4/110 of all units.
    const groups = await resultsOf(file, data, ...only, '--by', 'group,period');
    expect(standingsOf(metricIn(groups, CORRECTION, '局', '2023'))).toEqual({ more: 'ok' });
    expect(standingsOf(metricIn(groups, CORRECTION, '局', '2022'))).toEqual({ more: 'unknown' });
  });

  test('the year before leaves out whom the metric did not apply to then', async () => {
    const file = files.config({
      ...units({ 局: ['甲局', '乙局'] }),
      standards: { caseFilesWithoutDefects: { limit: { kind: 'prior-year' }, source } },
    });
    const data = [
      '单位,期间,存在规范瑕疵的案卷量,抽查案卷量',
      ...['甲局,2022,1,10', '乙局,2022,不适用,20', '甲局,2023,1,15', '乙局,2023,1,15'],
    ];
    // 2/30 is not above the 1/10 of 甲局; it is above 1/30, of the files of both.
    const groups = await resultsOf(file, data, '--by', 'group,period');
    const later = metricIn(groups, 'caseFileDefectRate', '局', '2023');
    expect(standingsOf(later)).toEqual({ caseFilesWithoutDefects: 'ok' });
  });

  test('explain and every format name the group', async () => {
    const run = async (...args: string[]) =>
      (await runFake([...args, '--config', config()], sheet(...lines))).stdout;
    const by = ['--by', 'group,period', '--period', '2022'];
    expect(await run('explain', '复议纠错率', '-', ...by)).toContain(
      '街道 2022年\n  复议纠错率 = (撤销 4 + 变更 0 + 确认违法 0 + 责令履行 0) ÷ 实际审理 40 = 10.00%',
    );
    expect(await run('metrics', '-', ...only, ...by, '--format', 'csv')).toContain(
      `街道,2022,${CORRECTION},复议纠错率,4,40,0.1,10.00%,,`,
    );
    expect(
      await run('metrics', '-', ...only, ...by, '--format', 'csv', '--layout', 'wide'),
    ).toContain(`unit,period,${CORRECTION}\n街道,2022,0.1\n`);
    const table = await run('metrics', '-', ...only, ...by);
    expect(table).toMatch(/街道 +│/);
    expect(table).toMatch(/未分组 +│/);
    const json = JSON.parse(await run('metrics', '-', ...only, ...by, '--format', 'json'));
    expect(json.by).toBe('group,period');
  });
});

describe('a group with a unit that did not report', () => {
  const config = () => files.config(units({ 街道: ['甲', '乙', '丙'] }));
  const lines = [
    HEADER,
    row('甲', '2022', 1, 10),
    row('乙', '2022', '', 20),
    row('丙', '2022', 3, 30),
    row('丁', '2022', 4, 40),
  ];

  test('is unknown, and says who is missing; the others are not concerned', async () => {
    const groups = await resultsOf(config(), lines, ...only, '--by', 'group');
    expect(metricIn(groups, CORRECTION, '街道')).toMatchObject({
      value: null,
      reason: 'missing-input',
      missing: [{ unit: '乙', period: '2022' }],
    });
    expect(metricIn(groups, CORRECTION, '未分组')).toMatchObject({ numerator: 4, denominator: 40 });
  });

  test('--partial computes over those who did, with the coverage beside it', async () => {
    const groups = await resultsOf(config(), lines, ...only, '--by', 'group', '--partial');
    // (1 + 3) ÷ (10 + 30): 乙 is left out above and below.
    expect(metricIn(groups, CORRECTION, '街道')).toMatchObject({
      numerator: 4,
      denominator: 40,
      coverage: { reporting: 2, expected: 3, missing: ['乙'] },
      text: '10.00%（3 个单位中的 2 个）',
    });
    expect(metricIn(groups, CORRECTION, '未分组')).not.toHaveProperty('coverage');
  });

  test('a unit without a row for one of the periods did not report either', async () => {
    const both = files.config(units({ 街道: ['甲', '乙'] }));
    const data = [
      HEADER,
      row('甲', '2022', 1, 10),
      row('甲', '2023', 1, 10),
      row('乙', '2022', 2, 20),
    ];
    const groups = await resultsOf(both, data, ...only, '--by', 'group');
    expect(metricIn(groups, CORRECTION, '街道')).toMatchObject({
      value: null,
      missing: [{ unit: '乙', period: null }],
    });
    const byPeriod = await resultsOf(both, data, ...only, '--by', 'group,period');
    expect(metricIn(byPeriod, CORRECTION, '街道', '2022')).toMatchObject({ numerator: 3 });
    expect(metricIn(byPeriod, CORRECTION, '街道', '2023').value).toBeNull();
  });

  test('a member that is nowhere in the data did not report either, and --partial says so', async () => {
    const data = [HEADER, row('甲', '2022', 1, 10), row('乙', '2022', 2, 20)];
    const three = files.config(units({ 街道: ['甲', '乙', '丁'] }));
    const groups = await resultsOf(three, data, ...only, '--by', 'group');
    expect(metricIn(groups, CORRECTION, '街道')).toMatchObject({
      value: null,
      missing: [{ unit: '丁', period: null }],
    });
    const covered = await resultsOf(three, data, ...only, '--by', 'group', '--partial');
    expect(metricIn(covered, CORRECTION, '街道')).toMatchObject({
      numerator: 3,
      denominator: 30,
      coverage: { reporting: 2, expected: 3, missing: ['丁'] },
    });
  });

  test('a count that does not apply to a unit takes nothing from the group', async () => {
    const data = [
      ...lines.slice(0, 2),
      '乙,2022,不适用,不适用,不适用,不适用,不适用',
      lines[3] ?? '',
    ];
    const groups = await resultsOf(config(), data, ...only, '--by', 'group');
    expect(metricIn(groups, CORRECTION, '街道')).toMatchObject({ numerator: 4, denominator: 40 });
  });
});

describe('--unit with the name of a group', () => {
  const config = () => files.config(units({ 街道: ['德胜', '乙'] }, { 德胜: '德胜街道' }));
  const lines = [
    HEADER,
    row('德胜', '2022', 1, 10),
    row('乙', '2022', 2, 20),
    row('丙', '2022', 3, 30),
  ];

  test('takes the units of the group, each by itself', async () => {
    expect(figures(await resultsOf(config(), lines, ...only, '--unit', '街道'))).toEqual({
      '德胜街道 2022': '1/10',
      '乙 2022': '2/20',
    });
  });

  test('together with a unit', async () => {
    const groups = await resultsOf(config(), lines, ...only, '--unit', '街道,丙', '--by', 'total');
    expect(figures(groups)).toEqual({ 'null 2022': '6/60' });
  });

  test('a selection leaves out of a group what it leaves out', async () => {
    expect(
      figures(await resultsOf(config(), lines, ...only, '--unit', '乙', '--by', 'group')),
    ).toEqual({ '街道 2022': '2/20' });
  });

  test('a misspelt one gets the nearest', async () => {
    const { exit, stderr } = await runFake(
      ['metrics', '-', '--config', config(), '--unit', '街到'],
      sheet(...lines),
    );
    expect(exit).toBe(2);
    expect(stderr).toContain('数据中没有单位“街到”，是不是“街道”？');
  });

  test('check takes it as well', async () => {
    const file = files.config({
      ...units({ 街道: ['甲局'] }),
      severities: { 'in-principle': 'breach' },
    });
    const data = sheet('单位,期间,法制审核人员,执法人员总数', '甲局,2022,9,100', '乙局,2022,1,100');
    const check = async (...options: string[]) =>
      (await runFake(['check', '-', '--config', file, ...options], data)).exit;
    expect(await check()).toBe(1);
    expect(await check('--unit', '街道')).toBe(0);
    expect(await check('--unit', '乙局')).toBe(1);
  });
});

test('whatever the groups, every unit with data is in one of them, and none loses or gains a row', () => {
  const names = ['甲', '乙', '丙', '丁'];
  const members = fc.subarray([...names, '不在数据中']);
  const years = fc.subarray(['2021', '2022', '2023'], { minLength: 1 });
  fc.assert(
    fc.property(
      fc.array(members, { minLength: 1, maxLength: 3 }),
      fc.tuple(years, years, years, years),
      (groups, reported) => {
        const rows = names.flatMap((unit, at) =>
          (reported[at] ?? []).map((year) => row(unit, year, 1, 10)),
        );
        const { dataset } = datasetOf([HEADER, ...rows]);
        const unitGroups = Object.fromEntries(groups.map((units, at) => [`组${at}`, units]));
        const byGroup = groupsOf(dataset, 'group', {}, unitGroups);
        for (const { unit, units, entries } of byGroup) {
          const own = unit === '未分组' ? null : (unitGroups[unit ?? ''] ?? []);
          // A member that is nowhere in the data belongs to its group all the same: it has not reported.
          const expected =
            own ?? names.filter((name) => !groups.some((group) => group.includes(name)));
          expect(units).toEqual(expected);
          expect(entries).toEqual(dataset.entries.filter((entry) => expected.includes(entry.unit)));
        }
        const inGroups = new Set(byGroup.flatMap(({ units }) => units));
        expect(names.filter((name) => !inGroups.has(name))).toEqual([]);
        // By period, the same rows once more, each under its period.
        const byPeriod = groupsOf(dataset, 'group,period', {}, unitGroups);
        for (const whole of byGroup) {
          const parts = byPeriod.filter(({ unit }) => unit === whole.unit);
          expect(parts.flatMap(({ entries }) => entries).length).toBe(whole.entries.length);
          const periods = parts.map(({ period }) => period && periodId(period));
          expect(periods).toEqual(periods.toSorted());
        }
      },
    ),
    { numRuns: 60 },
  );
});
