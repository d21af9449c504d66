import { accessSync, constants, statSync } from 'node:fs';
import type { Engine } from '../read/engines.ts';
import { extensionOf, isParquet } from '../recognise/extension.ts';

/** From this many bytes on a table is not held in memory: below, going through it more than once takes longer. */
export const LARGE = 24 << 20;

/** From this many bytes on the values of single rows are made by DuckDB, which takes a third of a second to load. */
export const WORTH_LOADING = 4 << 20;

/** What DuckDB may hold in memory; what does not fit goes to disk. With half of it, one thread works where two could. */
export const MEMORY_MIB = 384;

/** The same while it puts rows in order, of which much more than that is in use. */
export const SORTING_MIB = 96;

export interface LargeFile {
  readonly path: string;
  readonly bytes: number;
  /** Whether it may be held in memory all the same. */
  readonly isHeld: boolean;
}

/** The one file of a run where it can be read and has some size, or is to be treated as if it had; else null. */
export function largeFile(
  files: readonly string[],
  engine: Engine,
  size = LARGE,
): LargeFile | null {
  const [path] = files;
  if (path === undefined || files.length > 1 || engine === 'builtin') return null;
  const file = statSync(path, { throwIfNoEntry: false });
  if (file?.isFile() !== true) return null;
  const least = engine === 'duckdb' ? 0 : size;
  const isCsv = ['csv', 'tsv'].includes(extensionOf(path));
  const isWanted = (isCsv && file.size >= least) || isParquet(path);
  if (!isWanted || !isReadable(path)) return null;
  return { path, bytes: file.size, isHeld: engine === 'auto' && isCsv && file.size < LARGE };
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
