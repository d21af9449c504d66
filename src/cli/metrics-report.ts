import { relevantMetrics, type Stating } from '../assess/relevance.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { createWords, type Words } from '../message/words.ts';
import type { CsvLayout, ReportFormat } from '../report/formats.ts';
import type { Report } from '../report/report.ts';
import type { Analysis } from './analysis.ts';
import { usageError } from './failure.ts';
import type { CommonOptions, DataOptions, FigureOptions, GroupingOption } from './options.ts';
import { metricId } from './selection.ts';

/** What decides the figures of `metrics` and how they are written. */
export interface ReportOptions
  extends FigureOptions,
    GroupingOption,
    Pick<CommonOptions, 'lang'>,
    Pick<DataOptions, 'partial'> {
  readonly metric: readonly string[];
  readonly format: ReportFormat;
  readonly layout?: CsvLayout;
  readonly interval?: true;
}

/** Throws a UsageError where options contradict each other. */
export function assertLayout({ format, layout, partial, interval }: ReportOptions): void {
  if (layout !== undefined && format !== 'csv') throw usageError('layout-without-csv', {});
  if (layout === 'wide' && partial === true) throw usageError('partial-in-wide', {});
  if (layout === 'wide' && interval === true) throw usageError('interval-in-wide', {});
}

/** What makes a report of data: settled once, and the same for every file of a run. */
export interface ReportMaker {
  readonly words: Words;
  /** The metrics that the user named; none for all that the data has to do with. */
  readonly requested: readonly string[];
  /** The metrics that are computed of data. */
  metricsFor(data: Stating): readonly string[];
  reportOf(analysis: Analysis): Report;
}

/** Throws a UsageError on a metric that there is not. */
export async function createReportMaker(
  options: ReportOptions,
  catalogue: Catalogue,
): Promise<ReportMaker> {
  const { by, layout } = options;
  const words = await createWords(catalogue, { ...options, language: options.lang });
  const requested = [...new Set(options.metric.map((text) => metricId(text, catalogue)))];
  // In a wide table a metric that lacks a column would be empty throughout, without room to say why.
  const leastRelevance = layout === 'wide' ? 'covered' : 'touched';
  const metricsFor = (data: Stating) =>
    requested.length > 0 ? requested : relevantMetrics(data, catalogue, by, leastRelevance);
  return {
    words,
    requested,
    metricsFor,
    reportOf({ scope, metrics, periods, groupCount, groups, issues, assess, evaluate, total }) {
      return {
        catalogue,
        words,
        by,
        metrics,
        requested: requested.length > 0,
        interval: options.interval === true,
        stated: new Set(scope.tables.flatMap(({ columns }) => columns.counts)),
        periods,
        groupCount,
        *groups() {
          for (const group of groups()) yield assess(group);
        },
        *values() {
          for (const group of groups()) yield evaluate(group);
        },
        total,
        issues,
      };
    },
  };
}
