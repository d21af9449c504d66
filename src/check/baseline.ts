import type { Catalogue } from '../catalogue/catalogue.ts';
import {
  absolute,
  compare,
  type Exact,
  fraction,
  fractionText,
  multiply,
  quotientValue,
} from '../exact/exact.ts';
import { canonicalFormula } from '../formula/canonical.ts';
import { FLAGS } from '../judge/flag.ts';
import { lengthOf, type Period, parsePeriod, periodId } from '../period/period.ts';
import type { Judgement } from './gate.ts';

export const BASELINE_VERSION = 1;

/** The shortfalls that are known: only what is new or worse than them fails. */
export interface Baseline {
  readonly baselineVersion: typeof BASELINE_VERSION;
  readonly known: readonly KnownShortfall[];
}

/** A standard that a unit, or all units together (null), did not meet in some of the periods judged. */
export interface KnownShortfall {
  readonly standard: string;
  readonly unit: string | null;
  /** The formula in ids: a shortfall under another definition is another shortfall. */
  readonly definition: string;
  /** Every period that was judged, met or not, in order; `total` for all of the data, `` for none stated. */
  readonly judged: readonly string[];
  readonly found: Readonly<Record<string, Shortfall>>;
}

export interface Shortfall {
  readonly flag: 'breach' | 'warn' | 'unknown';
  /** Distance from the limit as an exact fraction, "19/24"; null where it is unknown. */
  readonly distance: string | null;
  /** The figure as an exact fraction; null where it is unknown. */
  readonly figure: string | null;
}

/** How a finding stands to the baseline. */
export type Standing = 'new' | 'worse' | 'known' | 'better';

const FRACTION = /^(\d+)(?:\/([1-9]\d*))?$/;

/** Reads the text of a distance; null for anything else. */
export function parseDistance(text: string): Exact | null {
  const match = FRACTION.exec(text);
  return match === null ? null : fraction(BigInt(match[1] as string), BigInt(match[2] ?? '1'));
}

/** The same for a figure, which a difference of counts may put below 0. */
export function parseFigure(text: string): Exact | null {
  const size = parseDistance(text.replace(/^-/, ''));
  return size === null || !text.startsWith('-') ? size : multiply(size, -1);
}

const exactText = (value: Exact | null): string | null =>
  value === null ? null : fractionText(value);

const distanceOf = ({ verdict: { gap } }: Judgement): Exact | null =>
  gap === null ? null : absolute(gap);

const figureOf = ({ assessment: { outcome } }: Judgement): Exact | null =>
  outcome.known ? quotientValue(outcome) : null;

/** Formulas in ids by their metric, each written once. */
function definitionsIn({ formulaOf }: Catalogue): (judgement: Judgement) => string {
  const known = new Map<string, string>();
  return ({ standard: { metric } }) => {
    const definition = known.get(metric) ?? canonicalFormula(metric, formulaOf);
    known.set(metric, definition);
    return definition;
  };
}

const keyOf = (standard: string, unit: string | null): string => JSON.stringify([standard, unit]);

/** The name under which a baseline keeps what was found in the period of a judgement. */
const periodKeyOf = ({ group, span }: Judgement): string => {
  if (span === 'total') return 'total';
  return group.period === null ? group.periods.map(periodId).join(',') : periodId(group.period);
};

const isFinding = ({ flag }: Judgement): boolean => flag !== 'ok';

/** The period of a baseline that a period is held against: itself, or the last of its length before it. */
function referencePeriod(period: string, judged: readonly string[]): string | undefined {
  if (judged.includes(period)) return period;
  const current = parsePeriod(period);
  if (current === null) return undefined;
  let latest: { id: string; period: Period } | undefined;
  for (const id of judged) {
    const earlier = parsePeriod(id);
    if (earlier === null || lengthOf(earlier) !== lengthOf(current)) continue;
    if (earlier.end >= current.start) continue;
    if (latest === undefined || earlier.end > latest.period.end) latest = { id, period: earlier };
  }
  return latest?.id;
}

/** Says of findings how they stand to a baseline. */
export function standingIn(
  { known }: Baseline,
  catalogue: Catalogue,
): (finding: Judgement) => { standing: Standing; before: Shortfall | null } {
  const byKey = new Map(known.map((each) => [keyOf(each.standard, each.unit), each]));
  const definitionOf = definitionsIn(catalogue);
  return (finding) => {
    const entry = byKey.get(keyOf(finding.standard.id, finding.group.unit));
    if (entry === undefined || entry.definition !== definitionOf(finding)) {
      return { standing: 'new', before: null };
    }
    const reference = referencePeriod(periodKeyOf(finding), entry.judged);
    const before = reference === undefined ? undefined : entry.found[reference];
    if (before === undefined) return { standing: 'new', before: null };
    return { standing: standingTo(before, finding), before };
  };
}

