import type { Catalogue } from '../catalogue/catalogue.ts';
import {
  BASELINE_VERSION,
  type Baseline,
  type KnownShortfall,
  type Shortfall,
} from './baseline.ts';
import type { Judgements } from './judgements.ts';
import {
  definitionsIn,
  inTime,
  keyOf,
  periodKeyOf,
  type Standings,
  shortfallOf,
} from './standing.ts';

/**
 * The next baseline. Without an earlier one all findings become known; with one it only gets tighter. What this run
 * did not judge is left as it was.
 *
 * @param standings How the same judgements stand to the earlier one.
 */
export function nextBaseline(
  standings: Standings | null,
  judgements: Judgements,
  catalogue: Catalogue,
): Baseline {
  const previous = standings?.baseline.known ?? [];
  const definitionOf = definitionsIn(catalogue);
  const next = new Map<
    string,
    KnownShortfall & { judged: string[]; found: Record<string, Shortfall> }
  >();
  for (const judgement of judgements()) {
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
    const accepted = standings === null ? shortfallOf(judgement) : standings.accepted(judgement);
    if (accepted !== null) entry.found[period] = accepted;
  }
  for (const { standard, unit, definition, judged, found } of previous) {
    const entry = next.get(keyOf(standard, unit));
    if (entry?.definition !== definition) continue;
    const others = judged.filter((id) => !entry.judged.includes(id));
    entry.judged.push(...others);
    for (const id of others) if (found[id] !== undefined) entry.found[id] = found[id];
  }
  const untouched = previous.filter(({ standard, unit }) => !next.has(keyOf(standard, unit)));
  const known = [...untouched, ...[...next.values()].map(ordered)].filter(
    ({ found }) => Object.keys(found).length > 0,
  );
  return {
    baselineVersion: BASELINE_VERSION,
    known: known.sort((left, right) =>
      keyOf(left.standard, left.unit) < keyOf(right.standard, right.unit) ? -1 : 1,
    ),
  };
}

function ordered({ judged, found, ...entry }: KnownShortfall): KnownShortfall {
  const ids = inTime(judged).map(({ id }) => id);
  const foundIn = ids.flatMap((id) => (found[id] === undefined ? [] : [[id, found[id]] as const]));
  return { ...entry, judged: ids, found: Object.fromEntries(foundIn) };
}
