import type { Database } from '../duckdb/database.ts';
import { duckdb } from '../sql/duckdb.ts';
import { cellName, leftOutSql } from '../sql/rows.ts';
import type { Mapping } from '../tally/mapping.ts';
import { SAMPLES } from './problems.ts';
import type { Source } from './sources.ts';

/** Case numbers that more than one row bears of those that are not left out. */
export interface Duplicates {
  /** The rows beyond the first of each. */
  readonly rows: number;
  /** Some of them, to be shown. */
  readonly texts: ReadonlySet<string>;
}

/** Up to this many case numbers, all of them may be shown; of more, those that are will have to be found. */
const FEW = 10_000;

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
  const textOf = ({ isDate }: Source): string => {
    const cell = cellName(mapping, caseNumber);
    return duckdb.trimmed(isDate(caseNumber) ? duckdb.asText(cell) : cell);
  };
  const textsWhere = (condition: (source: Source) => string): string => {
    const cells = sources.map(
      (source) =>
        `SELECT ${textOf(source)} AS "text" FROM ${source.table} WHERE ${condition(source)}`,
    );
    return `(SELECT "text" FROM (${cells.join(' UNION ALL ')}) WHERE "text" <> '')`;
  };
  const texts = textsWhere(() => 'true');
  await database.run(
    `CREATE TEMP TABLE suspects AS SELECT "hash" FROM (SELECT ${duckdb.hash('"text"')} AS "hash" FROM ${texts}) GROUP BY "hash" HAVING count(*) > 1`,
  );
  const [[suspects] = []] = await database.rows('SELECT count(*) FROM suspects');
  if (suspects === 0n) return null;
  // A case that is left out here and counted there, as one that was still open, is counted once.
  const isCounted = ({ isDate }: Source): string => `NOT ${leftOutSql(mapping, isDate, duckdb)}`;
  await database.run(
    `CREATE TEMP TABLE duplicates AS SELECT "text", count(*) - 1 AS "rows" FROM ${textsWhere(isCounted)} WHERE ${duckdb.hash('"text"')} IN (SELECT "hash" FROM suspects) GROUP BY "text" HAVING count(*) > 1`,
  );
  const [[rows, count] = []] = await database.rows(
    `SELECT ${duckdb.asText('sum("rows")')}, count(*) FROM duplicates`,
  );
  if (rows === null) return null;
  if (Number(count) > FEW) await keepFirst(sources, textOf, isCounted, database);
  const shown = await database.rows('SELECT "text" FROM duplicates');
  return { rows: Number(rows), texts: new Set(shown.map(([text]) => String(text))) };
}

/**
 * Keeps of the duplicates those of the rows that are shown, the first that repeat another: for that rows are
 * numbered, which takes a reading of all ledgers in order.
 */
async function keepFirst(
  sources: readonly Source[],
  textOf: (source: Source) => string,
  isCounted: (source: Source) => string,
  database: Database,
): Promise<void> {
  await database.run('SET preserve_insertion_order = true');
  await database.run('CREATE TEMP TABLE places ("text" VARCHAR, "source" INTEGER, "row" BIGINT)');
  for (const [index, source] of sources.entries()) {
    // Numbered before anything else, as no other step keeps the order.
    const numbered = `(SELECT *, row_number() OVER () AS "row" FROM ${source.table})`;
    const texts = `SELECT ${textOf(source)} AS "text", ${index} AS "source", "row" FROM ${numbered} WHERE ${isCounted(source)}`;
    await database.run(
      `INSERT INTO places FROM (${texts}) WHERE "text" IN (SELECT "text" FROM duplicates)`,
    );
  }
  const firsts = 'SELECT "text", min(("source", "row")) AS "first" FROM places GROUP BY "text"';
  await database.run(
    `CREATE OR REPLACE TEMP TABLE duplicates AS SELECT DISTINCT "text" FROM (SELECT "text" FROM places JOIN (${firsts}) USING ("text") WHERE ("source", "row") > "first" ORDER BY "source", "row" LIMIT ${SAMPLES})`,
  );
}
