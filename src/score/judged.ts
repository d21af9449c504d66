import type { Selection } from '../aggregate/group.ts';
import { createAssessor } from '../assess/assess.ts';
import { relevanceOf } from '../assess/relevance.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { createGate, type Judgement } from '../check/gate.ts';
import { wholeGroup } from '../check/places.ts';
import { verdictFlag } from '../judge/judge.ts';
import type { Dataset } from '../validate/dataset.ts';
import type { Framework, Indicator, Tie } from './framework.ts';

/** What counts decide of an indicator. */
export interface Judged {
  readonly indicator: string;
  /** `met` where every standard is met everywhere, `breached` where one is not somewhere. */
  readonly result: 'met' | 'breached' | 'unknown';
  readonly standards: readonly JudgedStandard[];
}

/** One of the standards, and how the places of the data stand to it. */
export interface JudgedStandard {
  readonly standard: string;
  readonly met: number;
  readonly breached: number;
  readonly unknown: number;
  /** The first places of the worst kind. */
  readonly examples: readonly Judgement[];
}

/** How many places are kept to be named. */
const EXAMPLES = 3;

interface JudgeOptions {
  readonly partial: boolean;
  readonly selection: Selection;
}

/**
 * Decides the indicators that standards of the catalogue decide, as far as the data speaks of them. An indicator
 * that the data has nothing on is not in the result.
 */
export function judgeIndicators(
  framework: Framework,
  dataset: Dataset,
  catalogue: Catalogue,
  { partial, selection }: JudgeOptions,
): ReadonlyMap<string, Judged> {
  const tied = framework.indicators.flatMap((indicator) => {
    const families = familiesOf(indicator, catalogue);
    const speaks = families.flat().some((id) => isCovered(id, dataset, catalogue));
    return indicator.judgedBy === null || !speaks
      ? []
      : [{ indicator, families, over: indicator.judgedBy.over }];
  });
  const metricsOf = (over: Tie['over']): string[] => [
    ...new Set(
      tied
        .filter((tie) => tie.over === over)
        .flatMap(({ families }) => families.flat().map((id) => metricOf(id, catalogue))),
    ),
  ];
  const options = { partial, selection };
  const found = {
    each: tallies(createGate(dataset, catalogue, { ...options, metrics: metricsOf('each') })()),
    total: tallies(totalJudgements(metricsOf('total'), dataset, catalogue, options)),
  };
  return new Map(
    tied.map(({ indicator: { id }, families, over }) => {
      const standards = families.flatMap((family) => {
        const spoken = family.flatMap((standard) => found[over].get(standard) ?? []);
        return spoken.length > 0 ? spoken : [empty(family[0] as string)];
      });
      return [id, { indicator: id, result: resultOf(standards), standards }];
    }),
  );
}

/** The standards of an indicator that the run knows, each with those that a configuration has put in its place. */
export const familiesOf = (
  { judgedBy }: Pick<Indicator, 'judgedBy'>,
  { standards }: Catalogue,
): readonly (readonly string[])[] =>
  (judgedBy?.standards ?? []).flatMap((id) =>
    Object.hasOwn(standards, id) ? [[id, ...(standards[id]?.replacedBy ?? [])]] : [],
  );

const metricOf = (standard: string, { standards }: Catalogue): string =>
  standards[standard]?.metric ?? '';

/** Whether the data has all the columns of a standard's metric: some of them may be there for another. */
const isCovered = (standard: string, dataset: Dataset, catalogue: Catalogue): boolean =>
  relevanceOf(metricOf(standard, catalogue), dataset, catalogue, 'total') === 'covered';

/** All of the data as one group, held to the standards. */
function* totalJudgements(
  metrics: readonly string[],
  dataset: Dataset,
  catalogue: Catalogue,
  { partial, selection }: JudgeOptions,
): Iterable<Judgement> {
  const group = wholeGroup(dataset, selection);
  const { assessments } = createAssessor(dataset, catalogue, { metrics, partial }).assess(group);
  for (const assessment of assessments) {
    for (const verdict of assessment.verdicts) {
      const record = catalogue.standards[verdict.standard];
      const flag = verdictFlag(verdict);
      if (record === undefined || flag === 'not-judged') continue;
      const standard = { ...record, id: verdict.standard };
      yield { group, span: 'total', assessment, standard, verdict, flag };
    }
  }
}

const empty = (standard: string): JudgedStandard => ({
  standard,
  met: 0,
  breached: 0,
  unknown: 0,
  examples: [],
});

type Kind = 'met' | 'breached' | 'unknown';

function tallies(judgements: Iterable<Judgement>): ReadonlyMap<string, JudgedStandard> {
  const open = new Map<string, Record<Kind, { count: number; examples: Judgement[] }>>();
  for (const judgement of judgements) {
    const { standard, verdict } = judgement;
    if (verdict.status === 'not-judged') continue;
    let tally = open.get(standard.id);
    if (tally === undefined) {
      const none = () => ({ count: 0, examples: [] });
      tally = { met: none(), breached: none(), unknown: none() };
      open.set(standard.id, tally);
    }
    const kind = tally[verdict.status];
    kind.count++;
    if (kind.examples.length < EXAMPLES) kind.examples.push(judgement);
  }
  return new Map(
    [...open].map(([standard, { met, breached, unknown }]) => {
      const worst = [breached, unknown, met].find(({ count }) => count > 0);
      return [
        standard,
        {
          standard,
          met: met.count,
          breached: breached.count,
          unknown: unknown.count,
          examples: worst?.examples ?? [],
        },
      ];
    }),
  );
}

/** A standard of which nothing could be judged leaves the whole unknown; one not met decides it. */
function resultOf(standards: readonly JudgedStandard[]): Judged['result'] {
  if (standards.some(({ breached }) => breached > 0)) return 'breached';
  const isMet = ({ met, unknown }: JudgedStandard): boolean => met > 0 && unknown === 0;
  return standards.every(isMet) ? 'met' : 'unknown';
}
