import { version } from '../../../package.json';
import type { Selection } from '../../aggregate/group.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { DEFAULT_FIGURES } from '../../exact/roundings.ts';
import { reaches } from '../../judge/judge.ts';
import type { VerifyTally } from '../../message/verify-phrases.ts';
import { createWords } from '../../message/words.ts';
import { contains } from '../../period/period.ts';
import { createLocator } from '../../read/locate.ts';
import { type LoadedFigures, loadFigures } from '../../read/published.ts';
import { refusedOutput } from '../../report/machine-reporters.ts';
import { refusedRun } from '../../report/run.ts';
import type { VerifyReport } from '../../report/verify.ts';
import { verifyOutputs } from '../../report/verify-reporters.ts';
import type { PublishedFigure } from '../../verify/figure.ts';
import { datasetFigures } from '../../verify/from-dataset.ts';
import { type Verification, verifyFigure } from '../../verify/verify.ts';
import { verifyWholes } from '../../verify/wholes.ts';
import { configured } from '../config.ts';
import { loadInputs } from '../data.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { usageError } from '../failure.ts';
import type { Host } from '../host.ts';
import type { DataOptions } from '../options.ts';
import { type OutputOptions, settleReports, wantedOutputs } from '../report-output.ts';
import { metricId, selectionOf } from '../selection.ts';

export interface VerifyOptions extends OutputOptions, Omit<DataOptions, 'partial'> {
  readonly metric: readonly string[];
}

/** Reads published figures with their counts, recomputes each exactly, and says which rules give it. */
export async function runVerify(
  files: readonly string[],
  options: VerifyOptions,
  host: Host,
): Promise<ExitCode> {
  const { failOn, lang } = options;
  const { catalogue, severities } = await configured(options, host);
  const words = await createWords(catalogue, { language: lang, ...DEFAULT_FIGURES });
  const write = settleReports(wantedOutputs(options), options, host);
  const textSpan = createLocator(options.encoding);
  const loaded = await loadInputs(files, options, words, host, {
    load: (read) => loadFigures(files, catalogue, read),
    holdsData: ({ dataset, figures }) => dataset.entries.length + figures.length > 0,
  });
  if (!loaded.usable) {
    const problems = { issues: loaded.issues, dataSeverity: severities.data, failOn };
    const run = refusedRun({ command: 'verify', version, words, textSpan }, problems);
    await write((name) => refusedOutput(name, run));
    return EXIT.unusable;
  }

  const { dataset, figures, issues } = loaded;
  const named = {
    units: [...dataset.units, ...new Set(figures.map(({ unit }) => unit))],
    entries: [...dataset.entries, ...figures],
  };
  const selection = selectionOf(options, named, catalogue);
  const { metrics, isNamed } = chosen(options.metric, figures, catalogue);
  const results = [
    ...datasetFigures(dataset, catalogue, { selection, metrics }),
    ...figures.filter((figure) => isNamed(figure) && isSelected(figure, selection)),
  ].map(verifyFigure);
  // A file that publishes nothing at all is a matter of its own, and said as such.
  if (results.length === 0 && options.metric.length > 0 && holdsFigures(loaded, catalogue)) {
    throw usageError('absent-metric', {});
  }
  const all = [...results, ...verifyWholes(results)];
  const dataFails = issues.length > 0 && reaches(severities.data, failOn);
  const report: VerifyReport = {
    version,
    catalogue,
    words,
    results: all,
    tally: tallyOf(all),
    issues,
    dataSeverity: severities.data,
    failOn,
    fails: dataFails || all.some(({ flag }) => reaches(flag, failOn)),
    textSpan,
  };
  await write(verifyOutputs(report));
  return report.fails ? EXIT.finding : EXIT.done;
}

/** Whether anything is published at all. */
function holdsFigures({ dataset, figures }: LoadedFigures, catalogue: Catalogue): boolean {
  const [first] = datasetFigures(dataset, catalogue, { selection: {}, metrics: new Set() });
  return figures.length > 0 || first !== undefined;
}

/** The figures that `--metric` names: by metric, or by the name that they have in the data. */
function chosen(
  wanted: readonly string[],
  figures: readonly PublishedFigure[],
  catalogue: Catalogue,
) {
  const labels = new Set(figures.map(({ label }) => label));
  const metrics = new Set(
    wanted.flatMap((text) =>
      labels.has(text) ? (catalogue.metricNamed(text) ?? []) : metricId(text, catalogue),
    ),
  );
  // Where only labels are named, no metric is.
  const none = wanted.length > 0 && metrics.size === 0;
  return {
    metrics: none ? new Set(['']) : metrics,
    isNamed: ({ label }: PublishedFigure): boolean =>
      wanted.length === 0 ||
      wanted.includes(label) ||
      metrics.has(catalogue.metricNamed(label) ?? ''),
  };
}

const isSelected = ({ unit, period }: PublishedFigure, { units, periods }: Selection): boolean =>
  (units === undefined || units.has(unit)) &&
  (periods === undefined || periods.some((outer) => period !== null && contains(outer, period)));

const tallyOf = (results: readonly Verification[]): VerifyTally => {
  const tally = { verified: results.length, ok: 0, breach: 0, warn: 0, unknown: 0 };
  for (const { flag } of results) tally[flag]++;
  return tally;
};
