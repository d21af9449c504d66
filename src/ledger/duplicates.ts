import type { Database } from '../duckdb/database.ts';
import { duckdb } from '../sql/duckdb.ts';
import { cellName } from '../sql/rows.ts';
import type { Mapping } from '../tally/mapping.ts';
import type { Source } from './sources.ts';

/** Case numbers that stand in a ledger more than once. */
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
  const cells = sources.map(({ table, isDate }) => {
    const cell = cellName(mapping, caseNumber);
    const text = isDate(caseNumber) ? duckdb.asText(cell) : cell;
    return `SELECT ${duckdb.trimmed(text)} AS "text" FROM ${table}`;
  });
  const texts = `(SELECT "text" FROM (${cells.join(' UNION ALL ')}) WHERE "text" <> '')`;
  await database.run(
    `CREATE TEMP TABLE suspects AS SELECT "hash" FROM (SELECT ${duckdb.hash('"text"')} AS "hash" FROM ${texts}) GROUP BY "hash" HAVING count(*) > 1`,
  );
  const [[suspects] = []] = await database.rows('SELECT count(*) FROM suspects');
  if (suspects === 0n) return null;
  await database.run(
    `CREATE TEMP TABLE duplicates AS SELECT "text", count(*) - 1 AS "rows" FROM ${texts} WHERE ${duckdb.hash('"text"')} IN (SELECT "hash" FROM suspects) GROUP BY "text" HAVING count(*) > 1`,
  );
  const [[rows] = []] = await database.rows(
    `SELECT ${duckdb.asText('sum("rows")')} FROM duplicates`,
  );
  const shown = await database.rows(`SELECT "text" FROM duplicates ORDER BY "text" LIMIT ${SHOWN}`);
  return { rows: Number(rows), texts: new Set(shown.map(([text]) => String(text))) };
}
