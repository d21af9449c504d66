import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import {
  type FolderState,
  MANIFEST,
  makeFolder,
  stateOf,
  TABLE,
  UNFINISHED,
} from '../batch/folder.ts';
import { lockFolder } from '../batch/lock.ts';
import type { Manifest } from '../batch/manifest.ts';
import type { Results } from '../batch/restate.ts';
import { isContent } from '../batch/reuse.ts';
import { parseManifest } from '../schema/batch.ts';
import { usageError } from './failure.ts';
import type { Host } from './host.ts';
import { systemCode } from './output.ts';

/** What the last run has left in a folder. */
interface LastRun {
  /** Null where there was none, or it was killed before any was finished. */
  readonly manifest: Manifest | null;
  /** Whether it was finished. */
  readonly finished: boolean;
}

/** A folder that this run alone writes to, until it is released. */
export interface OpenFolder extends LastRun {
  release(): void;
}

/** Takes a folder for results. Throws a UsageError where it holds anything else, or where another run has it. */
export async function openFolder(folder: string, host: Host): Promise<OpenFolder> {
  try {
    makeFolder(folder);
    lastRunIn(folder);
    const lock = await lockFolder(folder, host);
    if ('holder' in lock) {
      const { pid, host: machine, since, path } = lock.holder;
      throw usageError('folder-in-use', { path: folder, pid, host: machine, since, lock: path });
    }
    try {
      // Only now does nobody else change it.
      return { ...lastRunIn(folder), release: lock.release };
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw usageError('cannot-write', { path: folder, cause: systemCode(error) });
  }
}

function lastRunIn(folder: string): LastRun {
  const state = stateIn(folder);
  if (state === null) throw usageError('not-for-results', { path: folder });
  const { manifest: text, finished } = state;
  if (text === null) return { manifest: null, finished };
  const parsed = parseManifest(text);
  if ('manifest' in parsed) return { manifest: parsed.manifest, finished };
  const path = join(folder, finished ? MANIFEST : UNFINISHED);
  throw usageError('unreadable-manifest', { path, folder, wrongAt: parsed.wrongAt });
}

function stateIn(folder: string): FolderState | null {
  try {
    return stateOf(folder);
  } catch (error) {
    const { path = folder } = error as NodeJS.ErrnoException;
    throw usageError('cannot-read', { path, cause: systemCode(error) });
  }
}

/** The finished results in a folder, to be compared. Throws a UsageError where there are none. */
export function readResults(folder: string): Results {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch (error) {
    const cause = systemCode(error);
    if (cause === 'ENOENT') throw usageError('no-results', { path: folder, cause });
    throw usageError('cannot-read', { path: join(folder, MANIFEST), cause });
  }
  const parsed = parseManifest(text);
  if ('wrongAt' in parsed) throw usageError('no-results', { path: folder, cause: parsed.wrongAt });
  const { manifest } = parsed;
  if (manifest.options.layout === 'wide') throw usageError('wide-results', { path: folder });
  const results = resultsIn(folder, manifest);
  assertUnaltered(results);
  return results;
}

/** Figures are found by their place in the table: in any other table there would be others. */
function assertUnaltered({ table, manifest }: Results): void {
  try {
    accessSync(table, constants.R_OK);
  } catch (error) {
    throw usageError('cannot-read', { path: table, cause: systemCode(error) });
  }
  if (!isContent(table, manifest.table)) throw usageError('altered-results', { path: table });
}

export const resultsIn = (folder: string, manifest: Manifest): Results => ({
  folder,
  table: join(folder, TABLE),
  manifest,
});

/** Throws a UsageError where two names are of one folder. */
export function assertOtherFolder(earlier: string, folder: string): void {
  const known = placeOf(earlier);
  if (known !== null && known === placeOf(folder))
    throw usageError('same-results', { path: folder });
}

/** Throws a UsageError where a file would stand among results, which a run writes and clears itself. */
export function assertOutside(output: string, folders: readonly string[]): void {
  const parent = dirname(output);
  const file = join(placeOf(parent) ?? resolve(parent), basename(output));
  for (const folder of folders) {
    const path = relative(placeOf(folder) ?? resolve(folder), file);
    if (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)) {
      throw usageError('output-in-results', { path: output, folder });
    }
  }
}

/** Where a name leads; null where it leads nowhere. */
function placeOf(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
