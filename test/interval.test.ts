/** `metrics --interval` and `explain --interval`: Wilson's interval beside a proportion, and nothing else changed. */
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { pointsText } from '../src/report/interval.ts';
import { wilsonInterval } from '../src/statistics/wilson.ts';
import { ROOT } from './support/bin.ts';
import { type HostOptions, runFake } from './support/host.ts';

const sheet = (...lines: readonly string[]): HostOptions => ({ stdin: lines.join('\n') });

/** What `metrics --interval --format json` says of the metrics of one row. */
async function metricsOf(header: string, row: string) {
  const { exit, stdout, stderr } = await runFake(
    ['metrics', '-', '--interval', '--format', 'json', '--no-config'],
    sheet(header, row),
  );
  if (exit !== 0) throw new Error(stderr);
  return Object.fromEntries(
    JSON.parse(stdout).groups[0].metrics.map((metric: { id: string }) => [metric.id, metric]),
  );
}

describe('metrics --interval', () => {
  test('a share has the interval of its counts', async () => {
    const { caseFileDefectRate } = await metricsOf('单位,抽查案卷,存在规范瑕疵的案卷', '甲,20,5');
    expect(caseFileDefectRate).toMatchObject({
      value: 0.25,
      interval: { ...wilsonInterval(5, 20), level: 0.95 },
    });
    expect(caseFileDefectRate).not.toHaveProperty('noInterval');
  });

  test('the rest of a share has the interval of the rest', async () => {
    const { judgmentRecognitionRate } = await metricsOf(
      '单位,firstInstanceCorrectedInSecondInstance,secondInstanceReceived',
      '甲,3,40',
    );
    expect(judgmentRecognitionRate.value).toBe(37 / 40);
    expect(judgmentRecognitionRate.interval).toEqual({ ...wilsonInterval(37, 40), level: 0.95 });
  });

  test('0 of n begins at exactly 0, n of n ends at exactly 1', async () => {
    const of = async (row: string) =>
      (await metricsOf('单位,抽查案卷,存在规范瑕疵的案卷', row)).caseFileDefectRate.interval;
    expect((await of('甲,7,0')).low).toBe(0);
    expect((await of('甲,7,7')).high).toBe(1);
  });

  test.each([
    ['单位,抽查案卷,存在规范瑕疵的案卷', '甲,20,', 'caseFileDefectRate', 'unknown-value'],
    ['单位,抽查案卷,存在规范瑕疵的案卷', '甲,0,0', 'caseFileDefectRate', 'unknown-value'],
    ['单位,网上可办率', '甲,92.1%', 'onlineAvailabilityRate', 'published'],
    ['单位,培训总学时,执法人员总数', '甲,90,3', 'trainingHoursPerPerson', 'not-a-proportion'],
    ['单位,行政检查,行政处罚', '甲,90,3', 'penaltiesPerInspection', 'not-a-proportion'],
    [
      '单位,抽查案卷,存在规范瑕疵的案卷',
      '甲,9007199254740993,5',
      'caseFileDefectRate',
      'too-large',
    ],
  ])('%s: %s: %s has none, and says why', async (header, row, id, reason) => {
    expect((await metricsOf(header, row))[id]).toMatchObject({
      interval: null,
      noInterval: reason,
    });
  });

  test('a share of weighted parts counts no cases', async () => {
    const config = join(ROOT, 'fixtures/config/district.json');
    const { stdout } = await runFake(
      [
        'metrics',
        '-',
        '--interval',
        '--format',
        'json',
        '--config',
        config,
        '--metric',
        '加权满意率',
      ],
      // 5 + 5 × 0.6 is 8, a whole number by chance.
      sheet('单位,满意,基本满意,不满意', '甲,5,5,2'),
    );
    const [metric] = JSON.parse(stdout).groups[0].metrics;
    expect(metric).toMatchObject({ numerator: 8, denominator: 12 });
    expect(metric).toMatchObject({ interval: null, noInterval: 'not-a-proportion' });
  });

  test('changes no value and no judgement', async () => {
    const file = join(ROOT, 'fixtures/data/合成-2024季度-单位报送.csv');
    const read = async (...options: string[]) =>
      JSON.parse((await runFake(['metrics', file, '--format', 'json', ...options])).stdout);
    const [without, with_] = [await read(), await read('--interval')];
    for (const { metrics } of with_.groups) {
      for (const metric of metrics) {
        delete metric.interval;
        delete metric.noInterval;
      }
    }
    expect(with_).toEqual(without);
  });

  test('is two more columns of tidy CSV, at its end', async () => {
    const input = sheet('单位,抽查案卷,存在规范瑕疵的案卷,行政检查,行政处罚', '甲,20,5,90,3');
    const args = ['metrics', '-', '--format', 'csv', '--no-config'];
    const lines = (text: string) => text.trimEnd().split('\n');
    const plain = lines((await runFake(args, input)).stdout);
    const wide = lines((await runFake([...args, '--interval'], input)).stdout);
    expect(wide[0]).toBe(`${plain[0]},low,high`);
    const { low, high } = wilsonInterval(5, 20);
    const rows = wide
      .slice(1)
      .map((line, index) => line.slice((plain[index + 1] as string).length));
    expect(rows).toContain(`,${low},${high}`);
    expect(rows).toContain(',,');
    expect(rows).toHaveLength(plain.length - 1);
  });

  test('is a column of tables and of Markdown, in percent', async () => {
    const input = sheet('单位,抽查案卷,存在规范瑕疵的案卷', '甲,20,5');
    for (const format of ['table', 'markdown']) {
      const { stdout } = await runFake(
        ['metrics', '-', '--interval', '--format', format, '--no-config'],
        input,
      );
      expect(stdout).toContain('95% 区间');
      expect(stdout).toContain('11.19%–46.87%');
    }
  });

  test('stands behind the figure where a table has a column a period', async () => {
    const units = Array.from(
      { length: 41 },
      (_, index) => `街道${index},2024Q1,5,20\n街道${index},2024Q2,1,20`,
    );
    const { stdout } = await runFake(
      ['metrics', '-', '--interval', '--metric', 'caseFileDefectRate', '--no-config'],
      sheet('单位,期间,存在规范瑕疵的案卷,抽查案卷', ...units),
    );
    expect(stdout).toContain('25.00%（11.19%–46.87%）*');
  });

  test('has no room in the wide layout', async () => {
    const { exit, stderr } = await runFake(
      ['metrics', '-', '--interval', '--format', 'csv', '--layout', 'wide'],
      sheet('单位,抽查案卷,存在规范瑕疵的案卷', '甲,20,5'),
    );
    expect(exit).toBe(2);
    expect(stderr).toContain('--interval');
  });

  test('is in the published schema', async () => {
    const schema = JSON.parse((await runFake(['schema', 'output'])).stdout);
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    const file = join(ROOT, 'fixtures/data/合成-2024季度-单位报送.csv');
    const { stdout } = await runFake(['metrics', file, '--interval', '--format', 'json']);
    const document = JSON.parse(stdout);
    expect(validate(document)).toBe(true);
    document.groups[0].metrics[0].interval = { low: 'a' };
    expect(validate(document)).toBe(false);
  });
});

