import type { Catalogue } from '../catalogue/catalogue.ts';
import { ofCatalogue, onceEach } from '../catalogue/once.ts';
import type { Comparison, Standard } from '../catalogue/standard.ts';
import {
  absolute,
  add,
  ceiling,
  compare,
  divide,
  type Exact,
  floor,
  isWhole,
  isZero,
  multiply,
  type Quotient,
  subtract,
} from '../exact/exact.ts';
import type { Outcome } from '../formula/evaluate.ts';
import {
  type Amount,
  type Formula,
  type FormulaOf,
  inputsOf,
  neverExceedsOne,
} from '../formula/formula.ts';

/** What a person or a case more or less would have to change for a standard to be met. */
export interface Mend {
  readonly direction: 'raise' | 'lower';
  /** Counts of which at least one would have to change. */
  readonly counts: readonly string[];
  /** By how much, all else unchanged. */
  readonly by: Exact;
}

/**
 * The smallest change of the numerator's counts, in whole cases or people, that meets the standard. Null where no
 * change of them does, or where it is not for them alone.
 */
export function mendOf(
  { metric, comparison, limit: of }: Standard,
  outcome: Outcome & { known: true },
  limit: Quotient,
  catalogue: Catalogue,
): Mend | null {
  if (outcome.basis === 'reported' || outcome.meanOf !== undefined) return null;
  const formula = catalogue.formulaOf(metric);
  const subject = subjectsOf(catalogue)(metric);
  if (subject === null) return null;
  const { counts, adds } = subject;
  // A limit that is another metric must not move with them.
  if (of.kind === 'metric' && catalogue.inputsOf(of.metric).some((id) => counts.includes(id))) {
    return null;
  }
  const exact = exactNumerator(subject, outcome, limit);
  const needed = exact === null ? null : neededNumerator(comparison, exact);
  if (needed === null || compare(needed, 0) < 0) return null;
  // A part that its whole adds up never exceeds it.
  const isCapped = neverExceedsOne(formula, catalogue.formulaOf) && !subject.inWhole;
  if (isCapped && compare(needed, outcome.denominator) > 0) return null;
  const change = subtract(needed, outcome.numerator);
  const raises = compare(change, 0) > 0;
  return {
    direction: raises === adds ? 'raise' : 'lower',
    counts,
    by: absolute(change),
  };
}

/** The numerator at which the value is the limit itself; null where there is none. */
function exactNumerator(
  { inWhole }: Subject,
  { numerator, denominator }: Quotient,
  limit: Quotient,
): Exact | null {
  if (!inWhole) return divide(multiply(limit.numerator, denominator), limit.denominator);
  // One more of the part is one more of the whole: part ÷ rest is then limit ÷ (1 − limit).
  const rest = subtract(denominator, numerator);
  const others = subtract(limit.denominator, limit.numerator);
  if (isZero(rest) || compare(others, 0) <= 0) return null;
  return divide(multiply(limit.numerator, rest), others);
}

function neededNumerator(comparison: Comparison, exact: Exact): Exact | null {
  switch (comparison) {
    case 'equal':
      return isWhole(exact) ? exact : null;
    case 'at-least':
      return ceiling(exact);
    case 'above':
      return add(floor(exact), 1);
    case 'at-most':
      return floor(exact);
    case 'below':
      return subtract(ceiling(exact), 1);
  }
}

/** What would have to change. */
interface Subject {
  /** The counts that make up a numerator, one by one. */
  readonly counts: readonly string[];
  /** Whether raising them raises it. */
  readonly adds: boolean;
  /** Whether they are counted in the denominator as well, once each. */
  readonly inWhole: boolean;
}

const subjectsOf = ofCatalogue(({ formulaOf }) =>
  onceEach((metric) => subjectOf(formulaOf(metric), formulaOf)),
);

/** Null where one case more of some count does not make the numerator one more, or changes more than that. */
function subjectOf(formula: Formula, formulaOf: FormulaOf): Subject | null {
  switch (formula.kind) {
    case 'share':
      return subjectIn(formula.part, formula.whole);
    case 'ratio':
      return subjectIn(formula.numerator, formula.denominator);
    case 'complement': {
      const of = subjectOf(formulaOf(formula.metric), formulaOf);
      return of === null || of.inWhole ? null : { ...of, adds: !of.adds };
    }
    case 'mean':
      return null;
    default:
      return subjectIn(formula, null);
  }

  function subjectIn(part: Amount, whole: Amount | null): Subject | null {
    const counts = addends(part);
    if (counts === null || new Set(counts).size < counts.length) return null;
    const shared =
      whole === null ? [] : inputsOf(whole, formulaOf).filter((id) => counts.includes(id));
    if (shared.length === 0) return { counts, adds: true, inWhole: false };
    const once = (whole && addends(whole))?.filter((id) => counts.includes(id)) ?? [];
    const inWhole = once.length === counts.length && shared.length === counts.length;
    return inWhole ? { counts, adds: true, inWhole } : null;
  }
}

/** The counts that an amount adds up one by one; null for another amount. */
function addends(amount: Amount): readonly string[] | null {
  if (amount.kind === 'count') return [amount.count];
  if (amount.kind !== 'sum') return null;
  const terms = amount.terms.map(addends);
  return terms.includes(null) ? null : terms.flatMap((ids) => ids ?? []);
}
