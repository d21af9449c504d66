import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { isLock } from './lock.ts';

/*
 * A folder of results:
 *
 *   manifest.json   what is here and what it was made of; written last
 *   merged.csv      the figures of all files
 *   results/        a result for each file, under the name of the file
 *   .unfinished     while a run writes, and after one that was killed: the manifest of the run before, or nothing
 *   .drafts/        what is being written; moved to its place when it is whole
 *   .lock-…         of the process that writes
 *
 * A folder without a manifest.json is not finished, whatever else is in it.
 */
export const MANIFEST = 'manifest.json';
export const TABLE = 'merged.csv';
export const RESULTS = 'results';
export const UNFINISHED = '.unfinished';
export const DRAFTS = '.drafts';

/** What a folder holds that may become or stay one of results. */
export interface FolderState {
  /** The manifest of the last run that was finished, as text; null where there is none. */
  readonly manifest: string | null;
  /** Whether that run was the last: else what a killed run has left may be newer than the manifest. */
  readonly finished: boolean;
}

/** Makes a folder, with those above it. Errors of the system go on. */
export const makeFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
};

/** A folder where a file of results should be: it is not of a run, and nothing could be put in its place. */
class FolderInResults extends Error {
  readonly code = 'EISDIR';
  readonly path: string;
  constructor(path: string) {
    super(`folder at ${path}`);
    this.path = path;
  }
}

/**
 * What a folder holds; null where it holds something else than results, which must not be touched. Errors of the
 * system go on.
 */
export function stateOf(folder: string): FolderState | null {
  for (const path of [join(folder, MANIFEST), join(folder, UNFINISHED)]) {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
    if (isFolder) throw new FolderInResults(path);
  }
  for (const [name, finished] of [[MANIFEST, true] as const, [UNFINISHED, false] as const]) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8');
    return { manifest: text === '' ? null : text, finished };
  }
  return readdirSync(folder).every(isLock) ? { manifest: null, finished: true } : null;
}

/** Whether a folder looks like one of results, finished or not. */
export const holdsResults = (folder: string): boolean =>
  existsSync(join(folder, UNFINISHED)) ||
  (existsSync(join(folder, MANIFEST)) && existsSync(join(folder, TABLE)));

/** Declares a folder unfinished until `finish` and clears what a killed run has left of its drafts. */
export function begin(folder: string): void {
  const unfinished = join(folder, UNFINISHED);
  const manifest = join(folder, MANIFEST);
  if (existsSync(manifest)) renameSync(manifest, unfinished);
  else if (!existsSync(unfinished)) writeFileSync(unfinished, '');
  rmSync(join(folder, DRAFTS), { recursive: true, force: true });
  mkdirSync(join(folder, DRAFTS));
}

/** A link where a folder of results should be: writing through it would leave the folder. */
export class LinkInResults extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`link at ${path}`);
    this.path = path;
  }
}

/**
 * Makes the folders of results, and removes the results of other inputs: what lies in `results/` belongs to the
 * run. What lies in `kept` stays: nobody could see whether its inputs are still there. Throws a LinkInResults.
 */
export function prepareResults(
  folder: string,
  outputs: readonly string[],
  kept: ReadonlySet<string>,
): void {
  const wanted = new Set(outputs);
  const folders = new Set(['']);
  for (const output of outputs) {
    for (let at = dirname(output); at !== '.'; at = dirname(at)) folders.add(at);
  }
  const root = join(folder, RESULTS);
  assertNoLink(root);
  mkdirSync(root, { recursive: true });
  const clear = (inside: string): void => {
    if (kept.has(inside)) return;
    for (const entry of readdirSync(join(root, inside), { withFileTypes: true })) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      const path = join(root, name);
      if (kept.has(name)) continue;
      if (folders.has(name)) assertNoLink(path);
      if (folders.has(name) && entry.isDirectory()) clear(name);
      else if (!wanted.has(name) || entry.isDirectory()) rmSync(path, { recursive: true });
    }
  };
  clear('');
  for (const name of [...folders].sort()) mkdirSync(join(root, name), { recursive: true });
}

function assertNoLink(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() === true) throw new LinkInResults(path);
}

/** Puts the merged table in its place and, last, the manifest. */
export function finish(folder: string, table: string, manifest: Iterable<string>): void {
  renameSync(table, join(folder, TABLE));
  const draft = join(folder, DRAFTS, MANIFEST);
  const file = openSync(draft, 'wx');
  try {
    for (const text of manifest) writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, join(folder, MANIFEST));
  clean(folder);
}

/** Removes what only an unfinished folder needs. */
export function clean(folder: string): void {
  rmSync(join(folder, UNFINISHED), { force: true });
  rmSync(join(folder, DRAFTS), { recursive: true, force: true });
}

/** Where the result of a file lies. */
export const resultPath = (folder: string, output: string): string => join(folder, RESULTS, output);
