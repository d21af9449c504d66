import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runFake } from './support/host.ts';

const folder = mkdtempSync(join(tmpdir(), 'xc-eval-short-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A row a unit, some 25 bytes each. */
const table = (rows: number, year = 2024): string =>
  '单位,期间,法制审核,执法人员总数\n' +
  Array.from({ length: rows }, (_, index) => `第${index}单位,${year},5,100\n`).join('');

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const little = file('little.csv', table(3));
const before = file('before.csv', table(3, 2023));
// More than the 128 KiB that are little.
const much = file('much.csv', table(9000));

/** How often a run says that its work is short. */
async function told(args: readonly string[], stdin = ''): Promise<number> {
  let times = 0;
  const expectShortWork = () => {
    times++;
  };
  const { exit, stderr } = await runFake([...args, '--no-config'], { stdin, expectShortWork });
  expect([exit, stderr]).toEqual([0, '']);
  return times;
}

/** V8 takes long to end where it is still optimising, and long over much code that it does not optimise. */
describe('work is taken for short', () => {
  test.each([
    ['metrics of little', ['metrics', little], 1],
    ['metrics of two that are little', ['metrics', before, little], 1],
    ['check of little', ['check', little], 1],
    ['explain of little', ['explain', '法制审核人员占比', little], 1],
    ['compare of two that are little', ['compare', before, little], 1],
    ['metrics of much', ['metrics', much], 0],
    ['metrics of little and much', ['metrics', before, much], 0],
    ['check of much', ['check', much], 0],
    ['compare of little and much', ['compare', before, much], 0],
  ])('%s', async (_, args, times) => {
    expect(await told(args)).toBe(times);
  });

  test('of standard input once it has been read', async () => {
    expect(await told(['metrics', '-'], table(3))).toBe(1);
    expect(await told(['metrics', '-'], table(9000))).toBe(0);
  });
});
