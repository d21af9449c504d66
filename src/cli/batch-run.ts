import { join } from 'node:path';
import {
  begin,
  clean,
  DRAFTS,
  finish,
  LinkInResults,
  prepareResults,
  TABLE,
} from '../batch/folder.ts';
import type { FileRecord, Manifest, Settings } from '../batch/manifest.ts';
import type { NamedOutput } from '../batch/names.ts';
import type { Reusable } from '../batch/reuse.ts';
import { joinTable, type Segment } from '../batch/table.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { csvHeader } from '../report/csv.ts';
import { SCHEMA_VERSION } from '../report/formats.ts';
import { encodeJson, lineList } from '../report/json-text.ts';
import type { BatchPlan, ComputedFile } from './batch-file.ts';
import { computeAll } from './batch-pool.ts';
import { usageError } from './failure.ts';
import type { Host } from './host.ts';
import { createReportMaker } from './metrics-report.ts';
import { systemCode } from './output.ts';
import { progressBar } from './progress.ts';

/** Fewer files than this are computed before a person could see a bar. */
const LONG = 100;

/** What is to be computed, and what of it is there already. */
export interface BatchWork {
  readonly plan: BatchPlan;
  readonly settings: Settings;
  readonly jobs: readonly NamedOutput[];
  /** Folders of results whose inputs could not be looked at. */
  readonly kept: ReadonlySet<string>;
  readonly reusable: Reusable;
}

/** A folder that holds all results. */
export interface BatchResult {
  readonly manifest: Manifest;
  /** What is wrong with the files that were computed, a line each. */
  readonly problems: readonly string[];
}

/** A folder in which nothing is to be changed. A run that was killed at its very end may have left its drafts. */
export function keepBatch(folder: string, manifest: Manifest): BatchResult {
  clean(folder);
  return { manifest, problems: [] };
}

/**
 * Computes what is not there yet and writes the merged table and the manifest. Throws a UsageError where something
 * cannot be written; the folder is then unfinished, and a run to come knows it.
 */
export async function computeBatch(work: BatchWork, host: Host): Promise<BatchResult> {
  const { plan, settings, jobs, kept, reusable } = work;
  const { folder } = plan;
  try {
    begin(folder);
    prepareResults(
      folder,
      jobs.map(({ output }) => output),
      kept,
    );
    const missing = jobs.filter(({ path }) => !reusable.records.has(path));
    const progress = await progressBar(host, missing.length >= LONG);
    const computed = await computeAll(missing, plan, host, (done) =>
      progress.update(`${done}/${missing.length}`, done / missing.length),
    ).finally(progress.stop);
    const manifest = await writeTable(computed, work, settings);
    finish(folder, join(folder, DRAFTS, TABLE), manifestText(manifest));
    return { manifest, problems: computed.flatMap(({ problems }) => problems) };
  } catch (error) {
    if (error instanceof LinkInResults) throw usageError('link-in-results', { path: error.path });
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw usageError('cannot-write', { path: folder, cause: systemCode(error) });
  }
}

/** Joins the rows of all files, those that are there already from the table of the last run. */
async function writeTable(
  computed: readonly ComputedFile[],
  { plan, jobs, reusable }: BatchWork,
  settings: Settings,
): Promise<Manifest> {
  const { folder, options, vocabulary } = plan;
  const fresh = new Map(computed.map((file) => [file.path, file]));
  const catalogue = createCatalogue(vocabulary);
  const { words, requested } = await createReportMaker(options, catalogue);
  const head = { interval: options.interval === true, metrics: requested, words, catalogue };
  const header = `file,${csvHeader(head, options.layout ?? 'tidy')}`;
  const before = join(folder, TABLE);
  const files: FileRecord[] = [];
  const segments: Segment[] = [];
  let offset = Buffer.byteLength(header);
  for (const { path } of jobs) {
    const { rows, ...record } = known(path);
    files.push({ ...record, rows: rows && { offset, bytes: rows.bytes } });
    if (rows === null) continue;
    segments.push(rows);
    offset += rows.bytes;
  }
  const content = joinTable(join(folder, DRAFTS, TABLE), header, segments);
  return { schemaVersion: SCHEMA_VERSION, ...settings, table: { path: TABLE, ...content }, files };

  function known(path: string): Omit<FileRecord, 'rows'> & { readonly rows: Segment | null } {
    const made = fresh.get(path);
    if (made !== undefined) {
      const { problems: _, ...record } = made;
      return record;
    }
    const kept = reusable.records.get(path) as FileRecord;
    return { ...kept, rows: kept.rows && { file: before, ...kept.rows } };
  }
}

/** A record with its fields in one order, wherever it comes from: equal records are equal bytes. */
const fileObject = ({ path, input, encoding, outcome, issues, output, rows }: FileRecord) => ({
  path,
  input: input && { bytes: input.bytes, sha256: input.sha256 },
  encoding,
  outcome,
  issues,
  output: output && { path: output.path, bytes: output.bytes, sha256: output.sha256 },
  rows: rows && { offset: rows.offset, bytes: rows.bytes },
});

/** A manifest as JSON, one metric or file a line. */
function* manifestText({ metrics, files, ...head }: Manifest): Iterable<string> {
  yield `${encodeJson(head).slice(0, -1)},\n"metrics": ${lineList(metrics)},\n"files": [`;
  let separator = '\n';
  for (const file of files) {
    yield separator + encodeJson(fileObject(file));
    separator = ',\n';
  }
  yield '\n]\n}\n';
}
