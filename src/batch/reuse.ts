import { join } from 'node:path';
import { contentOf } from './digest.ts';
import { resultPath, TABLE } from './folder.ts';
import type { Content, FileRecord, Manifest, Settings } from './manifest.ts';
import type { NamedOutput } from './names.ts';
import { sameSettings } from './settings.ts';

/** What the last run has left and this one can take as it is. */
export interface Reusable {
  /** The record of each file whose result would be the same. */
  readonly records: ReadonlyMap<string, FileRecord>;
  /** Whether the folder is already all that this run would make of it. */
  readonly complete: boolean;
}

export const NOTHING_REUSABLE: Reusable = { records: new Map(), complete: false };

/**
 * Finds the files whose content is that of the last run, where everything else that decides a result is the same,
 * too. A file that could not be used is tried again. What is there is believed only by its digest: it may have
 * been edited since.
 */
export function findReusable(
  folder: string,
  { manifest, finished }: { readonly manifest: Manifest | null; readonly finished: boolean },
  settings: Settings,
  jobs: readonly NamedOutput[],
): Reusable {
  if (manifest === null || !sameSettings(manifest, settings)) return NOTHING_REUSABLE;
  if (!isContent(join(folder, TABLE), manifest.table)) return NOTHING_REUSABLE;
  const known = new Map(manifest.files.map((record) => [record.path, record]));
  const records = new Map<string, FileRecord>();
  for (const { path, output } of jobs) {
    const record = known.get(path);
    if (record === undefined || record.input === null || record.output === null) continue;
    if (!isContent(path, record.input)) continue;
    if (isContent(resultPath(folder, output), record.output)) records.set(path, record);
  }
  const unchanged = records.size === jobs.length && records.size === manifest.files.length;
  return { records, complete: finished && unchanged };
}

/** Whether a file can be read and holds just that. */
export const isContent = (path: string, { bytes, sha256 }: Content): boolean => {
  const found = contentOf(path);
  return found !== null && found.bytes === bytes && found.sha256 === sha256;
};
