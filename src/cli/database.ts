import { tmpdir } from 'node:os';
import { optionalDependencies } from '../../package.json';
import type { Database, DatabaseOptions } from '../duckdb/database.ts';
import type { Engine } from '../read/engines.ts';
import { isParquet } from '../recognise/extension.ts';
import { UsageError, usageError } from './failure.ts';
import type { LargeFile } from './large-file.ts';
import { systemCode } from './output.ts';

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
async function sayWhatToInstall(error: unknown): Promise<never> {
  const { NoDuckDbError } = await import('../duckdb/database.ts');
  if (!(error instanceof NoDuckDbError)) throw error;
  throw usageError('no-duckdb', { package: `${PACKAGE}@${optionalDependencies[PACKAGE]}` });
}

/** The same, and a UsageError for a folder for temporary files that cannot be used. */
export async function sayWhatIsMissing(error: unknown): Promise<never> {
  const { NoRoomError } = await import('../duckdb/database.ts');
  if (error instanceof NoRoomError) {
    throw usageError('no-temporary-folder', { path: error.path, cause: systemCode(error) });
  }
  return sayWhatToInstall(error);
}

/** The same, and a UsageError for a statement that DuckDB could not carry out. */
export async function sayWhatFailed(error: unknown): Promise<never> {
  const { SqlError } = await import('../duckdb/database.ts');
  if (error instanceof SqlError) throw usageError('duckdb-failed', { cause: error.message });
  return sayWhatIsMissing(error);
}

/**
 * Null where a file can be computed without DuckDB, which is missing or finds no room for its files. Throws a
 * UsageError for what else went wrong.
 */
export function withoutDatabase(error: unknown, { path, isHeld }: LargeFile, engine: Engine): null {
  if (!(error instanceof UsageError)) {
    const cause = systemCode(error);
    if (isHeld) return null;
    throw usageError('no-temporary-folder', { path: tmpdir(), cause });
  }
  if (error.message === 'no-duckdb' && engine === 'auto' && !isParquet(path)) return null;
  throw error;
}