describe('explain --interval', () => {
  const args = ['explain', '案卷瑕疵率', '-', '--interval', '--no-config'];
  const input = sheet('单位,抽查案卷,存在规范瑕疵的案卷', '甲,20,5', '乙,20,');

  test('says it under the calculation, and why there is none', async () => {
    const { stdout } = await runFake(args, input);
    expect(stdout).toContain('95% 区间 11.19% 至 46.87%（Wilson 法，只供参考，不影响判断）');
    expect(stdout).toContain('没有区间：值未知');
    const english = await runFake([...args, '--lang', 'en'], input);
    expect(english.stdout).toContain(
      '95% interval 11.19% to 46.87% (Wilson; never used in judging)',
    );
  });

  test('in JSON as metrics does', async () => {
    const { stdout } = await runFake([...args, '--format', 'json'], input);
    const [first, second] = JSON.parse(stdout).calculations;
    expect(first.interval).toEqual({ ...wilsonInterval(5, 20), level: 0.95 });
    expect(second).toMatchObject({ interval: null, noInterval: 'unknown-value' });
  });

  test('not unless asked', async () => {
    const { stdout } = await runFake(
      args.filter((arg) => arg !== '--interval'),
      input,
    );
    expect(stdout).not.toContain('区间');
  });
});

describe('the ends of an interval are rounded as every other figure', () => {
  test('by each rule, and by magnitude', () => {
    const texts = (limit: number, precision: number) =>
      (['half-up', 'truncate', 'half-even'] as const).map((rounding) =>
        pointsText(limit, { precision, rounding }),
      );
    expect(texts(0.125, 0)).toEqual(['13', '12', '12']);
    expect(texts(-0.125, 0)).toEqual(['-13', '-12', '-12']);
    // Doubles next to these decimals, on either side; times 100 the first would be 28.999…996.
    expect(texts(0.29, 0)).toEqual(['29', '29', '29']);
    expect(texts(0.07, 1)).toEqual(['7.0', '7.0', '7.0']);
    expect(texts(-0.4, 0)).toEqual(['-40', '-40', '-40']);
    // Written with an exponent.
    expect(texts(2.5e-7, 4)).toEqual(['0.0000', '0.0000', '0.0000']);
    expect(texts(2.5e-7, 6)).toEqual(['0.000025', '0.000025', '0.000025']);
    expect([texts(0, 2), texts(1, 2)].flat()).toEqual([
      ...Array(3).fill('0.00'),
      ...Array(3).fill('100.00'),
    ]);
  });

  test('a limit that rounds to 0 has no sign', () => {
    const style = { precision: 2, rounding: 'half-up' } as const;
    expect(pointsText(-0.00004, style)).toBe('0.00');
    expect(pointsText(-0.00006, style)).toBe('-0.01');
    expect(pointsText(-0.00006, { ...style, rounding: 'truncate' })).toBe('0.00');
  });

  // 1 of 24 by Wilson, z = 1.95996: (2 + 3.84146 ∓ 1.95996 × √(3.84146 + 4 × 23 ÷ 24)) ÷ (2 × 27.84146) is
  // 0.739 % and 20.242 %.
  test.each([
    ['half-up', '1%–20%', '95% 区间 1% 至 20%'],
    ['truncate', '0%–20%', '95% 区间 0% 至 20%'],
  ])('%s, wherever an interval is printed', async (rounding, text, sentence) => {
    const input = sheet('单位,抽查案卷,存在规范瑕疵的案卷', '甲,24,1');
    const style = ['--interval', '--precision', '0', '--rounding', rounding, '--no-config'];
    for (const format of ['table', 'markdown']) {
      const args = ['metrics', '-', '--metric', '案卷瑕疵率', '--format', format, ...style];
      expect((await runFake(args, input)).stdout).toContain(` ${text} `);
    }
    for (const format of ['text', 'markdown']) {
      const args = ['explain', '案卷瑕疵率', '-', '--format', format, ...style];
      expect((await runFake(args, input)).stdout).toContain(sentence);
    }
  });

  // From 1 to 10 of 20 by Newcombe: 0.45 less √(0.2007² + 0.1861²), and plus √(0.2007² + 0.0411²): 17.63 to 65.49.
  test.each([
    ['half-up', '95% 区间 18 至 65'],
    ['truncate', '95% 区间 17 至 65'],
  ])('%s, also of a difference', async (rounding, sentence) => {
    const input = sheet('单位,期间,抽查案卷,存在规范瑕疵的案卷', '甲,2023,20,1', '甲,2024,20,10');
    const args = ['compare', '-', '--precision', '0', '--rounding', rounding, '--no-config'];
    expect((await runFake(args, input)).stdout).toContain(sentence);
  });
});
