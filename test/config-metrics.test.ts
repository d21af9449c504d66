/** Metrics of one’s own, and other definitions of built-in ones. */
import { afterAll, describe, expect, test } from 'vitest';
import {
  DISTRICT,
  DISTRICT_DATA,
  metricIn,
  resultsOf,
  sheet,
  source,
  temporaryFiles,
} from './support/config.ts';
import { runFake } from './support/host.ts';

const files = temporaryFiles();
afterAll(files.remove);

describe('another definition of a built-in metric', () => {
  /** Correction rate by cases concluded, as some districts count it: 40 of 600, where 554 were heard. */
  const byConcluded = {
    metrics: {
      reconsiderationCorrectionRate: {
        formula: {
          kind: 'share',
          part: { kind: 'sum', terms: ['撤销', '变更', '确认违法', '责令履行'] },
          whole: '审结',
        },
        source,
      },
    },
  };
  const rows = ['单位,期间,撤销,变更,确认违法,责令履行,实际审理,审结', '甲,2022,18,0,20,2,554,600'];
  const run = async (...args: string[]) => {
    const config = files.config(byConcluded);
    const result = await runFake([...args, '--config', config], sheet(...rows));
    return { ...result, config };
  };
  const only = ['--metric', '复议纠错率'];

  test('is what is computed, and the label says that it is another one', async () => {
    const { stdout } = await run('metrics', '-', ...only, '--format', 'json');
    expect(JSON.parse(stdout).groups[0].metrics).toMatchObject([
      {
        id: 'reconsiderationCorrectionRate',
        label: '复议纠错率（自定口径）',
        definition: 'changed',
        numerator: 40,
        denominator: 600,
        text: '6.67%',
        inputs: { reconsiderationConcluded: 600 },
      },
    ]);
  });

  test('without it the field and the mark are absent', async () => {
    const { stdout } = await runFake(
      ['metrics', '-', '--no-config', ...only, '--format', 'json'],
      sheet(...rows),
    );
    const [metric] = JSON.parse(stdout).groups[0].metrics;
    expect(metric).toMatchObject({ label: '复议纠错率', numerator: 40, denominator: 554 });
    expect(metric).not.toHaveProperty('definition');
  });

  test.each<[format: string, wanted: RegExp]>([
    ['table', /│ 复议纠错率（自定口径） │ +40\/600 │ +6\.67% │/],
    ['markdown', /\| 复议纠错率（自定口径） \| 40\/600 \| 6\.67% \|/],
    ['csv', /^甲,2022,reconsiderationCorrectionRate,复议纠错率（自定口径）,40,600,/m],
    ['jsonl', /"label":"复议纠错率（自定口径）".*"definition":"changed"/],
  ])('--format %s says so', async (format, wanted) => {
    expect((await run('metrics', '-', ...only, '--format', format)).stdout).toMatch(wanted);
  });

  test('so does the head of a wide CSV, which has no other room for it', async () => {
    const { stdout } = await run('metrics', '-', ...only, '--format', 'csv', '--layout', 'wide');
    // 40/600 as the nearest double.
    expect(stdout).toBe(
      `unit,period,reconsiderationCorrectionRate（自定口径）\n甲,2022,${40 / 600}\n`,
    );
  });

  test('in English too', async () => {
    const { stdout } = await run('metrics', '-', ...only, '--lang', 'en', '--format', 'csv');
    expect(stdout).toContain('Reconsideration correction rate (own definition)');
  });

  test('explain says where it was written and what it replaces', async () => {
    const zh = await run('explain', '复议纠错率', '-');
    // The record begins in the third line of the file.
    expect(zh.stdout).toContain(
      `依据：自定口径（${zh.config}:3），取代内置公式：(复议撤销案件量 + 复议变更案件量 + 复议确认违法案件量 + 复议责令履行案件量) ÷ `,
    );
    expect(zh.stdout).toContain('复议纠错率（自定口径）  reconsiderationCorrectionRate');
    expect(zh.stdout).toContain('(撤销 18 + 变更 0 + 确认违法 20 + 责令履行 2) ÷ 审结 600 = 6.67%');
    expect(zh.stdout).toContain('《本区办法》');
    // The built-in words about the built-in formula are not said of this one.
    expect(zh.stdout).not.toContain('含义：');
    expect(zh.stdout).not.toContain('未明之处：');

    const markdown = await run('explain', '复议纠错率', '--format', 'markdown');
    expect(markdown.stdout).toContain('## 复议纠错率（自定口径） `reconsiderationCorrectionRate`');
    expect(markdown.stdout).toContain('取代内置公式');

    const json = await run('explain', '复议纠错率', '--format', 'json', '--lang', 'en');
    expect(JSON.parse(json.stdout)).toMatchObject({
      label: 'Reconsideration correction rate (own definition)',
      source: { document: '本区办法', section: '第三条', quote: '原话' },
      ambiguity: null,
      definition: expect.stringContaining(
        `own definition (${json.config}:3), replacing the built-in`,
      ),
      inputs: [{}, {}, {}, {}, { id: 'reconsiderationConcluded' }],
    });
  });

  test('check says so of what it finds', async () => {
    const config = files.config({
      ...byConcluded,
      standards: { most: { metric: '复议纠错率', comparison: 'at-most', limit: '5%', source } },
    });
    const check = (...options: string[]) =>
      runFake(['check', '-', '--config', config, ...options], sheet(...rows));
    const text = await check();
    expect(text.exit).toBe(1);
    expect(text.stdout).toContain('复议纠错率（自定口径）');
    expect(text.stdout).toContain('40/600');
    for (const reporter of ['json', 'markdown', 'github', 'junit', 'sarif', 'gitlab']) {
      expect((await check('--reporter', reporter)).stdout).toContain('复议纠错率（自定口径）');
    }
  });

  test('the meaning and the open question are those of the configuration, where it gives them', async () => {
    const { metrics } = byConcluded;
    const config = files.config({
      metrics: {
        reconsiderationCorrectionRate: {
          ...metrics.reconsiderationCorrectionRate,
          meaning: '审结案件中被纠错的比例。',
          ambiguity: '是否含结转未写。',
          english: { label: 'Corrected of concluded', meaning: 'Of those concluded.' },
        },
      },
    });
    const zh = await runFake(['explain', '复议纠错率', '--config', config]);
    expect(zh.stdout).toContain('含义：审结案件中被纠错的比例。');
    expect(zh.stdout).toContain('未明之处：是否含结转未写。');
    const en = await runFake(['explain', '复议纠错率', '--config', config, '--lang', 'en']);
    expect(en.stdout).toContain('Corrected of concluded (own definition)');
    expect(en.stdout).toContain('meaning: Of those concluded.');
  });

  test('what is computed from it is another one as well: complement, mean, and no other', async () => {
    const config = files.config({
      metrics: {
        postReconsiderationLossRate: {
          formula: {
            kind: 'share',
            part: 'reconsiderationCorrectedInFirstInstance',
            whole: '审结',
          },
          source,
        },
      },
    });
    const [corrected, received, firstLost, firstReceived] = [
      'reconsiderationCorrectedInFirstInstance',
      'reconsiderationReceivedInFirstInstance',
      'firstInstanceCorrectedInSecondInstance',
      'secondInstanceReceived',
    ];
    const years = [
      `单位,期间,审结,${corrected},${received},${firstLost},${firstReceived}`,
      '全区,2021,100,3,60,1,40',
      '全区,2022,200,4,60,1,40',
    ];
    const groups = await resultsOf(config, years, '--by', 'unit');
    const all = groups.flatMap(({ metrics }) => metrics);
    const marked = all.filter(({ definition }) => definition !== undefined);
    expect(marked.map(({ id, label, definition }) => [id, label, definition])).toEqual([
      ['postReconsiderationLossRate', '行政复议后一审行政诉讼败诉率（自定口径）', 'changed'],
      ['reconsiderationRecognitionRate', '行政复议决定被一审法院认可度（自定口径）', 'changed'],
      [
        'meanReconsiderationRecognitionRate',
        '行政复议决定被一审法院认可度平均值（自定口径）',
        'changed',
      ],
    ]);
    // 1 − 7/300; the mean of 1 − 3/100 and 1 − 4/200 is (0.97 + 0.98) / 2 = 0.975.
    expect(metricIn(groups, 'reconsiderationRecognitionRate', '全区')).toMatchObject({
      numerator: 293,
      denominator: 300,
    });
    expect(metricIn(groups, 'meanReconsiderationRecognitionRate', '全区').value).toBe(0.975);
    expect(metricIn(groups, 'judgmentRecognitionRate', '全区').label).toBe(
      '一审行政诉讼裁判被二审法院认可度',
    );

    const explained = await runFake(['explain', '复议认可度', '--config', config]);
    expect(explained.stdout).toContain(`依据：所用的指标为自定口径（${config}:3）`);
    // Its own words and source still hold of it.
    expect(explained.stdout).toContain('1-行政复议后一审行政诉讼败诉率');
  });

  test('a standard whose limit is such a metric names it with its mark', async () => {
    const config = files.config({
      metrics: {
        secondInstanceReviewRatio: {
          formula: {
            kind: 'ratio',
            numerator: 'secondInstanceReceived',
            denominator: 'firstInstanceAccepted',
          },
          source,
        },
      },
    });
    const { stdout } = await runFake(['explain', '再诉讼比例', '--config', config]);
    expect(stdout).toContain('低于行政诉讼后再审理的比例（自定口径）');
  });
});

