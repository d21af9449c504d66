import type { Catalogue } from '../catalogue/catalogue.ts';
import { LEVELS } from '../catalogue/standard.ts';
import type { Place } from '../issue/issue.ts';
import { type FailOn, FLAGS } from '../judge/flag.ts';
import { reaches } from '../judge/judge.ts';
import type { DataScope } from '../validate/dataset.ts';
import { type Baseline, type Shortfall, type Standing, standingIn } from './baseline.ts';
import type { Judgement } from './gate.ts';
import { judgedPlace } from './place.ts';

/** A judgement that needs attention. */
export interface Finding extends Judgement {
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

export interface CheckResult {
  readonly tally: Tally;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

export interface CheckOptions {
  readonly failOn: FailOn;
  readonly baseline: Baseline | null;
}

/** Counts judgements and keeps those that need attention, what makes the run fail first. */
export function collectFindings(
  judgements: Iterable<Judgement>,
  data: DataScope,
  catalogue: Catalogue,
  { failOn, baseline }: CheckOptions,
): CheckResult {
  const tally = { judged: 0, ok: 0, breach: 0, warn: 0, unknown: 0 };
  const byRank = new Map<number, Finding[]>();
  const standingOf = baseline && standingIn(baseline, catalogue);
  for (const judgement of judgements) {
    const { flag } = judgement;
    tally.judged++;
    tally[flag]++;
    if (flag === 'ok') continue;
    const { standing, before } = standingOf?.(judgement) ?? { standing: null, before: null };
    const excused = standing === 'known' || standing === 'better';
    const fails = reaches(flag, failOn) && !excused;
    const place = judgedPlace(judgement, data, catalogue);
    const finding: Finding = { ...judgement, flag, place, standing, before, fails };
    const rank = rankOf(finding);
    const alike = byRank.get(rank);
    if (alike === undefined) byRank.set(rank, [finding]);
    else alike.push(finding);
  }
  const ranks = [...byRank.keys()].sort((left, right) => left - right);
  return { tally, findings: ranks.flatMap((rank) => byRank.get(rank) ?? []) };
}

/** Lower is worse: what fails the run, then by flag, then by how strict the standard is. There are few ranks. */
const rankOf = ({ fails, flag, verdict }: Finding): number =>
  (Number(!fails) * FLAGS.length + FLAGS.indexOf(flag)) * LEVELS.length +
  LEVELS.indexOf(verdict.level);
