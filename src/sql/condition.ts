import { DAY, DAY_PARTS, NUMBER } from '../tally/cell.ts';
import type { Condition, Test } from '../tally/mapping.ts';
import type { Dialect } from './dialect.ts';

/** A condition in SQL: true or false, never null. `test` writes the conditions on single cells. */
export function conditionSql(condition: Condition, test: (test: Test) => string): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.of.map((each) => conditionSql(each, test)).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `(NOT ${conditionSql(condition.of, test)})`;
    default:
      return test(condition);
  }
}

/** A condition on one cell in SQL, true or false. `cell` is the text of the cell as the file has it, or null. */
export function testSql(test: Test, cell: string, dialect: Dialect): string {
  const { text, isPresent } = dialect;
  const trimmed = `coalesce(${dialect.trimmed(cell)}, '')`;
  switch (test.kind) {
    case 'equals':
      return `(${trimmed} = ${text(test.value)})`;
    case 'in':
      return `(${trimmed} IN (${test.values.map(text).join(', ')}))`;
    case 'present':
      return `(${isPresent(cell)})`;
    case 'absent':
      return `(NOT (${isPresent(cell)}))`;
    case 'dates':
      return isWithin(dateSql(cell, dialect), test, (day) => dateSql(text(day), dialect));
    case 'numbers':
      return isWithin(numberSql(cell, dialect), test, (number) => numberSql(text(number), dialect));
  }
}

function isWithin(
  value: string,
  { from, until }: { readonly from?: string; readonly until?: string },
  limit: (text: string) => string,
): string {
  const ends = [
    ...(from === undefined ? [] : [`${value} >= ${limit(from)}`]),
    ...(until === undefined ? [] : [`${value} <= ${limit(until)}`]),
  ];
  return `coalesce(${ends.length === 0 ? `${value} IS NOT NULL` : ends.join(' AND ')}, false)`;
}

/** The day of a cell as a date, or null: what `parseDay` is in the core. */
export function dateSql(cell: string, dialect: Dialect): string {
  const trimmed = dialect.trimmed(cell);
  const part = (group: number): string => dialect.part(trimmed, DAY_PARTS, group);
  const day = `${part(1)} || '-' || ${part(2)} || '-' || ${part(3)}`;
  return `CASE WHEN ${dialect.matches(trimmed, DAY)} THEN ${dialect.date(day)} END`;
}

/** The number of a cell as an exact decimal, or null: what `parseAmount` is in the core. */
export function numberSql(cell: string, dialect: Dialect): string {
  const trimmed = dialect.trimmed(cell);
  const number = dialect.decimal(dialect.ungrouped(trimmed));
  return `CASE WHEN ${dialect.matches(trimmed, NUMBER)} THEN ${number} END`;
}
