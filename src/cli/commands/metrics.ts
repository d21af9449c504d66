import { relevantMetrics } from '../../assess/assess.ts';
import { createWords } from '../../message/words.ts';
import { distinctPeriods } from '../../period/period.ts';
import type { Engine } from '../../read/engines.ts';
import type { CsvLayout, ReportFormat } from '../../report/formats.ts';
import type { Report } from '../../report/report.ts';
import { reporterOf } from '../../report/reporters.ts';
import type { Dataset } from '../../validate/dataset.ts';
import { analyse } from '../analysis.ts';
import { configured } from '../config.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { usageError } from '../failure.ts';
import { type Host, writeTo } from '../host.ts';
import type { CommonOptions, DataOptions, FigureOptions, GroupingOption } from '../options.ts';
import { deliver } from '../output.ts';
import { metricId } from '../selection.ts';
import { surfaceOf } from '../surface.ts';

export interface MetricsOptions extends CommonOptions, FigureOptions, DataOptions, GroupingOption {
  readonly metric: readonly string[];
  readonly format: ReportFormat;
  readonly layout?: CsvLayout;
  readonly interval?: true;
  readonly engine: Engine;
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
  if (layout === 'wide' && options.interval === true) throw usageError('interval-in-wide', {});
  const { catalogue } = await configured(options, host);
  const words = createWords(catalogue, { ...options, language: options.lang });
  const requested = new Set(options.metric.map((text) => metricId(text, catalogue)));
  // In a wide table a metric that lacks a column would be empty throughout, without room to say why.
  const leastRelevance = layout === 'wide' ? 'covered' : 'touched';
  const metricsFor = (dataset: Dataset) =>
    requested.size > 0 ? [...requested] : relevantMetrics(dataset, catalogue, by, leastRelevance);

  if (options.engine === 'duckdb' || (layout === 'wide' && options.engine === 'auto')) {
    const { pushDown } = await import('../push-down.ts');
    if (await pushDown(files, options, [...requested], catalogue, words, host)) return EXIT.done;
    if (options.engine === 'duckdb') {
      await writeTo(host.stderr, `${words.phrases.notes.builtIn}\n`);
    }
  }

  const analysis = await analyse(files, options, metricsFor, catalogue, words, host);
  if (analysis === null) return EXIT.unusable;

  const { dataset, groups, issues } = analysis;
  const report: Report = {
    catalogue,
    words,
    by,
    metrics: metricsFor(dataset),
    requested: requested.size > 0,
    interval: options.interval === true,
    stated: new Set(dataset.tables.flatMap(({ columns }) => columns.counts)),
    periods: distinctPeriods(dataset.entries.map(({ period }) => period)),
    groupCount: groups.length,
    *groups() {
      for (const group of groups) yield analysis.assess(group);
    },
    *values() {
      for (const group of groups) yield analysis.evaluate(group);
    },
    total: analysis.total,
    issues,
  };
  const surface = surfaceOf(options, host);
  const write = await reporterOf(format, surface);
  if (groups.length <= SHORT) host.expectShortWork?.();
  await deliver(write(report, surface), options, host.stdout);
  return analysis.exitCode();
}
