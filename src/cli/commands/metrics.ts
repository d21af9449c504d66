import type { Engine } from '../../read/engines.ts';
import { reporterOf } from '../../report/reporters.ts';
import { type Analysis, analyse } from '../analysis.ts';
import { configured } from '../config.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { type Host, writeTo } from '../host.ts';
import { largeFile, WORTH_LOADING } from '../large-file.ts';
import { assertLayout, createReportMaker, type ReportOptions } from '../metrics-report.ts';
import type { CommonOptions, DataOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { surfaceOf } from '../surface.ts';

export interface MetricsOptions extends CommonOptions, DataOptions, ReportOptions {
  readonly engine: Engine;
}

/** Reads and checks the data, groups it, evaluates and judges each group, and reports. */
export async function runMetrics(
  files: readonly string[],
  options: MetricsOptions,
  host: Host,
): Promise<ExitCode> {
  assertLayout(options);
  const { catalogue } = await configured(options, host);
  const { words, requested, metricsFor, reportOf } = await createReportMaker(options, catalogue);

  // Before the data: V8 refuses what it compiled under other settings than those of a short run.
  const surface = surfaceOf(options, host);
  const reporter = await reporterOf(options.format, surface);

  const write = async (analysis: Analysis): Promise<ExitCode> => {
    await deliver(reporter(reportOf(analysis), surface), options, host.stdout);
    return analysis.exitCode();
  };

  const large = largeFile(files, options.engine, WORTH_LOADING);
  if (large !== null) {
    const { runLarge } = await import('../large.ts');
    const exit = await runLarge(
      large,
      options,
      { words, requested, metricsFor, write },
      catalogue,
      host,
    );
    if (exit !== null) return exit;
  }
  if (options.engine === 'duckdb') await writeTo(host.stderr, `${words.phrases.notes.builtIn}\n`);

  const analysis = await analyse(files, options, metricsFor, catalogue, words, host);
  if (analysis === null) return EXIT.unusable;
  return write(analysis);
}
