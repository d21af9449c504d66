import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Standard } from '../catalogue/standard.ts';
import { absolute, compare, type Exact, fractionText, quotientValue } from '../exact/exact.ts';
import { canonicalFormula } from '../formula/canonical.ts';
import { FLAGS } from '../judge/flag.ts';
import { lengthOf, type Period, parsePeriod, periodId } from '../period/period.ts';
import {
  type Baseline,
  type KnownShortfall,
  parseDistance,
  parseFigure,
  type Shortfall,
} from './baseline.ts';
import type { Judgement } from './gate.ts';
import type { Judgements } from './judgements.ts';

/** How a finding stands to the baseline. */
export type Standing = 'new' | 'worse' | 'known' | 'better';

/** What judgements are held against, and what of them it accepts. */
export interface Standings {
  readonly baseline: Baseline;
  /** How a finding stands, and to what; null where nothing is known of it. */
  of(finding: Judgement): { readonly standing: Standing; readonly before: Shortfall | null };
  /** What is known of the judgement's period from then on; null where that is nothing. */
  accepted(judgement: Judgement): Shortfall | null;
}

/**
 * Holds judgements against a baseline as runs from period to period would: a period that the baseline does not know
 * is held against the last one of its length, and where this run judges that one too, against what it was tightened
 * to by it. So what was mended or got better in a period of the data is no excuse in the next.
 */
export function standingsIn(
  baseline: Baseline,
  judgements: Judgements,
  catalogue: Catalogue,
): Standings {
  const { known } = baseline;
  const entries = new Map(known.map((each) => [keyOf(each.standard, each.unit), each]));
  const definitionOf = definitionsIn(catalogue);
  const entryOf = ({ standard, group }: Judgement): KnownShortfall | undefined =>
    entries.get(keyOf(standard.id, group.unit));
  const isKnown = (judgement: Judgement): boolean =>
    entryOf(judgement)?.definition === definitionOf(judgement);

  const metrics = new Set(
    known.flatMap(({ standard }) => catalogue.standards[standard]?.metric ?? []),
  );
  const judged = new Map<KnownShortfall, Measured[]>();
  for (const judgement of judgements(metrics)) {
    const entry = entryOf(judgement);
    if (entry === undefined || !isKnown(judgement)) continue;
    const measured = judged.get(entry);
    if (measured === undefined) judged.set(entry, [measuredOf(judgement)]);
    else measured.push(measuredOf(judgement));
  }
  const references = new Map(
    [...judged].map(([entry, measured]) => [entry, referencesOf(entry, measured)]),
  );
  const beforeOf = (judgement: Judgement): Shortfall | null => {
    const entry = entryOf(judgement);
    if (entry === undefined || !isKnown(judgement)) return null;
    return references.get(entry)?.get(periodKeyOf(judgement)) ?? null;
  };
  return {
    baseline,
    of(finding) {
      const before = beforeOf(finding);
      return { standing: standingTo(before, measuredOf(finding)), before };
    },
    accepted: (judgement) => acceptedOf(measuredOf(judgement), beforeOf(judgement)),
  };
}

/** What a judgement says, as a baseline keeps it. */
interface Measured {
  readonly period: string;
  readonly flag: Judgement['flag'];
  /** Null where it is unknown, or met. */
  readonly distance: Exact | null;
  /** Null where it is unknown. */
  readonly figure: Exact | null;
  readonly standard: Standard;
}

function measuredOf(judgement: Judgement): Measured {
  const { verdict, flag, standard, assessment } = judgement;
  return {
    period: periodKeyOf(judgement),
    flag,
    distance: verdict.gap === null ? null : absolute(verdict.gap),
    figure: assessment.outcome.known ? quotientValue(assessment.outcome) : null,
    standard,
  };
}

/** What a baseline keeps of a judgement that is not met; null of one that is. */
export function shortfallOf(judgement: Judgement): Shortfall | null {
  return recordOf(measuredOf(judgement));
}

function recordOf({ flag, distance, figure }: Measured): Shortfall | null {
  return flag === 'ok' ? null : { flag, distance: exactText(distance), figure: exactText(figure) };
}

