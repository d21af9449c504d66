import { version } from '../../../package.json';
import type { BatchOutcome, Manifest } from '../../batch/manifest.ts';
import { nameOutputs, outputName } from '../../batch/names.ts';
import { restatementOf } from '../../batch/restate.ts';
import { findReusable, NOTHING_REUSABLE } from '../../batch/reuse.ts';
import { settingsOf } from '../../batch/settings.ts';
import type { Catalogue, Vocabulary } from '../../catalogue/catalogue.ts';
import { createWords } from '../../message/words.ts';
import { findInputs } from '../../read/find-inputs.ts';
import { type BatchReport, batchBlocks } from '../../report/batch.ts';
import type { BatchFormat, SummaryFormat } from '../../report/formats.ts';
import { assertGroups } from '../analysis.ts';
import type { BatchFileOptions } from '../batch-file.ts';
import {
  assertOtherFolder,
  assertOutside,
  openFolder,
  readResults,
  resultsIn,
} from '../batch-folder.ts';
import { type BatchWork, computeBatch, keepBatch } from '../batch-run.ts';
import { configured } from '../config.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { usageError } from '../failure.ts';
import { type Host, writeTo } from '../host.ts';
import { assertLayout } from '../metrics-report.ts';
import type { CommonOptions } from '../options.ts';
import { assertWritable, deliver } from '../output.ts';
import { assertOther } from '../own-input.ts';
import { metricId } from '../selection.ts';
import { surfaceOf } from '../surface.ts';

export interface BatchOptions extends CommonOptions, BatchFileOptions {
  readonly out: string;
  readonly force?: true;
  /** A folder of earlier results. */
  readonly diff?: string;
  readonly summary: SummaryFormat;
}

const EXTENSIONS: Readonly<Record<BatchFormat, string>> = {
  csv: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  markdown: 'md',
};

/** Computes every file into a folder, as far as that has not been done, and says what became of them. */
export async function runBatch(
  patterns: readonly string[],
  options: BatchOptions,
  host: Host,
): Promise<ExitCode> {
  const { out, diff, force } = options;
  assertCoherent(options);
  const { catalogue } = await configured(options, host);
  assertGroups(options.by, catalogue);
  const words = await createWords(catalogue, { ...options, language: options.lang });
  const metric = [...new Set(options.metric.map((text) => metricId(text, catalogue)))];
  const earlier = diff === undefined ? null : readResults(diff);
  const { jobs, kept } = await jobsOf(patterns, options);
  assertOther(
    options.output,
    jobs.map(({ path }) => path),
  );
  const deciding = decidingOptions({ ...options, metric });
  const settings = settingsOf(catalogue, metric, { ...deciding }, version);
  const folder = await openFolder(out, host);
  try {
    const reusable = force ? NOTHING_REUSABLE : findReusable(out, folder, settings, jobs);
    const work: BatchWork = {
      plan: { folder: out, vocabulary: vocabularyOf(catalogue), options: deciding },
      settings,
      jobs,
      kept,
      reusable,
    };
    const { manifest, problems } = reusable.complete
      ? keepBatch(out, folder.manifest as Manifest)
      : await computeBatch(work, host);
    if (problems.length > 0) await writeTo(host.stderr, `${problems.join('\n')}\n`);
    const report: BatchReport = {
      words,
      folder: out,
      manifest,
      computed: jobs.length - reusable.records.size,
      restatement: earlier && restatementOf(earlier, resultsIn(out, manifest)),
    };
    await deliver(await write(report, options, host), options, host.stdout);
    return exitCodeOf(manifest);
  } finally {
    folder.release();
  }
}

/** Throws a UsageError where options contradict each other. */
function assertCoherent(options: BatchOptions): void {
  const { out, diff, layout, metric, output, overwrite } = options;
  assertLayout(options);
  if (layout === 'wide' && metric.length === 0) throw usageError('wide-without-metric', {});
  if (diff !== undefined && layout === 'wide') throw usageError('wide-results', { path: out });
  if (diff !== undefined) assertOtherFolder(diff, out);
  if (output === undefined || output === '-') return;
  assertOutside(output, diff === undefined ? [out] : [out, diff]);
  assertWritable(output, overwrite === true);
}

/**
 * The files that are computed, each with its result, and the folders of results that are kept because what they
 * were made of could not be looked at. Throws a UsageError where that cannot be told.
 */
async function jobsOf(
  patterns: readonly string[],
  { out, diff, format }: BatchOptions,
): Promise<Pick<BatchWork, 'jobs' | 'kept'>> {
  const folders = [out, diff].filter((folder) => folder !== undefined);
  const { files, unseen, unmatched, excluded } = await findInputs(patterns, folders);
  if (excluded.length > 0) throw usageError('inputs-in-results', { patterns: excluded, folders });
  if (unmatched.length > 0) throw usageError('no-match', { patterns: unmatched });
  const jobs = nameOutputs(files, EXTENSIONS[format]);
  if ('first' in jobs) throw usageError('same-output', jobs);
  return { jobs, kept: new Set(unseen.map((path) => outputName(path, ''))) };
}

/** The options that decide what is written, and no others: what a file gives depends on nothing else. */
const decidingOptions = ({
  format,
  layout,
  by,
  metric,
  interval,
  partial,
  allowInvalid,
  encoding,
  failOn,
  lang,
  precision,
  rounding,
}: BatchFileOptions): BatchFileOptions => ({
  format,
  ...(layout !== undefined && { layout }),
  by,
  metric,
  ...(interval && { interval }),
  ...(partial && { partial }),
  ...(allowInvalid && { allowInvalid }),
  encoding,
  failOn,
  lang,
  precision,
  rounding,
});

/** The data of a vocabulary, without what is computed from it. */
const vocabularyOf = ({
  counts,
  metrics,
  standards,
  unitNames,
  unitGroups,
}: Catalogue): Vocabulary => ({
  counts,
  metrics,
  standards,
  unitNames,
  unitGroups,
});

async function write(
  report: BatchReport,
  options: BatchOptions,
  host: Host,
): Promise<Iterable<string>> {
  if (options.summary === 'json') {
    return (await import('../../report/batch-json.ts')).writeBatchJson(report);
  }
  const { drawBlocks } = await import('../../report/table.ts');
  const { paintFor } = await import('../../report/paint.ts');
  const { layout: _, ...rest } = options;
  const surface = surfaceOf(rest, host);
  return drawBlocks(batchBlocks(report), surface, await paintFor(surface.colour));
}

/** A file that could not be used goes before a finding. */
function exitCodeOf({ files }: Manifest): ExitCode {
  const has = (wanted: BatchOutcome): boolean => files.some(({ outcome }) => outcome === wanted);
  return has('unusable') ? EXIT.unusable : has('finding') ? EXIT.finding : EXIT.done;
}
