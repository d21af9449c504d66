import { expect, test } from 'vitest';
import { runFake } from './support/host.ts';

/** 40 units of two metrics: too many to list, so that a table sums them up. */
const sheet = [
  '单位,期间,复议案件受理数量,一审行政诉讼受理,政务服务事项,可网办事项',
  ...Array.from({ length: 40 }, (_, index) => `第${index + 1}科,2024,1,2,10,9`),
].join('\n');

// 40 reconsiderations against 80 lawsuits fall short of a rule for the whole district, which no unit is held to.
test.each([
  ['table', 0],
  ['json', 0],
  ['csv', 0],
])('a run of single units ends the same in every format: %s', async (format, exit) => {
  const run = await runFake(['metrics', '-', '--format', format, '--fail-on', 'warn'], {
    stdin: sheet,
  });
  expect(run.stderr).toBe('');
  expect(run.exit).toBe(exit);
});

test('and the whole, asked for, fails', async () => {
  const run = await runFake(['metrics', '-', '--by', 'total', '--fail-on', 'warn'], {
    stdin: sheet,
  });
  expect(run.exit).toBe(1);
});
