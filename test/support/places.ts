import type { Exact } from '../../src/exact/exact.ts';
import {
  type CountSource,
  type CountValue,
  evaluate,
  type Outcome,
} from '../../src/formula/evaluate.ts';
import {
  complement,
  type Formula,
  meanOver,
  priorYear,
  ratio,
  share,
} from '../../src/formula/formula.ts';

/** What the data holds of one place: counts, published rates, the year before, the months or years inside. */
export interface Place {
  counts?: Record<string, CountValue>;
  reported?: Record<string, Exact>;
  before?: Place;
  parts?: Place[];
}

const sourceOf = ({ counts = {}, reported = {}, before, parts = [] }: Place): CountSource => ({
  count: (id) => counts[id] ?? null,
  priorYear: () => (before === undefined ? null : sourceOf(before)),
  parts: () => parts.map(sourceOf),
  reported: (metric) => reported[metric] ?? null,
});

const formulas: Record<string, Formula> = {
  loss: share('lost', 'brought'),
  recognition: complement('loss'),
  meanLoss: meanOver('year', 'loss'),
  meanRecognition: meanOver('year', 'recognition'),
  growth: ratio('cases', priorYear('cases')),
};

export const formulaOf = (id: string): Formula => {
  const formula = formulas[id];
  if (formula === undefined) throw new Error(`no formula ${id}`);
  return formula;
};

/** A metric's outcome by its name, or that of a formula of no name. */
export const outcomeOf = (formula: Formula | string, place: Place): Outcome =>
  typeof formula === 'string'
    ? evaluate(formula, formulaOf(formula), sourceOf(place), formulaOf)
    : evaluate('metric', formula, sourceOf(place), formulaOf);
