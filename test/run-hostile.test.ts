/** Names and published values that try to get out of the field that a report of `verify` or `compare` puts them in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asLine, isCommand } from '../src/message/visible.ts';
import { readGithub } from './support/check-formats.ts';
import { workFolder } from './support/gate.ts';
import { runFake } from './support/host.ts';
import { anyText, HARMFUL, HOSTILE } from './support/hostile.ts';
import { failuresIn, messagesIn, type Reported, reportedBy } from './support/run-reports.ts';

const { write } = workFolder();

const json = (rows: readonly object[]): string => JSON.stringify(rows);

/** A figure that does not follow from its counts, one that no rule can read, and a whole of two shares. */
const figures = (text: string): string =>
  json([
    {
      单位: `甲${text}`,
      期间: '2024',
      名称: text,
      分子: 1,
      分母: 3,
      公布值: '50%',
      [`列${text}`]: 2,
    },
    { 单位: '乙', 期间: '2024', 名称: `乙${text}`, 公布值: `5${text}` },
    { 单位: '乙', 期间: '2024', 名称: '丙', 组: text, 公布值: '40%' },
    { 单位: '乙', 期间: '2024', 名称: '丁', 组: text, 公布值: '40%' },
  ]);

const counts = (unit: string, defects: number): string =>
  json([{ 单位: unit, 期间: '2024', 抽查案卷量: 20, 存在规范瑕疵的案卷量: defects }]);

/** Every format can be read back, holds the same and lets nothing out. */
function expectWhole(run: Reported): void {
  const { junit, github, sarif, gitlab } = messagesIn(run);
  expect(sarif).toEqual(gitlab.map((text) => text.replaceAll('](', '] (')).sort());
  // Half a character has no place in a file, and in XML some whole ones have none either.
  const inFile = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');
  expect(github).toEqual(gitlab.map(inFile).sort());
  expect(junit).toHaveLength(gitlab.length);
  expect(new Set(Object.values(failuresIn(run))).size).toBe(1);
  expect(run.text.junit).not.toMatch(HARMFUL);
  expect(run.text.junit).not.toMatch(/[\p{Surrogate}\ufffe\uffff]/u);
  expect(run.text.github).not.toMatch(HARMFUL);
  expect(run.sarif.results.some(({ message }) => /\]\(/.test(message.text))).toBe(false);
  const cases = run.junit.suites.flatMap((suite) => suite.cases);
  expect(cases.every(({ classname }) => classname.split('.').length === 2)).toBe(true);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
}

const verify = (text: string) => {
  write('p.json', figures(text));
  return reportedBy(['verify', 'p.json', '--no-config', '--allow-invalid']);
};

const compare = (unit: string) => {
  write('a.json', counts(unit, 1));
  write('b.json', counts(unit, 2));
  return reportedBy(['compare', 'a.json', 'b.json', '--no-config']);
};

describe.each(HOSTILE.map((text) => ({ text, title: JSON.stringify(text) })))(
  '$title',
  ({ text }) => {
    test('as a label, a published value or a group of verify stays in its field', async () => {
      const run = await verify(text);
      expect(run.exit).toBe(1);
      expect(run.gitlab.length).toBeGreaterThan(2);
      expectWhole(run);
    });

    test('as a unit of compare stays in its field', async () => {
      const run = await compare(`甲${text}`);
      expect(run.gitlab).toHaveLength(3);
      expectWhole(run);
    });
  },
);

test('whatever a figure and a unit are named, every format can be read back', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      expectWhole(await verify(text));
      expectWhole(await compare(text));
    }),
    { numRuns: 40 },
  );
});

describe.each([
  '::error::x',
  ' ::error::x',
  '\u3000::stop-commands::x',
  '##[error]x',
  '\n::error::x',
])('what is printed of %j is no command to a build service', (text) => {
  const quoted = `"${text}"`;
  const HEADER = '单位,期间,抽查案卷量,存在规范瑕疵的案卷量';

  async function expectNoCommand(...args: string[]): Promise<void> {
    const { exit, stdout } = await runFake([...args, '--no-config']);
    expect(exit).toBeLessThan(2);
    expect(stdout).toContain('x');
    expect(readGithub(stdout).commands, args.join(' ')).toEqual([]);
  }

  test.each(['table', 'csv', 'json', 'jsonl', 'markdown'])('as %s', async (format) => {
    write('p.csv', ['名称,分子,分母,公布值', `${quoted},1,3,50%`]);
    await expectNoCommand('verify', 'p.csv', '--format', format);
    write('a.csv', [HEADER, `${quoted},2023,20,1`, '乙,2023,20,1']);
    write('b.csv', [HEADER, `${quoted},2024,20,2`, '丙,2024,20,1']);
    await expectNoCommand('compare', 'a.csv', 'b.csv', '--format', format);
    await expectNoCommand('metrics', 'a.csv', '--format', format);
    if (format !== 'json' && format !== 'jsonl') return;
    await expectNoCommand('check', 'a.csv', '--reporter', 'json');
  });
});

test('a sentence that begins with the name of a group of units is no command beside those of a report', async () => {
  write(
    'own.json',
    JSON.stringify({ units: { groups: { '::error::x': ['乙', '丙'], 其他: ['甲'] } } }),
  );
  const HEADER = '单位,期间,抽查案卷量,存在规范瑕疵的案卷量';
  write('a.csv', [HEADER, '甲,2023,20,1', '乙,2023,20,1']);
  write('b.csv', [HEADER, '甲,2024,20,1', '乙,2024,20,1', '丙,2024,20,1']);
  const args = ['compare', 'a.csv', 'b.csv', '--config', 'own.json', '--by', 'group'];
  const { github } = await reportedBy(args);
  // 丙 is missing on one side, so that its group cannot be compared.
  expect(github.log).toContain(
    '\\::error::x未列：有 1 个单位不是前后都有（丙）；加 --partial 可只比前后都有的单位',
  );
  expect(github.commands.every(({ message }) => message.startsWith('其他 '))).toBe(true);
  for (const format of ['table', 'markdown']) {
    const { stdout } = await runFake([...args, '--format', format]);
    expect(stdout).toMatch(/^\\::error::x/m);
    expect(readGithub(stdout).commands).toEqual([]);
  }
});

test('a line is a command also behind spaces, and none where the colons stand further on', () => {
  for (const text of ['::x', ' ::x', '\u3000\t::x']) {
    expect(isCommand(text)).toBe(true);
    expect(isCommand(asLine(text))).toBe(false);
  }
  for (const text of ['x::y', ':x', '']) expect(asLine(text)).toBe(text);
});
