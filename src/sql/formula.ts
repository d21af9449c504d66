import type { Amount, Formula, FormulaOf } from '../formula/formula.ts';

/** Where a formula finds its counts in SQL: doubles that hold whole numbers, or null where they are not reported. */
export interface CountColumns {
  /** Null where the data has no column for a count. */
  count(id: string): string | null;
  /** The same a year earlier. */
  priorYear(id: string): string | null;
}

/** A quotient in SQL. Null is unknown. */
export interface QuotientSql {
  readonly numerator: string;
  /** Null for a plain number. */
  readonly denominator: string | null;
}

/** A formula in SQL, or null for one that a single row does not decide: a mean over parts, a sum with weights. */
export function quotientSql(
  formula: Formula,
  formulaOf: FormulaOf,
  columns: CountColumns,
): QuotientSql | null {
  switch (formula.kind) {
    case 'share':
    case 'ratio': {
      const [top, bottom] =
        formula.kind === 'share'
          ? [formula.part, formula.whole]
          : [formula.numerator, formula.denominator];
      const numerator = amountSql(top, columns);
      const denominator = amountSql(bottom, columns);
      return numerator && denominator ? { numerator, denominator } : null;
    }
    case 'complement': {
      const of = quotientSql(formulaOf(formula.metric), formulaOf, columns);
      if (of === null) return null;
      return { ...of, numerator: `(${of.denominator ?? '1'} - ${of.numerator})` };
    }
    case 'mean':
      return null;
    default: {
      const numerator = amountSql(formula, columns);
      return numerator === null ? null : { numerator, denominator: null };
    }
  }
}

/** An amount whose counts are all known, else null, as the sum and the difference of nulls are. */
export function amountSql(amount: Amount, columns: CountColumns): string | null {
  switch (amount.kind) {
    case 'count':
      return columns.count(amount.count) ?? UNKNOWN;
    case 'priorYear':
      return columns.priorYear(amount.count) ?? UNKNOWN;
    case 'sum': {
      const terms = amount.terms.map((term) => amountSql(term, columns));
      return terms.includes(null) ? null : `(${terms.join(' + ')})`;
    }
    case 'minus': {
      const [from, less] = [amountSql(amount.from, columns), amountSql(amount.less, columns)];
      return from && less && `(${from} - ${less})`;
    }
    case 'weighted':
      return null;
  }
}

const UNKNOWN = 'CAST(NULL AS DOUBLE)';

/**
 * The nearest double of a quotient; null where it is unknown. Whether a part exceeds its whole is not asked: that
 * is for a check of the data. Nothing is added to a zero but its sign taken.
 */
export const valueSql = ({ numerator, denominator }: QuotientSql): string =>
  denominator === null ? numerator : `${numerator} / nullif(${denominator}, 0) + 0`;
