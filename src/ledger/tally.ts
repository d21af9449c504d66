import { statSync } from 'node:fs';
import { issue } from '../issue/issue.ts';
import { ChangedInputError, stateOf } from '../read/changes.ts';
import { distinct } from '../read/distinct.ts';
import type { Engine } from '../read/engines.ts';
import type { InputPath, ReadOptions } from '../read/input.ts';
import { isParquet } from '../recognise/extension.ts';
import type { UnitName } from '../tally/examine.ts';
import type { Mapping } from '../tally/mapping.ts';
import type { Tally } from '../tally/tally.ts';
import type { LedgerNote } from './ledger.ts';

/** From this many bytes on DuckDB, which takes a third of a second to start, is the faster. */
const LARGE = 32 << 20;

/** A Parquet file where only the built-in engine may read. */
export class NeedsDuckDbError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} takes DuckDB`);
    this.path = path;
  }
}

/**
 * Makes counts of ledgers. Both engines give the same. Throws a NoDuckDbError where DuckDB is needed and not
 * installed, a NeedsDuckDbError where it is needed and not allowed, a NoRoomError where it has no room for its files
 * and cannot be done without, and a ChangedInputError where a ledger was written to meanwhile.
 */
export async function tallyLedgers(
  paths: readonly InputPath[],
  mapping: Mapping,
  unitName: UnitName,
  engine: Engine,
  options: ReadOptions,
): Promise<Tallied> {
  const { once, repeated } = distinct(paths);
  const states = once.map(stateOf);
  const made = await tallyByOne(once, mapping, unitName, engine, options).finally(() => {
    const changed = once.find((path, index) => path !== '-' && stateOf(path) !== states[index]);
    // Whatever else went wrong may be due to that.
    if (changed !== undefined) throw new ChangedInputError(changed);
  });
  const { tally } = made;
  const isEmpty = tally.rows === 0 && tally.issues.length === 0;
  const read = isEmpty ? once.map((file) => issue('no-rows', { file }, {})) : tally.issues;
  return { ...made, tally: { ...tally, issues: [...read, ...repeated] } };
}

interface Tallied {
  readonly tally: Tally;
  readonly notes: readonly LedgerNote[];
}

async function tallyByOne(
  paths: readonly InputPath[],
  mapping: Mapping,
  unitName: UnitName,
  engine: Engine,
  options: ReadOptions,
): Promise<Tallied> {
  let input: Promise<Buffer> | null = null;
  // Rows with problems are looked up in a second reading.
  const standardInput = (): Promise<Buffer> => (input ??= options.standardInput());
  const reading = { ...options, standardInput };
  const builtIn = async () =>
    (await import('./builtin.ts')).tallyBuiltIn(paths, mapping, unitName, reading);
  const parquet = paths.find(isParquet);
  if (engine === 'builtin') {
    if (parquet !== undefined) throw new NeedsDuckDbError(parquet);
    return builtIn();
  }
  if (engine === 'auto' && parquet === undefined && sizeOf(paths) < LARGE) return builtIn();
  const { NoDuckDbError, NoRoomError, SqlError } = await import('../duckdb/database.ts');
  const { tallyByDuckDb } = await import('./duckdb.ts');
  try {
    return await tallyByDuckDb(paths, mapping, unitName, reading);
  } catch (error) {
    const canDoWithout = engine === 'auto' && parquet === undefined;
    const isOfDuckDb = [NoDuckDbError, NoRoomError, SqlError].some((type) => error instanceof type);
    if (isOfDuckDb && canDoWithout) return builtIn();
    throw error;
  }
}

const sizeOf = (paths: readonly InputPath[]): number =>
  paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
