import { parseDecimal } from '../exact/decimal.ts';
import {
  add,
  compare,
  type Exact,
  isZero,
  multiply,
  type Quotient,
  quotientValue,
  subtract,
} from '../exact/exact.ts';
import { type Amount, type Formula, type FormulaOf, inputsOf, type MeanGrain } from './formula.ts';

/** What a cell or a group says of a count: a quantity, nothing (not reported), or that it does not apply. */
export type CountValue = Exact | null | 'not-applicable';

/** Where a formula finds its numbers: one unit and period, or a group of them. */
export interface CountSource {
  count(id: string): CountValue;
  /** The same place one year earlier, or null when the data holds nothing there. */
  priorYear(): CountSource | null;
  /** The months or years inside this place that the data holds, in order. */
  parts(grain: MeanGrain): readonly CountSource[];
  /** The rate as published for this place, or that none applies, when the data states it instead of counts. */
  reported(metric: string): CountValue;
}

/** Why there is no value. Never 0, NaN or an empty text in its place. */
export type Reason =
  | {
      readonly code: 'missing-input';
      readonly counts: readonly string[];
      /** Counts of the year before that are missing as well; absent for none. */
      readonly priorYear?: readonly string[];
    }
  | {
      readonly code: 'zero-denominator';
      readonly counts: readonly string[];
      readonly numerator: Exact;
    }
  | { readonly code: 'not-applicable'; readonly counts: readonly string[] }
  | { readonly code: 'part-exceeds-whole'; readonly counts: readonly string[] }
  | { readonly code: 'no-prior-year'; readonly counts: readonly string[] }
  | { readonly code: 'no-parts'; readonly over: MeanGrain }
  | { readonly code: 'mixed-basis' };

/** Counts recomputed, a rate taken as published, or a mean of several rates of one of these kinds. */
export type Basis = 'recomputed' | 'reported';

export type Outcome =
  | ({ readonly known: true; readonly basis: Basis; readonly meanOf?: number } & Quotient)
  | { readonly known: false; readonly reason: Reason };

const unknown = (reason: Reason): Outcome => ({ known: false, reason });

/**
 * The exact value of a metric's formula, or the reason why there is none. Where counts are missing and
 * a published rate stands in the data, the outcome is that rate with the basis `reported`, or that none applies.
 */
export function evaluate(
  metric: string,
  formula: Formula,
  source: CountSource,
  formulaOf: FormulaOf,
): Outcome {
  const recomputed = recompute(formula, source, formulaOf);
  if (recomputed.known || !STANDS_IN_FOR.has(recomputed.reason.code)) return recomputed;
  const reported = source.reported(metric);
  if (reported === null) return recomputed;
  if (reported === 'not-applicable') {
    return unknown({ code: 'not-applicable', counts: inputsOf(formula, formulaOf) });
  }
  return { known: true, basis: 'reported', numerator: reported, denominator: 1 };
}

/** A published rate serves where counts are missing, never where the counts themselves say something is wrong. */
const STANDS_IN_FOR: ReadonlySet<Reason['code']> = new Set([
  'missing-input',
  'not-applicable',
  'no-prior-year',
  'no-parts',
]);

function recompute(formula: Formula, source: CountSource, formulaOf: FormulaOf): Outcome {
  switch (formula.kind) {
    case 'share':
      return quotient(formula, formula.part, formula.whole, source, formulaOf);
    case 'ratio':
      return quotient(formula, formula.numerator, formula.denominator, source, formulaOf);
    case 'complement': {
      const of = evaluate(formula.metric, formulaOf(formula.metric), source, formulaOf);
      if (!of.known) return of;
      return { ...of, numerator: subtract(of.denominator, of.numerator) };
    }
    case 'mean':
      return mean(formula.metric, formula.over, source, formulaOf);
    default: {
      const value = amountOf(formula, source);
      if (value === null) return unknown(whyNot([formula], source));
      return { known: true, basis: 'recomputed', numerator: value, denominator: 1 };
    }
  }
}

function quotient(
  formula: Formula,
  top: Amount,
  bottom: Amount,
  source: CountSource,
  formulaOf: FormulaOf,
): Outcome {
  const numerator = amountOf(top, source);
  const denominator = amountOf(bottom, source);
  if (numerator === null || denominator === null) {
    return unknown(whyNot([top, bottom], source));
  }
  if (isZero(denominator)) {
    return unknown({ code: 'zero-denominator', counts: inputsOf(bottom, formulaOf), numerator });
  }
  if (formula.kind === 'share' && compare(numerator, denominator) > 0) {
    return unknown({ code: 'part-exceeds-whole', counts: inputsOf(formula, formulaOf) });
  }
  return { known: true, basis: 'recomputed', numerator, denominator };
}

