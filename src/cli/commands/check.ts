import { version } from '../../../package.json';
import { relevantMetrics } from '../../assess/assess.ts';
import { nextBaseline } from '../../check/baseline.ts';
import { collectFindings } from '../../check/findings.ts';
import { createJudgements } from '../../check/judgements.ts';
import { reaches } from '../../judge/judge.ts';
import { createWords } from '../../message/words.ts';
import { createLocator } from '../../read/locate.ts';
import type { CheckReport } from '../../report/check.ts';
import { checkOutputs } from '../../report/check-reporters.ts';
import { type BaselineOptions, checkUnits, readBaseline, writeBaseline } from '../baseline.ts';
import { configured } from '../config.ts';
import { loadData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Host } from '../host.ts';
import type { CommonOptions, DataOptions, FigureOptions, ReporterChoice } from '../options.ts';
import { settleReports } from '../report-output.ts';
import { metricId, selectionOf } from '../selection.ts';

export interface CheckCommandOptions
  extends CommonOptions,
    FigureOptions,
    DataOptions,
    BaselineOptions {
  readonly metric: readonly string[];
  readonly reporter: readonly ReporterChoice[];
}

/** Reads and checks the data, holds it to every standard, and reports what needs attention. */
export async function runCheck(
  files: readonly string[],
  options: CheckCommandOptions,
  host: Host,
): Promise<ExitCode> {
  const { catalogue, severities } = await configured(options, host);
  const words = createWords(catalogue, { ...options, language: options.lang });
  const requested = [...new Set(options.metric.map((text) => metricId(text, catalogue)))];
  const write = settleReports(
    options.reporter.length === 0 ? [{ name: 'text' }] : options.reporter,
    options,
    host,
    options.updateBaseline === true ? options.baseline : undefined,
  );
  const baseline = await readBaseline(options);

  const { dataset, issues, usable } = await loadData(files, options, catalogue, words, host);
  if (usable && baseline !== null) checkUnits(baseline, options.baseline ?? '', dataset.units);
  const judgements = usable
    ? createJudgements(dataset, catalogue, {
        // Means are relevant where there are parts to average, and the whole of the data may have some.
        metrics: requested.length > 0 ? requested : relevantMetrics(dataset, catalogue, 'total'),
        partial: options.partial === true,
        selection: selectionOf(options, dataset, catalogue),
      })
    : () => [];
  const { failOn } = options;
  // Where there is no baseline yet, what is found today is what it will know.
  const known =
    baseline ?? (options.updateBaseline ? nextBaseline(null, judgements(), catalogue) : null);
  const result = collectFindings(judgements, dataset, catalogue, { failOn, baseline: known });
  const dataFails = issues.length > 0 && reaches(severities.data, failOn);
  const report: CheckReport = {
    version,
    catalogue,
    words,
    ...result,
    issues,
    dataSeverity: severities.data,
    judged: usable,
    failOn,
    fails: !usable || dataFails || result.failing > 0,
    baseline: options.baseline ?? null,
    judgements,
    textSpan: createLocator(options.encoding),
  };
  const outputOf = checkOutputs(report);
  await write(async (name, surface, isPrinted) =>
    // All that is wrong with the data is on standard error already.
    name === 'text' && isPrinted && !usable ? null : outputOf(name, surface),
  );
  if (!usable) return EXIT.unusable;
  if (options.updateBaseline === true && options.baseline !== undefined) {
    const next = baseline === null ? known : nextBaseline(baseline, judgements(), catalogue);
    if (next !== null) await writeBaseline(next, options.baseline, host);
  }
  return report.fails ? EXIT.finding : EXIT.done;
}
