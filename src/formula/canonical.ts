import { type FormulaWords, writeFormula } from './explain.ts';
import type { FormulaOf } from './formula.ts';

const IDS: Omit<FormulaWords, 'mean'> = { count: (id) => id, priorYear: (id) => `${id}@-1` };

/**
 * A metric's formula in ids, with the formulas of the metrics that it refers to put in: the same text only for what
 * is computed and checked in the same way.
 */
export function canonicalFormula(metric: string, formulaOf: FormulaOf): string {
  const formula = formulaOf(metric);
  if (formula.kind === 'complement') return `1 − (${canonicalFormula(formula.metric, formulaOf)})`;
  const mean: FormulaWords['mean'] = (id, over) =>
    `mean(${over}, ${canonicalFormula(id, formulaOf)})`;
  const text = writeFormula(formula, { ...IDS, mean }, formulaOf);
  // A share of the same counts would be refused above 1.
  return formula.kind === 'ratio' ? `ratio(${text})` : text;
}
