import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Amount } from '../formula/formula.ts';
import {
  contains,
  oneYearEarlier,
  overlaps,
  type Period,
  periodId,
  runsOf,
} from '../period/period.ts';
import { partsOfWholes } from '../validate/parts.ts';
import { isOfOthers } from '../validate/table.ts';
import type { Dialect } from './dialect.ts';
import { amountSql, type CountColumns, quotientSql, valueSql } from './formula.ts';

/** A table with one row a unit and period, as the statements of this file name its columns. */
export const UNIT = 'unit';
export const PERIOD = 'period';

/** What a text in the column of periods means. */
export interface NamedPeriod {
  readonly text: string;
  readonly period: Period;
}

/** The column of a count. Its id alone could be the name of another column. */
export const countColumn = (id: string, { identifier }: Dialect): string =>
  identifier(`count ${id}`);

/** The count in a row, as a double: counts are below 2^32, and so are sums of them exact. */
const columnIn =
  (row: string, counts: ReadonlySet<string>, dialect: Dialect) =>
  (id: string): string | null =>
    counts.has(id) ? `CAST(${row}.${countColumn(id, dialect)} AS DOUBLE)` : null;

/** The columns of a row `now`, and of the row `before` where there is a year earlier. */
export const countColumns = (
  counts: ReadonlySet<string>,
  withPriorYear: boolean,
  dialect: Dialect,
): CountColumns => ({
  count: columnIn('now', counts, dialect),
  priorYear: withPriorYear ? columnIn('before', counts, dialect) : () => null,
});

/** What makes the nearest double of a metric from a row `now`. Null where a row alone does not decide the metric. */
export function metricSql(
  metric: string,
  { formulaOf }: Catalogue,
  columns: CountColumns,
): string | null {
  const quotient = quotientSql(formulaOf(metric), formulaOf, columns);
  return quotient && valueSql(quotient);
}

/** Whether in a row `now` some part exceeds its whole. */
export function exceedingSql(
  counts: ReadonlySet<string>,
  catalogue: Catalogue,
  dialect: Dialect,
): string | null {
  const columns = countColumns(counts, false, dialect);
  const conditions: string[] = [];
  for (const { part, whole } of partsOfWholes(counts, catalogue)) {
    const wholeSql = amountSql(whole, columns);
    const terms = termsOf(part).map((term) => amountSql(term, columns));
    if (wholeSql === null || terms.includes(null)) return null;
    // Of a part not all of which is known, what is known must not exceed the whole either.
    conditions.push(`${terms.map((term) => `coalesce(${term}, 0)`).join(' + ')} > ${wholeSql}`);
  }
  return conditions.length === 0 ? 'false' : conditions.map((each) => `(${each})`).join(' OR ');
}

const termsOf = (amount: Amount): readonly Amount[] =>
  amount.kind === 'sum' ? amount.terms.flatMap(termsOf) : [amount];

/**
 * With it begins the line of a result that holds a whole figure, or one so small that it may be written with an
 * exponent, and that of a unit whose own name begins with it: what is left of that name is no plain one.
 */
export const MARK = '!';

/** The lines of a result: a unit, a period and figures, made of the rows of a source. */
export function linesSql(
  unit: string,
  period: string,
  figures: readonly string[],
  source: string,
  place?: string,
): string {
  const names = figures.map((_, index) => `figure${index}`);
  const inner = [
    `${unit} AS ${UNIT}`,
    `${period} AS ${PERIOD}`,
    ...figures.map((figure, index) => `${figure} AS ${names[index]}`),
    ...(place === undefined ? [] : [`${place} AS place`]),
  ];
  const special = [
    `starts_with(${UNIT}, '${MARK}')`,
    ...names.map((name) => `abs(${name}) < 0.001 OR ${name} = floor(${name})`),
  ];
  const marked = `CASE WHEN ${special.join(' OR ')} THEN '${MARK}' || ${UNIT} ELSE ${UNIT} END`;
  const order = place === undefined ? '' : ' ORDER BY place';
  return `SELECT ${[marked, PERIOD, ...names].join(', ')} FROM (SELECT ${inner.join(', ')} FROM ${source})${order}`;
}

/** Names of Chinese characters, letters, digits and brackets, of one width each, can be told apart as they are. */
const PLAIN = /^[㐀-䶿一-鿿A-Za-z0-9（）·、]+$/u;

/** Tells whether a unit's name stands as it is written, and is one: no total's, and of no row about other rows. */
export function plainUnits({ unitNames, unitGroups }: Catalogue): (name: string) => boolean {
  const others = new Set([...Object.keys(unitNames), ...Object.keys(unitGroups)]);
  return (name) => PLAIN.test(name) && !isOfOthers(name) && !others.has(name);
}

/** Whether periods are the same or have no month in common. */
export const areApart = (periods: readonly Period[]): boolean =>
  periods.length <= MOST_PERIODS &&
  periods.every((period, index) =>
    periods.slice(index + 1).every((other) => isSame(period, other) || !overlaps(period, other)),
  );

/** More ways to write a period than these are no plain table's. */
export const MOST_PERIODS = 500;

export const isSame = (left: Period, right: Period): boolean =>
  left.start === right.start && left.end === right.end;

/** Whether the year before some period is there, and in other periods: then no row by itself is the one to look up. */
export const hasMadeUpYearEarlier = (periods: readonly Period[]): boolean =>
  periods.map(oneYearEarlier).some((earlier) => {
    const inside = periods.filter((period) => contains(earlier, period));
    const [run, ...others] = runsOf(inside);
    return (
      run !== undefined &&
      others.length === 0 &&
      isSame(run, earlier) &&
      !inside.some((period) => isSame(period, earlier))
    );
  });

/** What a text in the column of periods is called in results. */
export const periodIdSql = (
  expression: string,
  periods: readonly NamedPeriod[],
  { text }: Dialect,
): string =>
  periods.every(({ text: written, period }) => written === periodId(period))
    ? expression
    : choice(
        expression,
        periods.map(({ text: written, period }) => [text(written), text(periodId(period))]),
      );

/** The place of a text's period among the others in time. Texts that mean the same share it. */
export const periodRankSql = (
  expression: string,
  periods: readonly NamedPeriod[],
  { text }: Dialect,
): string =>
  choice(
    expression,
    periods.map(({ text: written, period }) => [text(written), String(period.start)]),
  );

const choice = (expression: string, cases: readonly (readonly [string, string])[]): string =>
  `CASE ${expression} ${cases.map(([from, to]) => `WHEN ${from} THEN ${to}`).join(' ')} END`;
