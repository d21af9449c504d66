import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/bin.ts';
import { workFolder } from './support/gate.ts';
import { runFake } from './support/host.ts';

const { write, read, exists } = workFolder();

const DATA = '单位,期间,法制审核人员,执法人员总数\n甲街道,2024Q1,3,20\n乙街道,2024Q1,3,20\n';

/** Runs a command line that is to be refused for the file that it would lose, which it leaves as it was. */
async function refused(file: string, ...args: string[]) {
  const before = readFileSync(file);
  const { exit, stdout, stderr } = await runFake([...args, '--overwrite']);
  expect([exit, stdout]).toEqual([2, '']);
  expect(stderr.split('\n').slice(-2).join('\n')).toBe(
    `xc-eval: ${args.at(-1)?.replace(/^json=/, '')} 是本次运行要读的文件，不能用结果覆盖；请换一个名称\n`,
  );
  expect(readFileSync(file).equals(before)).toBe(true);
}

describe('--overwrite puts no result in the place of', () => {
  test.each([
    ['metrics', 'w.csv', '-o', 'w.csv'],
    ['metrics', 'w.csv', '-o', './w.csv'],
    ['check', 'w.csv', '--reporter', 'json=w.csv'],
    ['verify', 'w.csv', '--reporter', 'json=w.csv'],
    ['compare', 'w.csv', 'v.csv', '--reporter', 'json=w.csv'],
    ['explain', '法制审核人员占比', 'w.csv', '-o', 'w.csv'],
    ['score', 'statuses.csv', '--data', 'v.csv', 'w.csv', '-o', 'w.csv'],
    ['batch', 'w.csv', '--out', 'out', '-o', 'w.csv'],
    ['batch', '.', '--out', 'out', '-o', 'w.csv'],
  ])('its data: %s %s %s %s', async (...args) => {
    write('w.csv', DATA);
    write('v.csv', DATA);
    await refused('w.csv', ...args);
  });

  test('its data under another name', async () => {
    write('w.csv', DATA);
    symlinkSync('w.csv', 'link.csv');
    await refused('w.csv', 'metrics', 'w.csv', '-o', 'link.csv');
    await refused('w.csv', 'metrics', 'link.csv', '-o', 'w.csv');
  });

  test.each([
    ['check', 'w.csv', '--config', 'own.json', '--reporter', 'json=own.json'],
    ['check', 'w.csv', '--baseline', 'own.json', '--reporter', 'json=own.json'],
    ['metrics', 'w.csv', '--config', 'own.json', '-o', 'own.json'],
    ['config', '--config', 'own.json', '-o', 'own.json'],
    ['compare', 'w.csv', '--before-config', 'own.json', '-o', 'own.json'],
    ['score', 'w.csv', '--framework', 'own.json', '-o', 'own.json'],
    ['score', 'w.csv', '--model', 'own.json', '-o', 'own.json'],
    ['score', 'w.csv', '--before', 'own.json', '-o', 'own.json'],
    ['tally', 'w.csv', '--mapping', 'own.json', '-o', 'own.json'],
    ['explain', '1', '--statuses', 'own.json', '-o', 'own.json'],
  ])('what an option names: %s %s %s %s', async (...args) => {
    write('w.csv', DATA);
    write('own.json', '{}');
    await refused('own.json', ...args);
  });

  test('a configuration that it finds by itself', async () => {
    write('w.csv', DATA);
    write('xc-eval.config.json', '{}');
    const args = ['metrics', 'w.csv', '-o', 'xc-eval.config.json', '--overwrite'];
    const { exit, stderr } = await runFake(args);
    expect([exit, read('xc-eval.config.json')]).toEqual([2, '{}']);
    expect(stderr).toContain('不能用结果覆盖');
  });

  test('the ledger of the counts that it is handed', async () => {
    write('ledger.csv', readFileSync(join(ROOT, 'fixtures/data/合成-复议台账.csv')));
    const then = ['--then', 'metrics', '-o', 'ledger.csv'];
    await refused('ledger.csv', 'tally', 'ledger.csv', '--mapping', '复议', ...then);
  });
});

test('--overwrite puts a result in the place of any other file', async () => {
  write('w.csv', DATA);
  write('metrics', 'old');
  expect((await runFake(['metrics', 'w.csv', '-o', 'metrics', '--overwrite'])).exit).toBe(0);
  expect(read('metrics')).not.toBe('old');
  expect(exists('w.csv')).toBe(true);
});
