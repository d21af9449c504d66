import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isDynamicPattern } from 'tinyglobby';
import { holdsResults } from '../batch/folder.ts';
import { crawl } from './crawl.ts';
import { CONFIG_NAME } from './find-config.ts';

/** What arguments stand for. */
export interface FoundInputs {
  /** In the order of their names, each once; what could not be looked at is among them. */
  readonly files: readonly string[];
  /** What could not be looked at and may be, or have been, a folder of files. */
  readonly unseen: readonly string[];
  /** Arguments that stand for no file. */
  readonly unmatched: readonly string[];
  /** Arguments all files of which lie in an excluded folder. */
  readonly excluded: readonly string[];
}

/** The files in a folder that are taken for data. */
const DATA_FILES = '**/*.{csv,tsv,json,jsonl,ndjson,parquet}';

/**
 * Finds the files that arguments stand for. An argument is the name of a file or of a folder of data where there
 * is one, else a pattern. What lies in an excluded folder is passed over; and what a folder or a pattern finds in
 * any folder of results, too. A file that is reached by several names, links or not, counts once.
 */
export async function findInputs(
  patterns: readonly string[],
  excluded: readonly string[],
): Promise<FoundInputs> {
  const [isWithin, folderOf] = [within(excluded), byFolder(realPath)];
  const isExcluded = byFolder(isWithin);
  const isResult = byFolder(withinResults);
  const found = new Map<string, Name>();
  const unseen = new Set<string>();
  const unmatched: string[] = [];
  const passedOver: string[] = [];
  for (const pattern of patterns) {
    const all = await search(pattern);
    const hidden = all.unseen.filter((path) => !isWithin(path) && !withinResults(path));
    const own = all.files.filter((file) => !isExcluded(file));
    const files = all.isNamed ? own : own.filter((file) => !isResult(file));
    if (files.length + hidden.length === 0) {
      (all.files.length > own.length ? passedOver : unmatched).push(pattern);
    }
    for (const path of hidden) unseen.add(path);
    for (const file of [...files, ...hidden]) {
      const name = nameOf(file, folderOf(file));
      const known = found.get(name.place);
      if (known === undefined || isBetter(name, known)) found.set(name.place, name);
    }
  }
  const files = [...found.values()].map(({ file }) => file).sort();
  return { files, unseen: [...unseen].sort(), unmatched, excluded: passedOver };
}

/** A file under one of its names. */
interface Name {
  readonly file: string;
  /** Without links: equal for all names of the file. */
  readonly place: string;
  /** Whether the name leads there without a link. */
  readonly isPlain: boolean;
  /** How many folders the name leads through. */
  readonly depth: number;
}

function nameOf(file: string, folder: string): Name {
  const [path, beside] = [resolve(file), join(folder, basename(file))];
  const place = isLink(beside) ? realPath(beside) : beside;
  return { file, place, isPlain: place === path, depth: path.split(sep).length };
}

/** Of several names of a file the same one is taken whatever their order: the one that is most its own. */
function isBetter(name: Name, known: Name): boolean {
  if (name.isPlain !== known.isPlain) return name.isPlain;
  if (name.depth !== known.depth) return name.depth < known.depth;
  return name.file < known.file;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  } catch {
    return false;
  }
}

interface Searched {
  /** Whether the argument is the name of what it stands for. */
  readonly isNamed: boolean;
  readonly files: readonly string[];
  readonly unseen: readonly string[];
}

/** What an argument names, or the files in a folder, or those that fit a pattern. */
async function search(pattern: string): Promise<Searched> {
  const kind = kindOf(pattern);
  if (kind === 'file') return { isNamed: true, files: [pattern], unseen: [] };
  if (kind === 'folder') {
    const options = {
      cwd: pattern,
      ignore: [`**/${CONFIG_NAME}`],
      caseSensitiveMatch: false,
      expandDirectories: false,
    };
    const { files, unseen } = await crawl(DATA_FILES, options);
    const place = resolve(pattern);
    return {
      isNamed: false,
      files: files.map((file) => join(pattern, file)),
      unseen: unseen.map((path) => join(pattern, relative(place, path))),
    };
  }
  const named = { isNamed: true, files: [], unseen: [pattern] };
  if (kind === 'unseen' && !isDynamicPattern(pattern)) return named;
  const absolute = isAbsolute(pattern);
  const { files, unseen } = await crawl(pattern, { absolute, expandDirectories: false });
  if (kind === 'unseen' && files.length + unseen.length === 0) return named;
  const names = absolute ? unseen : unseen.map((path) => relative('.', path) || '.');
  return { isNamed: false, files, unseen: names };
}

/** `unseen`: it has a name, but cannot be looked at. */
function kindOf(path: string): 'file' | 'folder' | 'nothing' | 'unseen' {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) {
      // A link that leads nowhere.
      return lstatSync(path, { throwIfNoEntry: false }) === undefined ? 'nothing' : 'unseen';
    }
    return found.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? 'nothing' : 'unseen';
  }
}

/** Asks once for each folder of files what holds for all of them. */
function byFolder<T>(ask: (folder: string) => T): (file: string) => T {
  const known = new Map<string, T>();
  return (file) => {
    const folder = dirname(file);
    const seen = known.get(folder) ?? ask(folder);
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
