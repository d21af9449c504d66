import { add, compare, type Exact } from '../exact/exact.ts';
import { ROUNDING_RULES } from '../exact/roundings.ts';
import type { Words } from '../message/words.ts';
import { periodId } from '../period/period.ts';
import { type Feasible, isFeasible, type Numerators, type Smallest } from '../verify/feasible.ts';
import type { Suggestion } from '../verify/suggest.ts';
import type { SumCheck } from '../verify/sums.ts';
import type { Verification } from '../verify/verify.ts';
import { numericCount } from './report.ts';
import { differenceDigits, exactDigits, publishedText } from './verify.ts';
import { remarkOf, suggestionText } from './verify-text.ts';

/** A result as machines read it: the row of JSON, and with fewer fields of CSV. */
export function verifyRow(result: Verification, words: Words) {
  const { figure, kind, matches, finding, flag, sum, feasible, smallest } = result;
  const { unit, period, metric, label, numerator, denominator, published, place } = figure;
  return {
    label: metric === null ? label : words.metric(metric),
    unit: unit === '' ? null : unit,
    period: period && periodId(period),
    metric,
    kind,
    numerator: numerator && numericCount(numerator.value),
    denominator: denominator && numericCount(denominator.value),
    exact: exactDigits(result),
    reported: publishedText(result),
    decimals: published?.decimals ?? null,
    approximate: published?.approximate ?? false,
    matches,
    difference: differenceDigits(result),
    finding,
    flag,
    text: remarkOf(result, words),
    suggestions: result.suggestions.map((guess) => suggestionRow(guess, result, words)),
    feasible: feasible && feasibleRow(feasible),
    smallest: smallest && smallestRow(smallest),
    sum: sum && {
      relation: sum.relation,
      holds: sumHolds(sum),
      excess: sum.excess === null ? null : numericCount(sum.excess),
    },
    file: place.file,
    line: place.line ?? null,
    column: place.column ?? null,
  };
}

/** Null where it is not known, also because the numbers are rounded themselves. */
const sumHolds = ({ excess, finding }: SumCheck): boolean | null =>
  excess === null || finding === 'rounded-counts' ? null : finding === 'sum-holds';

function suggestionRow(guess: Suggestion, result: Verification, words: Words) {
  const { kind, rate, matches, other, slip } = guess;
  return {
    kind,
    text: suggestionText(guess, result, words),
    exact: rate && exactDigits({ ...result, exact: rate }),
    matches,
    ...(other !== null && {
      label: other.count === null ? other.label : words.count(other.count),
      denominator: numericCount(other.value),
    }),
    ...(slip !== null && slip),
  };
}

/** How many numerators are listed one by one. */
const LISTED = 5;

const feasibleRow = (feasible: Feasible) => ({
  possible: isFeasible(feasible),
  numerators: Object.fromEntries(
    ROUNDING_RULES.map((rule) => {
      const found = feasible[rule];
      return [rule, { count: numericCount(found?.count ?? 0), first: listed(found) }];
    }),
  ),
});

function listed(numerators: Numerators | null): (number | string)[] {
  const first: (number | string)[] = [];
  if (numerators === null) return first;
  let value: Exact = numerators.least;
  while (first.length < LISTED && compare(value, numerators.most) <= 0) {
    first.push(numericCount(value));
    value = add(value, 1);
  }
  return first;
}

const smallestRow = (smallest: Smallest) =>
  Object.fromEntries(
    ROUNDING_RULES.map((rule) => {
      const found = smallest[rule];
      return [rule, found && `${found.numerator}/${found.denominator}`];
    }),
  );
