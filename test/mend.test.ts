import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../src/catalogue/standard.ts';
import { add, type Exact, fraction, multiply } from '../src/exact/exact.ts';
import type { Outcome } from '../src/formula/evaluate.ts';
import { standardOf, value, verdictOf } from './support/judging.ts';
import { catalogue } from './support/sheets.ts';

describe('the mend is the least that helps', () => {
  const limit = fc
    .integer({ min: 0, max: 1500 })
    .map((thousandths) => (thousandths / 1000).toFixed(3));
  const comparison = fc.constantFrom<Comparison>('at-least', 'above', 'at-most', 'below');

  test('after it the standard is met, and with one less it is not', () => {
    let breaches = 0;
    fc.assert(
      fc.property(
        comparison,
        limit,
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 3000 }),
        (wanted, text, part, whole) => {
          const standard = standardOf(wanted, text);
          const { status, mend } = verdictOf(standard, value(part, whole));
          fc.pre(status === 'breached' && mend !== null);
          if (mend === null) return;
          breaches++;
          const mended = (by: Exact) =>
            add(part, mend.direction === 'raise' ? by : multiply(by, -1));
          expect(verdictOf(standard, value(mended(mend.by), whole)).status).toBe('met');
          expect(verdictOf(standard, value(mended(add(mend.by, -1)), whole)).status).toBe(
            'breached',
          );
        },
      ),
      { numRuns: 500 },
    );
    expect(breaches).toBeGreaterThanOrEqual(500);
  });

  test('only where nothing can mend it there is none: no count is below 0', () => {
    fc.assert(
      fc.property(
        comparison,
        limit,
        fc.nat(5000),
        fc.integer({ min: 1, max: 3000 }),
        (wanted, text, part, whole) => {
          const verdict = verdictOf(standardOf(wanted, text), value(part, whole));
          fc.pre(verdict.status === 'breached' && verdict.mend === null);
          expect(wanted).toBe('below');
          expect(Number(text)).toBe(0);
        },
      ),
      { numRuns: 20, maxSkipsPerRun: 10_000 },
    );
  });

  const [legalReview] = catalogue.standardsOf('legalReviewStaffShare');
  if (legalReview === undefined) throw new Error('no standard of legal review');

  test.each([
    // T3: at least 5 % of the enforcement staff, by ratio and not rounded.
    [4, 100, 1],
    [0, 12, 1],
    // 5 % of 21 are 1.05: one person is too few, two are enough.
    [1, 21, 1],
    [0, 100, 5],
  ])('%d legal reviewers of %d staff: %d more', (part, whole, by) => {
    const verdict = verdictOf(legalReview, value(part, whole));
    expect(verdict).toMatchObject({
      status: 'breached',
      mend: { direction: 'raise', counts: ['legalReviewStaff'], by },
    });
  });

  test.each([
    [1, 12],
    [5, 100],
    [1, 20],
  ])('%d legal reviewers of %d staff are enough', (part, whole) => {
    expect(verdictOf(legalReview, value(part, whole))).toMatchObject({ status: 'met', mend: null });
  });

  test('of a recognition rate is fewer cases corrected, not more recognised', () => {
    const [standard] = catalogue.standardsOf('reconsiderationRecognitionRate');
    if (standard === undefined) throw new Error('no standard');
    // R3: 97 of 100 recognised against 50 of 50: 3 fewer corrections in first instance.
    expect(verdictOf(standard, value(97, 100), { metric: value(50, 50) })).toMatchObject({
      status: 'breached',
      gap: fraction(-3n, 100n),
      mend: { direction: 'lower', counts: ['reconsiderationCorrectedInFirstInstance'], by: 3 },
    });
  });

  test('of a published rate is not known: there are no counts to change', () => {
    const outcome: Outcome = {
      known: true,
      basis: 'reported',
      numerator: fraction(1n, 25n),
      denominator: 1,
    };
    expect(verdictOf(legalReview, outcome)).toMatchObject({ status: 'breached', mend: null });
  });
});
