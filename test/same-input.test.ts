/** A file named twice, by any of its names, would be held against itself cell by cell. */
import { symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { load } from '../src/read/load.ts';
import { sheet, temporaryFiles } from './support/config.ts';
import { runFake } from './support/host.ts';
import { STATUSES_2023 } from './support/score.ts';
import { catalogue } from './support/sheets.ts';

const files = temporaryFiles();
afterAll(files.remove);

const TEXT = '单位,期间,执法人员总数,法制审核人员\n甲,2024Q1,60,3\n乙,2024Q1,20,1\n';
const path = files.write('q1.csv', TEXT);
const link = `${path}.link.csv`;
symlinkSync(path, link);
const NAMES = [path, `${dirname(path)}/./q1.csv`, link];

describe.each(NAMES.map((name, index) => [['itself', './', 'a symbolic link'][index], name]))(
  'a file named again by %s',
  (_, name = '') => {
    test.each([
      ['metrics', path, name],
      ['check', path, name],
      ['verify', path, name],
      ['explain', '法制审核人员占比', path, name],
      ['score', STATUSES_2023, '--data', path, name],
    ])('is one problem, and nothing is computed: %s', async (...args) => {
      const run = await runFake(args);
      expect(run).toMatchObject({ exit: 2, stdout: '' });
      const told = run.stderr.split('\n').filter((line) => /\[[a-z-]+\]$/.test(line));
      expect(told).toEqual([
        `${name}: 与 ${path} 是同一个文件，会重复计数；请只写一次 [same-input-twice]`,
      ]);
    });
  },
);

test('a file named twice is read once', async () => {
  const { dataset, issues } = await load(NAMES, catalogue, {
    encoding: 'auto',
    standardInput: () => Promise.reject(new Error('no standard input')),
    progress: () => undefined,
  });
  expect(issues.map(({ code, place }) => [code, place.file])).toEqual(
    NAMES.slice(1).map((name) => ['same-input-twice', name]),
  );
  expect(dataset.tables).toHaveLength(1);
});

test('two files that say the same are two files', async () => {
  const copy = files.write('copy.csv', TEXT);
  const { exit, stderr } = await runFake(['metrics', path, copy]);
  expect(exit).toBe(2);
  expect(stderr).toContain('[count-stated-twice]');
  expect(stderr).not.toContain('same-input-twice');
});

test.each([['metrics'], ['check'], ['verify'], ['explain', '法制审核人员占比']])(
  'standard input is read once: %s',
  async (...command) => {
    const run = await runFake([...command, '-', '-'], sheet(TEXT));
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toContain('标准输入（-）只能读取一次');
  },
);

test('neither side of a comparison is the other: a file may be compared with itself', async () => {
  expect((await runFake(['compare', path, link])).exit).toBe(0);
});
