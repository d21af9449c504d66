import { duckdb } from '../sql/duckdb.ts';
import type { Database } from './database.ts';

/** The lines of a table, as SQL reads them. */
export interface Lines {
  /** SQL that reads them, in their order, as a column `line`. */
  readonly source: string;
  /** How many there are. */
  readonly count: number;
  /** On which line of the input the first of them stands. */
  readonly first: number;
  /** What its columns are called. */
  readonly headers: readonly string[];
  readonly delimiter: string;
  /** In which of them the unit stands, from 0. */
  readonly unitAt: number;
}

const { text } = duckdb;

/** The header of the places of lines: one of a column that says nothing of its row. */
const LINES = '序号';

/** What is in none of the lines. */
export const UNIT_SEPARATOR = '\x1f';

/**
 * Writes a table to a file so that the lines of a unit stand together: units in the order in which they first
 * appear, their lines as they were, and behind each line its place. Returns false where a line has another number
 * of cells than there are headers, or is not one by itself. Throws a SqlError.
 */
export async function writeByUnit(
  { source, count, first, headers, delimiter, unitAt }: Lines,
  path: string,
  database: Database,
): Promise<boolean> {
  await database.run('SET preserve_insertion_order = true');
  await database.run(
    `CREATE TABLE lines AS SELECT line, split_part(line, ${text(delimiter)}, ${unitAt + 1}) AS unit FROM ${source}`,
  );
  const delimiters = `strlen(line) - strlen(replace(line, ${text(delimiter)}, ''))`;
  const wanted = (headers.length - 1) * Buffer.byteLength(delimiter);
  const [[found, others] = []] = await database.rows(
    `SELECT count(*), count(*) FILTER (WHERE line IS NULL OR ${delimiters} <> ${wanted} OR ${duckdb.matches('line', '(?s).*[\\n\\r"].*')}) FROM lines`,
  );
  if (Number(found) !== count || Number(others) > 0) return false;
  const header = duckdb.identifier([...headers, LINES].join(delimiter));
  await database.run(
    `COPY (
      SELECT line || ${text(delimiter)} || (lines.rowid + ${first}) AS ${header}
      FROM lines JOIN (SELECT unit, min(rowid) AS first FROM lines GROUP BY unit) USING (unit)
      ORDER BY first, lines.rowid
    ) TO ${text(path)} (FORMAT csv, HEADER true, DELIM ${text(UNIT_SEPARATOR)}, QUOTE '', ESCAPE '')`,
  );
  return true;
}
