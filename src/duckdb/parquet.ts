import { duckdb, parquetTable } from '../sql/duckdb.ts';
import type { RowTaker } from '../validate/table.ts';
import { type Database, SqlError, withDatabase } from './database.ts';

/** A file that is no Parquet, with the words of DuckDB. */
export class UnreadableParquetError extends Error {}

/** A column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  /** As DuckDB names it. */
  readonly type: string;
}

/** What DuckDB may hold in memory while it reads. */
const MEMORY_MIB = 256;

/**
 * Hands the rows of a Parquet file to `taker` as texts: first the names of the columns as line 1, then each row,
 * an empty text where there is no value. Throws an UnreadableParquetError, and a NoDuckDbError without DuckDB.
 */
export async function readParquet(path: string, { row }: RowTaker): Promise<void> {
  await withDatabase({ memoryMiB: MEMORY_MIB }, async (database) => {
    try {
      await database.run('SET preserve_insertion_order = true');
      const columns = await parquetColumns(path, database);
      row(
        columns.map(({ name }) => name),
        1,
      );
      const texts = columns.map(({ name }) => duckdb.asText(duckdb.identifier(name)));
      let line = 2;
      const rows = database.stream(`SELECT ${texts.join(', ')} FROM ${parquetTable(path)}`);
      for await (const some of rows) {
        for (const cells of some) {
          row(
            cells.map((cell) => (cell === null ? '' : String(cell))),
            line++,
          );
        }
      }
    } catch (error) {
      if (error instanceof SqlError) {
        // Below its first line DuckDB shows the statement.
        throw new UnreadableParquetError(error.message.split('\n', 1)[0]);
      }
      throw error;
    }
  });
}

/** The columns of a Parquet file. Throws a SqlError where it is none. */
export async function parquetColumns(path: string, database: Database): Promise<ParquetColumn[]> {
  const described = await database.rows(`DESCRIBE SELECT * FROM ${parquetTable(path)}`);
  return described.map(([name, type]) => ({ name: String(name), type: String(type) }));
}
