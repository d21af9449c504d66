import { existsSync } from 'node:fs';
import { type Baseline, isForOtherUnits } from '../check/baseline.ts';
import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import { encodeJson } from '../report/json-text.ts';
import { usageError } from './failure.ts';
import { type Host, writeTo } from './host.ts';
import { jsonIn } from './json-file.ts';
import { assertWritable, deliver } from './output.ts';

export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline?: true;
}

/** The baseline that a run is held against; null without one. Throws a UsageError on one that is not to be used. */
export async function readBaseline({
  baseline: path,
  updateBaseline,
}: BaselineOptions): Promise<Baseline | null> {
  if (path === undefined) {
    if (updateBaseline === true) throw usageError('update-without-baseline', {});
    return null;
  }
  if (updateBaseline === true) assertWritable(path, true);
  if (!existsSync(path)) {
    if (updateBaseline === true) return null;
    throw usageError('no-baseline', { path });
  }
  const { parseBaseline } = await import('../schema/baseline.ts');
  const corrupt = (cause: string) => usageError('corrupt-baseline', { path, cause });
  const parsed = parseBaseline(jsonIn(path, corrupt));
  if ('baseline' in parsed) return parsed.baseline;
  if ('version' in parsed) {
    throw usageError('other-baseline-version', { path, version: parsed.version });
  }
  throw corrupt(parsed.wrongAt);
}

/** Says where the data has none of the units of a baseline: it may be for other data, or all is mended. */
export async function sayOfUnits(
  baseline: Baseline,
  path: string,
  units: readonly string[],
  { phrases }: Words,
  host: Host,
): Promise<void> {
  if (!isForOtherUnits(baseline, units)) return;
  await writeTo(host.stderr, `${phrases.notes.otherUnits(visible(path))}\n`);
}

/** Writes a baseline, an entry a line so that changes of it can be read. */
export async function writeBaseline(
  { baselineVersion, known }: Baseline,
  path: string,
  host: Host,
): Promise<void> {
  const entries = known.map((entry) => `\n${encodeJson(entry)}`).join(',');
  const text = `{"baselineVersion": ${baselineVersion}, "known": [${entries}\n]}\n`;
  await deliver([text], { output: path, overwrite: true }, host.stdout);
}