describe('a metric of one’s own', () => {
  const run = (...args: string[]) => runFake([...args, '--config', DISTRICT]);

  test('is computed and marked in every format', async () => {
    const table = await run('metrics', DISTRICT_DATA);
    expect(table.stdout).toMatch(/│ 加权满意率（自定指标） +│ +86\/100 │ 86\.00% │/);
    const csv = await run('metrics', DISTRICT_DATA, '--format', 'csv');
    expect(csv.stdout).toContain(
      '德胜街道,2024Q1,hotlineWeightedSatisfaction,加权满意率（自定指标）,86,100,0.86,86.00%,,breach\n',
    );
    const english = await run('metrics', DISTRICT_DATA, '--format', 'markdown', '--lang', 'en');
    expect(english.stdout).toContain('| Weighted satisfaction (own metric) | 86/100 | 86.00% |');
    const lines = (await run('metrics', DISTRICT_DATA, '--format', 'jsonl')).stdout;
    for (const line of lines.trimEnd().split('\n')) {
      const metrics = JSON.parse(line).metrics as { id: string; definition?: string }[];
      expect(
        Object.fromEntries(metrics.map(({ id, definition }) => [id, definition])),
      ).toMatchObject({ hotlineWeightedSatisfaction: 'added', counselSize: 'added' });
    }
  });

  test('prints in its own unit where it is a plain number', async () => {
    const { stdout } = await run(
      'metrics',
      DISTRICT_DATA,
      '--format',
      'csv',
      '--metric',
      '法律顾问规模',
    );
    expect(stdout).toContain('德胜街道,2024Q1,counselSize,法律顾问规模（自定指标）,,,2,2名,,\n');
  });

  test('is named on the command line by id, label or alias', async () => {
    const named = ['hotlineWeightedSatisfaction', '加权满意率', '综合满意率'];
    const outputs = await Promise.all(
      named.map((name) => run('metrics', DISTRICT_DATA, '--metric', name, '--format', 'csv')),
    );
    expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1);
    expect((await run('explain', '加权满意度')).stderr).toContain('是不是“加权满意率”？');
    const { exit } = await runFake(['explain', '加权满意率', '--no-config']);
    expect(exit).toBe(2);
  });

  test('its parts may not exceed their whole: a problem with the data, like the built-in ones', async () => {
    const config = files.config({
      counts: {
        trained: { label: '轮训人数', unit: '名', nature: 'flow' },
        obliged: { label: '应训人数', unit: '名', nature: 'flow' },
      },
      metrics: {
        trainedShare: {
          label: '轮训率',
          meaning: '甲',
          better: 'higher',
          formula: { kind: 'share', part: '轮训人数', whole: '应训人数' },
          source,
        },
        trainedRatio: {
          label: '轮训比',
          meaning: '甲',
          better: 'higher',
          formula: { kind: 'ratio', numerator: '轮训人数', denominator: '撤销' },
          source,
        },
      },
    });
    const data = (trained: number) => sheet('单位,轮训人数,应训人数,撤销', `甲,${trained},20,1`);
    // The ratio of the same count may exceed 1.
    expect((await runFake(['metrics', '-', '--config', config], data(20))).exit).toBe(0);
    const { exit, stdout, stderr } = await runFake(['metrics', '-', '--config', config], data(21));
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toContain('2:2: 甲：轮训人数 21 大于 应训人数 20');
    expect(stderr).toContain('[part-exceeds-whole]');
  });

  test('its counts add up over periods or stand for the last one, as they say', async () => {
    // 律师 is a stock; 满意 is a flow: 80 + 90 of 100 + 100.
    const rows = ['单位,期间,聘请律师,满意,基本满意,不满意'];
    rows.push('甲,2024Q1,2,80,0,20', '甲,2024Q2,3,90,0,10');
    const groups = await resultsOf(DISTRICT, rows, '--by', 'unit');
    expect(metricIn(groups, 'counselSize', '甲').value).toBe(3);
    expect(metricIn(groups, 'hotlineWeightedSatisfaction', '甲')).toMatchObject({
      numerator: 170,
      denominator: 200,
    });
  });

  test('a published value under its name is read where its counts are missing', async () => {
    const groups = await resultsOf(DISTRICT, ['单位,期间,加权满意率', '甲,2024,92.1%']);
    expect(metricIn(groups, 'hotlineWeightedSatisfaction', '甲')).toMatchObject({
      value: 0.921,
      text: '92.1%',
      flag: 'ok',
    });
  });

  test('one over another of one’s own, whichever stands first', async () => {
    const share = { kind: 'share', part: '撤销', whole: '审结' };
    const metric = (label: string, formula: object) => ({
      label,
      meaning: '甲',
      better: 'lower',
      formula,
      source,
    });
    const config = files.config({
      metrics: {
        upheld: metric('维持率', { kind: 'complement', metric: '撤销率' }),
        revoked: metric('撤销率', share),
        meanUpheld: metric('维持率平均', { kind: 'mean', metric: 'upheld', over: 'month' }),
      },
    });
    const rows = ['单位,期间,撤销,审结', '甲,2024-01,1,4', '甲,2024-02,1,2'];
    const groups = await resultsOf(config, rows, '--by', 'unit');
    // 1 − 2/6; the mean of 3/4 and 1/2 is 5/8.
    expect(metricIn(groups, 'upheld', '甲')).toMatchObject({ numerator: 4, denominator: 6 });
    expect(metricIn(groups, 'meanUpheld', '甲').value).toBe(0.625);
  });
});
