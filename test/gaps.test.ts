/** Who is missing from the figures of several units, and what becomes of these without them. */
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFiles } from './support/config.ts';
import { runFake } from './support/host.ts';

const files = temporaryFiles();
afterAll(files.remove);

async function run(command: string, rows: readonly string[], metric: string) {
  const path = files.write('table.csv', rows.join('\n'));
  const [name = '', ...options] = command.trim().split(' ');
  const args =
    name === 'explain'
      ? [name, metric, path, ...options]
      : [name, path, '--metric', metric, ...options];
  return runFake(args);
}

/** What JSON says of one metric, group by group. */
async function found(options: string, rows: readonly string[], metric: string) {
  const { stdout } = await run(`metrics --format json ${options}`, rows, metric);
  return JSON.parse(stdout).groups.map((group: { metrics: object[] }) => group.metrics[0]);
}

describe('a part larger than its whole, under --allow-invalid', () => {
  const rows = ['单位,期间,存在规范瑕疵的案卷量,抽查案卷量', '甲,2024,5,3', '乙,2024,1,10'];

  test.each(['total', 'period'])('is missing from sums by %s, with who stated it', async (by) => {
    const [only] = await found(`--allow-invalid --by ${by}`, rows, '案卷瑕疵率');
    expect(only).toMatchObject({ value: null, missing: [{ unit: '甲', period: '2024' }] });
  });

  test('is left out of sums over those who reported', async () => {
    const [only] = await found('--allow-invalid --by total --partial', rows, '案卷瑕疵率');
    expect(only).toMatchObject({
      numerator: 1,
      denominator: 10,
      coverage: { reporting: 1, expected: 2, missing: ['甲'] },
    });
  });

  test('in one quarter makes the year of its unit unknown', async () => {
    const quarters = [...rows.slice(0, 1), '甲,2024Q1,5,3', '甲,2024Q2,1,10'];
    const [only] = await found('--allow-invalid --by unit', quarters, '案卷瑕疵率');
    expect(only).toMatchObject({ value: null, missing: [{ unit: '甲', period: '2024Q1' }] });
  });
});

describe('the year before of several units', () => {
  const metric = '行政检查为上年的百分比';
  const rows = ['单位,期间,行政检查量', '甲,2023,100', '甲,2024,120', '乙,2024,50'];

  test('names the unit that has none', async () => {
    const [, later] = await found('--by period', rows, metric);
    expect(later).toMatchObject({
      value: null,
      reason: 'no-prior-year',
      text: '未知：无上年同期数（行政检查量）（未报：乙）',
      missing: [{ unit: '乙', period: null }],
    });
  });

  // 丙 has no 2024, 乙 no 2023, 甲 both.
  test('is told of together with what is missing this year', async () => {
    const [, later] = await found('--by period', [...rows, '丙,2023,9', '丙,2024,'], metric);
    expect(later).toMatchObject({
      value: null,
      reason: 'missing-input',
      text: '未知：丙：缺“行政检查量”；乙：无上年同期数（行政检查量）',
      missing: [
        { unit: '丙', period: '2024', counts: ['administrativeInspections'] },
        { unit: '乙', period: null, priorYearCounts: ['administrativeInspections'] },
      ],
    });
  });

  test('is told of together with a blank, and nobody is said to lack what nobody has', async () => {
    const table = [...rows.slice(0, 1), '甲,2024,120', '乙,2024,'];
    const [only] = await found('--by period', table, metric);
    expect(only.text).toBe('未知：无上年同期数（行政检查量）；乙：缺“行政检查量”');
    const [, ofUnit] = await found('', table, metric);
    expect(ofUnit.text).toBe('未知：缺“行政检查量”，无上年同期数（行政检查量）');
  });

  test('names nobody where nobody has one', async () => {
    const [only] = await found('--by period', [...rows.slice(0, 1), ...rows.slice(2)], metric);
    expect(only).toMatchObject({
      reason: 'no-prior-year',
      text: '未知：无上年同期数（行政检查量）',
    });
    expect(only).not.toHaveProperty('missing');
  });

  test.each([
    ['had none', []],
    ['had none, another has none now', ['丙,2023,9']],
  ])('is made of the others where one %s', async (_, more) => {
    const [, later] = await found('--by period --partial', [...rows, ...more], metric);
    // 120 ÷ 100 of 甲 alone
    expect(later).toMatchObject({ numerator: 120, denominator: 100 });
    expect(later.coverage.missing).toEqual(more.length === 0 ? ['乙'] : ['丙', '乙']);
  });
});

