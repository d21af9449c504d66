import type { Amount, Formula, FormulaOf } from '../formula/formula.ts';

/** Where a formula finds its counts in SQL: exact whole numbers, or null where they are not reported. */
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
  /** Whether the numerator is a part of the denominator and cannot exceed it. */
  readonly share: boolean;
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
      const share = formula.kind === 'share';
      const [top, bottom] = share
        ? [formula.part, formula.whole]
        : [formula.numerator, formula.denominator];
      const numerator = amountSql(top, columns);
      const denominator = amountSql(bottom, columns);
      return numerator && denominator ? { numerator, denominator, share } : null;
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
      return numerator === null ? null : { numerator, denominator: null, share: false };
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

const UNKNOWN = 'CAST(NULL AS BIGINT)';

/** The nearest double of a quotient of whole numbers below 2^53; null where it is unknown. */
export function valueSql({ numerator, denominator, share }: QuotientSql): string {
  const top = `CAST(${numerator} AS DOUBLE)`;
  if (denominator === null) return top;
  const bounded = share ? ` AND ${numerator} <= ${denominator}` : '';
  return `CASE WHEN ${denominator} <> 0${bounded} THEN ${top} / CAST(${denominator} AS DOUBLE) END`;
}
