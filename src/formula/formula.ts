/**
 * A metric's formula as data. Evaluation, explanation, the list of inputs and the data checks are
 * folds over these few operators; a new operator needs a new arm in every one of them.
 */

export interface CountOf<C extends string = string> {
  readonly kind: 'count';
  readonly count: C;
}

export interface SumOf<C extends string = string> {
  readonly kind: 'sum';
  readonly terms: readonly Amount<C>[];
}

export interface MinusOf<C extends string = string> {
  readonly kind: 'minus';
  readonly from: Amount<C>;
  readonly less: Amount<C>;
}

/** The same count one year earlier. */
export interface PriorYearOf<C extends string = string> {
  readonly kind: 'priorYear';
  readonly count: C;
}

/** A sum whose terms count in part: 满意 + 基本满意 × 0.6. */
export interface WeightedOf<C extends string = string> {
  readonly kind: 'weighted';
  readonly terms: readonly WeightedTerm<C>[];
}

export interface WeightedTerm<C extends string = string> {
  readonly of: Amount<C>;
  /** A decimal, exactly as written, not negative. */
  readonly weight: string;
}

/** What can be counted: whole cases, people, hours. */
export type Amount<C extends string = string> =
  | CountOf<C>
  | SumOf<C>
  | MinusOf<C>
  | PriorYearOf<C>
  | WeightedOf<C>;

/** A part of a whole: 0..1, and data in which the part exceeds the whole is wrong. */
export interface ShareOf<C extends string = string> {
  readonly kind: 'share';
  readonly part: Amount<C>;
  readonly whole: Amount<C>;
}

/** One amount over another of a different cohort or kind: it may exceed 1. */
export interface RatioOf<C extends string = string> {
  readonly kind: 'ratio';
  readonly numerator: Amount<C>;
  readonly denominator: Amount<C>;
}

/** 1 minus another metric, computed as (whole − part) / whole. */
export interface ComplementOf {
  readonly kind: 'complement';
  readonly metric: string;
}

/** The grains over which a source averages rates. */
export type MeanGrain = 'month' | 'year';

/** The arithmetic mean of another metric's rates over the months or years of a group. */
export interface MeanOf {
  readonly kind: 'mean';
  readonly metric: string;
  readonly over: MeanGrain;
}

/** Whether a formula is a plain number and no rate. */
export const isAmount = (formula: Formula): formula is Amount =>
  formula.kind === 'count' ||
  formula.kind === 'sum' ||
  formula.kind === 'minus' ||
  formula.kind === 'priorYear' ||
  formula.kind === 'weighted';

export type Formula<C extends string = string> =
  | Amount<C>
  | ShareOf<C>
  | RatioOf<C>
  | ComplementOf
  | MeanOf;

/** Where a formula takes an amount, the id of a count stands for that count. */
export type Operand<C extends string> = C | Amount<C>;

const amount = <C extends string>(operand: Operand<C>): Amount<C> =>
  typeof operand === 'string' ? { kind: 'count', count: operand } : operand;

export const count = <C extends string>(id: C): CountOf<C> => ({ kind: 'count', count: id });

export const sum = <C extends string>(...terms: readonly Operand<C>[]): SumOf<C> => ({
  kind: 'sum',
  terms: terms.map(amount),
});

export const minus = <C extends string>(from: Operand<C>, less: Operand<C>): MinusOf<C> => ({
  kind: 'minus',
  from: amount(from),
  less: amount(less),
});

export const priorYear = <C extends string>(id: C): PriorYearOf<C> => ({
  kind: 'priorYear',
  count: id,
});

/** Terms with their weights, as [count, weight]. */
export const weighted = <C extends string>(
  ...terms: readonly (readonly [of: Operand<C>, weight: string])[]
): WeightedOf<C> => ({
  kind: 'weighted',
  terms: terms.map(([of, weight]) => ({ of: amount(of), weight })),
});

export const share = <C extends string>(part: Operand<C>, whole: Operand<C>): ShareOf<C> => ({
  kind: 'share',
  part: amount(part),
  whole: amount(whole),
});

export const ratio = <C extends string>(
  numerator: Operand<C>,
  denominator: Operand<C>,
): RatioOf<C> => ({
  kind: 'ratio',
  numerator: amount(numerator),
  denominator: amount(denominator),
});

export const complement = (metric: string): ComplementOf => ({ kind: 'complement', metric });

export const meanOver = (over: MeanGrain, metric: string): MeanOf => ({
  kind: 'mean',
  metric,
  over,
});

/** Finds the formula of the metric that another formula refers to. Throws when there is none. */
export type FormulaOf = (metric: string) => Formula;

/** A count in a formula, of its own period or of the year before. */
export interface Term {
  readonly count: string;
  readonly earlier: boolean;
}

/**
 * The amounts that a formula holds against each other, each as its counts: numerator and denominator, what is
 * subtracted and what from. A place of which one of them says nothing at all adds nothing to the others either.
 */
export function sidesOf(formula: Formula, formulaOf: FormulaOf): readonly (readonly Term[])[] {
  switch (formula.kind) {
    case 'count':
    case 'priorYear':
      return [[{ count: formula.count, earlier: formula.kind === 'priorYear' }]];
    case 'sum':
      return [formula.terms.flatMap((term) => sidesOf(term, formulaOf).flat())];
    case 'weighted':
      return [formula.terms.flatMap(({ of }) => sidesOf(of, formulaOf).flat())];
    case 'minus':
      return [formula.from, formula.less].flatMap((side) => sidesOf(side, formulaOf));
    case 'share':
      return [formula.part, formula.whole].flatMap((side) => sidesOf(side, formulaOf));
    case 'ratio':
      return [formula.numerator, formula.denominator].flatMap((side) => sidesOf(side, formulaOf));
    case 'complement':
    case 'mean':
      return sidesOf(formulaOf(formula.metric), formulaOf);
  }
}

/** Whether sides of a formula look back to the year before. */
export const lookBack = (sides: readonly (readonly Term[])[]): boolean =>
  sides.some((side) => side.some(({ earlier }) => earlier));

/** The counts that a formula needs, in the order in which it names them, each once. */
export const inputsOf = (formula: Formula, formulaOf: FormulaOf): readonly string[] => [
  ...new Set(
    sidesOf(formula, formulaOf)
      .flat()
      .map(({ count }) => count),
  ),
];

/**
 * Whether a formula never gives more than 1: a share, what is left of 1, or a mean of either. `formulaOf` may know
 * nothing of a metric, or lead round in a circle, where a configuration is still to be checked.
 */
export function neverExceedsOne(
  formula: Formula,
  formulaOf: (metric: string) => Formula | undefined,
  seen: readonly string[] = [],
): boolean {
  if (formula.kind !== 'mean') return formula.kind === 'share' || formula.kind === 'complement';
  const of = seen.includes(formula.metric) ? undefined : formulaOf(formula.metric);
  return of !== undefined && neverExceedsOne(of, formulaOf, [...seen, formula.metric]);
}
