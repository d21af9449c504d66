import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a column of a result may hold: anything else is to be made a text in SQL. */
export type SqlValue = string | number | bigint | boolean | null;

export type SqlRow = readonly SqlValue[];

/** A DuckDB in this process. Every text that goes into a statement has passed through a `Dialect`. */
export interface Database {
  /** A private folder, on disk, that is gone when the database is closed. */
  readonly folder: string;
  run(sql: string): Promise<void>;
  /** All rows of a result that is known to be small. */
  rows(sql: string): Promise<SqlRow[]>;
  /** The rows of a result of any size, some thousands at a time. */
  stream(sql: string): AsyncIterable<readonly SqlRow[]>;
  /** Ends the statement that is running; its promise rejects. */
  interrupt(): void;
}

export interface DatabaseOptions {
  /** What DuckDB may hold in memory before it goes to disk. The process as a whole takes more. */
  readonly memoryMiB: number;
  readonly threads?: number;
  /** Where the private folder is made; the system's folder for temporary files where it is left out. */
  readonly temporaryFolder?: string;
}

/** `@duckdb/node-api` is not installed, or not for this platform. */
export class NoDuckDbError extends Error {}

/** There is no room for temporary files, or nowhere to make them. */
export class NoRoomError extends Error {
  /** Of the system. */
  readonly code: string | undefined;
  /** The folder that they were to be in. */
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super('no room for temporary files', { cause });
    this.code = (cause as NodeJS.ErrnoException).code;
    this.path = path;
  }
}

/** A statement that DuckDB refused, with its words. */
export class SqlError extends Error {}

/**
 * Opens an empty database in memory for as long as `use` takes, and removes whatever it left on disk, also
 * after an error. It loads no extension and reaches no network. Throws a NoDuckDbError without the package,
 * and a NoRoomError.
 */
export async function withDatabase<T>(
  { memoryMiB, threads, temporaryFolder = tmpdir() }: DatabaseOptions,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch((cause: unknown) => {
    throw new NoDuckDbError('no @duckdb/node-api', { cause });
  });
  const folder = privateFolder(temporaryFolder);
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: `${memoryMiB}MiB`,
      ...(threads !== undefined && { threads: String(threads) }),
      temp_directory: folder,
      // No statement here depends on it that does not say so, and keeping it takes memory.
      preserve_insertion_order: 'false',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    try {
      const connection = await instance.connect();
      try {
        return await use(over(connection, folder));
      } finally {
        connection.closeSync();
      }
    } finally {
      instance.closeSync();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function privateFolder(above: string): string {
  try {
    return mkdtempSync(join(above, 'xc-eval-'));
  } catch (error) {
    throw new NoRoomError(above, error);
  }
}

interface Result {
  getRowsJS(): Promise<readonly (readonly unknown[])[]>;
  yieldRowsJs(): AsyncIterable<readonly (readonly unknown[])[]>;
}

/** The part of DuckDB's connection that is used. */
interface Connection {
  run(sql: string): Promise<Result>;
  stream(sql: string): Promise<Result>;
  interrupt(): void;
}

const refused = (cause: unknown): never => {
  throw new SqlError(cause instanceof Error ? cause.message : String(cause), { cause });
};

const over = (connection: Connection, folder: string): Database => ({
  folder,
  async run(sql) {
    await connection.run(sql).catch(refused);
  },
  async rows(sql) {
    const result = await connection.run(sql).catch(refused);
    return (await result.getRowsJS()) as SqlRow[];
  },
  async *stream(sql) {
    const result = await connection.stream(sql).catch(refused);
    try {
      for await (const rows of result.yieldRowsJs()) yield rows as readonly SqlRow[];
    } catch (cause) {
      refused(cause);
    }
  },
  interrupt: () => connection.interrupt(),
});
