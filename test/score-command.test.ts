/** `score`, and `explain`, `list` and `template` as far as they speak of frameworks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from './support/bin.ts';
import { temporaryFiles } from './support/config.ts';
import { runFake } from './support/host.ts';
import { STATUSES_2023 } from './support/score.ts';

const files = temporaryFiles();
afterAll(files.remove);

const data = (name: string): string => join(ROOT, 'fixtures/data', name);
const YEAR_2025 = data('合成-2025-指标状态.csv');
const QUARTERS = data('合成-2024季度-单位报送.csv');

const json = async (...args: string[]) => {
  const { stdout, stderr } = await runFake([...args, '--format', 'json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout);
};

describe('tables fit the width of a terminal', () => {
  const statuses = readFileSync(STATUSES_2023, 'utf8');
  /** One indicator with a status that no other has, and one without any: a column more for each. */
  const more = files.write(
    '状态.csv',
    statuses.replace(/^(1\.1,[^,]*),[^,]*/m, '$1,不适用').replace(/^1\.2,.*\n/m, ''),
  );

  test.each([
    [[STATUSES_2023], 80],
    [[more], 80],
    [[more, '--lang', 'en'], 80],
    [[more, '--sensitivity'], 80],
    [[more, '--sensitivity', '--lang', 'en', '--ascii'], 80],
    [[more, '--data', QUARTERS], 100],
  ])('%j in %i columns', async (args, columns) => {
    const environment = { NO_COLOR: '1' };
    const { stdout } = await runFake(['score', ...args], { tty: { columns }, environment });
    const tooWide = stdout.split('\n').filter((line) => stringWidth(line) > columns);
    expect(tooWide).toEqual([]);
    // Of 120 indicators 102 are completed, less those of `more`; no number is cut in two.
    const completed = args[0] === more ? 100 : 102;
    expect(stdout).toMatch(new RegExp(`^[│|] (总计|overall) *[│|] *${completed} [│|]`, 'm'));
  });
});

describe('how a run ends', () => {
  const statuses = readFileSync(STATUSES_2023, 'utf8');
  const without = (id: string) => statuses.replace(new RegExp(`^${id},.*\n`, 'm'), '');

  test.each<[string, readonly string[], number]>([
    ['nothing to look into', [STATUSES_2023, '--fail-on', 'unknown'], 0],
    [
      'a disagreement, and warnings fail',
      [STATUSES_2023, '--data', QUARTERS, '--fail-on', 'warn'],
      1,
    ],
    [
      'a disagreement, and only breaches fail',
      [STATUSES_2023, '--data', QUARTERS, '--fail-on', 'breach'],
      0,
    ],
    ['a disagreement, by default', [STATUSES_2023, '--data', QUARTERS], 0],
    ['a missing status, and unknowns fail', [YEAR_2025, '--fail-on', 'unknown'], 1],
    ['a missing status, and warnings fail', [YEAR_2025, '--fail-on', 'warn'], 0],
    ['no such file', [data('none.csv')], 2],
    ['a word for a file of data', [STATUSES_2023, '--data', data('none.csv')], 2],
  ])('%s', async (_, args, exit) => {
    expect((await runFake(['score', ...args])).exit).toBe(exit);
  });

  test('statuses come from standard input as well, once', async () => {
    const piped = await runFake(['score', '-'], { stdin: without('9.1') });
    expect(piped).toMatchObject({ exit: 0, stderr: '' });
    expect(piped.stdout).toContain('缺 9.1');
    const twice = await runFake(['score', '-', '--data', '-'], { stdin: statuses });
    expect(twice).toMatchObject({ exit: 2, stdout: '' });
  });

  test('invalid data is computed with where that is asked for, invalid statuses never', async () => {
    const bad = data('hostile/duplicate-rows.csv');
    const allowed = await runFake(['score', STATUSES_2023, '--data', bad, '--allow-invalid']);
    expect(allowed.exit).toBe(0);
    const statusesToo = data('hostile/statuses.csv');
    const refused = await runFake(['score', statusesToo, '--data', bad, '--allow-invalid']);
    expect(refused).toMatchObject({ exit: 2, stdout: '' });
    expect(refused.stderr).toContain('duplicate-row');
    expect(refused.stderr).toContain('score-unknown-status');
  });

  test('an encoding other than UTF-8 is told', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(statuses, 'utf16le')]);
    const { exit, stderr, stdout } = await runFake(['score', files.write('utf16.csv', utf16)]);
    expect([exit, stdout]).toEqual([0, (await runFake(['score', STATUSES_2023])).stdout]);
    expect(stderr).toContain('utf-16le');
  });
});

