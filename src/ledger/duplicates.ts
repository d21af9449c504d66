import type { Database } from '../duckdb/database.ts';
import { duckdb } from '../sql/duckdb.ts';
import { cellName, leftOutSql } from '../sql/rows.ts';
import type { Mapping } from '../tally/mapping.ts';
import type { Source } from './sources.ts';

/** Case numbers that more than one row bears of those that are not left out. */
export interface Duplicates {
  /** The rows beyond the first of each. */
  readonly rows: number;
  /** Some of them, to be shown. */
  readonly texts: ReadonlySet<string>;
}

const SHOWN = 10_000;

/**
 * Finds case numbers that stand more than once, in all ledgers together. Numbers as short as a hash are compared
 * first, on disk where memory is short; texts only where two of those are the same.
 */
export async function findDuplicates(
  sources: readonly Source[],
  mapping: Mapping,
  database: Database,
): Promise<Duplicates | null> {
  const { caseNumber } = mapping;
  if (caseNumber === null || sources.length === 0) return null;
  const textsWhere = (condition: (source: Source) => string): string => {
    const cells = sources.map((source) => {
      const cell = cellName(mapping, caseNumber);
      const text = source.isDate(caseNumber) ? duckdb.asText(cell) : cell;
      return `SELECT ${duckdb.trimmed(text)} AS "text" FROM ${source.table} WHERE ${condition(source)}`;
    });
    return `(SELECT "text" FROM (${cells.join(' UNION ALL ')}) WHERE "text" <> '')`;
  };
  const texts = textsWhere(() => 'true');
  await database.run(
    `CREATE TEMP TABLE suspects AS SELECT "hash" FROM (SELECT ${duckdb.hash('"text"')} AS "hash" FROM ${texts}) GROUP BY "hash" HAVING count(*) > 1`,
  );
  const [[suspects] = []] = await database.rows('SELECT count(*) FROM suspects');
  if (suspects === 0n) return null;
  // A case that is left out here and counted there, as one that was still open, is counted once.
  const counted = textsWhere(({ isDate }) => `NOT ${leftOutSql(mapping, isDate, duckdb)}`);
  await database.run(
    `CREATE TEMP TABLE duplicates AS SELECT "text", count(*) - 1 AS "rows" FROM ${counted} WHERE ${duckdb.hash('"text"')} IN (SELECT "hash" FROM suspects) GROUP BY "text" HAVING count(*) > 1`,
  );
  const [[rows] = []] = await database.rows(
    `SELECT ${duckdb.asText('sum("rows")')} FROM duplicates`,
  );
  if (rows === null) return null;
  const shown = await database.rows(`SELECT "text" FROM duplicates ORDER BY "text" LIMIT ${SHOWN}`);
  return { rows: Number(rows), texts: new Set(shown.map(([text]) => String(text))) };
}