/** An amount whose counts are all known, else null. */
function amountOf(amount: Amount, source: CountSource): Exact | null {
  switch (amount.kind) {
    case 'count':
      return known(source.count(amount.count));
    case 'priorYear':
      return known(source.priorYear()?.count(amount.count) ?? null);
    case 'sum': {
      let total: Exact = 0;
      for (const term of amount.terms) {
        const value = amountOf(term, source);
        if (value === null) return null;
        total = add(total, value);
      }
      return total;
    }
    case 'weighted': {
      let total: Exact = 0;
      for (const { of, weight } of amount.terms) {
        const value = amountOf(of, source);
        if (value === null) return null;
        total = add(total, multiply(value, weightOf(weight)));
      }
      return total;
    }
    case 'minus': {
      const [from, less] = [amountOf(amount.from, source), amountOf(amount.less, source)];
      return from === null || less === null ? null : subtract(from, less);
    }
  }
}

/** The exact weight of a term. Throws an Error on a text that is no decimal. */
export function weightOf(text: string): Exact {
  const weight = parseDecimal(text);
  if (weight === null) throw new Error(`'${text}' is no decimal to weigh with`);
  return weight;
}

const known = (value: CountValue): Exact | null => (value === 'not-applicable' ? null : value);

/** Names the counts that keep the amounts from being known. */
function whyNot(amounts: readonly Amount[], source: CountSource): Reason {
  const missing: string[] = [];
  const notApplicable: string[] = [];
  const withoutPriorYear: string[] = [];
  const visit = (amount: Amount): void => {
    if (amount.kind === 'sum') amount.terms.forEach(visit);
    else if (amount.kind === 'weighted') for (const { of } of amount.terms) visit(of);
    else if (amount.kind === 'minus') [amount.from, amount.less].forEach(visit);
    else if (amount.kind === 'priorYear') {
      const value = source.priorYear()?.count(amount.count) ?? null;
      if (value === null) withoutPriorYear.push(amount.count);
      else if (value === 'not-applicable') notApplicable.push(amount.count);
    } else {
      const value = source.count(amount.count);
      if (value === null) missing.push(amount.count);
      else if (value === 'not-applicable') notApplicable.push(amount.count);
    }
  };
  amounts.forEach(visit);
  if (missing.length > 0) return missingInput(missing, withoutPriorYear);
  if (notApplicable.length > 0)
    return { code: 'not-applicable', counts: [...new Set(notApplicable)] };
  return { code: 'no-prior-year', counts: withoutPriorYear };
}

const missingInput = (counts: readonly string[], priorYear: readonly string[]): Reason => ({
  code: 'missing-input',
  counts: [...new Set(counts)],
  ...(priorYear.length > 0 && { priorYear: [...new Set(priorYear)] }),
});

/** Adds the rates themselves, exactly, and divides by how many there are. */
function mean(metric: string, over: MeanGrain, source: CountSource, formulaOf: FormulaOf): Outcome {
  const parts = source.parts(over);
  if (parts.length === 0) return unknown({ code: 'no-parts', over });
  const formula = formulaOf(metric);
  let total: Exact = 0;
  let basis: Basis | undefined;
  const unknowns: Reason[] = [];
  for (const part of parts) {
    const outcome = evaluate(metric, formula, part, formulaOf);
    if (!outcome.known) {
      unknowns.push(outcome.reason);
      continue;
    }
    if (unknowns.length > 0) continue;
    if (basis !== undefined && basis !== outcome.basis) return unknown({ code: 'mixed-basis' });
    basis = outcome.basis;
    total = add(total, quotientValue(outcome));
  }
  const [first] = unknowns;
  if (first !== undefined) return unknown(missingTogether(first, unknowns));
  return {
    known: true,
    basis: basis ?? 'recomputed',
    numerator: total,
    denominator: parts.length,
    meanOf: parts.length,
  };
}

/** What several parts miss, as one reason; the first of them where that is not for missing counts. */
function missingTogether(first: Reason, reasons: readonly Reason[]): Reason {
  if (first.code !== 'missing-input') return first;
  const missing = reasons.flatMap((each) => (each.code === 'missing-input' ? each : []));
  return missingInput(
    missing.flatMap(({ counts }) => counts),
    missing.flatMap(({ priorYear = [] }) => priorYear),
  );
}
