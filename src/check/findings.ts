import type { Group } from '../aggregate/group.ts';
import type { Assessment } from '../assess/assess.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { LEVELS } from '../catalogue/standard.ts';
import type { Place } from '../issue/issue.ts';
import { type FailOn, FLAGS } from '../judge/flag.ts';
import { reaches } from '../judge/judge.ts';
import type { DataScope } from '../validate/dataset.ts';
import type { Shortfall } from './baseline.ts';
import type { Judgement } from './gate.ts';
import type { Judgements } from './judgements.ts';
import { judgedPlace } from './place.ts';
import { createRanking } from './ranking.ts';
import type { Standing, Standings } from './standing.ts';

/** A judgement that needs attention. It holds on to no row of the data, so that it can be kept. */
export interface Finding extends Pick<Judgement, 'span' | 'standard' | 'verdict'> {
  readonly group: Omit<Group, 'entries' | 'sums'>;
  readonly assessment: Omit<Assessment, 'source'>;
  readonly flag: 'breach' | 'warn' | 'unknown';
  readonly place: Place;
  /** How it stands to the baseline; null without one. */
  readonly standing: Standing | null;
  /** What the baseline knew of it. */
  readonly before: Shortfall | null;
  /** Whether the run fails on it. */
  readonly fails: boolean;
}

/** How many judgements ended in which way. `judged` is the sum of the others. */
export type Tally = Readonly<Record<'judged' | Judgement['flag'], number>>;

/** What judgements come to. */
export interface CollectedFindings {
  readonly tally: Tally;
  /** How many findings the baseline excuses. */
  readonly excused: number;
  /** How many findings the run fails on. */
  readonly failing: number;
  /** Ids of the standards that have findings. */
  readonly standards: ReadonlySet<string>;
  /** Worst first, and in the order of judging where they are alike; derived anew at each call. */
  readonly findings: () => Iterable<Finding>;
  /** What is found in one of the judgements; null where it is well. */
  readonly findingOf: (judgement: Judgement) => Finding | null;
}

export interface CheckOptions {
  readonly failOn: FailOn;
  /** How the judgements stand to a baseline; null without one. */
  readonly standings: Standings | null;
}

/** Counts judgements, and says of those that need attention what makes the run fail first. It keeps none of them. */
export function collectFindings(
  judgements: Judgements,
  data: DataScope,
  catalogue: Catalogue,
  { failOn, standings }: CheckOptions,
): CollectedFindings {
  const standsTo = (judgement: Short) => standings?.of(judgement) ?? UNCOMPARED;
  const isFailing = ({ flag }: Short, standing: Standing | null): boolean =>
    reaches(flag, failOn) && !isExcused(standing);
  const rankOf = (judgement: Short): number =>
    rank(judgement, isFailing(judgement, standsTo(judgement).standing));
  const tell = (judgement: Short): Finding => {
    const { span, standard, verdict, flag } = judgement;
    const { standing, before } = standsTo(judgement);
    return {
      group: withoutEntries(judgement.group),
      span,
      assessment: withoutSource(judgement.assessment),
      standard,
      verdict,
      flag,
      place: judgedPlace(judgement, data, catalogue),
      standing,
      before,
      fails: isFailing(judgement, standing),
    };
  };
  const ranking = createRanking({
    things: (metrics) => shortOf(judgements(metrics)),
    subjectOf: ({ standard }) => standard.metric,
    rankOf,
    tell,
  });
  const tally = { judged: 0, ok: 0, breach: 0, warn: 0, unknown: 0 };
  const standards = new Set<string>();
  let excused = 0;
  let failing = 0;
  for (const judgement of judgements()) {
    tally.judged++;
    tally[judgement.flag]++;
    if (!isShort(judgement)) continue;
    const { standing } = standsTo(judgement);
    if (isExcused(standing)) excused++;
    if (isFailing(judgement, standing)) failing++;
    standards.add(judgement.standard.id);
    ranking.note(judgement);
  }
  return {
    tally,
    excused,
    failing,
    standards,
    findings: ranking.told,
    findingOf: (judgement) => (isShort(judgement) ? tell(judgement) : null),
  };
}

/** Whether the baseline lets a finding pass. */
export const isExcused = (standing: Standing | null): boolean =>
  standing === 'known' || standing === 'better';

const UNCOMPARED = { standing: null, before: null };

/** A judgement that did not end well. */
type Short = Judgement & Pick<Finding, 'flag'>;

const isShort = (judgement: Judgement): judgement is Short => judgement.flag !== 'ok';

function* shortOf(judgements: Iterable<Judgement>): Iterable<Short> {
  for (const judgement of judgements) if (isShort(judgement)) yield judgement;
}

const withoutEntries = ({ unit, pooled, period, periods, units }: Group): Finding['group'] => ({
  unit,
  pooled,
  period,
  periods,
  units,
});

function withoutSource(assessment: Assessment): Finding['assessment'] {
  const { metric, outcome, gaps, coverage, reported, verdicts, flag } = assessment;
  return { metric, outcome, gaps, coverage, reported, verdicts, flag };
}

/** Lower is worse: what fails the run, then by flag, then by how strict the standard is. There are few ranks. */
const rank = ({ flag, verdict }: Short, fails: boolean): number =>
  (Number(!fails) * FLAGS.length + FLAGS.indexOf(flag)) * LEVELS.length +
  LEVELS.indexOf(verdict.level);