describe('units that lack different counts', () => {
  const metric = '行政复议后再诉讼的比例';
  const rows = [
    '单位,期间,行政复议后再诉讼的案件数量,行政复议审结量',
    '甲,2024,,3',
    '乙,2024,1,',
    '丙,2024,1,10',
  ];
  const who = '甲：缺“行政复议后再诉讼的案件数量”；乙：缺“行政复议审结量”';

  test.each(['metrics --by total', 'metrics --by period', 'explain --by total', 'check'])(
    'are each named with what they lack by %s',
    async (command) => {
      const { stdout } = await run(command, rows, metric);
      expect(stdout).toContain(who);
      expect(stdout).not.toContain('未报：');
    },
  );

  test('are so in JSON', async () => {
    const [only] = await found('--by total', rows, metric);
    expect(only).toMatchObject({ reason: 'missing-input', text: `未知：${who}` });
    expect(only.missing).toEqual([
      { unit: '甲', period: '2024', counts: ['relitigationReceived'] },
      { unit: '乙', period: '2024', counts: ['reconsiderationConcluded'] },
    ]);
  });

  test('are so in English', async () => {
    const { stdout } = await run('explain --by total --lang en', rows, metric);
    expect(stdout).toMatch(/甲 \(missing: [^();]+\); 乙 \(missing: [^();]+\)/);
  });

  test('are told together where they lack the same, the first few of them by name', async () => {
    const more = ['丁', '戊', '己', '庚'].map((unit) => `${unit},2024,1,`);
    const [only] = await found('--by total', [...rows, ...more], metric);
    expect(only.text).toBe(
      '未知：甲：缺“行政复议后再诉讼的案件数量”；乙、丁、戊 等 5 处：缺“行政复议审结量”',
    );
  });

  test('who all lack the same are told after it', async () => {
    const [header = ''] = rows;
    const [only] = await found('--by total', [header, '甲,2024,,', '乙,2024,,'], metric);
    expect(only.text).toBe(
      '未知：缺“行政复议后再诉讼的案件数量”、“行政复议审结量”（未报：甲、乙）',
    );
  });

  test('what nobody was asked for is lacked by none of them', async () => {
    const [only] = await found(
      '--by total',
      ['单位,期间,行政复议后再诉讼的案件数量', '甲,2024,', '乙,2024,1'],
      metric,
    );
    expect(only.text).toBe('未知：缺“行政复议审结量”；甲：缺“行政复议后再诉讼的案件数量”');
  });

  test('periods of one unit too', async () => {
    const quarters = [rows[0] ?? '', '甲,2024Q1,,3', '甲,2024Q2,1,', '甲,2024Q3,1,9'];
    const [only] = await found('--by unit', quarters, metric);
    expect(only.text).toBe(
      '未知：2024年第一季度：缺“行政复议后再诉讼的案件数量”；2024年第二季度：缺“行政复议审结量”',
    );
  });

  test('are counted where they lack more than a few different things', async () => {
    const counts = ['撤销', '变更', '确认违法', '责令履行', '实际审理'];
    const lacking = counts.map(
      (_, at) => `${at},2024,${counts.map((__, each) => (each === at ? '' : each === 4 ? 9 : 1))}`,
    );
    const [only] = await found('--by total', [`单位,期间,${counts}`, ...lacking], '复议纠错率');
    expect(only.text).toMatch(/^未知：0：缺“[^”]+”；1：缺“[^”]+”；2：缺“[^”]+”；另有 2 处$/);
  });
});

