import { groupedByUnit } from '../aggregate/grouped-by-unit.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Analysis, analysisOfGroups } from './analysis.ts';
import { withDataByUnit } from './by-unit.ts';
import type { MetricsOptions } from './commands/metrics.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Host } from './host.ts';
import type { LargeFile } from './large-file.ts';
import type { ReportMaker } from './metrics-report.ts';
import { pushDown } from './push-down.ts';

/** What a run makes of an analysis. */
interface Maker extends Omit<ReportMaker, 'reportOf'> {
  write(analysis: Analysis): Promise<ExitCode>;
}

/**
 * `metrics` of a file of some size: single rows by SQL, anything else unit by unit if the file is not to be held.
 * Returns null, with nothing written, where the file or the request is not one for that.
 */
export async function runLarge(
  file: LargeFile,
  options: MetricsOptions,
  { words, requested, metricsFor, write }: Maker,
  catalogue: Catalogue,
  host: Host,
): Promise<ExitCode | null> {
  if (await pushDown(file, options, requested, catalogue, words, host)) return EXIT.done;
  const { by } = options;
  if (file.isHeld || by === 'group' || by === 'group,period') return null;
  return withDataByUnit(file, options, catalogue, words, host, (data, selection) =>
    write(
      analysisOfGroups(
        groupedByUnit(data, by, selection, catalogue),
        [],
        options,
        metricsFor(data),
        catalogue,
      ),
    ),
  );
}