function standingTo(before: Shortfall, finding: Judgement): Standing {
  // What was known to be short and is now unknown may be anything, and the other way round.
  if ((before.flag === 'unknown') !== (finding.flag === 'unknown')) return 'new';
  if (finding.flag === 'unknown') return 'known';
  if (FLAGS.indexOf(finding.flag) < FLAGS.indexOf(before.flag)) return 'worse';
  const now = distanceOf(finding);
  const then = before.distance === null ? null : parseDistance(before.distance);
  if (now === null || then === null) return 'new';
  // Only a limit that is written down changes apart from the data: then the distance alone says too little.
  const changes = [compare(now, then), figureChange(before, finding)];
  if (changes.some((change) => change > 0)) return 'worse';
  return changes.some((change) => change < 0) ? 'better' : 'known';
}

/** Above 0 where a figure is further on the wrong side of its limit than before, whatever the limit was then. */
function figureChange(before: Shortfall, finding: Judgement): number {
  const { comparison, limit } = finding.standard;
  const now = figureOf(finding);
  const then = before.figure === null ? null : parseFigure(before.figure);
  if (limit.kind !== 'value' || comparison === 'equal' || now === null || then === null) return 0;
  const change = compare(now, then);
  return comparison === 'at-least' || comparison === 'above' ? -change : change;
}

/**
 * The next baseline. Without an earlier one all findings become known; with one it only gets tighter: what is
 * new stays out, what is worse keeps its old distance, what is better takes the new one, and what is mended
 * goes. What has become unknown is not mended: its last shortfall is kept. What this run did not judge is left
 * as it was.
 */
export function nextBaseline(
  previous: Baseline | null,
  judgements: Iterable<Judgement>,
  catalogue: Catalogue,
): Baseline {
  const standing = previous && standingIn(previous, catalogue);
  const definitionOf = definitionsIn(catalogue);
  const next = new Map<
    string,
    KnownShortfall & { judged: string[]; found: Record<string, Shortfall> }
  >();
  for (const judgement of judgements) {
    const { standard, group } = judgement;
    const key = keyOf(standard.id, group.unit);
    const entry = next.get(key) ?? {
      standard: standard.id,
      unit: group.unit,
      definition: definitionOf(judgement),
      judged: [],
      found: {},
    };
    next.set(key, entry);
    const period = periodKeyOf(judgement);
    entry.judged.push(period);
    if (!isFinding(judgement)) continue;
    const accepted = acceptedShortfall(judgement, standing?.(judgement) ?? null);
    if (accepted !== null) entry.found[period] = accepted;
  }
  for (const { standard, unit, definition, judged, found } of previous?.known ?? []) {
    const entry = next.get(keyOf(standard, unit));
    if (entry?.definition !== definition) continue;
    const later = judged.filter((id) => !isOvertaken(id, entry.judged));
    entry.judged.push(...later);
    for (const id of later) if (found[id] !== undefined) entry.found[id] = found[id];
  }
  const untouched = (previous?.known ?? []).filter(
    ({ standard, unit }) => !next.has(keyOf(standard, unit)),
  );
  const known = [...untouched, ...next.values()].filter(
    ({ found }) => Object.keys(found).length > 0,
  );
  return {
    baselineVersion: BASELINE_VERSION,
    known: known.sort((left, right) =>
      keyOf(left.standard, left.unit) < keyOf(right.standard, right.unit) ? -1 : 1,
    ),
  };
}

/** Whether a period of a baseline, or a later one of its length, is among those judged now. */
function isOvertaken(id: string, judged: readonly string[]): boolean {
  if (judged.includes(id)) return true;
  const period = parsePeriod(id);
  if (period === null) return false;
  return judged.some((other) => {
    const later = parsePeriod(other);
    return later !== null && lengthOf(later) === lengthOf(period) && later.start > period.end;
  });
}

function acceptedShortfall(
  finding: Judgement,
  stands: { standing: Standing; before: Shortfall | null } | null,
): Shortfall | null {
  if (stands?.standing === 'new') return finding.flag === 'unknown' ? stands.before : null;
  if (stands?.standing === 'worse') return stands.before;
  return {
    flag: finding.flag as Shortfall['flag'],
    distance: exactText(distanceOf(finding)),
    figure: exactText(figureOf(finding)),
  };
}

/** Whether a baseline speaks of units, and of none of these. */
export function isForOtherUnits({ known }: Baseline, units: readonly string[]): boolean {
  const named = known.flatMap(({ unit }) => unit ?? []);
  return named.length > 0 && !named.some((unit) => units.includes(unit));
}
