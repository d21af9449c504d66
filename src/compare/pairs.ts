import {
  type Group,
  groupOf,
  partition,
  type Selection,
  single,
  type Who,
} from '../aggregate/group.ts';
import type { CompareGrouping } from '../aggregate/grouping.ts';
import { poolsOf, type UnitGroups } from '../aggregate/unit-groups.ts';
import type { Coverage } from '../assess/assess.ts';
import { contains, type Period } from '../period/period.ts';
import type { Entry } from '../validate/dataset.ts';
import { makeUp, type PeriodPair } from './periods.ts';
import type { SideName } from './side.ts';

/** The same units in a period of each side. */
export interface GroupPair {
  readonly before: Group;
  readonly after: Group;
  /** Set where only those of the units are taken that both sides have. */
  readonly coverage: Coverage | null;
}

/** What has no counterpart. `incomplete`: the unit does not state all of the period. */
export type Unpaired =
  | {
      readonly kind: 'unit';
      readonly unit: string;
      readonly periods: PeriodPair;
      /** The side on which it is missing. */
      readonly missingFrom: SideName;
      readonly why: 'absent' | 'incomplete';
    }
  | {
      readonly kind: 'pool';
      readonly unit: string | null;
      readonly periods: PeriodPair;
      /** Units that are not on both sides. */
      readonly missing: readonly string[];
    }
  /** `onlyOn`: null where both sides are one input. */
  | { readonly kind: 'period'; readonly period: Period | null; readonly onlyOn: SideName | null };

export interface PairedGroups {
  readonly pairs: readonly GroupPair[];
  readonly unpaired: readonly Unpaired[];
}

export interface PairOptions {
  readonly by: CompareGrouping;
  readonly unitGroups: UnitGroups;
  readonly selection: Selection;
  /** Take pools over the units that both sides have, where some are on one side only. */
  readonly partial: boolean;
}

/** The rows of each side that are compared, in the order of units and periods. */
export interface SideEntries {
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
}

/**
 * Pairs units, and pools of them, in each pair of periods. Beside units stand all of them together. A pool is
 * only compared over the same units on both sides.
 */
export function pairGroups(
  entries: SideEntries,
  periods: readonly PeriodPair[],
  options: PairOptions,
): PairedGroups {
  const byUnit = (ofSide: readonly Entry[]): ByUnit => partition(ofSide, ({ unit }) => unit);
  const sides = { before: byUnit(entries.before), after: byUnit(entries.after) };
  const units = [...new Set([...sides.before.keys(), ...sides.after.keys()])];
  const pairs: GroupPair[] = [];
  const unpaired: Unpaired[] = [];
  for (const pair of periods) {
    const found = new Map(
      units.flatMap((unit) => {
        const held = heldBy(unit, sides, pair);
        return held === null ? [] : [[unit, held] as const];
      }),
    );
    for (const { missing } of found.values()) if (missing !== null) unpaired.push(missing);
    for (const who of subjects(found, options)) {
      const paired = pairOf(who, found, pair, options.partial);
      if ('kind' in paired) unpaired.push(paired);
      else pairs.push(paired);
    }
  }
  return { pairs, unpaired };
}

type ByUnit = ReadonlyMap<string, readonly Entry[]>;

/** The rows of a unit on each side, and what keeps it from being compared. */
interface Held extends SideEntries {
  readonly missing: Unpaired | null;
}

/** Null for a unit that says nothing of the periods on either side. */
function heldBy(
  unit: string,
  sides: { readonly before: ByUnit; readonly after: ByUnit },
  periods: PeriodPair,
): Held | null {
  const before = within(sides.before.get(unit) ?? [], periods.before);
  const after = within(sides.after.get(unit) ?? [], periods.after);
  if (before.length + after.length === 0) return null;
  const missingFrom = (['before', 'after'] as const).find(
    (side) => !covers(side === 'before' ? before : after, periods[side]),
  );
  if (missingFrom === undefined) return { before, after, missing: null };
  const rows = missingFrom === 'before' ? before : after;
  const why = rows.length === 0 ? 'absent' : 'incomplete';
  return { before, after, missing: { kind: 'unit', unit, periods, missingFrom, why } };
}

const within = (entries: readonly Entry[], outer: Period | null): readonly Entry[] =>
  entries.filter(({ period }) =>
    outer === null || period === null ? outer === period : contains(outer, period),
  );

const covers = (entries: readonly Entry[], period: Period | null): boolean =>
  period === null
    ? entries.length > 0
    : makeUp(
        period,
        entries.flatMap((entry) => entry.period ?? []),
      );

/** Whom to compare: units that both sides have, and pools that say which of theirs are missing. */
function subjects(
  found: ReadonlyMap<string, Held>,
  { by, unitGroups, selection }: PairOptions,
): readonly Who[] {
  const units = [...found.keys()];
  const all: Who = { unit: null, pooled: true, units };
  switch (by) {
    case 'unit': {
      const complete = units.filter((unit) => found.get(unit)?.missing === null);
      return [...complete.map(single), ...(units.length > 1 ? [all] : [])];
    }
    case 'group': {
      const pools = poolsOf(units, unitGroups, selection).filter((pool) =>
        pool.units.some((unit) => found.has(unit)),
      );
      return [...pools, ...(pools.length > 1 ? [all] : [])];
    }
    case 'total':
      return [all];
  }
}

function pairOf(
  who: Who,
  found: ReadonlyMap<string, Held>,
  periods: PeriodPair,
  partial: boolean,
): GroupPair | Unpaired {
  const isComplete = (unit: string): boolean => found.get(unit)?.missing === null;
  const complete = who.units.filter(isComplete);
  const missing = who.units.filter((unit) => !isComplete(unit));
  if (complete.length === 0 || (missing.length > 0 && !partial)) {
    return { kind: 'pool', unit: who.unit, periods, missing };
  }
  const group = (side: SideName): Group =>
    groupOf(
      { ...who, units: complete },
      complete.flatMap((unit) => found.get(unit)?.[side] ?? []),
    );
  return {
    before: group('before'),
    after: group('after'),
    coverage:
      missing.length === 0
        ? null
        : { reporting: complete.length, expected: who.units.length, missing },
  };
}
