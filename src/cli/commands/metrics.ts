import { groupOf, groupsOf, type Selection } from '../../aggregate/group.ts';
import { type AssessedGroup, assessor, relevanceOf } from '../../assess/assess.ts';
import { builtInCatalogue, type Catalogue } from '../../catalogue/catalogue.ts';
import { type FailOn, reaches } from '../../judge/judge.ts';
import { createWords } from '../../message/words.ts';
import { comparePeriods, periodId } from '../../period/period.ts';
import type { Report, ReportFormat } from '../../report/report.ts';
import { reporterOf } from '../../report/reporters.ts';
import type { Dataset } from '../../validate/dataset.ts';
import { loadData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { usageError } from '../failure.ts';
import type { Host } from '../host.ts';
import type { CommonOptions, DataOptions, FigureOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { metricId, selectionOf } from '../selection.ts';
import { surfaceOf } from '../surface.ts';

export interface MetricsOptions extends CommonOptions, FigureOptions, DataOptions {
  readonly format: ReportFormat;
  readonly layout?: 'tidy' | 'wide';
}

/** Reads, checks, groups, evaluates, judges and reports. */
export async function runMetrics(
  files: readonly string[],
  options: MetricsOptions,
  host: Host,
): Promise<ExitCode> {
  if (options.layout !== undefined && options.format !== 'csv')
    throw usageError('layout-without-csv', {});
  const catalogue = builtInCatalogue();
  const words = createWords(catalogue, { ...options, language: options.lang });
  const requested = options.metric.map((text) => metricId(text, catalogue));

  const data = await loadData(files, options, catalogue, words, host);
  if (data === null) return EXIT.unusable;

  const { dataset, issues } = data;
  const selection = selectionOf(options, dataset);
  const groups = groupsOf(dataset, options.by, selection);
  const metrics = metricsOf(requested, dataset, catalogue, options);
  const assess = assessor(dataset, catalogue, { metrics, partial: options.partial === true });
  const watch = failureWatch(options.failOn);
  const periods = new Map(
    groups.flatMap((group) => group.periods).map((each) => [periodId(each), each]),
  );

  const report: Report = {
    catalogue,
    words,
    by: options.by,
    metrics,
    requested: requested.length > 0,
    stated: new Set(dataset.tables.flatMap(({ columns }) => columns.counts)),
    periods: [...periods.values()].sort(comparePeriods),
    groupCount: groups.length,
    *groups() {
      for (const group of groups) yield watch.see(assess(group));
    },
    total: () => assess(totalOf(dataset, selection)),
    issues,
  };
  const reporter = await reporterOf(options.format);
  await deliver(reporter(report, surfaceOf(options, host)), {
    stdout: host.stdout,
    path: options.output,
    overwrite: options.overwrite === true,
  });
  return watch.failed() ? EXIT.finding : EXIT.done;
}

/** The metrics the user named, else all that the data has to do with. */
function metricsOf(
  requested: readonly string[],
  dataset: Dataset,
  catalogue: Catalogue,
  { by }: MetricsOptions,
): readonly string[] {
  if (requested.length > 0) return [...new Set(requested)];
  return Object.keys(catalogue.metrics).filter(
    (id) => relevanceOf(id, dataset, catalogue, by) !== 'absent',
  );
}

const totalOf = (dataset: Dataset, selection: Selection) =>
  groupsOf(dataset, 'total', selection)[0] ?? groupOf(null, [], []);

/** Watches the groups go by for a finding that the run should fail on. */
function failureWatch(failOn: FailOn) {
  let failed = false;
  return {
    see(assessed: AssessedGroup): AssessedGroup {
      failed ||= assessed.assessments.some(({ flag }) => flag !== null && reaches(flag, failOn));
      return assessed;
    },
    failed: () => failed,
  };
}
