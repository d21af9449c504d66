import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { OutputName, ReportFormat } from '../report/formats.ts';
import type { Output } from '../report/machine-reporters.ts';
import type { Surface } from '../report/report.ts';
import { usageError } from './failure.ts';
import type { Host } from './host.ts';
import type { CommonOptions, ReporterChoice } from './options.ts';
import { assertWritable, deliver, systemCode } from './output.ts';
import { surfaceOf } from './surface.ts';

/** A report that a run was asked for. */
export interface Wanted<Name extends string> {
  readonly name: Name;
  /** As the user named it, where that is more than its name. */
  readonly said?: string;
  /** A path; absent where `--output` says the place, or else standard output. */
  readonly file?: string;
}

/** The options of commands that have a format beside their reporters. */
export interface OutputOptions extends CommonOptions {
  /** Absent where the user names none. */
  readonly format?: ReportFormat;
  readonly reporter: readonly ReporterChoice[];
}

/** What `--format` and `--reporter` ask for, or a table where neither is given. */
export function wantedOutputs({ format, reporter }: OutputOptions): Wanted<OutputName>[] {
  const formats = format === undefined ? [] : [{ name: format, said: `--format ${format}` }];
  const wanted = [...formats, ...reporter];
  return wanted.length === 0 ? [{ name: 'table' }] : wanted;
}

/** A path; undefined for standard output. */
type Place = string | undefined;

/** Writes what was asked for, each by its name; null leaves one out. */
export type WriteReports<Name extends string> = (
  outputOf: (name: Name, surface: Surface, isPrinted: boolean) => Promise<Output | null>,
) => Promise<void>;

/**
 * Where the reports of a run go, settled before anything is read: one to standard output or to `--output`, the
 * others each to a file of its own. Throws a UsageError where two would meet or one cannot be written.
 *
 * @param baseline A file that the run writes besides.
 */
export function settleReports<Name extends string>(
  wanted: readonly Wanted<Name>[],
  options: CommonOptions,
  host: Host,
  baseline?: string,
): WriteReports<Name> {
  const { overwrite } = options;
  const targets = wanted.map(({ name, said = name, file }) => ({
    name,
    said,
    output: placeOf(file ?? options.output),
  }));
  assertApart(targets, baseline);
  for (const { output } of targets) {
    if (output !== undefined) assertWritable(output, overwrite === true);
  }
  // Files first: what is printed last is what a person reads.
  const inOrder = targets.toSorted(
    (left, right) => Number(left.output === undefined) - Number(right.output === undefined),
  );
  return async (outputOf) => {
    for (const { name, output } of inOrder) {
      const place = output === undefined ? {} : { output };
      const { output: _, ...rest } = options;
      const surface = surfaceOf({ ...rest, ...place }, host);
      const written = await outputOf(name, surface, output === undefined);
      if (written === null) continue;
      const { chunks, stepSummary } = written;
      await deliver(chunks, { ...place, ...(overwrite === true && { overwrite }) }, host.stdout);
      if (stepSummary !== undefined) appendStepSummary(stepSummary, host);
    }
  };
}

/** `-` is standard output. */
const placeOf = (path: string | undefined): Place => (path === '-' ? undefined : path);

function assertApart(
  targets: readonly { readonly said: string; readonly output: Place }[],
  baseline: string | undefined,
): void {
  const taken = new Map<Place, string>();
  if (baseline !== undefined) taken.set(resolve(baseline), 'baseline');
  for (const { said, output } of targets) {
    const place = output && resolve(output);
    const first = taken.get(place);
    taken.set(place, said);
    if (first === undefined) continue;
    throw output === undefined
      ? usageError('two-to-stdout', { first, second: said })
      : usageError('same-file-twice', { path: output });
  }
}

/** A page of the build in GitHub Actions, which names the file for it. */
function appendStepSummary(chunks: Iterable<string>, { environment }: Host): void {
  const { GITHUB_STEP_SUMMARY: path } = environment;
  if (path === undefined || path === '') return;
  try {
    appendFileSync(path, [...chunks].join(''));
  } catch (error) {
    throw usageError('cannot-write', { path, cause: systemCode(error) });
  }
}
