import { createWords } from '../../message/words.ts';
import { writeExplanation } from '../../report/explain.ts';
import { calculate, defineMetric } from '../../report/explanation.ts';
import type { ExplanationFormat } from '../../report/formats.ts';
import { analyse } from '../analysis.ts';
import { configured } from '../config.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { usageError } from '../failure.ts';
import type { FrameworkOptions } from '../framework.ts';
import type { Host } from '../host.ts';
import type { CommonOptions, DataOptions, FigureOptions, GroupingOption } from '../options.ts';
import { deliver } from '../output.ts';
import { metricId } from '../selection.ts';

export interface ExplainOptions
  extends CommonOptions,
    FigureOptions,
    DataOptions,
    GroupingOption,
    FrameworkOptions {
  readonly format: ExplanationFormat;
  readonly interval?: true;
  /** The statuses by which an indicator or a domain is scored. */
  readonly statuses?: string;
}

/** The most calculations that a person is shown; JSON has them all. */
const SHOWN = 20;

/** Says what a metric means and where it comes from and, with data, puts the numbers into its formula. */
export async function runExplain(
  metric: string,
  files: readonly string[],
  options: ExplainOptions,
  host: Host,
): Promise<ExitCode> {
  const { catalogue } = await configured(options, host);
  if (catalogue.metricNamed(metric) === undefined) {
    const { runExplainIndicator } = await import('./explain-indicator.ts');
    const code = await runExplainIndicator(metric, files, options, catalogue, host);
    if (code !== null) return code;
  }
  const words = await createWords(catalogue, { ...options, language: options.lang });
  const id = metricId(metric, catalogue, 'nothing-to-explain');
  if (files.length === 0 && options.unit.length + options.period.length > 0) {
    throw usageError('no-input', {});
  }
  const analysis =
    files.length === 0
      ? undefined
      : await analyse(files, options, () => [id], catalogue, words, host);
  if (analysis === null) return EXIT.unusable;

  const groups = [...(analysis?.groups() ?? [])];
  const shown = options.format === 'json' ? groups.length : SHOWN;
  const assessed = groups.map((group) => analysis?.assess(group) ?? { group, assessments: [] });
  const explanation = {
    definition: defineMetric(id, catalogue, words),
    calculations: assessed
      .slice(0, shown)
      .map((each) => calculate(each, catalogue, words, options.interval === true)),
    more: Math.max(0, groups.length - shown),
  };
  await deliver([writeExplanation(explanation, options.format, words)], options, host.stdout);
  return analysis?.exitCode() ?? EXIT.done;
}
