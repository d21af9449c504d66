import { describe, expect, test } from 'vitest';
import type { Comparison, Level, Standard } from '../src/catalogue/standard.ts';
import { fraction, multiply } from '../src/exact/exact.ts';
import { FAIL_ON, type Flag } from '../src/judge/flag.ts';
import { flagOf, reaches, type Verdict } from '../src/judge/judge.ts';
import { type Place, standardOf, unknown, value, verdictOf } from './support/judging.ts';

describe('a comparison, one below, at and one above 5 of 100', () => {
  test.each<[Comparison, string, string, string]>([
    ['at-least', 'breached', 'met', 'met'],
    ['above', 'breached', 'breached', 'met'],
    ['equal', 'breached', 'met', 'breached'],
    ['at-most', 'met', 'met', 'breached'],
    ['below', 'met', 'breached', 'breached'],
  ])('%s', (comparison, ...expected) => {
    const standard = standardOf(comparison, '0.05');
    expect([4, 5, 6].map((part) => verdictOf(standard, value(part, 100)).status)).toEqual(expected);
  });

  test('has no tolerance: 1 in 2^50 below is below', () => {
    // 5/100 of 20 · (2^50) people are 2^50; one less, as a double, is still 0.05.
    const whole = multiply(20, 2 ** 50);
    expect((2 ** 50 - 1) / Number(whole)).toBeCloseTo(0.05, 15);
    const standard = standardOf('at-least', '0.05');
    expect(verdictOf(standard, value(2 ** 50, whole)).status).toBe('met');
    expect(verdictOf(standard, value(2 ** 50 - 1, whole)).status).toBe('breached');
  });

  test('tells the gap exactly: 4/100 − 5/100 is −1/100', () => {
    expect(verdictOf(standardOf('at-least', '0.05'), value(4, 100)).gap).toEqual(
      fraction(-1n, 100n),
    );
    expect(verdictOf(standardOf('at-most', '0.05'), value(7, 100)).gap).toEqual(fraction(1n, 50n));
    expect(verdictOf(standardOf('at-least', '0.05'), value(5, 100)).gap).toBeNull();
  });
});

describe('unknown is never ok', () => {
  const standard = standardOf('at-most', '1');
  test.each([
    ['missing-input', 'unknown'],
    ['zero-denominator', 'unknown'],
    ['not-applicable', 'not-judged'],
  ] as const)('%s is %s', (code, status) => {
    const verdict = verdictOf(standard, unknown(code));
    expect(verdict).toMatchObject({ status, gap: null, mend: null });
    expect(flagOf([verdict])).toBe(status);
  });

  test.each<[string, Standard['limit'], Place]>([
    ['the other metric is unknown', { kind: 'metric', metric: 'filingRate' }, {}],
    ['there is no year before', { kind: 'prior-year' }, {}],
    ['the year before is unknown', { kind: 'prior-year' }, { priorYear: unknown('missing-input') }],
  ])('%s', (_, limit, place) => {
    const verdict = verdictOf(standardOf('at-least', '0', { limit }), value(1, 2), place);
    expect(verdict.status).toBe('unknown');
  });
});

describe('flags', () => {
  test.each<[Level, Flag, Flag]>([
    ['required', 'breach', 'ok'],
    ['in-principle', 'warn', 'ok'],
    ['implied', 'warn', 'ok'],
  ])('what is %s: %s when breached, %s when met', (level, breached, met) => {
    const standard = standardOf('at-least', '0.05', { level });
    expect(flagOf([verdictOf(standard, value(4, 100))])).toBe(breached);
    expect(flagOf([verdictOf(standard, value(5, 100))])).toBe(met);
  });

  test('the worst of several verdicts counts, in any order, and no standard is no flag', () => {
    const required = verdictOf(standardOf('at-least', '0.5'), value(1, 4));
    const principle = verdictOf(
      standardOf('at-least', '0.5', { level: 'in-principle' }),
      value(1, 4),
    );
    const met = verdictOf(standardOf('at-least', '0.5'), value(3, 4));
    const open = verdictOf(standardOf('at-least', '0.5'), unknown('missing-input'));
    const away = verdictOf(standardOf('at-least', '0.5', { per: 'year' }), value(1, 4));
    const ranked: [Verdict, Flag][] = [
      [required, 'breach'],
      [principle, 'warn'],
      [open, 'unknown'],
      [met, 'ok'],
      [away, 'not-judged'],
    ];
    for (const [index, [worst, flag]] of ranked.entries()) {
      const rest = ranked.slice(index).map(([verdict]) => verdict);
      expect(flagOf([...rest].reverse()), flag).toBe(flag);
      expect(flagOf([worst])).toBe(flag);
    }
    expect(flagOf([])).toBeNull();
  });

  test.each<[Flag, string[]]>([
    ['breach', ['breach', 'warn', 'unknown']],
    ['warn', ['warn', 'unknown']],
    ['unknown', ['unknown']],
    ['ok', []],
    ['not-judged', []],
  ])('%s fails a run with --fail-on %s', (flag, levels) => {
    expect(FAIL_ON.filter((level) => reaches(flag, level))).toEqual(levels);
  });
});
