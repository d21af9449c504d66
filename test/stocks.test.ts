/** Staff does not add up over periods: whoever prints a figure over several says of which one its staff is. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { workFolder } from './support/gate.ts';
import { runFake } from './support/host.ts';

const folder = workFolder();

function write(name: string, rows: readonly string[]): string {
  folder.write(name, rows);
  return name;
}

const SHARE = '法制审核人员占比';
const HOURS = '人均培训学时';
const LAST_STAFF = { period: '2024Q4', counts: ['enforcementStaff'] };

/** 9 of 60 in the second quarter; the 1 of the first is no part of it. */
const review = () =>
  write('人员.csv', [
    '单位,期间,法制审核人员,执法人员',
    '甲街道,2024Q1,1,60',
    '甲街道,2024Q2,9,60',
  ]);

/** 900 hours a quarter make 3600; the staff is the 62 of the fourth. */
const training = () =>
  write('培训.csv', [
    '单位,期间,培训总学时,执法人员',
    ...[60, 60, 60, 62].map((staff, index) => `甲街道,2024Q${index + 1},900,${staff}`),
  ]);

const run = async (...args: readonly string[]): Promise<string> => {
  const { exit, stdout, stderr } = await runFake([...args, '--no-config']);
  expect({ exit, stderr }).toEqual({ exit: args[0] === 'check' ? 1 : 0, stderr: '' });
  return stdout;
};

const isValid = async (subject: string, document: string): Promise<boolean> => {
  const schema = JSON.parse(await run('schema', subject));
  return new Ajv2020({ strict: true, allowUnionTypes: true }).validate(
    schema,
    JSON.parse(document),
  );
};

describe('the period of the stocks is said', () => {
  const metrics = (file: string, metric: string, ...more: readonly string[]) =>
    run('metrics', file, '--by', 'unit', '--metric', metric, ...more);

  test('where all counts are stocks', async () => {
    const file = review();
    expect(await metrics(file, SHARE)).toContain(' 9/60（2024年第二季度数） │ 15.00% ');
    expect(await metrics(file, SHARE, '--format', 'markdown')).toContain(
      '9/60（2024年第二季度数）',
    );
    expect(await metrics(file, SHARE, '--format', 'csv')).toContain(
      ',9,60,0.15,15.00%（2024年第二季度数）,,ok\n',
    );
    expect(await metrics(file, SHARE, '--lang', 'en')).toContain('9/60 (as of 2024Q2)');
    const json = await metrics(file, SHARE, '--format', 'json');
    expect(JSON.parse(json).groups[0].metrics[0].stocks).toEqual({
      period: '2024Q2',
      counts: ['legalReviewStaff', 'enforcementStaff'],
    });
    expect(await isValid('output', json)).toBe(true);
    const line = await metrics(file, SHARE, '--format', 'jsonl');
    expect(JSON.parse(line).metrics[0].stocks.period).toBe('2024Q2');
    expect(await isValid('jsonl', line)).toBe(true);
  });

  test('where cases or hours are held against a stock, of the stock alone', async () => {
    const file = training();
    expect(await metrics(file, HOURS)).toContain(' 3600/62（执法人员为2024年第四季度数） ');
    expect(await metrics(file, HOURS, '--lang', 'en')).toContain(
      '3600/62 (Enforcement staff in all as of 2024Q4)',
    );
    // 3600 ÷ 62 = 58.0645…
    expect(await metrics(file, HOURS, '--format', 'csv')).toContain(
      ',58.06学时/人（执法人员为2024年第四季度数）,',
    );
    const [{ stocks }] = JSON.parse(await metrics(file, HOURS, '--format', 'json')).groups[0]
      .metrics;
    expect(stocks).toEqual(LAST_STAFF);
  });

  test('by checks, which make the year of its quarters', async () => {
    const file = training();
    const figure = '3600/62 = 58.06学时/人（执法人员为2024年第四季度数）';
    expect(await run('check', file, '--metric', HOURS)).toContain(figure);
    const json = await run('check', file, '--metric', HOURS, '--reporter', 'json');
    expect(JSON.parse(json).findings[0].stocks).toEqual(LAST_STAFF);
    expect(await isValid('check', json)).toBe(true);
  });

  test('by comparisons, of each side', async () => {
    const before = write('上年.csv', ['单位,期间,培训总学时,执法人员', '甲街道,2023,3000,50']);
    const compare = (...more: readonly string[]) =>
      run('compare', before, training(), '--from', '2023', '--to', '2024', ...more);
    expect(await compare('--metric', HOURS)).toContain('后：执法人员为2024年第四季度数');
    const json = await compare('--metric', HOURS, '--format', 'json');
    const [pair] = JSON.parse(json).pairs;
    const sidesOf = (id: string) =>
      pair.records
        .filter((record: { id: string }) => record.id === id)
        .map(({ before: first, after }: Record<string, { stocks?: object }>) => [
          first?.stocks,
          after?.stocks,
        ]);
    expect(sidesOf('trainingHoursPerPerson')).toEqual([[undefined, LAST_STAFF]]);
    expect(sidesOf('enforcementStaff')).toEqual([[undefined, LAST_STAFF]]);
    expect(sidesOf('trainingHours')).toEqual([[undefined, undefined]]);
    expect(await isValid('compare', json)).toBe(true);
  });

  test('not of one period, of a year beside its quarters, nor where nothing is a stock', async () => {
    const quarters = [1, 2, 3, 4].map((quarter) => `甲街道,2024Q${quarter},900,6${quarter},5,20`);
    const header = '单位,期间,培训总学时,执法人员,存在规范瑕疵的案卷量,抽查案卷量';
    const stocksIn = async (...args: readonly string[]) => {
      const { groups } = JSON.parse(await run('metrics', ...args, '--format', 'json'));
      const found = groups.flatMap(({ metrics }: { metrics: { stocks?: object }[] }) => metrics);
      return found.flatMap(({ stocks }: { stocks?: object }) => stocks ?? []);
    };
    const plain = write('季度.csv', [header, ...quarters]);
    expect(await stocksIn(plain, '--metric', HOURS)).toEqual([]);
    expect(await stocksIn(plain, '--metric', '案卷瑕疵率', '--by', 'unit')).toEqual([]);
    const whole = write('全年.csv', [header, '甲街道,2024,3600,70,20,80', ...quarters]);
    const args = ['metrics', whole, '--metric', HOURS, '--by', 'unit'] as const;
    expect(await run(...args)).toContain(' 3600/70 ');
    expect(await stocksIn(...args.slice(1))).toEqual([]);
  });
});

