import type { Mapping } from '../tally/mapping.ts';
import type { ProblemCode } from '../tally/tally.ts';
import { conditionSql, testSql } from './condition.ts';
import type { Dialect } from './dialect.ts';
import { type RowShape, rowShape } from './rows.ts';

/** What an engine is asked, to make counts of a ledger. */
export interface TallyStatements {
  /**
   * The rows of a table as groups of rows of which all that the mapping asks is the same, with their number and
   * sums. The columns of the table are named by `cellName` and are texts, or dates where `isDate` says so.
   */
  groups(table: string, isDate: (column: string) => boolean): string;
  /** Of a table of such groups: unit, period, number of rows, and the value of each rule, numbers as texts. */
  counts(groups: string): string;
  /** Of the same: each unit and period of rows that are left out. */
  covered(groups: string): string;
  /** Of the same: rows that are not blank, rows left out, then the rows of each of `problems`. */
  summary(groups: string): string;
  readonly problems: readonly {
    readonly code: ProblemCode;
    readonly column: string | null;
  }[];
}

/**
 * A mapping as SQL. The groups are made in one pass over the rows; those of several files or machines can be
 * put together and come out as those of one.
 */
export function tallyStatements(mapping: Mapping, dialect: Dialect): TallyStatements {
  const { leftOut, rules } = mapping;
  const shape = rowShape(mapping, dialect);
  const met = (condition: Mapping['leftOut']): string =>
    condition === null ? 'true' : conditionSql(condition, shape.test);
  const isLeftOut = leftOut === null ? 'false' : met(leftOut);
  const isCase = `NOT "blank" AND NOT ${isLeftOut}`;
  const rowsWhere = (condition: string): string =>
    dialect.asText(`coalesce(${dialect.sum(`CASE WHEN ${condition} THEN "rows" ELSE 0 END`)}, 0)`);
  const problems = problemsOf(mapping, shape, met, dialect);

  return {
    problems,
    groups(table, isDate) {
      const rows = shape.rows(isDate);
      const columns = [
        ...rows.map(({ name, sql }) => `${sql} AS ${name}`),
        'count(*) AS "rows"',
        ...shape.sums.map((each) => `${shape.sumOf(each, isDate)} AS ${shape.sum(each)}`),
      ];
      const keys = rows.map((_, index) => index + 1);
      return `SELECT ${columns.join(', ')} FROM ${table} GROUP BY ${keys.join(', ')}`;
    },
    counts(groups) {
      const values = rules.map(({ where, sum, decimals }) => {
        const amount = sum === null ? '"rows"' : `coalesce(${shape.sum(sum)}, 0)`;
        const isAdded = [
          met(where),
          ...(sum === null ? [] : [`NOT ${shape.negative(sum)}`]),
          ...(sum === null || decimals ? [] : [`NOT ${shape.fraction(sum)}`]),
        ].join(' AND ');
        return dialect.asText(dialect.sum(`CASE WHEN ${isAdded} THEN ${amount} ELSE 0 END`));
      });
      const columns = ['"unit"', '"period"', dialect.asText(dialect.sum('"rows"')), ...values];
      return `SELECT ${columns.join(', ')} FROM ${groups} WHERE ${isCase} GROUP BY "unit", "period"`;
    },
    covered: (groups) =>
      `SELECT DISTINCT "unit", "period" FROM ${groups} WHERE NOT "blank" AND ${isLeftOut}`,
    summary(groups) {
      const columns = [
        rowsWhere('NOT "blank"'),
        rowsWhere(`NOT "blank" AND ${isLeftOut}`),
        ...problems.map(({ rows }) => rowsWhere(`${isCase} AND ${rows}`)),
      ];
      return `SELECT ${columns.join(', ')} FROM ${groups}`;
    },
  };
}

/** The problems that a group of rows can have in common, with the condition in SQL that it has them. */
function problemsOf(
  { values, rules }: Mapping,
  shape: RowShape,
  met: (condition: Mapping['leftOut']) => string,
  dialect: Dialect,
) {
  const isCounted = (by: Mapping['rules']): string =>
    `(${by.map(({ where }) => met(where)).join(' OR ')})`;
  return [
    ...shape.dates.map((column) => ({
      code: 'ledger-unreadable-date' as const,
      column,
      rows: shape.badDate(column),
    })),
    ...shape.numbers.map((column) => ({
      code: 'ledger-unreadable-number' as const,
      column,
      rows: shape.badNumber(column),
    })),
    ...[...values].map(([column, known]) => ({
      code: 'ledger-unknown-value' as const,
      column,
      rows: `NOT ${testSql({ kind: 'in', column, values: [...known] }, shape.value(column), dialect)}`,
    })),
    { code: 'ledger-unclassified' as const, column: null, rows: `NOT ${isCounted(rules)}` },
    ...shape.sums.map((column) => ({
      code: 'ledger-blank-number' as const,
      column,
      rows: `${shape.noNumber(column)} AND ${isCounted(rules.filter(({ sum }) => sum === column))}`,
    })),
    ...shape.sums.map((column) => ({
      code: 'ledger-negative-number' as const,
      column,
      rows: `${shape.negative(column)} AND ${isCounted(rules.filter(({ sum }) => sum === column))}`,
    })),
    ...shape.wholeSums.map((column) => ({
      code: 'ledger-fractional-number' as const,
      column,
      rows: `${shape.fraction(column)} AND ${isCounted(rules.filter(({ sum, decimals }) => sum === column && !decimals))}`,
    })),
  ];
}
