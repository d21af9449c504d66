import { optionalDependencies } from '../../package.json';
import type { Database, DatabaseOptions } from '../duckdb/database.ts';
import { usageError } from './failure.ts';

const PACKAGE = '@duckdb/node-api';

/** Works with a database of its own. Throws a UsageError that says what to install where there is no DuckDB. */
export async function useDatabase<T>(
  options: DatabaseOptions,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  const { NoDuckDbError, withDatabase } = await import('../duckdb/database.ts');
  try {
    return await withDatabase(options, use);
  } catch (error) {
    if (!(error instanceof NoDuckDbError)) throw error;
    throw usageError('no-duckdb', { package: `${PACKAGE}@${optionalDependencies[PACKAGE]}` });
  }
}
