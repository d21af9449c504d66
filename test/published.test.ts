import { describe, expect, test } from 'vitest';
import { fraction, quotientValue } from '../src/exact/exact.ts';
import { sheet, temporaryFiles } from './support/config.ts';
import { runFake } from './support/host.ts';
import { outcomeOf, type Place } from './support/places.ts';

describe('a published rate', () => {
  const published = fraction(97n, 100n);
  const reported = { loss: published };
  const standsIn = { known: true, basis: 'reported', numerator: published, denominator: 1 };

  test.each<[string, Place]>([
    ['missing', { reported }],
    ['half missing', { counts: { brought: 100 }, reported }],
    ['not applicable', { counts: { lost: 'not-applicable', brought: 100 }, reported }],
  ])('stands in where counts are %s', (_, place) => {
    expect(outcomeOf('loss', place)).toEqual(standsIn);
  });

  test('does not replace counts, however far it is from them', () => {
    const counts = { lost: 1, brought: 4 };
    expect(outcomeOf('loss', { counts, reported })).toEqual({
      known: true,
      basis: 'recomputed',
      numerator: 1,
      denominator: 4,
    });
  });

  test.each<[string, Record<string, number>, string]>([
    ['a zero denominator', { lost: 0, brought: 0 }, 'zero-denominator'],
    ['a part above its whole', { lost: 5, brought: 4 }, 'part-exceeds-whole'],
  ])('does not cover up %s', (_, counts, code) => {
    expect(outcomeOf('loss', { counts, reported })).toMatchObject({
      known: false,
      reason: { code },
    });
  });

  test('gives the complement of itself, marked as reported', () => {
    const outcome = outcomeOf('recognition', { reported });
    expect(outcome).toMatchObject({ known: true, basis: 'reported' });
    expect(outcome.known && quotientValue(outcome)).toEqual(fraction(3n, 100n));
  });

  test('is never averaged with recomputed ones', () => {
    const computed = { counts: { lost: 1, brought: 4 } };
    expect(outcomeOf('meanLoss', { parts: [computed, { reported }] })).toEqual({
      known: false,
      reason: { code: 'mixed-basis' },
    });
  });

  test('averages with others that were published: (97 % + 100 %) / 2 = 197/200', () => {
    const outcome = outcomeOf('meanLoss', { parts: [{ reported }, { reported: { loss: 1 } }] });
    expect(outcome).toMatchObject({ known: true, basis: 'reported', meanOf: 2 });
    expect(outcome.known && quotientValue(outcome)).toEqual(fraction(197n, 200n));
  });

  test('of a mean stands in where there are no parts', () => {
    expect(outcomeOf('meanLoss', { reported: { meanLoss: published } })).toEqual(standsIn);
  });
});

test.each([
  ['a share', '接诉即办响应率'],
  ['what is left of one', '行政复议决定被一审法院认可度'],
  ['a mean of either', '行政复议决定被一审法院认可度平均值'],
])('%s is not published above 100 %%', async (_, label) => {
  const run = await runFake(['check', '-'], sheet(`单位,期间,${label}（%）`, '甲,2024,105'));
  expect(run).toMatchObject({ exit: 2, stdout: '' });
  expect(run.stderr).toContain('[rate-above-one]');
});

test('two files that publish a rate of one unit and period contradict each other, in any order', async () => {
  const files = temporaryFiles();
  const [first, second] = ['100%', '60%'].map((rate, index) =>
    files.write(`${index}.csv`, `单位,期间,行政规范性文件报备率\n甲街道,2024,${rate}`),
  ) as [string, string];
  for (const paths of [
    [first, second],
    [second, first],
  ]) {
    const run = await runFake(['check', ...paths]);
    expect(run).toMatchObject({ exit: 2, stdout: '' });
    expect(run.stderr).toContain(`${paths[1]}:2:3: `);
    expect(run.stderr).toContain('[rate-stated-twice]');
    const { groups } = JSON.parse(
      (await runFake(['metrics', ...paths, '--format', 'json', '--allow-invalid'])).stdout,
    );
    expect(groups[0].metrics[0]).toMatchObject({ value: null, reason: 'missing-input' });
  }
  files.remove();
});
