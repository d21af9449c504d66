import { lstatSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';
import { holdsResults } from '../batch/folder.ts';
import { CONFIG_NAME } from './find-config.ts';

/** What arguments stand for. */
export interface FoundInputs {
  /** In the order of their names, each once. */
  readonly files: readonly string[];
  /** Arguments that stand for no file. */
  readonly unmatched: readonly string[];
}

/** The files in a folder that are taken for data. */
const DATA_FILES = '**/*.{csv,tsv,json,jsonl,ndjson,parquet}';

/**
 * Finds the files that arguments stand for. An argument is the name of a file or of a folder of data where there
 * is one, else a pattern. What lies in an excluded folder is passed over; and what a folder or a pattern finds in
 * any folder of results, too.
 */
export async function findInputs(
  patterns: readonly string[],
  excluded: readonly string[],
): Promise<FoundInputs> {
  const isExcluded = byFolder(within(excluded));
  const isResult = byFolder(withinResults);
  const found = new Map<string, string>();
  const unmatched: string[] = [];
  for (const pattern of patterns) {
    const isNamed = kindOf(pattern) === 'file';
    const files = (isNamed ? [pattern] : await search(pattern)).filter(
      (file) => !isExcluded(file) && (isNamed || !isResult(file)),
    );
    if (files.length === 0) unmatched.push(pattern);
    for (const file of files) {
      const place = resolve(file);
      // Of two ways to write a name the same one is taken whatever their order.
      const known = found.get(place);
      if (known === undefined || file < known) found.set(place, file);
    }
  }
  return { files: [...found.values()].sort(), unmatched };
}

/** The files in a folder, or those that fit a pattern. */
async function search(pattern: string): Promise<readonly string[]> {
  if (kindOf(pattern) === 'nothing') {
    return glob(pattern, { absolute: isAbsolute(pattern), expandDirectories: false });
  }
  const options = {
    cwd: pattern,
    ignore: [`**/${CONFIG_NAME}`],
    caseSensitiveMatch: false,
    expandDirectories: false,
  };
  return (await glob(DATA_FILES, options)).map((file) => join(pattern, file));
}

/** What has a name but cannot be looked at is a file that cannot be read. */
function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) {
      // A link that leads nowhere.
      return lstatSync(path, { throwIfNoEntry: false }) === undefined ? 'nothing' : 'file';
    }
    return found.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? 'nothing' : 'file';
  }
}

/** Asks once for each folder of files what holds for all of them. */
function byFolder(holds: (folder: string) => boolean): (file: string) => boolean {
  const known = new Map<string, boolean>();
  return (file) => {
    const folder = dirname(file);
    const seen = known.get(folder) ?? holds(folder);
    known.set(folder, seen);
    return seen;
  };
}

/** Whether a folder is one of some or lies in one, whatever links lead there. */
function within(folders: readonly string[]): (folder: string) => boolean {
  const roots = folders.map((folder) => realPath(folder) + sep);
  return (folder) => roots.some((root) => (realPath(folder) + sep).startsWith(root));
}

function withinResults(folder: string): boolean {
  for (let at = realPath(folder); at !== dirname(at); at = dirname(at)) {
    if (holdsResults(at)) return true;
  }
  return false;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
