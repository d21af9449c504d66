import { afterAll, describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import { temporaryFiles } from './support/config.ts';
import { runFake } from './support/host.ts';

const files = temporaryFiles();
afterAll(files.remove);

const catalogue = builtInCatalogue();
const ALL_COUNTS = new Set(Object.keys(catalogue.metrics).flatMap((id) => catalogue.inputsOf(id)))
  .size;

describe('a template, filled in, is read', () => {
  test.each(['zh', 'en'])('as a wide sheet, every header of it known (%s)', async (language) => {
    const { stdout } = await runFake(['template', '--lang', language]);
    const [header] = stdout.split('\r\n') as [string];
    // Every count is 7: no part exceeds its whole, and each share of a single part is 7 of 7.
    const row = ['西城区', '2024', ...Array(ALL_COUNTS).fill('7')].join(',');
    const run = await runFake(['metrics', '-', '--format', 'json', '--metric', '人民调解成功率'], {
      // The sum of the four corrections would be 28 of 7.
      stdin: withoutCorrections(`${header}\r\n${row}\r\n`),
    });
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout).groups[0].metrics[0]).toMatchObject({
      value: 1,
      numerator: 7,
      denominator: 7,
    });
  });

  test('as a long sheet', async () => {
    const { stdout } = await runFake(['template', '--layout', 'long', '--metric', '案卷瑕疵率']);
    // 抽查 20, 瑕疵 5 (the report's own figures): 25 %.
    const filled = stdout
      .replace(/^,,(存在规范瑕疵[^,]*),/m, '西城区,2023,$1,5')
      .replace(/^,,(抽查[^,]*),/m, '西城区,2023,$1,20');
    const run = await runFake(['metrics', '-', '--format', 'csv'], { stdin: filled });
    expect(run.stderr).toBe('');
    expect(run.stdout).toContain('5,20,0.25,25.00%');
  });

  test('and empty, says that there is no data', async () => {
    const { stdout } = await runFake(['template', '--metric', '案卷瑕疵率']);
    const run = await runFake(['metrics', '-'], { stdin: stdout });
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toContain('no-rows');
  });
});

test.each(['平方米', '万元/户', '册', '（套）'])('with counts of one’s own in %s', async (unit) => {
  const own = {
    counts: { area: { label: '办案场所面积', unit, nature: 'stock' } },
    metrics: {
      areaRatio: {
        label: '人均面积',
        meaning: '每名执法人员的办案场所面积。',
        better: 'higher',
        display: { unit: '平方米/人' },
        formula: { kind: 'ratio', numerator: 'area', denominator: 'enforcementStaff' },
        source: { document: '本区办法', section: '第三条', quote: '原话' },
      },
    },
  };
  const config = files.config(own);
  const { stdout } = await runFake(['template', '--metric', '人均面积', '--config', config]);
  expect(stdout).toContain(`办案场所面积（${unit}）`);
  const run = await runFake(['metrics', '-', '--format', 'csv', '--config', config], {
    stdin: `${stdout}西城区,2024,30,12\r\n`,
  });
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain(',30,12,2.5,2.50');
});

test('a template opens in Excel: byte order mark, and line ends of Windows', async () => {
  const { stdout } = await runFake(['template', '--metric', '案卷瑕疵率']);
  expect(stdout.startsWith('\ufeff')).toBe(true);
  expect(stdout.endsWith('\r\n')).toBe(true);
});

/** Sets three of the four kinds of correction to 0, so that their sum is no more than the cases heard. */
function withoutCorrections(sheet: string): string {
  const [header, row] = sheet.split('\r\n') as [string, string];
  const headers = header.split(',');
  const corrections = [
    'reconsiderationAltered',
    'reconsiderationConfirmedIllegal',
    'reconsiderationOrderedToPerform',
  ];
  const names = corrections.flatMap((id) => {
    const { label, english } = catalogue.counts[id] as { label: string; english: string };
    return [label, english];
  });
  const cells = row
    .split(',')
    .map((cell, index) => (names.some((name) => headers[index]?.startsWith(name)) ? '0' : cell));
  return `${header}\r\n${cells.join(',')}\r\n`;
}

describe('a template of pairs', () => {
  test.each([
    ['zh', '名称,分子,分母,公布值,类型'],
    ['en', 'label,numerator,denominator,reported,kind'],
  ])('asks for a figure a row (%s), and is read when filled in', async (language, header) => {
    const { stdout } = await runFake(['template', 'pairs', '--lang', language]);
    expect(stdout).toBe(`\ufeff${header}\r\n`);
    // 56 + 51 of 214 are exactly 50 %.
    const stdin = `${stdout}甲,56+51,214,50%,占比\r\n`;
    const run = await runFake(['verify', '-', '--format', 'json'], { stdin });
    expect(run).toMatchObject({ exit: 0, stderr: '' });
    expect(JSON.parse(run.stdout).rows[0]).toMatchObject({ label: '甲', finding: 'matched' });
  });

  test('has a row for each metric that is named', async () => {
    const { stdout } = await runFake(['template', 'pairs', '--metric', '网上可办率,案卷瑕疵率']);
    expect(stdout.split('\r\n').slice(1)).toEqual(['网上可办率,,,,', '案卷瑕疵率,,,,', '']);
  });

  test('shows its keys as JSON also where no metric is named', async () => {
    const { stdout } = await runFake(['template', 'pairs', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual([
      { 名称: '', 分子: null, 分母: null, 公布值: null, 类型: null },
    ]);
  });

  test.each(['csv', 'json'])('and empty, says that there is no data (%s)', async (format) => {
    const { stdout } = await runFake(['template', 'pairs', '--format', format]);
    const run = await runFake(['verify', '-'], { stdin: stdout });
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toContain('no-rows');
  });
});
