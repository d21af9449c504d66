import { version } from '../../../package.json';
import type { CompareGrouping } from '../../aggregate/grouping.ts';
import { type Comparison, compareSides } from '../../compare/compare.ts';
import type { Sides } from '../../compare/measure.ts';
import type { PairingFault, PeriodChoice } from '../../compare/periods.ts';
import type { FailOn } from '../../judge/flag.ts';
import { reaches } from '../../judge/judge.ts';
import { type Period, parsePeriod } from '../../period/period.ts';
import { createLocator } from '../../read/locate.ts';
import type { CompareReport } from '../../report/compare.ts';
import { compareOutputs } from '../../report/compare-reporters.ts';
import { refusedOutput } from '../../report/machine-reporters.ts';
import { refusedRun } from '../../report/run.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type UsageError, usageError } from '../failure.ts';
import type { Host } from '../host.ts';
import { type OutputOptions, settleReports, wantedOutputs } from '../report-output.ts';
import { looksLikeScore } from '../score-document.ts';
import { metricId, type Named, selectionOf } from '../selection.ts';
import { loadSides, type SideOptions } from '../sides.ts';

export interface CompareCommandOptions extends SideOptions, OutputOptions {
  readonly metric: readonly string[];
  readonly by: CompareGrouping;
  readonly yoy?: true;
  readonly qoq?: true;
  readonly from?: string;
  readonly to?: string;
  readonly decompose?: true;
}

/** Reads both sides, pairs their units and periods, measures what changed, and reports; or two scores. */
export async function runCompare(
  before: string,
  after: string | undefined,
  options: CompareCommandOptions,
  host: Host,
): Promise<ExitCode> {
  if (after !== undefined && looksLikeScore(before) && looksLikeScore(after)) {
    if (options.reporter.length > 0) throw usageError('no-reporter-of-scores', {});
    const { runCompareScores } = await import('./compare-scores.ts');
    return runCompareScores(before, after, options, host);
  }
  const periods = periodChoice(options);
  const write = settleReports(wantedOutputs(options), options, host);
  const { sides, words, issues, dataSeverity } = await loadSides(before, after, options, host);
  const { failOn } = options;
  const textSpan = createLocator(options.encoding);
  if (sides === null) {
    const head = { command: 'compare', version, words: words.after, textSpan };
    const run = refusedRun(head, { issues, dataSeverity, failOn });
    await write((name) => refusedOutput(name, run));
    return EXIT.unusable;
  }

  const { unitGroups } = sides.after.catalogue;
  if (options.by === 'group' && Object.keys(unitGroups).length === 0) {
    throw usageError('no-groups', {});
  }
  const comparison = compareSides(sides.before, sides.after, {
    periods,
    by: options.by,
    metrics: options.metric.map((text) => metricOf(text, sides)),
    partial: options.partial === true,
    decompose: options.decompose === true,
    selection: selectionOf(options, named(sides), sides.after.catalogue),
  });
  if ('fault' in comparison) throw refusal(comparison, options.single === true);
  const dataFails = issues.length > 0 && reaches(dataSeverity, failOn);
  const report: CompareReport = {
    version,
    comparison,
    words,
    requested: options.metric.length > 0,
    decomposes: options.decompose === true,
    files: { before, after: after ?? before },
    issues,
    dataSeverity,
    failOn,
    fails: dataFails || failsOn(comparison, failOn),
    textSpan,
  };
  await write(compareOutputs(report));
  return report.fails ? EXIT.finding : EXIT.done;
}

/** Which periods the user wants compared. Throws a UsageError where that is not one wish. */
function periodChoice({ yoy, qoq, from, to }: CompareCommandOptions): PeriodChoice {
  if ((from === undefined) !== (to === undefined)) throw usageError('from-without-to', {});
  const wishes = [yoy, qoq, from].filter((wish) => wish !== undefined);
  if (wishes.length > 1) throw usageError('several-pairings', {});
  if (from !== undefined && to !== undefined) {
    return { kind: 'given', from: periodNamed(from), to: periodNamed(to) };
  }
  return { kind: yoy ? 'yoy' : qoq ? 'qoq' : 'data' };
}

function periodNamed(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw usageError('unreadable-period', { text });
  return period;
}

/** A metric of either vocabulary. */
const metricOf = (text: string, { before, after }: Sides): string =>
  after.catalogue.metricNamed(text) ??
  before.catalogue.metricNamed(text) ??
  metricId(text, after.catalogue);

/** What either side knows of units and periods, to look up those that the user names. */
const named = ({ before, after }: Sides): Named => ({
  units: [...new Set([...before.dataset.units, ...after.dataset.units])],
  entries: [...before.dataset.entries, ...after.dataset.entries],
});

function refusal(fault: PairingFault, single: boolean): UsageError {
  switch (fault.fault) {
    case 'choose-periods':
      return usageError('choose-periods', fault);
    case 'one-period':
      return usageError('one-period', fault);
    case 'no-period-pairs':
      return usageError('no-period-pairs', fault);
    case 'period-not-held':
      return usageError('period-not-held', fault);
    case 'unequal-periods':
      return usageError('unequal-periods', { ...fault, single });
  }
}

/** Whether the side after holds a finding that the run has to fail on. */
function failsOn({ pairs, compare }: Comparison, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return pairs.some((pair) =>
    compare(pair).records.some(
      (record) => record.kind === 'metric' && record.flag !== null && reaches(record.flag, failOn),
    ),
  );
}
