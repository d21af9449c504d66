import { version } from '../../../package.json';
import type { Selection } from '../../aggregate/group.ts';
import { relevantMetrics } from '../../assess/relevance.ts';
import type { Baseline } from '../../check/baseline.ts';
import { collectFindings } from '../../check/findings.ts';
import type { GateOptions } from '../../check/gate.ts';
import {
  createJudgements,
  createJudgementsByUnit,
  type Judgements,
} from '../../check/judgements.ts';
import { nextBaseline } from '../../check/next-baseline.ts';
import { standingsIn } from '../../check/standing.ts';
import type { Issue } from '../../issue/issue.ts';
import { reaches } from '../../judge/judge.ts';
import { createWords, type Words } from '../../message/words.ts';
import type { Engine } from '../../read/engines.ts';
import { createLocator } from '../../read/locate.ts';
import type { CheckReport } from '../../report/check.ts';
import { checkOutputs } from '../../report/check-reporters.ts';
import type { ReporterName } from '../../report/formats.ts';
import type { DataScope } from '../../validate/dataset.ts';
import { sayOfAbsentUnits } from '../absent-units.ts';
import { type BaselineOptions, readBaseline, sayOfUnits, writeBaseline } from '../baseline.ts';
import { type Configured, configured } from '../config.ts';
import { loadData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type Host, writeTo } from '../host.ts';
import { largeFile } from '../large-file.ts';
import type { CommonOptions, DataOptions, FigureOptions, ReporterChoice } from '../options.ts';
import { settleReports, type WriteReports } from '../report-output.ts';
import { metricId, selectionOf } from '../selection.ts';

export interface CheckCommandOptions
  extends CommonOptions,
    FigureOptions,
    DataOptions,
    BaselineOptions {
  readonly engine: Engine;
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
  const words = await createWords(catalogue, { ...options, language: options.lang });
  const requested = [...new Set(options.metric.map((text) => metricId(text, catalogue)))];
  const write = settleReports(
    options.reporter.length === 0 ? [{ name: 'text' }] : options.reporter,
    options,
    host,
    options.updateBaseline === true ? options.baseline : undefined,
  );
  const baseline = await readBaseline(options);

  const report = (judged: Judged): Promise<ExitCode> =>
    reportOn(judged, baseline, options, { catalogue, words, severities }, write, host);
  const gateOptions = (data: DataScope, selection: Selection): GateOptions => ({
    // Means are relevant where there are parts to average, and the whole of the data may have some.
    metrics: requested.length > 0 ? requested : relevantMetrics(data, catalogue, 'total'),
    partial: options.partial === true,
    selection,
  });

  const large = largeFile(files, options.engine);
  if (large !== null) {
    const { withDataByUnit } = await import('../by-unit.ts');
    const exit = await withDataByUnit(large, options, catalogue, words, host, (data, selection) =>
      report({
        data,
        issues: [],
        usable: true,
        judgements: createJudgementsByUnit(data, catalogue, gateOptions(data, selection)),
      }),
    );
    if (exit !== null) return exit;
  }
  if (options.engine === 'duckdb') await writeTo(host.stderr, `${words.phrases.notes.builtIn}\n`);

  const { dataset, issues, usable } = await loadData(files, options, catalogue, words, host);
  const judgements = usable
    ? createJudgements(
        dataset,
        catalogue,
        gateOptions(dataset, selectionOf(options, dataset, catalogue)),
      )
    : () => [];
  return report({ data: dataset, issues, usable, judgements });
}

/** What there is to report. */
interface Judged {
  readonly data: DataScope;
  readonly issues: readonly Issue[];
  readonly usable: boolean;
  readonly judgements: Judgements;
}

async function reportOn(
  { data, issues, usable, judgements }: Judged,
  baseline: Baseline | null,
  options: CheckCommandOptions,
  {
    catalogue,
    words,
    severities,
  }: Pick<Configured, 'catalogue' | 'severities'> & {
    readonly words: Words;
  },
  write: WriteReports<ReporterName>,
  host: Host,
): Promise<ExitCode> {
  if (usable) await sayOfAbsentUnits(catalogue, data.units, words, host);
  if (usable && baseline !== null) {
    await sayOfUnits(baseline, options.baseline ?? '', data.units, words, host);
  }
  const { failOn } = options;
  // Where there is no baseline yet, what is found today is what it will know.
  const known =
    baseline ?? (options.updateBaseline ? nextBaseline(null, judgements, catalogue) : null);
  const standings = known && standingsIn(known, judgements, catalogue);
  const result = collectFindings(judgements, data, catalogue, { failOn, standings });
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
    const next = baseline === null ? known : nextBaseline(standings, judgements, catalogue);
    if (next !== null) await writeBaseline(next, options.baseline, host);
  }
  return report.fails ? EXIT.finding : EXIT.done;
}