const exactText = (value: Exact | null): string | null =>
  value === null ? null : fractionText(value);

/** What each of the periods judged is held against: the entry of the baseline, tightened from one to the next. */
function referencesOf(
  { judged, found }: KnownShortfall,
  measured: readonly Measured[],
): ReadonlyMap<string, Shortfall | null> {
  const now = new Map(measured.map((each) => [each.period, each]));
  const references = new Map<string, Shortfall | null>();
  const accepted: { readonly span: Period; readonly shortfall: Shortfall | null }[] = [];
  for (const { id, span } of inTime(new Set([...judged, ...now.keys()]))) {
    const earlier = judged.includes(id)
      ? (found[id] ?? null)
      : (accepted.findLast((each) => span !== null && isEarlier(each.span, span))?.shortfall ??
        null);
    const current = now.get(id);
    if (current !== undefined) references.set(id, earlier);
    const shortfall = current === undefined ? earlier : acceptedOf(current, earlier);
    if (span !== null) accepted.push({ span, shortfall });
  }
  return references;
}

/** Names of periods with what they stand for, null for one that is none, in the order in which they end. */
export const inTime = (ids: Iterable<string>): { id: string; span: Period | null }[] =>
  [...ids]
    .map((id) => ({ id, span: parsePeriod(id) }))
    .sort((left, right) => (left.span?.end ?? 0) - (right.span?.end ?? 0));

/** Whether a period of the same length is over before another begins. */
const isEarlier = (period: Period, other: Period): boolean =>
  lengthOf(period) === lengthOf(other) && period.end < other.start;

function standingTo(before: Shortfall | null, finding: Measured): Standing {
  // What was known to be short and is now unknown may be anything, and the other way round.
  if (before === null || (before.flag === 'unknown') !== (finding.flag === 'unknown')) return 'new';
  if (finding.flag === 'unknown') return 'known';
  if (FLAGS.indexOf(finding.flag) < FLAGS.indexOf(before.flag)) return 'worse';
  const then = before.distance === null ? null : parseDistance(before.distance);
  if (finding.distance === null || then === null) return 'new';
  // Only a limit that is written down changes apart from the data: then the distance alone says too little.
  const changes = [compare(finding.distance, then), figureChange(before, finding)];
  if (changes.some((change) => change > 0)) return 'worse';
  return changes.some((change) => change < 0) ? 'better' : 'known';
}

/** Above 0 where a figure is further on the wrong side of its limit than before, whatever the limit was then. */
function figureChange(before: Shortfall, { standard, figure }: Measured): number {
  const { comparison, limit } = standard;
  const then = before.figure === null ? null : parseFigure(before.figure);
  if (limit.kind !== 'value' || comparison === 'equal' || figure === null || then === null)
    return 0;
  const change = compare(figure, then);
  return comparison === 'at-least' || comparison === 'above' ? -change : change;
}

/**
 * What is accepted of a judgement: what is new is not, what is worse keeps its old distance, what is better takes
 * the new one, and what is mended goes. What has become unknown is not mended: its last shortfall is kept.
 */
function acceptedOf(measured: Measured, before: Shortfall | null): Shortfall | null {
  if (measured.flag === 'ok') return null;
  const standing = standingTo(before, measured);
  if (standing === 'new') return measured.flag === 'unknown' ? before : null;
  return standing === 'worse' ? before : recordOf(measured);
}

/** Formulas in ids by their metric, each written once. */
export function definitionsIn({ formulaOf }: Catalogue): (judgement: Judgement) => string {
  const known = new Map<string, string>();
  return ({ standard: { metric } }) => {
    const definition = known.get(metric) ?? canonicalFormula(metric, formulaOf);
    known.set(metric, definition);
    return definition;
  };
}

/** The name of a standard and a unit together. */
export const keyOf = (standard: string, unit: string | null): string =>
  JSON.stringify([standard, unit]);

/** The name under which a baseline keeps what was found in the period of a judgement. */
export const periodKeyOf = ({ group, span }: Judgement): string => {
  if (span === 'total') return 'total';
  return group.period === null ? group.periods.map(periodId).join(',') : periodId(group.period);
};
