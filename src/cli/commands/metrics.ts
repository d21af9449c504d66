import { groupOf, groupsOf } from '../../aggregate/group.ts';
import { relevanceOf } from '../../assess/assess.ts';
import { builtInCatalogue, type Catalogue } from '../../catalogue/catalogue.ts';
import { createWords } from '../../message/words.ts';
import { distinctPeriods } from '../../period/period.ts';
import type { CsvLayout, ReportFormat } from '../../report/formats.ts';
import type { Report } from '../../report/report.ts';
import { reporterOf } from '../../report/reporters.ts';
import type { Dataset } from '../../validate/dataset.ts';
import { type Analysis, analyse } from '../analysis.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { usageError } from '../failure.ts';
import type { Host } from '../host.ts';
import type { CommonOptions, DataOptions, FigureOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { metricId } from '../selection.ts';
import { surfaceOf } from '../surface.ts';

export interface MetricsOptions extends CommonOptions, FigureOptions, DataOptions {
  readonly metric: readonly string[];
  readonly format: ReportFormat;
  readonly layout?: CsvLayout;
}

/** Groups that are written before code for them would have been optimised. */
const SHORT = 1000;

/** Reads and checks the data, groups it, evaluates and judges each group, and reports. */
export async function runMetrics(
  files: readonly string[],
  options: MetricsOptions,
  host: Host,
): Promise<ExitCode> {
  const { by, format, layout } = options;
  if (layout !== undefined && format !== 'csv') throw usageError('layout-without-csv', {});
  if (layout === 'wide' && options.partial === true) throw usageError('partial-in-wide', {});
  const catalogue = builtInCatalogue();
  const words = createWords(catalogue, { ...options, language: options.lang });
  const requested = new Set(options.metric.map((text) => metricId(text, catalogue)));
  const metricsFor = (dataset: Dataset) =>
    requested.size > 0 ? [...requested] : relevantMetrics(dataset, catalogue, options);

  const analysis = await analyse(files, options, metricsFor, catalogue, words, host);
  if (analysis === null) return EXIT.unusable;

  const { dataset, groups, issues } = analysis;
  const report: Report = {
    catalogue,
    words,
    by,
    metrics: metricsFor(dataset),
    requested: requested.size > 0,
    stated: new Set(dataset.tables.flatMap(({ columns }) => columns.counts)),
    periods: distinctPeriods(dataset.entries.map(({ period }) => period)),
    groupCount: groups.length,
    *groups() {
      for (const group of groups) yield analysis.assess(group);
    },
    *values() {
      for (const group of groups) yield analysis.evaluate(group);
    },
    total: () => analysis.assess(totalGroup(analysis)),
    issues,
  };
  const surface = surfaceOf(options, host);
  const write = await reporterOf(format, surface);
  if (groups.length <= SHORT) host.expectShortWork?.();
  await deliver(write(report, surface), options, host.stdout);
  return analysis.exitCode();
}

/**
 * All metrics that the data has to do with. A wide table leaves out those that lack a column: theirs would
 * be empty from top to bottom, without room to say why.
 */
const relevantMetrics = (
  dataset: Dataset,
  catalogue: Catalogue,
  { by, layout }: MetricsOptions,
): string[] =>
  Object.keys(catalogue.metrics).filter((id) => {
    const relevance = relevanceOf(id, dataset, catalogue, by);
    return relevance === 'covered' || (relevance === 'touched' && layout !== 'wide');
  });

const totalGroup = ({ dataset, selection }: Analysis) =>
  groupsOf(dataset, 'total', selection)[0] ?? groupOf(null, [], []);
