import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Selection, selectedUnits } from '../aggregate/group.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Words } from '../message/words.ts';
import { type FileByUnit, openByUnit } from '../read/by-unit.ts';
import { ChangedInputError } from '../read/changes.ts';
import type { Engine } from '../read/engines.ts';
import { isParquet } from '../recognise/extension.ts';
import type { DataByUnit } from '../validate/by-unit.ts';
import type { Entry } from '../validate/dataset.ts';
import { noteTexts } from './data.ts';
import { useDatabase, withoutDatabase } from './database.ts';
import { usageError } from './failure.ts';
import { type Host, writeTo } from './host.ts';
import { type LargeFile, SORTING_MIB } from './large-file.ts';
import type { DataOptions } from './options.ts';
import { systemCode } from './output.ts';
import { progressOn } from './progress.ts';
import { assertStated, selectionOf } from './selection.ts';

export interface ByUnitRequest extends DataOptions {
  readonly engine: Engine;
}

/**
 * Has a large file gone through unit by unit, so that its size does not matter. Returns null, with nothing said,
 * where the file is not fit for that: it is then to be read as usual, which says what is wrong if anything is.
 */
export async function withDataByUnit<T>(
  file: LargeFile,
  options: ByUnitRequest,
  catalogue: Catalogue,
  words: Words,
  host: Host,
  use: (data: DataByUnit, selection: Selection) => Promise<T>,
): Promise<T | null> {
  // Who has not reported is left out of a sum: that is known when all units have been seen.
  if (options.partial === true) return null;
  const { path } = file;
  const folder = temporaryFolder();
  try {
    const opened = await open(file, folder, options, catalogue, words, host);
    if (opened === null) return null;
    const { data, note } = opened;
    const entries = data.periods.map((period) => ({ period }));
    const selection = selectionOf(options, { units: data.units, entries }, catalogue);
    // One unit by itself is not summed, and may state a rate as published.
    if (selectedUnits(data, selection).length < 2) return null;
    assertStated(entriesIn(data), selection);
    for (const text of noteTexts(note, words)) await writeTo(host.stderr, `${text}\n`);
    return await use(data, selection);
  } catch (error) {
    if (error instanceof ChangedInputError) throw usageError('input-changed', { path });
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* entriesIn(data: DataByUnit): Iterable<Entry> {
  for (const { entries } of data.eachUnit()) yield* entries;
}

function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'xc-eval-'));
  } catch (error) {
    throw usageError('no-temporary-folder', { path: tmpdir(), cause: systemCode(error) });
  }
}

/** Where the rows of its units do not stand together, they are brought together in a copy. */
async function open(
  file: LargeFile,
  folder: string,
  { encoding, engine }: ByUnitRequest,
  catalogue: Catalogue,
  words: Words,
  host: Host,
): Promise<FileByUnit | null> {
  const { path, bytes } = file;
  const progress = await progressOn(host, bytes);
  const update = (fraction: number) => progress.update(words.place({ file: path }), fraction);
  const options = { encoding, update };
  try {
    const asItIs =
      engine === 'duckdb' || isParquet(path) ? null : await openByUnit(path, catalogue, options);
    if (asItIs !== null) return asItIs;
    const copy = await useDatabase({ memoryMiB: SORTING_MIB }, async (database) => {
      const { sortedCopy } = await import('../read/sorted-copy.ts');
      return sortedCopy(path, catalogue, { encoding, folder }, database);
    });
    return copy && (await openByUnit(path, catalogue, { ...options, copy }));
  } catch (error) {
    return withoutDatabase(error, file, engine);
  } finally {
    progress.stop();
  }
}
