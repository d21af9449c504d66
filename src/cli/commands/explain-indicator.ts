import { groupsOf } from '../../aggregate/group.ts';
import { type AssessedGroup, createAssessor } from '../../assess/assess.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { reaches } from '../../judge/judge.ts';
import { createWords, type Words } from '../../message/words.ts';
import type { Explanation } from '../../report/explain.ts';
import { explainDomain } from '../../report/explain-domain.ts';
import { explainIndicator } from '../../report/explain-indicator.ts';
import { writeNodeExplanation } from '../../report/explain-node.ts';
import { calculate, defineMetric } from '../../report/explanation.ts';
import { groupNamed, type Indicator, indicatorNamed } from '../../score/framework.ts';
import { familiesOf } from '../../score/judged.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { chosenFramework } from '../framework.ts';
import type { Host } from '../host.ts';
import { deliver } from '../output.ts';
import { type LoadedScore, loadScore } from '../score-inputs.ts';
import { selectionOf } from '../selection.ts';
import type { ExplainOptions } from './explain.ts';

/** The most calculations of a metric that a person is shown; JSON has them all. */
const SHOWN = 20;

/**
 * Traces the score of a domain to its indicators, or that of an indicator to its status, its standards and its
 * counts. Null where the framework has nothing of that name.
 */
export async function runExplainIndicator(
  text: string,
  files: readonly string[],
  options: ExplainOptions,
  catalogue: Catalogue,
  host: Host,
): Promise<ExitCode | null> {
  const framework = await chosenFramework(options, catalogue);
  const indicator = indicatorNamed(framework, text);
  const group = groupNamed(framework, text);
  if (indicator === undefined && group === undefined) return null;
  const words = await createWords(catalogue, { ...options, language: options.lang });
  const score = await loadScore(
    { statuses: options.statuses ?? null, data: files },
    framework,
    options,
    catalogue,
    words,
    host,
  );
  if (score === null) return EXIT.unusable;
  const report = { ...score, catalogue, words, stated: options.statuses !== undefined };
  const explanation =
    indicator === undefined
      ? explainDomain(group as NonNullable<typeof group>, report)
      : {
          ...explainIndicator(indicator, report),
          metrics: metricsOf(indicator, catalogue).map((id) =>
            explainMetric(id, score, files, options, catalogue, words),
          ),
        };
  await deliver([writeNodeExplanation(explanation, options.format, words)], options, host.stdout);
  const isInside = ({ id, path }: Indicator): boolean =>
    indicator === undefined ? path.includes(group?.id ?? '') : id === indicator.id;
  const fails = score.findings.some(
    ({ flag, kind, standing }) =>
      (kind === 'disagreement' || report.stated) &&
      isInside(standing.indicator) &&
      reaches(flag, options.failOn),
  );
  return fails ? EXIT.finding : EXIT.done;
}

/** The metrics of its standards first, then what else tells of it. */
const metricsOf = (indicator: Indicator, catalogue: Catalogue): readonly string[] => [
  ...new Set([
    ...familiesOf(indicator, catalogue)
      .flat()
      .flatMap((id) => catalogue.standards[id]?.metric ?? []),
    ...indicator.metrics.filter((id) => Object.hasOwn(catalogue.metrics, id)),
  ]),
];

/** A metric with the numbers of the data put in, as `explain` of the metric has it. */
function explainMetric(
  id: string,
  { dataset }: LoadedScore,
  files: readonly string[],
  options: ExplainOptions,
  catalogue: Catalogue,
  words: Words,
): Explanation {
  const definition = defineMetric(id, catalogue, words);
  if (files.length === 0) return { definition, calculations: [], more: 0 };
  const assessor = createAssessor(dataset, catalogue, {
    metrics: [id],
    partial: options.partial === true,
  });
  const groups = groupsOf(
    dataset,
    options.by,
    selectionOf(options, dataset, catalogue),
    catalogue.unitGroups,
  );
  const shown = options.format === 'json' ? groups.length : SHOWN;
  const assessed: AssessedGroup[] = groups.slice(0, shown).map(assessor.assess);
  return {
    definition,
    calculations: assessed.map((each) =>
      calculate(each, catalogue, words, options.interval === true),
    ),
    more: Math.max(0, groups.length - shown),
  };
}
