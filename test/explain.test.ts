import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, divide, type Exact, quotientValue, subtract } from '../src/exact/exact.ts';
import { type CountSource, evaluate } from '../src/formula/evaluate.ts';
import { type FormulaWords, writeFormula } from '../src/formula/explain.ts';
import {
  type Amount,
  complement,
  count,
  type Formula,
  minus,
  priorYear,
  ratio,
  share,
  sum,
} from '../src/formula/formula.ts';

/**
 * Works out what a person reads, by the rules of school: parentheses, then ÷, then + and − from the left.
 * Everything but numbers, signs and parentheses is a label and does not count.
 */
function worksOutTo(text: string): Exact {
  const tokens = text.match(/\d+|[()+−÷]/g) ?? [];
  let at = 0;
  const operand = (): Exact => {
    const token = tokens[at++];
    if (token !== '(') return BigInt(token ?? '') === 0n ? 0 : Number(token);
    const inner = terms();
    at++;
    return inner;
  };
  const quotients = (): Exact => {
    let value = operand();
    for (; tokens[at] === '÷'; ) {
      at++;
      value = divide(value, operand());
    }
    return value;
  };
  const terms = (): Exact => {
    let value = quotients();
    for (; tokens[at] === '+' || tokens[at] === '−'; ) {
      const combine = tokens[at++] === '+' ? add : subtract;
      value = combine(value, quotients());
    }
    return value;
  };
  const value = terms();
  if (at !== tokens.length) throw new Error(`left over in ${text}`);
  return value;
}

const ids = ['a', 'b', 'c', 'd', 'e'];
const names: Record<string, string> = {
  a: '撤销',
  b: '变更',
  c: '确认违法',
  d: '责令履行',
  e: '实际审理',
};

const numbers = fc.record(
  Object.fromEntries(ids.map((id) => [id, fc.integer({ min: 0, max: 1000 })])),
) as fc.Arbitrary<Record<string, number>>;

const { amount } = fc.letrec<{ amount: Amount }>((tie) => ({
  amount: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...ids).map((id) => count(id)),
    fc.constantFrom(...ids).map((id) => priorYear(id)),
    fc.array(tie('amount'), { minLength: 1, maxLength: 4 }).map((terms) => sum(...terms)),
    fc.tuple(tie('amount'), tie('amount')).map(([from, less]) => minus(from, less)),
  ),
}));

const sourceOf = (now: Record<string, number>, before: Record<string, number>): CountSource => ({
  count: (id) => now[id] ?? null,
  priorYear: () => sourceOf(before, before),
  parts: () => [],
  reported: () => null,
});

const wordsOf = (now: Record<string, number>, before: Record<string, number>): FormulaWords => ({
  count: (id) => `${names[id]} ${now[id]}`,
  priorYear: (id) => `上年同期${names[id]} ${before[id]}`,
  mean: (metric, over) => `mean of ${metric} by ${over}`,
});

function expectExplained(
  formula: Formula,
  of: Formula,
  now: Record<string, number>,
  before: Record<string, number>,
) {
  const outcome = evaluate('metric', formula, sourceOf(now, before), () => of);
  fc.pre(outcome.known);
  const text = writeFormula(formula, wordsOf(now, before), () => of);
  expect(worksOutTo(text), text).toEqual(outcome.known && quotientValue(outcome));
}

describe('what a person works out from the explanation is the value', () => {
  test.each<[string, (left: Amount, right: Amount) => Formula]>([
    ['amounts', (left) => left],
    ['shares', share],
    ['ratios', ratio],
  ])('of %s', (_, make) => {
    fc.assert(
      fc.property(amount, amount, numbers, numbers, (left, right, now, before) => {
        const formula = make(left, right);
        expectExplained(formula, formula, now, before);
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, (left: Amount, right: Amount) => Formula]>([
    ['shares', share],
    ['ratios', ratio],
    ['amounts', (left) => left],
  ])('of complements of %s', (_, make) => {
    fc.assert(
      fc.property(amount, amount, numbers, numbers, (left, right, now, before) => {
        expectExplained(complement('other'), make(left, right), now, before);
      }),
      { numRuns: 500 },
    );
  });

  test('of a complement of a complement: 1 − (1 − 1 ÷ 4) is 1/4', () => {
    const formulas: Record<string, Formula> = { loss: share('a', 'b'), win: complement('loss') };
    const text = writeFormula(
      complement('win'),
      wordsOf({ a: 1, b: 4 }, {}),
      (id) => formulas[id] as Formula,
    );
    expect(worksOutTo(text), text).toEqual(divide(1, 4));
  });
});

describe('the sentence of the seeds', () => {
  const formula = share(sum('a', 'b', 'c', 'd'), 'e');
  // 四（四）22: 18 + 0 + 20 + 2 of 554 cases heard in 2022.
  const now = { a: 18, b: 0, c: 20, d: 2, e: 554 };

  test('with names and numbers', () => {
    expect(writeFormula(formula, wordsOf(now, {}), () => formula)).toBe(
      '(撤销 18 + 变更 0 + 确认违法 20 + 责令履行 2) ÷ 实际审理 554',
    );
  });

  test('with numbers alone', () => {
    const bare = {
      ...wordsOf(now, {}),
      count: (id: string) => String(now[id as keyof typeof now]),
    };
    expect(writeFormula(formula, bare, () => formula)).toBe('(18 + 0 + 20 + 2) ÷ 554');
  });
});
