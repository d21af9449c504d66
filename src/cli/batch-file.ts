import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf } from '../batch/digest.ts';
import { writeDraft } from '../batch/draft.ts';
import { DRAFTS, resultPath } from '../batch/folder.ts';
import type { Content, FileRecord } from '../batch/manifest.ts';
import type { NamedOutput } from '../batch/names.ts';
import { readOnce } from '../batch/once.ts';
import type { Segment } from '../batch/table.ts';
import { createCatalogue, type Vocabulary } from '../catalogue/catalogue.ts';
import { writeWhole } from '../disk/write-whole.ts';
import { batchPhrases } from '../message/batch-phrases.ts';
import { textField } from '../message/csv-field.ts';
import { visible } from '../message/visible.ts';
import { type Loaded, load } from '../read/load.ts';
import { isParquet } from '../recognise/extension.ts';
import { writeCsv } from '../report/csv.ts';
import type { BatchFormat } from '../report/formats.ts';
import type { Report, Surface } from '../report/report.ts';
import { reporterOf } from '../report/reporters.ts';
import { analysisOf } from './analysis.ts';
import { issueLines } from './data.ts';
import { sayWhatIsMissing } from './database.ts';
import { EXIT } from './exit.ts';
import { UsageError } from './failure.ts';
import { createReportMaker, type ReportOptions } from './metrics-report.ts';
import type { DataOptions } from './options.ts';
import { systemCode } from './output.ts';

/** The options that decide what a file gives. */
export interface BatchFileOptions
  extends ReportOptions,
    Pick<DataOptions, 'encoding' | 'allowInvalid' | 'failOn'> {
  readonly format: BatchFormat;
}

/** What computes files: plain data, which a thread can be given. */
export interface BatchPlan {
  readonly folder: string;
  readonly vocabulary: Vocabulary;
  readonly options: BatchFileOptions;
}

/** What came of one file. */
export interface ComputedFile extends Omit<FileRecord, 'rows'> {
  /** Its rows of the merged table; null where it has none. */
  readonly rows: Segment | null;
  /** What is wrong with it, a line each; of many the first. */
  readonly problems: readonly string[];
}

/** What came of some files, or what could not be written. */
export type Computed =
  | { readonly files: readonly ComputedFile[] }
  | { readonly failure: { readonly path: string; readonly cause: string } };

export interface Computer {
  compute(jobs: readonly NamedOutput[]): Promise<Computed>;
  close(): Promise<void>;
}

/** The most problems of a file that are listed; `metrics` lists them all. */
const LISTED_PROBLEMS = 20;

/** Computes files one after the other. `id` tells its drafts from those of others. */
export async function createComputer(
  { folder, vocabulary, options }: BatchPlan,
  id: number,
): Promise<Computer> {
  const catalogue = createCatalogue(vocabulary);
  const maker = await createReportMaker(options, catalogue);
  const surface: Surface = {
    columns: null,
    ascii: false,
    colour: 0,
    csvLayout: options.layout ?? 'tidy',
  };
  const write = await reporterOf(options.format, surface);
  const draft = join(folder, DRAFTS, `result-${id}`);
  const spool = { path: join(folder, DRAFTS, `rows-${id}`), bytes: 0 };
  const rows = openSync(spool.path, 'wx');

  /** Adds lines to the rows of the merged table, each with the name of the file before it. */
  function addRows(text: string, prefix: string): void {
    if (text === '') return;
    const lines = text.slice(0, -1).split('\n');
    const bytes = Buffer.from(`${prefix}${lines.join(`\n${prefix}`)}\n`);
    writeWhole(rows, bytes);
    spool.bytes += bytes.length;
  }

  /** Writes the result of a report and its rows of the merged table: a CSV is both. */
  function writeReport(report: Report, path: string, output: string): [Content, Segment] {
    const offset = spool.bytes;
    const prefix = `${textField(path)},`;
    const content =
      options.format === 'csv'
        ? writeDraft(draft, withRows(writeCsv(report, surface), prefix))
        : writeDraft(draft, write(report, surface));
    if (options.format !== 'csv') {
      for (const _ of withRows(writeCsv(report, surface), prefix));
    }
    renameSync(draft, resultPath(folder, output));
    return [content, { file: spool.path, offset, bytes: spool.bytes - offset }];
  }

  function* withRows(chunks: Iterable<string>, prefix: string): Iterable<string> {
    let isFirst = true;
    for (const chunk of chunks) {
      addRows(isFirst ? chunk.slice(chunk.indexOf('\n') + 1) : chunk, prefix);
      isFirst = false;
      yield chunk;
    }
  }

  async function compute(job: NamedOutput): Promise<ComputedFile> {
    const { path, output } = job;
    // What is read here once is what is digested and what is computed, whatever becomes of the file meanwhile.
    const content = readOnce(path);
    const loaded = await load([path], catalogue, {
      encoding: options.encoding,
      standardInput: async () => content.bytes(),
      fileContent: content.bytes,
      progress: () => undefined,
    }).catch(sayWhatIsMissing);
    // DuckDB reads by itself: what it has read is known where the file is the same before and after.
    if (isParquet(path) && contentOf(path)?.sha256 !== content.digest?.sha256) return compute(job);
    const { issues } = loaded;
    const known = {
      path,
      input: content.digest,
      encoding: loaded.notes[0]?.decoded.encoding ?? null,
      issues: issues.length,
      problems: problemsOf(loaded),
    };
    if (issues.length > 0 && !(options.allowInvalid && loaded.dataset.entries.length > 0)) {
      // Of a file that could not be read nobody knows that its result is no longer right.
      if (content.digest !== null) rmSync(resultPath(folder, output), { force: true });
      return { ...known, outcome: 'unusable', output: null, rows: null };
    }
    const analysis = analysisOf(loaded, {}, options, maker.metricsFor(loaded.dataset), catalogue);
    const [result, segment] = writeReport(maker.reportOf(analysis), path, output);
    const outcome = analysis.exitCode() === EXIT.finding ? 'finding' : 'done';
    return { ...known, outcome, output: { path: output, ...result }, rows: segment };
  }

  /** A file that needs DuckDB where it is not there or finds no room is one that cannot be used; other errors go on. */
  async function withoutDuckDb(
    { path, output }: NamedOutput,
    error: unknown,
  ): Promise<ComputedFile> {
    if (!(error instanceof UsageError)) throw error;
    const place = maker.words.place({ file: path });
    const problems = [`${place}: ${await error.sentence(options.lang)}`];
    rmSync(resultPath(folder, output), { force: true });
    const nothing = { encoding: null, output: null, rows: null };
    return { path, input: contentOf(path), ...nothing, issues: 1, problems, outcome: 'unusable' };
  }

  const problemsOf = ({ issues }: Loaded): string[] => {
    const lines = issueLines(issues, maker.words);
    const more = lines.length - LISTED_PROBLEMS;
    const batch = batchPhrases(maker.words);
    return more > 0 ? [...lines.slice(0, LISTED_PROBLEMS), batch.moreProblems(more)] : lines;
  };

  return {
    async compute(jobs) {
      const files: ComputedFile[] = [];
      for (const job of jobs) {
        try {
          files.push(await compute(job).catch((error) => withoutDuckDb(job, error)));
        } catch (error) {
          const path = resultPath(folder, job.output);
          return { failure: { path: visible(path), cause: systemCode(error) } };
        }
      }
      return { files };
    },
    async close() {
      closeSync(rows);
    },
  };
}
