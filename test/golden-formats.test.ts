/** One body of data in every format, encoding and layout: the figures must not differ by a byte. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/bin.ts';
import { runFake } from './support/host.ts';

const NAME = 'fixtures/data/合成-2024季度-单位报送';
const inRoot = (path: string) => join(ROOT, path);

const figures = async (path: string, ...options: string[]) =>
  runFake(['metrics', inRoot(path), ...options]);

const VERSIONS = ['-GB18030.csv', '-UTF16LE.csv', '.tsv', '.json', '.jsonl'];
const REPORTS = [
  ['--format', 'json'],
  ['--format', 'csv'],
  ['--by', 'unit'],
  ['--by', 'period', '--format', 'markdown'],
  ['--by', 'total', '--partial', '--format', 'jsonl'],
];

describe.each(REPORTS.map((options) => options.join(' ')))('%s', (joined) => {
  const options = joined.split(' ');
  test.each(VERSIONS)('%s gives the figures of the UTF-8 CSV file', async (version) => {
    const plain = await figures(`${NAME}.csv`, ...options);
    const other = await figures(`${NAME}${version}`, ...options);
    expect(plain).toMatchObject({ exit: 0, stderr: '' });
    expect(other.exit).toBe(0);
    expect(other.stdout).toBe(plain.stdout);
  });

  test('the long layout of one quarter gives the figures of that quarter', async () => {
    const wide = await figures(`${NAME}.csv`, '--period', '2024Q1', ...options);
    const long = await figures('fixtures/data/合成-2024一季度-单位报送-长表.csv', ...options);
    expect(long).toMatchObject({ exit: 0, stderr: '' });
    expect(long.stdout).toBe(wide.stdout);
  });
});

test('the encoding of a file that is not plain UTF-8 is told on stderr', async () => {
  const path = inRoot(`${NAME}-GB18030.csv`);
  const { stderr } = await runFake(['metrics', path, '--by', 'total']);
  expect(stderr).toBe(`${path}：按 gb18030 读取（由内容判断）\n`);
});

test('standard input gives the figures of the file, in every encoding', async () => {
  const plain = await figures(`${NAME}.csv`, '--format', 'csv');
  for (const version of ['.csv', ...VERSIONS]) {
    const stdin = readFileSync(inRoot(`${NAME}${version}`));
    const piped = await runFake(['metrics', '-', '--format', 'csv'], { stdin });
    expect({ version, exit: piped.exit, same: piped.stdout === plain.stdout }).toEqual({
      version,
      exit: 0,
      same: true,
    });
  }
});
