import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { oneYearEarlier, overlaps, type Period, parsePeriod } from '../period/period.ts';
import { duckdb } from '../sql/duckdb.ts';
import {
  countColumns,
  exceedingSql,
  metricSql,
  type NamedPeriod,
  PERIOD,
  periodIdSql,
  periodRankSql,
  UNIT,
} from '../sql/wide.ts';
import { type Database, SqlError } from './database.ts';

/** A wide table of plain cells, and what is to be computed of each of its rows. */
export interface WideTable {
  /** SQL that reads it, as columns `unit`, `period` and one a count, by its id. */
  readonly source: string;
  readonly counts: readonly string[];
  readonly metrics: readonly string[];
  readonly catalogue: Catalogue;
}

/** More ways to write a period than these are no plain table's. */
const MOST_PERIODS = 500;

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
  if (!(await loaded(table, database)) || !(await isConsistent(table, database))) return false;
  const periods = await namedPeriods(database);
  if (periods === null || !(await hasPlainUnits(table, database))) return false;
  const lines = linesSql(table, periods);
  if (lines === null || !(await inOrder(periods, database))) return false;
  await write(written(lines, database));
  return true;
}

const { text } = duckdb;

/** Reads the table; false where a cell is not what its column holds. */
async function loaded({ source }: WideTable, database: Database): Promise<boolean> {
  try {
    await database.run(`CREATE TABLE data AS SELECT * FROM ${source}`);
    return true;
  } catch (error) {
    if (error instanceof SqlError) return false;
    throw error;
  }
}

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
  const apart = periods.every(({ period }, index) =>
    periods
      .slice(index + 1)
      .every(({ period: other }) => same(period, other) || !overlaps(period, other)),
  );
  return apart && periods.length > 0 && periods.length <= MOST_PERIODS ? periods : null;
}

const same = (left: Period, right: Period): boolean =>
  left.start === right.start && left.end === right.end;

/** Whether units are named by letters, digits and brackets alone, and none of them is a total or has another name. */
async function hasPlainUnits({ catalogue }: WideTable, database: Database): Promise<boolean> {
  const others = Object.keys(catalogue.unitNames).map(text);
  const renamed = others.length === 0 ? '' : ` OR ${UNIT} IN (${others.join(', ')})`;
  const special = await one(
    `SELECT count(*) FROM (SELECT DISTINCT ${UNIT} FROM data) WHERE NOT ${duckdb.matches(UNIT, PLAIN_UNIT)} OR ${duckdb.matches(UNIT, TOTAL)}${renamed}`,
    database,
  );
  return special === 0;
}

const PLAIN_UNIT = '[\\p{L}\\p{N}（）()·、]+';
const TOTAL = '.*(小计|合计|总计|共计|总和)';

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
function linesSql(
  { counts, metrics, catalogue }: WideTable,
  periods: readonly NamedPeriod[],
): string | null {
  const stated = new Set(counts);
  const earlier = periods.flatMap(({ text: written, period }) => {
    const before = periods.find((other) => same(other.period, oneYearEarlier(period)));
    return before === undefined ? [] : [[written, before.period.start] as const];
  });
  const columns = countColumns(stated, earlier.length > 0, duckdb);
  const figures = metrics.map((metric) => metricSql(metric, catalogue, columns));
  if (figures.includes(null)) return null;
  const joined = figures.some((figure) => figure?.includes('before.'));
  const rank = periodRankSql(`before.${PERIOD}`, periods, duckdb);
  const wanted = `CASE now.${PERIOD} ${earlier.map(([written, start]) => `WHEN ${text(written)} THEN ${start}`).join(' ')} END`;
  const join = joined
    ? ` LEFT JOIN data AS before ON before.${UNIT} = now.${UNIT} AND ${rank} = ${wanted}`
    : '';
  const order = joined ? ' ORDER BY now.rowid' : '';
  const fields = [`now.${UNIT}`, periodIdSql(`now.${PERIOD}`, periods, duckdb), ...figures];
  return `SELECT ${fields.join(', ')} FROM data AS now${join}${order}`;
}

/**
 * Some lines with their numbers as JavaScript writes them. DuckDB finds the same digits, and writes some
 * another way: 1.0, and 3e-05 for 0.00003. Units hold no point and no hyphen, so that only numbers are met.
 */
function asJavaScriptWrites(lines: Buffer): Buffer {
  const text = lines.toString('latin1').replaceAll('.0,', ',').replaceAll('.0\n', '\n');
  const plain = text.includes('e-')
    ? text.replace(/(?<=,)[\d.]+e-\d+/g, (number) => String(Number(number)))
    : text;
  return Buffer.from(plain, 'latin1');
}

/** The lines of the result while DuckDB writes them to a file: no more of them is held than what was just read. */
async function* written(lines: string, database: Database): AsyncIterable<Uint8Array> {
  const path = join(database.folder, 'result.csv');
  writeFileSync(path, '');
  const file = openSync(path, 'r');
  let finished = false;
  const writing = database
    .run(
      `COPY (${lines}) TO ${text(path)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', NULLSTR '', USE_TMP_FILE false)`,
    )
    .finally(() => {
      finished = true;
    });
  writing.catch(() => undefined);
  const chunk = Buffer.allocUnsafe(CHUNK);
  try {
    for (let [position, held] = [0, 0]; ; ) {
      // Asked before reading: what is written until the end is then seen.
      const isLast = finished;
      const length = readSync(file, chunk, held, CHUNK - held, position);
      if (length === 0 && isLast) break;
      if (length === 0) {
        await Promise.race([writing, setTimeout(WAIT)]);
        continue;
      }
      position += length;
      const end = chunk.lastIndexOf('\n', held + length - 1) + 1;
      if (end > 0) yield asJavaScriptWrites(chunk.subarray(0, end));
      chunk.copyWithin(0, end, held + length);
      held = held + length - end;
    }
    await writing;
  } finally {
    closeSync(file);
    if (!finished) database.interrupt();
    await writing.catch(() => undefined);
  }
}

const CHUNK = 1 << 20;

/** Milliseconds until it is worth a look whether there is more. */
const WAIT = 5;

async function one(sql: string, database: Database): Promise<number> {
  const [[value] = []] = await database.rows(sql);
  return Number(value);
}
