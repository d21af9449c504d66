import { describe, expect, test } from 'vitest';
import { type Exact, fraction, quotientValue } from '../src/exact/exact.ts';
import {
  count,
  type Formula,
  inputsOf,
  minus,
  priorYear,
  ratio,
  share,
  sum,
} from '../src/formula/formula.ts';
import { formulaOf, outcomeOf, type Place } from './support/places.ts';

const quotient = (numerator: Exact, denominator: Exact) => ({
  known: true,
  basis: 'recomputed',
  numerator,
  denominator,
});

const unknown = (code: string, ...counts: string[]) => ({ known: false, reason: { code, counts } });

describe('an operator', () => {
  const counts = { a: 18, b: 0, c: 20, d: 2, heard: 554, big: 2 ** 52 };
  test.each<[string, Formula, Exact, Exact]>([
    ['count is the count', count('a'), 18, 1],
    ['a count of 0 is 0', count('b'), 0, 1],
    ['sum adds', sum('a', 'b', 'c', 'd'), 40, 1],
    ['sum adds beyond 2^53', sum('big', 'big', 'b', sum('d', 'd')), 9007199254740996n, 1],
    ['minus subtracts', minus('heard', sum('a', 'c')), 516, 1],
    ['share keeps both numbers: 40 of 554', share(sum('a', 'b', 'c', 'd'), 'heard'), 40, 554],
    ['share of nothing is 0', share('b', 'heard'), 0, 554],
    ['share may be all', share('heard', 'heard'), 554, 554],
    ['ratio may exceed 1', ratio('heard', 'a'), 554, 18],
  ])('%s', (_, formula, numerator, denominator) => {
    expect(outcomeOf(formula, { counts })).toEqual(quotient(numerator, denominator));
  });

  test('complement is (whole − part) / whole', () => {
    // 1 − 3/100 = 97/100, the 97 % of the seeds; not 0.97 as a double.
    expect(outcomeOf('recognition', { counts: { lost: 3, brought: 100 } })).toEqual(
      quotient(97, 100),
    );
  });

  test('prior year is the same count one year earlier', () => {
    // 216429 / 214625: inspections of 2022 over those of 2021.
    const place = { counts: { cases: 216429 }, before: { counts: { cases: 214625 } } };
    expect(outcomeOf('growth', place)).toEqual(quotient(216429, 214625));
  });

  test('mean adds fractions exactly: (1/3 + 1/6 + 1/2) / 3 is 1/3', () => {
    const parts = [3, 6, 2].map((brought) => ({ counts: { lost: 1, brought } }));
    const outcome = outcomeOf('meanLoss', { parts });
    expect(outcome).toMatchObject({ known: true, basis: 'recomputed', meanOf: 3 });
    expect(outcome.known && quotientValue(outcome)).toEqual(fraction(1n, 3n));
  });

  test('mean is of the rates, not of the counts: 1/2 and 9/10 give 7/10, pooled they would give 10/12', () => {
    const parts = [{ counts: { lost: 1, brought: 2 } }, { counts: { lost: 9, brought: 10 } }];
    const outcome = outcomeOf('meanLoss', { parts });
    expect(outcome.known && quotientValue(outcome)).toEqual(fraction(7n, 10n));
  });
});

describe('there is no value, and a reason', () => {
  const sums = share(sum('a', 'b'), 'whole');
  test.each<[string, Formula | string, Place, ReturnType<typeof unknown>]>([
    ['a part not reported', sums, { counts: { a: 1, whole: 9 } }, unknown('missing-input', 'b')],
    ['all not reported', sums, {}, unknown('missing-input', 'a', 'b', 'whole')],
    ['whole not reported', sums, { counts: { a: 1, b: 1 } }, unknown('missing-input', 'whole')],
    [
      'the whole is 0',
      sums,
      { counts: { a: 0, b: 0, whole: 0 } },
      unknown('zero-denominator', 'whole'),
    ],
    [
      'part above a whole of 0',
      sums,
      { counts: { a: 5, b: 0, whole: 0 } },
      unknown('zero-denominator', 'whole'),
    ],
    [
      'part not reported over a whole of 0',
      sums,
      { counts: { a: 0, whole: 0 } },
      unknown('missing-input', 'b'),
    ],
    [
      'does not apply',
      sums,
      { counts: { a: 'not-applicable', b: 1, whole: 'not-applicable' } },
      unknown('not-applicable', 'a', 'whole'),
    ],
    [
      'part above its whole',
      sums,
      { counts: { a: 5, b: 5, whole: 9 } },
      unknown('part-exceeds-whole', 'a', 'b', 'whole'),
    ],
    [
      'a ratio over 0',
      ratio('a', 'b'),
      { counts: { a: 5, b: 0 } },
      unknown('zero-denominator', 'b'),
    ],
    [
      'complement of an unknown',
      'recognition',
      { counts: { lost: 1 } },
      unknown('missing-input', 'brought'),
    ],
    ['no year before', 'growth', { counts: { cases: 5 } }, unknown('no-prior-year', 'cases')],
    [
      'nothing in the year before',
      'growth',
      { counts: { cases: 5 }, before: {} },
      unknown('no-prior-year', 'cases'),
    ],
    [
      'a year before of 0',
      'growth',
      { counts: { cases: 5 }, before: { counts: { cases: 0 } } },
      unknown('zero-denominator', 'cases'),
    ],
    [
      'this year not reported',
      'growth',
      { before: { counts: { cases: 5 } } },
      unknown('missing-input', 'cases'),
    ],
    [
      'one of the years of a mean not reported',
      'meanLoss',
      { parts: [{ counts: { lost: 1, brought: 2 } }, { counts: { brought: 2 } }] },
      unknown('missing-input', 'lost'),
    ],
  ])('%s', (_, formula, place, expected) => {
    expect(outcomeOf(formula, place)).toMatchObject(expected);
  });

  test('a mean without parts says over what', () => {
    expect(outcomeOf('meanLoss', {})).toEqual({
      known: false,
      reason: { code: 'no-parts', over: 'year' },
    });
  });
});

test('inputs are named once each, in the order of the formula, through other metrics too', () => {
  const nested = ratio(sum('a', minus('b', 'c'), 'a'), priorYear('d'));
  expect(inputsOf(nested, formulaOf)).toEqual(['a', 'b', 'c', 'd']);
  expect(inputsOf(formulaOf('meanRecognition'), formulaOf)).toEqual(['lost', 'brought']);
});
