import { columnsOf, type Mapping, readColumns, type Test, testsIn } from '../tally/mapping.ts';
import { conditionSql, dateSql, numberSql, testSql } from './condition.ts';
import type { Dialect } from './dialect.ts';

/** One thing that is asked of a row. */
export interface RowColumn {
  readonly name: string;
  readonly sql: string;
}

/** What a group of rows has in common, column by column, and what else is to be known of a mapping. */
export interface RowShape {
  /** Names in SQL of what `rows` asks. */
  value(column: string): string;
  test(test: Test): string;
  badDate(column: string): string;
  badNumber(column: string): string;
  noNumber(column: string): string;
  negative(column: string): string;
  fraction(column: string): string;
  sum(column: string): string;
  /** The columns that are added up, and those that are read as days and as numbers. */
  readonly sums: readonly string[];
  /** Those of the first that are added to a count without decimals. */
  readonly wholeSums: readonly string[];
  readonly dates: readonly string[];
  readonly numbers: readonly string[];
  /** What is asked of each row of a table whose columns are those of `cellName`. */
  rows(isDate: (column: string) => boolean): readonly RowColumn[];
  sumOf(column: string, isDate: (column: string) => boolean): string;
}

/** The name under which a table has to give the column of a mapping. */
export const cellName = (mapping: Mapping, column: string): string =>
  `"cell ${columnsOf(mapping).indexOf(column)}"`;

/**
 * What is asked of each row. Columns with few values tell groups apart and are tested in the groups, which
 * takes next to no time; everything else is tested row by row.
 */
export function rowShape(mapping: Mapping, dialect: Dialect): RowShape {
  const columns = columnsOf(mapping);
  const { dates, numbers } = readColumns(mapping);
  const sumsOf = (rules: Mapping['rules']): string[] => [
    ...new Set(rules.flatMap(({ sum }) => sum ?? [])),
  ];
  const sums = sumsOf(mapping.rules);
  const wholeSums = sumsOf(mapping.rules.filter(({ decimals }) => !decimals));
  const categories = categoriesOf(mapping);
  const named =
    (what: string) =>
    (column: string): string =>
      `"${what} ${columns.indexOf(column)}"`;
  const value = named('value');
  const [badDate, badNumber, noNumber] = [
    named('bad date'),
    named('bad number'),
    named('no number'),
  ];
  const [negative, fraction, sum] = [named('negative'), named('fraction'), named('sum')];
  const rowTests = new Map(
    testsIn(mapping)
      .filter(({ column }) => !categories.includes(column))
      .map((test) => [JSON.stringify(test), test]),
  );
  const keys = [...rowTests.keys()];
  const cell = (column: string, isDate: (column: string) => boolean): string => {
    const name = cellName(mapping, column);
    return isDate(column) ? dialect.asText(name) : name;
  };
  return {
    value,
    badDate,
    badNumber,
    noNumber,
    negative,
    fraction,
    sum,
    sums,
    wholeSums,
    dates,
    numbers,
    test: (test) =>
      categories.includes(test.column)
        ? testSql(test, value(test.column), dialect)
        : `"test ${keys.indexOf(JSON.stringify(test))}"`,
    sumOf: (column, isDate) => dialect.sum(numberSql(cell(column, isDate), dialect)),
    rows(isDate) {
      const text = (column: string): string => cell(column, isDate);
      const isAbsent = (column: string): string => `NOT (${dialect.isPresent(text(column))})`;
      const isBad = (column: string, parsed: string): string =>
        `(${dialect.isPresent(text(column))}) AND (${parsed}) IS NULL`;
      const others = columns.filter((each) => each !== mapping.unit).map(isAbsent);
      // The unit is nearly always there; a case, unlike a conjunction, then looks at nothing else.
      const isBlank = `CASE WHEN ${dialect.isPresent(text(mapping.unit))} THEN false ELSE ${others.join(' AND ')} END`;
      return [
        { name: '"unit"', sql: text(mapping.unit) },
        { name: '"period"', sql: periodSql(mapping, isDate, dialect) },
        { name: '"blank"', sql: isBlank },
        ...categories.map((each) => ({ name: value(each), sql: text(each) })),
        ...[...rowTests.values()].map((each) => ({
          name: `"test ${keys.indexOf(JSON.stringify(each))}"`,
          sql: testSql(each, text(each.column), dialect),
        })),
        ...dates.map((each) => ({
          name: badDate(each),
          sql: isBad(each, dateSql(text(each), dialect)),
        })),
        ...numbers.map((each) => ({
          name: badNumber(each),
          sql: isBad(each, numberSql(text(each), dialect)),
        })),
        ...sums.map((each) => ({ name: noNumber(each), sql: isAbsent(each) })),
        ...sums.map((each) => ({
          name: negative(each),
          sql: `coalesce((${numberSql(text(each), dialect)}) < 0, false)`,
        })),
        ...wholeSums.map((each) => {
          const number = `(${numberSql(text(each), dialect)})`;
          const sql = `coalesce(${number} > 0 AND ${number} <> floor(${number}), false)`;
          return { name: fraction(each), sql };
        }),
      ];
    },
  };
}

/** Whether a row is left out, asked of the row itself: true or false. */
export function leftOutSql(
  mapping: Mapping,
  isDate: (column: string) => boolean,
  dialect: Dialect,
): string {
  if (mapping.leftOut === null) return 'false';
  return conditionSql(mapping.leftOut, (test) => {
    const name = cellName(mapping, test.column);
    return testSql(test, isDate(test.column) ? dialect.asText(name) : name, dialect);
  });
}

/** The columns whose values tell groups apart. */
function categoriesOf(mapping: Mapping): string[] {
  const compared = testsIn(mapping).filter(({ kind }) => kind === 'equals' || kind === 'in');
  return [...new Set([...mapping.values.keys(), ...compared.map(({ column }) => column)])];
}

/**
 * The month of a day as `2024-03`, an empty text for a blank cell and `?` for one that is no day; or the text of
 * a period as it is.
 */
function periodSql(
  mapping: Mapping,
  isDate: (column: string) => boolean,
  dialect: Dialect,
): string {
  const { column, holds } = mapping.period;
  const cell = cellName(mapping, column);
  if (holds === 'period') return isDate(column) ? dialect.asText(cell) : cell;
  if (isDate(column)) return `coalesce(${dialect.month(cell)}, '')`;
  const other = `coalesce(${dialect.month(dateSql(cell, dialect))}, CASE WHEN ${dialect.isPresent(cell)} THEN '?' ELSE '' END)`;
  return `CASE WHEN ${dialect.isPlainDay(cell)} THEN ${dialect.first(cell, 7)} ELSE ${other} END`;
}