describe('a mean over months that lack different counts', () => {
  test('names all of them at once', async () => {
    const months = [
      '单位,期间,诉求总量,响应诉求',
      '甲,2024-01,10,',
      '甲,2024-02,,6',
      '甲,2024-03,9,6',
    ];
    const [only] = await found('--by unit', months, '接诉即办月度响应率平均');
    expect(only.text).toBe(
      '未知：2024年1月：缺“接诉即办响应诉求量”；2024年2月：缺“接诉即办诉求总量”',
    );
  });
});

describe('those who reported, where some counts do not apply', () => {
  const header = '单位,期间,撤销,变更,确认违法,责令履行,实际审理';
  const part = '乙,2024,1,1,1,不适用,10';
  const whole = '丙,2024,1,1,1,1,10';
  const lacking = '甲,2024,1,1,1,1,';

  // One count that does not apply adds nothing, and the others of its unit count: 3 of 10, and 4 of 10.
  test('are the same with and without --partial', async () => {
    const [all] = await found('--by total', [header, part, whole], '复议纠错率');
    expect(all).toMatchObject({ numerator: 7, denominator: 20 });
    const [some] = await found(
      '--by total --partial',
      [header, part, whole, lacking],
      '复议纠错率',
    );
    expect(some).toMatchObject({
      numerator: 7,
      denominator: 20,
      coverage: { reporting: 2, expected: 3, missing: ['甲'] },
    });
  });

  test('leave a rate unknown where it applies to none of them', async () => {
    const [only] = await found('--by total --partial', [header, part, lacking], '复议纠错率');
    expect(only).toMatchObject({ reason: 'missing-input', missing: [{ unit: '甲' }] });
    expect(only).not.toHaveProperty('coverage');
  });

  // Nothing of 乙 is in 12 ÷ 10: it is not one of those who reported, or should have.
  test('are not those of whom the year before does not apply', async () => {
    const years = [
      '甲,2023,3',
      '甲,2024,',
      '乙,2023,不适用',
      '乙,2024,8',
      '丙,2023,10',
      '丙,2024,12',
    ];
    const table = ['单位,期间,行政检查量', ...years];
    const metric = '行政检查为上年的百分比';
    const [, later] = await found('--by period --partial', table, metric);
    expect(later).toMatchObject({
      numerator: 12,
      denominator: 10,
      coverage: { reporting: 1, expected: 2, missing: ['甲'] },
    });
    const [, , , own] = await found('', table, metric);
    expect(own).toMatchObject({ value: null, reason: 'not-applicable' });
  });
});

describe('an explanation over those who reported', () => {
  const metric = '接诉即办月度响应率平均';
  const rows = [
    '单位,期间,诉求总量,响应诉求',
    '甲,2024-01,10,5',
    '甲,2024-02,10,6',
    '乙,2024-01,10,9',
  ];

  test('of a mean says how many they are, and cites their rows alone', async () => {
    const { stdout } = await run('explain --by total --partial', rows, metric);
    expect(stdout).toContain('(5/10 + 6/10) ÷ 2 = 55.00%（2 个单位中的 1 个）');
    expect(stdout).toMatch(/table\.csv:2、\S*table\.csv:3\n$/);
  });

  test('cites their rows alone in JSON', async () => {
    const { stdout } = await run('explain --by total --partial --format json', rows, metric);
    const [{ places }] = JSON.parse(stdout).calculations;
    expect(places.map(({ line }: { line: number }) => line)).toEqual([2, 3]);
  });
});

describe('不适用 in a column of published rates', () => {
  const metric = '行政规范性文件报备率';
  const rows = [`单位,期间,${metric}`, '甲街道,2024,100%', '乙街道,2024,不适用', '丙街道,2024,—'];

  test('is no unknown, and not judged', async () => {
    expect(await found('', rows, metric)).toMatchObject([
      { value: 1, basis: 'reported', flag: 'ok' },
      { value: null, reason: 'not-applicable', flag: 'not-judged' },
      { value: null, reason: 'missing-input', flag: 'unknown' },
    ]);
  });

  test('gives way to counts', async () => {
    const counted = [
      `单位,期间,报备行政规范性文件,制定行政规范性文件,${metric}`,
      '甲街道,2024,3,4,不适用',
    ];
    const [only] = await found('', counted, metric);
    expect(only).toMatchObject({ value: 0.75, basis: 'recomputed' });
  });
});
