import { realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { glob } from 'tinyglobby';

/** What arguments stand for. */
export interface FoundInputs {
  /** In the order of their names, each once. */
  readonly files: readonly string[];
  /** Arguments that stand for no file. */
  readonly unmatched: readonly string[];
}

/** The files in a folder that are taken for data. */
const DATA_FILES = '**/*.{csv,tsv,json,jsonl,ndjson}';

/**
 * Finds the files that arguments stand for. An argument is the name of a file or of a folder of data where there
 * is one, else a pattern. What lies in an excluded folder is passed over.
 */
export async function findInputs(
  patterns: readonly string[],
  excluded: readonly string[],
): Promise<FoundInputs> {
  const isExcluded = within(excluded);
  const found = new Map<string, string>();
  const unmatched: string[] = [];
  for (const pattern of patterns) {
    const files = (await filesOf(pattern)).filter((file) => !isExcluded(file));
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

async function filesOf(pattern: string): Promise<readonly string[]> {
  switch (kindOf(pattern)) {
    case 'file':
      return [pattern];
    case 'folder': {
      const inside = await glob(DATA_FILES, {
        cwd: pattern,
        caseSensitiveMatch: false,
        expandDirectories: false,
      });
      return inside.map((file) => join(pattern, file));
    }
    case 'nothing':
      return glob(pattern, { absolute: isAbsolute(pattern), expandDirectories: false });
  }
}

/** What has a name but cannot be looked at is a file that cannot be read. */
function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? 'nothing' : found.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? 'nothing' : 'file';
  }
}

/** Whether a file lies in one of some folders, whatever links lead there. */
function within(folders: readonly string[]): (file: string) => boolean {
  const roots = folders.map((folder) => realPath(folder) + sep);
  const known = new Map<string, boolean>();
  return (file) => {
    const folder = dirname(file);
    const seen = known.get(folder);
    if (seen !== undefined) return seen;
    const place = realPath(folder) + sep;
    const inside = roots.some((root) => place.startsWith(root));
    known.set(folder, inside);
    return inside;
  };
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