describe('what counts decide', () => {
  test('is beside what is stated, with its place', async () => {
    const { findings, indicators } = await json('score', STATUSES_2023, '--data', QUARTERS);
    expect(findings).toMatchObject([
      {
        kind: 'disagreement',
        flag: 'warn',
        indicator: '4.10',
        status: '已经完成',
        judged: 'breached',
        line: 47,
        column: 3,
      },
      { kind: 'disagreement', flag: 'warn', indicator: '8.3', status: '未全部完成', judged: 'met' },
    ]);
    const training = indicators.find(({ id }: { id: string }) => id === '4.10');
    expect(training).toMatchObject({ score: 1, by: 'model', judged: { result: 'breached' } });
    expect(training.judged.standards[0].examples[0]).toContain('牛街街道');
  });

  test('is of the units and periods that are chosen', async () => {
    const { findings } = await json(
      'score',
      STATUSES_2023,
      '--data',
      QUARTERS,
      '--unit',
      '德胜街道',
    );
    expect(findings.map(({ indicator }: { indicator: string }) => indicator)).not.toContain('4.10');
  });
});

// 3.6 and 5.4 are missing: 五 has 6 of 7, so that it is 良好 or 优秀.
test('--sensitivity writes no window that what is missing leaves open', async () => {
  const { sensitivity } = await json('score', YEAR_2025, '--sensitivity');
  expect(sensitivity.words.length).toBeGreaterThan(0);
  for (const { window } of sensitivity.words) expect(window).toBeNull();
  const args = ['score', YEAR_2025, '--sensitivity', '--format', 'csv'];
  const [header, ...rows] = (await runFake(args)).stdout.trim().split('\n');
  expect(header).toContain('status,score,windowFrom,windowTo,windowClosed,');
  for (const row of rows) expect(row).toMatch(/^[^,]+,[^,]+,,,,/);
});

// 三 has 10 of 11 and one without a status; the whole 111.5 of 119 and two without.
test('points that are not all known are no points, and those that are stand beside them', async () => {
  const { overall, domains, sensitivity } = await json(
    'score',
    YEAR_2025,
    '--data',
    QUARTERS,
    '--sensitivity',
  );
  const third = domains.find(({ id }: { id: string }) => id === '三');
  expect(third).toMatchObject({ points: null, knownPoints: '10', indicators: 11 });
  expect(overall).toMatchObject({ points: null, knownPoints: '223/2', indicators: 119 });
  expect(sensitivity.models[0]).toMatchObject({ points: null, knownPoints: '223/2' });
  const first = domains.find(({ id }: { id: string }) => id === '一');
  expect(first).toMatchObject({ points: '29/2', knownPoints: '29/2' });
});

describe('models', () => {
  test('a table of scores in a file', async () => {
    const file = files.config({
      scores: {
        完成: 1,
        基本完成: '0.5',
        未全部完成: 0,
        尚需进一步加强: 0,
        未完成: 0,
        尚未完成: 0,
      },
    });
    const { overall, model } = await json('score', STATUSES_2023, '--model', file);
    // 102 done, 8 of them almost: 102 + 4.
    expect([overall.points, model.name]).toEqual(['106', file]);
  });

  test('one that is not there is refused before anything is read', async () => {
    const { exit, stderr } = await runFake([
      'score',
      data('none.csv'),
      '--model',
      'stric',
      '--lang',
      'en',
    ]);
    expect(exit).toBe(2);
    expect(stderr).toBe(
      'xc-eval: no scoring model "stric"; did you mean "strict"? (half, strict, or a .json file)\n',
    );
  });
});

