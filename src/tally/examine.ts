import { compare, type Exact, isWhole } from '../exact/exact.ts';
import type { Period } from '../period/period.ts';
import { isOfOthers } from '../validate/table.ts';
import { parseAmount, parseDay } from './cell.ts';
import { type CellOf, holds } from './condition.ts';
import { type CountRule, columnsOf, type Mapping, readColumns } from './mapping.ts';
import { type Covered, type ProblemCode, periodOf } from './tally.ts';

/** The name that is used for the unit of a cell. */
export type UnitName = (text: string) => string;

/**
 * Tells of the text of a unit whether its row is a total, or says something of other rows: as a unit it would count
 * twice here, and `metrics` would not take it for one.
 */
export function rowsOfOthers(unitName: UnitName): (unit: string) => boolean {
  const known = new Map<string, boolean>();
  return (unit) => {
    const before = known.get(unit);
    if (before !== undefined) return before;
    const result = isOfOthers(unitName(unit));
    known.set(unit, result);
    return result;
  };
}

/** What is wrong with a row, and in which column. */
export interface RowProblem {
  readonly code: ProblemCode;
  readonly column: string | null;
}

/** What a row of a ledger says. */
export type Examined =
  | { readonly kind: 'blank' }
  | ({ readonly kind: 'left-out' } & Covered)
  | {
      readonly kind: 'case';
      readonly problems: readonly RowProblem[];
      readonly unit: string;
      /** Null where the row cannot be counted, for want of a unit or a period. */
      readonly period: Period | null;
      /** In the order of the rules. */
      readonly values: readonly Exact[];
    };

/**
 * What makes counts of rows one by one: the meaning of a mapping, to which what is pushed down to an engine
 * has to come out the same.
 */
export function examiner(mapping: Mapping, unitName: UnitName): (cellOf: CellOf) => Examined {
  const columns = columnsOf(mapping);
  const { unit: unitColumn, period: periodColumn, values: known, leftOut, rules } = mapping;
  const { dates, numbers } = readColumns(mapping);
  const sums = [...new Set(rules.flatMap(({ sum }) => sum ?? []))];
  const isOfOthers = rowsOfOthers(unitName);
  const whoAndWhen = (cellOf: CellOf): Covered => {
    const unit = cellOf(unitColumn);
    return {
      unit: unit === '' || isOfOthers(unit) ? null : unit,
      period: periodOf(cellOf(periodColumn.column), periodColumn),
    };
  };

  return (cellOf) => {
    if (columns.every((column) => cellOf(column) === '')) return { kind: 'blank' };
    if (leftOut !== null && holds(leftOut, cellOf))
      return { kind: 'left-out', ...whoAndWhen(cellOf) };
    const problems: RowProblem[] = [];
    const report = (code: ProblemCode, column: string | null): void => {
      problems.push({ code, column });
    };
    const unit = cellOf(unitColumn);
    if (unit === '') report('ledger-blank-unit', unitColumn);
    const isTotal = isOfOthers(unit);
    if (isTotal) report('ledger-total-row', unitColumn);
    const periodText = cellOf(periodColumn.column);
    const period = periodOf(periodText, periodColumn);
    if (period === null) {
      report(
        periodText === '' ? 'ledger-blank-period' : 'ledger-unreadable-period',
        periodColumn.column,
      );
    }
    for (const column of dates) {
      const cell = cellOf(column);
      if (cell !== '' && parseDay(cell) === null) report('ledger-unreadable-date', column);
    }
    for (const column of numbers) {
      const cell = cellOf(column);
      if (cell !== '' && parseAmount(cell) === null) report('ledger-unreadable-number', column);
    }
    for (const [column, values] of known) {
      if (!values.has(cellOf(column))) report('ledger-unknown-value', column);
    }
    const counted = rules.map(({ where }) => where === null || holds(where, cellOf));
    if (!counted.includes(true)) report('ledger-unclassified', null);
    const values = rules.map((rule, index): Exact => {
      if (counted[index] !== true) return 0;
      if (rule.sum === null) return 1;
      const cell = cellOf(rule.sum);
      return sumProblem(cell, rule) === null ? (parseAmount(cell) ?? 0) : 0;
    });
    for (const column of sums) {
      const by = rules.filter(({ sum }, index) => sum === column && counted[index]);
      for (const code of new Set(by.map((rule) => sumProblem(cellOf(column), rule)))) {
        if (code !== null) report(code, column);
      }
    }
    const isPlaced = unit !== '' && !isTotal;
    return { kind: 'case', problems, unit, period: isPlaced ? period : null, values };
  };
}

/**
 * Why a cell is not added to the sum that a count is; null where it is, and where it is no number, which is said of
 * every such cell.
 */
function sumProblem(cell: string, { decimals }: CountRule): ProblemCode | null {
  if (cell === '') return 'ledger-blank-number';
  const amount = parseAmount(cell);
  if (amount === null) return null;
  if (compare(amount, 0) < 0) return 'ledger-negative-number';
  return decimals || isWhole(amount) ? null : 'ledger-fractional-number';
}
