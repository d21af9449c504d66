import type { Amount, Formula, FormulaOf, MeanGrain } from './formula.ts';

/** How the parts of a formula are written: names or names with numbers, in one language. */
export interface FormulaWords {
  count(id: string): string;
  /** The same count one year earlier. */
  priorYear(id: string): string;
  mean(metric: string, over: MeanGrain): string;
}

/** Writes a formula out: "(撤销 18 + 变更 0 + 确认违法 20 + 责令履行 2) ÷ 实际审理 554". */
export function writeFormula(formula: Formula, words: FormulaWords, formulaOf: FormulaOf): string {
  switch (formula.kind) {
    case 'share':
      return `${operand(formula.part, words)} ÷ ${operand(formula.whole, words)}`;
    case 'ratio':
      return `${operand(formula.numerator, words)} ÷ ${operand(formula.denominator, words)}`;
    case 'complement': {
      const of = formulaOf(formula.metric);
      const text = writeFormula(of, words, formulaOf);
      // Division binds tighter than the minus; anything else needs its parentheses.
      return of.kind === 'share' || of.kind === 'ratio' ? `1 − ${text}` : `1 − (${text})`;
    }
    case 'mean':
      return words.mean(formula.metric, formula.over);
    default:
      return writeAmount(formula, words);
  }
}

function writeAmount(amount: Amount, words: FormulaWords): string {
  switch (amount.kind) {
    case 'count':
      return words.count(amount.count);
    case 'priorYear':
      return words.priorYear(amount.count);
    case 'sum':
      return amount.terms.map((term) => operand(term, words)).join(' + ');
    case 'weighted':
      return amount.terms
        .map(({ of, weight }) => `${operand(of, words)}${weight === '1' ? '' : ` × ${weight}`}`)
        .join(' + ');
    case 'minus':
      return `${operand(amount.from, words)} − ${operand(amount.less, words)}`;
  }
}

const operand = (amount: Amount, words: FormulaWords): string => {
  const text = writeAmount(amount, words);
  return amount.kind === 'count' || amount.kind === 'priorYear' ? text : `(${text})`;
};
