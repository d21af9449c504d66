import { statSync } from 'node:fs';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Issue } from '../issue/issue.ts';
import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import type { InputNote, ReadOptions } from '../read/input.ts';
import { type Loaded, load } from '../read/load.ts';
import { usageError } from './failure.ts';
import { type Host, readAll, writeTo } from './host.ts';
import type { DataOptions } from './options.ts';
import { progressOn } from './progress.ts';

/** The data of a command. */
export interface CommandData extends Loaded {
  /** Not where the data is invalid and the user did not ask to go on: then nothing is computed. */
  readonly usable: boolean;
}

/** Bytes that are read and gone through before optimised code for them would be worth its making, */
const FEW_BYTES = 128 << 10;

/** and as many rows, where the bytes are not known beforehand. */
const FEW_ROWS = 1000;

/** Reads tables and says on stderr what is to be known of them, every problem listed. */
export const loadTables = (
  paths: readonly string[],
  options: Pick<DataOptions, 'encoding' | 'allowInvalid'>,
  catalogue: Catalogue,
  words: Words,
  host: Host,
): Promise<CommandData> =>
  loadInputs(paths, options, words, host, {
    load: (read) => load(paths, catalogue, read),
    holdsData: ({ dataset }) => dataset.entries.length > 0,
  });

/** The same of all tables of a command, which are few in a short run. */
export async function loadData(
  paths: readonly string[],
  options: Pick<DataOptions, 'encoding' | 'allowInvalid'>,
  catalogue: Catalogue,
  words: Words,
  host: Host,
): Promise<CommandData> {
  const isShort = expectShortWork(paths, host);
  const data = await loadTables(paths, options, catalogue, words, host);
  if (!isShort && data.dataset.entries.length <= FEW_ROWS) host.expectShortWork?.();
  return data;
}

/** Leaves V8's optimiser out where inputs are small files. Returns whether they are: others may be of any size. */
export function expectShortWork(paths: readonly string[], host: Host): boolean {
  let bytes = 0;
  for (const path of paths) {
    const file = statSync(path, { throwIfNoEntry: false });
    bytes += file?.isFile() === true ? file.size : Number.POSITIVE_INFINITY;
  }
  const isShort = bytes <= FEW_BYTES;
  if (isShort) host.expectShortWork?.();
  return isShort;
}

/** How the inputs of a command are read, and whether there is anything in them to go on with. */
export interface Loader<T> {
  load(options: ReadOptions): Promise<T>;
  holdsData(loaded: T): boolean;
}

/** Reads inputs, with progress, and says on stderr what is to be known of them, every problem listed. */
export async function loadInputs<T extends Pick<Loaded, 'issues' | 'notes'>>(
  paths: readonly string[],
  { encoding, allowInvalid }: Pick<DataOptions, 'encoding' | 'allowInvalid'>,
  words: Words,
  host: Host,
  { load: read, holdsData }: Loader<T>,
): Promise<T & Pick<CommandData, 'usable'>> {
  if (paths.length === 0) throw usageError('no-input', {});
  if (paths.filter((path) => path === '-').length > 1) throw usageError('stdin-twice', {});
  const progress = await progressOn(host, bytesOf(paths));
  const loaded = await read({
    encoding,
    standardInput: () => readAll(host.stdin),
    progress: (path, fraction) => progress.update(visible(path), fraction),
  })
    .catch(async (error: unknown) => (await import('./database.ts')).sayWhatIsMissing(error))
    .finally(progress.stop);
  for (const note of loaded.notes) {
    for (const text of noteTexts(note, words)) await writeTo(host.stderr, `${text}\n`);
  }
  if (loaded.issues.length === 0) return { ...loaded, usable: true };
  const goesOn = allowInvalid === true && holdsData(loaded);
  await reportIssues(loaded.issues, paths, goesOn, words, host);
  return { ...loaded, usable: goesOn };
}

/** Says on stderr what is wrong with inputs, and whether the run goes on all the same. */
export const reportIssues = (
  issues: readonly Issue[],
  paths: readonly string[],
  goesOn: boolean,
  words: Words,
  host: Host,
): Promise<void> => writeTo(host.stderr, issueList(issues, paths, goesOn, words));

/** How much there is to read, as far as that is known beforehand. */
const bytesOf = (paths: readonly string[]): number =>
  paths.reduce((total, path) => total + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);

/** What is to be known of an input beside its data, a line each. */
export function* noteTexts({ path, decoded, facts }: InputNote, words: Words): Iterable<string> {
  const { notes } = words.phrases;
  const name = words.place({ file: path });
  const { encoding, by } = decoded;
  if (encoding !== 'utf-8') yield notes.encoding(name, encoding, by);
  if (facts.unit !== null) yield notes.titleUnit(name, visible(facts.unit));
  if (facts.period !== null) yield notes.titlePeriod(name, words.phrases.period(facts.period));
}

function issueList(
  issues: readonly Issue[],
  paths: readonly string[],
  goesOn: boolean,
  words: Words,
): string {
  const lines = [...new Set(paths)].flatMap((path) =>
    issueLines(
      issues.filter(({ place }) => place.file === path),
      words,
    ),
  );
  return [...lines, words.phrases.notes.issues(issues.length, goesOn), ''].join('\n');
}

/** One line an issue, in the order of the file. */
export const issueLines = (issues: readonly Issue[], words: Words): string[] =>
  [...issues]
    .sort(
      (left, right) =>
        (left.place.line ?? 0) - (right.place.line ?? 0) ||
        (left.place.column ?? 0) - (right.place.column ?? 0),
    )
    .map((found) => `${words.place(found.place)}: ${words.issue(found)} [${found.code}]`);
