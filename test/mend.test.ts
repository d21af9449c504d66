import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison } from '../src/catalogue/standard.ts';
import { fraction } from '../src/exact/exact.ts';
import type { Outcome } from '../src/formula/evaluate.ts';
import { standardOf, value, verdictOf } from './support/judging.ts';
import { catalogue } from './support/sheets.ts';

describe('the mend is the least that helps', () => {
  const limit = fc.integer({ min: 0, max: 150 }).map((hundredths) => (hundredths / 100).toFixed(2));
  const comparison = fc.constantFrom<Comparison>('at-least', 'above', 'at-most', 'below', 'equal');

  /** Metrics of each kind: what a number of cases and another number make, and how many cases there can be. */
  const KINDS: Record<string, [metric: string, of: (cases: number, other: number) => Outcome]> = {
    'a part of a whole': ['legalReviewStaffShare', (part, whole) => value(part, whole)],
    'a part that the whole adds up': [
      'petitionAcceptanceShare',
      (part, others) => value(part, part + others),
    ],
    'cases over others': ['relitigationRatio', (cases, others) => value(cases, others)],
    'what a part leaves of a whole': [
      'reconsiderationRecognitionRate',
      (part, whole) => value(whole - part, whole),
    ],
  };
  const MOST = 4000;

  test.each(Object.keys(KINDS))('of %s, as trying each number of cases finds it', (kind) => {
    const [metric, of] = KINDS[kind] as (typeof KINDS)[string];
    const isPart = kind === 'a part of a whole' || kind === 'what a part leaves of a whole';
    const seen = { mended: 0, none: 0 };
    fc.assert(
      fc.property(
        comparison,
        limit,
        fc.nat(30),
        fc.integer({ min: 1, max: 30 }),
        (wanted, text, cases, other) => {
          fc.pre(!isPart || cases <= other);
          const standard = standardOf(wanted, text, { metric });
          const { status, mend } = verdictOf(standard, of(cases, other));
          fc.pre(status === 'breached');
          const most = isPart ? other : MOST;
          let least: number | null = null;
          for (let tried = 0; tried <= most; tried++) {
            const distance = Math.abs(tried - cases);
            if (least !== null && distance >= Math.abs(least)) continue;
            if (verdictOf(standard, of(tried, other)).status === 'met') least = tried - cases;
          }
          seen[least === null ? 'none' : 'mended']++;
          const found = mend && Number(mend.by) * (mend.direction === 'raise' ? 1 : -1);
          expect(found).toBe(least);
        },
      ),
      { numRuns: 200 },
    );
    expect(seen.mended).toBeGreaterThan(20);
    // All but a plain ratio have limits that no number of cases reaches.
    expect(seen.none).toBeGreaterThan(0);
  });

  test('is none where a case more changes something else as well', () => {
    // The limit is another metric, of the same count.
    const standard = standardOf('at-least', '', {
      metric: 'relitigationRatio',
      limit: { kind: 'metric', metric: 'relitigationRatio' },
    });
    expect(verdictOf(standard, value(1, 4), { metric: value(1, 2) })).toMatchObject({
      status: 'breached',
      mend: null,
    });
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
