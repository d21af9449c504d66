import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { lookBack } from '../formula/formula.ts';
import { oneYearEarlier, parsePeriod } from '../period/period.ts';
import { duckdb } from '../sql/duckdb.ts';
import {
  areApart,
  countColumns,
  exceedingSql,
  hasMadeUpYearEarlier,
  isSame,
  linesSql,
  MOST_PERIODS,
  metricSql,
  type NamedPeriod,
  PERIOD,
  periodIdSql,
  periodRankSql,
  plainUnits,
  UNIT,
} from '../sql/wide.ts';
import { type Database, SqlError } from './database.ts';
import { asJavaScriptWrites, growingLines, writtenLines } from './growing.ts';
import { resultInOrder } from './in-order.ts';

/** A wide table of plain cells, and what is to be computed of each of its rows. */
export interface WideTable {
  /** SQL that reads it, as columns `unit`, `period` and one a count, by its id. */
  readonly source: string;
  readonly counts: readonly string[];
  readonly metrics: readonly string[];
  readonly catalogue: Catalogue;
}

/**
 * Computes the values of a wide table in SQL and hands the lines of the result, without a header, to `write`: one a
 * unit and period, in the order in which the built-in evaluation gives them. Returns false, with nothing written,
 * where the data holds anything that has to be looked at cell by cell: it is then to be read as usual, which says
 * what and where.
 */
export async function writeWideTable(
  table: WideTable,
  database: Database,
  write: (pieces: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<boolean> {
  await database.run('SET preserve_insertion_order = true');
  let lines: AsyncIterable<Buffer> | null;
  try {
    const result = await resultInOrder(table, database);
    lines = result === null ? await reordered(table, database) : writtenLines(result);
  } catch (error) {
    if (error instanceof SqlError) return false;
    throw error;
  }
  if (lines === null) return false;
  await write(asWritten(lines));
  return true;
}

async function* asWritten(lines: AsyncIterable<Buffer>): AsyncIterable<Uint8Array> {
  for await (const piece of lines) yield asJavaScriptWrites(piece);
}

/** The lines of a result whose rows have to be known all before the first of them is. */
async function reordered(
  table: WideTable,
  database: Database,
): Promise<AsyncIterable<Buffer> | null> {
  await database.run(`CREATE TABLE data AS SELECT * FROM ${table.source}`);
  if (!(await isConsistent(table, database))) return null;
  const periods = await namedPeriods(database);
  if (periods === null || !(await hasPlainUnits(table, database))) return null;
  const lines = resultSql(table, periods);
  if (lines === null || !(await inOrder(periods, database))) return null;
  return growingLines(lines, join(database.folder, 'result.csv'), database);
}

const { text } = duckdb;

/** Whether every row says whom and when it speaks of, and no part exceeds its whole. */
async function isConsistent(
  { counts, catalogue }: WideTable,
  database: Database,
): Promise<boolean> {
  const exceeding = exceedingSql(new Set(counts), catalogue, duckdb);
  if (exceeding === null) return false;
  const wrong = await one(
    `SELECT count(*) FILTER (WHERE ${UNIT} IS NULL OR ${PERIOD} IS NULL OR (${exceeding})) FROM data AS now`,
    database,
  );
  return wrong === 0;
}

/** The periods, apart from each other; null where one cannot be read or lies within another. */
async function namedPeriods(database: Database): Promise<readonly NamedPeriod[] | null> {
  const texts = await database.rows(
    `SELECT ${PERIOD} FROM data GROUP BY ${PERIOD} LIMIT ${MOST_PERIODS + 1}`,
  );
  const periods: NamedPeriod[] = [];
  for (const [written] of texts) {
    const period = parsePeriod(String(written));
    if (period === null) return null;
    periods.push({ text: String(written), period });
  }
  const apart = areApart(periods.map(({ period }) => period));
  return apart && periods.length > 0 ? periods : null;
}

/** Whether all units' names stand as they are written. */
async function hasPlainUnits({ catalogue }: WideTable, database: Database): Promise<boolean> {
  const isPlainUnit = plainUnits(catalogue);
  for await (const rows of database.stream(`SELECT DISTINCT ${UNIT} FROM data`)) {
    if (!rows.every(([unit]) => isPlainUnit(String(unit)))) return false;
  }
  return true;
}

/** Brings the rows into the order of units and periods, where they are not; false where a row stands twice. */
async function inOrder(periods: readonly NamedPeriod[], database: Database): Promise<boolean> {
  const rank = periodRankSql(PERIOD, periods, duckdb);
  const units = await one(`SELECT count(DISTINCT ${UNIT}) FROM data`, database);
  const runs = await database.rows(
    `SELECT count(*) FILTER (WHERE ${UNIT} IS DISTINCT FROM earlier),
      count(*) FILTER (WHERE ${UNIT} = earlier AND rank <= lag_rank)
    FROM (SELECT ${UNIT}, rank, lag(${UNIT}) OVER () AS earlier, lag(rank) OVER () AS lag_rank
      FROM (SELECT ${UNIT}, ${rank} AS rank FROM data))`,
  );
  const [[first, second] = []] = runs;
  if (Number(first) === units && Number(second) === 0) return true;
  const twice = await one(
    `SELECT count(*) FROM (SELECT 1 FROM data GROUP BY ${UNIT}, ${rank} HAVING count(*) > 1)`,
    database,
  );
  if (twice > 0) return false;
  await database.run(
    `CREATE TABLE sorted AS SELECT data.* FROM data JOIN (SELECT ${UNIT}, min(rowid) AS first FROM data GROUP BY ${UNIT}) USING (${UNIT}) ORDER BY first, ${rank}`,
  );
  await database.run('DROP TABLE data');
  await database.run('ALTER TABLE sorted RENAME TO data');
  return true;
}

/** The lines of the result in SQL; null where a row alone does not decide a metric. */
function resultSql(
  { counts, metrics, catalogue }: WideTable,
  periods: readonly NamedPeriod[],
): string | null {
  const stated = new Set(counts);
  const earlier = periods.flatMap(({ text: written, period }) => {
    const before = periods.find((other) => isSame(other.period, oneYearEarlier(period)));
    return before === undefined ? [] : [[written, before.period.start] as const];
  });
  const columns = countColumns(stated, earlier.length > 0, duckdb);
  const figures = metrics.map((metric) => metricSql(metric, catalogue, columns));
  if (!figures.every((figure) => figure !== null)) return null;
  const asksBack = metrics.some((metric) => lookBack(catalogue.sidesOf(metric)));
  if (asksBack && hasMadeUpYearEarlier(periods.map(({ period }) => period))) return null;
  const joined = earlier.length > 0 && asksBack;
  const rank = periodRankSql(`before.${PERIOD}`, periods, duckdb);
  const wanted = `CASE now.${PERIOD} ${earlier.map(([written, start]) => `WHEN ${text(written)} THEN ${start}`).join(' ')} END`;
  const join = joined
    ? ` LEFT JOIN data AS before ON before.${UNIT} = now.${UNIT} AND ${rank} = ${wanted}`
    : '';
  const period = periodIdSql(`now.${PERIOD}`, periods, duckdb);
  const place = joined ? 'now.rowid' : undefined;
  return linesSql(`now.${UNIT}`, period, figures, `data AS now${join}`, place);
}

async function one(sql: string, database: Database): Promise<number> {
  const [[value] = []] = await database.rows(sql);
  return Number(value);
}
