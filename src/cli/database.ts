import { optionalDependencies } from '../../package.json';
import type { Database, DatabaseOptions } from '../duckdb/database.ts';
import { usageError } from './failure.ts';

const PACKAGE = '@duckdb/node-api';

/** Works with a database of its own. Throws a UsageError that says what to install where there is no DuckDB. */
export async function useDatabase<T>(
  options: DatabaseOptions,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  const { withDatabase } = await import('../duckdb/database.ts');
  return withDatabase(options, use).catch(sayWhatToInstall);
}

/** Throws a UsageError in the place of an error that says that there is no DuckDB; others go on. */
export async function sayWhatToInstall(error: unknown): Promise<never> {
  const { NoDuckDbError } = await import('../duckdb/database.ts');
  if (!(error instanceof NoDuckDbError)) throw error;
  throw usageError('no-duckdb', { package: `${PACKAGE}@${optionalDependencies[PACKAGE]}` });
}

/** The same, and a UsageError for a statement that DuckDB could not carry out, as where the disk is full. */
export async function sayWhatFailed(error: unknown): Promise<never> {
  const { SqlError } = await import('../duckdb/database.ts');
  if (error instanceof SqlError) throw usageError('duckdb-failed', { cause: error.message });
  return sayWhatToInstall(error);
}