describe('explain says it, and names the rows that the figure is made of', () => {
  const explain = (metric: string, file: string, ...more: readonly string[]) =>
    run('explain', metric, file, '--by', 'unit', ...more);
  const linesIn = async (...args: Parameters<typeof explain>): Promise<number[]> => {
    const { calculations } = JSON.parse(await explain(...args, '--format', 'json'));
    return calculations[0].places.map(({ line }: { line: number }) => line);
  };

  test('of stocks the last row alone', async () => {
    const file = review();
    const text = await explain(SHARE, file);
    expect(text).toContain('法制审核人员 9 ÷ 执法人员 60 = 15.00%（2024年第二季度数）\n');
    expect(text).toContain(`数据：${file}:3\n`);
    expect(await explain(SHARE, file, '--lang', 'en')).toContain('= 15.00% (as of 2024Q2)');
    expect(await explain(SHARE, file, '--format', 'markdown')).toContain('（2024年第二季度数）');
    expect(await linesIn(SHARE, file)).toEqual([3]);
    const { calculations } = JSON.parse(await explain(SHARE, file, '--format', 'json'));
    expect(calculations[0].stocks.period).toBe('2024Q2');
  });

  test('of hours held against staff all rows, each of which adds hours', async () => {
    expect(await linesIn(HOURS, training())).toEqual([2, 3, 4, 5]);
  });

  test('of a year beside its quarters the row of the year', async () => {
    const file = write('全年.csv', [
      '单位,期间,培训总学时,执法人员',
      '甲街道,2024Q1,900,60',
      '甲街道,2024,3600,62',
    ]);
    expect(await linesIn(HOURS, file)).toEqual([3]);
  });

  test('of no figure all rows, for one of them lacks it', async () => {
    const file = write('缺.csv', [
      '单位,期间,法制审核人员,执法人员',
      '甲街道,2024Q1,1,60',
      '甲街道,2024Q2,,60',
    ]);
    expect(await linesIn(SHARE, file)).toEqual([2, 3]);
  });
});