describe('explain', () => {
  test('a name of a metric is the metric, a number the indicator', async () => {
    const metric = await runFake(['explain', '复议纠错率']);
    expect(metric.stdout.split('\n')[0]).toBe('复议纠错率  reconsiderationCorrectionRate');
    const indicator = await runFake(['explain', '4.22']);
    expect(indicator.stdout.split('\n')[0]).toBe('4.22 行政复议纠错情况');
    expect(indicator.stdout).toContain(metric.stdout);
    const neither = await runFake(['explain', '4.99']);
    expect(neither).toMatchObject({ exit: 2, stdout: '' });
  });

  test('a score goes down to the counts: 4.22 is 40 of 554, and stays undecided', async () => {
    const { indicator, metrics } = await json(
      'explain',
      '4.22',
      data('2022-行政复议.csv'),
      '--statuses',
      STATUSES_2023,
    );
    expect(indicator).toMatchObject({
      status: '未完成',
      score: 0,
      by: 'model',
      judged: null,
      judgedBy: null,
      weight: { domain: '1/23', overall: '1/120' },
      line: 59,
    });
    expect(indicator.undecided).toContain('没有写阈值');
    expect(metrics[0].calculations[0].text).toBe(
      '复议纠错率 = (撤销 18 + 变更 0 + 确认违法 20 + 责令履行 2) ÷ 实际审理 554 = 7.22%',
    );
  });

  test('a domain goes down to its indicators', async () => {
    const { domain, indicators } = await json('explain', '四', '--statuses', STATUSES_2023);
    expect(domain).toMatchObject({ id: '四', grade: '良好', exact: { degree: '19/23' } });
    expect(indicators).toHaveLength(23);
    const by4 = await runFake(['explain', '4', '--statuses', STATUSES_2023]);
    expect(by4.stdout).toContain('完成度：(19 项 × 1 + 4 项 × 0) ÷ 23 = 82.61%');
  });

  test('without statuses nothing is said of scores', async () => {
    const { stdout } = await runFake(['explain', '四']);
    expect(stdout).toContain('--statuses');
    expect(stdout).not.toContain('等级：');
  });

  test('ends by what it found of the indicator', async () => {
    const args = [QUARTERS, '--statuses', STATUSES_2023, '--fail-on', 'warn'];
    expect((await runFake(['explain', '4.10', ...args])).exit).toBe(1);
    expect((await runFake(['explain', '4.18', ...args])).exit).toBe(0);
    expect((await runFake(['explain', '四', ...args])).exit).toBe(1);
    expect((await runFake(['explain', '五', ...args])).exit).toBe(0);
    expect((await runFake(['explain', '4.18', '--fail-on', 'unknown'])).exit).toBe(0);
  });
});

test('a text of a framework or of statuses cannot act on a terminal or a table', async () => {
  const statuses = files.write(
    'hostile.csv',
    '指标,状态,备注\n4.2,未完成,"\u001b[31m|x\n::error::y"\n',
  );
  const table = await runFake(['explain', '4.2', '--statuses', statuses]);
  expect(table.stdout).toContain('␛[31m|x␊::error::y');
  const markdown = await runFake([
    'explain',
    '4.2',
    '--statuses',
    statuses,
    '--format',
    'markdown',
  ]);
  expect(markdown.stdout).toContain('␛\\[31m\\|x␊::error::y');
  const csv = await runFake(['score', statuses, '--format', 'csv']);
  expect(csv.stdout).not.toContain('\u001b');
});

test('list framework has every indicator for machines', async () => {
  const records = await json('list', 'framework');
  const levels = records.map(({ level }: { level: string }) => level);
  expect(levels.filter((level: string) => level === 'indicator')).toHaveLength(125);
  expect(levels.filter((level: string) => level === 'domain')).toHaveLength(10);
  expect(records.find(({ id }: { id: string }) => id === '6.17')).toMatchObject({
    parent: '六',
    standards: 'reconsiderationAboveLitigation',
    over: 'total',
    section: '四（六）17',
  });
});
