import { compare, type Exact } from '../exact/exact.ts';
import { parseAmount, parseDay } from './cell.ts';
import type { Condition, Test } from './mapping.ts';

/** Gives the cell of a column, without the white space around it. */
export type CellOf = (column: string) => string;

/** Whether a row meets a condition. */
export function holds(condition: Condition, cellOf: CellOf): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.of.every((each) => holds(each, cellOf));
    case 'or':
      return condition.of.some((each) => holds(each, cellOf));
    case 'not':
      return !holds(condition.of, cellOf);
    default:
      return meets(condition, cellOf(condition.column));
  }
}

function meets(test: Test, cell: string): boolean {
  switch (test.kind) {
    case 'equals':
      return cell === test.value;
    case 'in':
      return test.values.includes(cell);
    case 'present':
      return cell !== '';
    case 'absent':
      return cell === '';
    case 'dates':
      return isWithin(parseDay(cell), test.from, test.until, parseDay);
    case 'numbers':
      return isWithin(parseAmount(cell), test.from, test.until, parseAmount);
  }
}

function isWithin(
  value: Exact | null,
  from: string | undefined,
  until: string | undefined,
  parse: (text: string) => Exact | null,
): boolean {
  const isBeyond = (limit: string | undefined, direction: 1 | -1): boolean => {
    const end = limit === undefined ? null : parse(limit);
    return end !== null && value !== null && direction * compare(value, end) > 0;
  };
  return value !== null && !isBeyond(from, -1) && !isBeyond(until, 1);
}
