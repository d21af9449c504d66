import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CountValue } from '../formula/evaluate.ts';
import type { Period } from '../period/period.ts';
import type { DataByUnit } from '../validate/by-unit.ts';
import { type Entry, keyOf } from '../validate/dataset.ts';
import {
  entriesWithin,
  type Group,
  groupOf,
  groupParts,
  outermostPeriods,
  partsMaking,
  runsOneYearEarlier,
  type Selection,
  selectedEntries,
} from './group.ts';
import { monthsOf, tilesOfUnit } from './tiles.ts';
import { type Gap, type GroupSource, type GrowingTotal, growingTotal } from './totals.ts';

/**
 * One entry a period that the units of a selection state, the year before it included, without counts: for groups
 * of units of which the rows are not at hand. Where units are selected, it takes a pass over all of them.
 */
export function periodEntries(data: DataByUnit, { units }: Selection): readonly Entry[] {
  const periods = new Map<number, Period | null>();
  if (units === undefined) return data.periods.map(entryIn);
  for (const dataset of data.eachUnit()) {
    for (const { period } of selectedEntries(dataset, { units })) {
      periods.set(keyOf(period), period);
    }
  }
  return [...periods.values()].map(entryIn);
}

const entryIn = (period: Period | null): Entry => ({ unit: '', period, observations: [] });

/**
 * Gives groups of the same units, formed of some of `periodEntries`, their counts: one pass over the units sums all
 * of them, and what their metrics may ask of the year before and of their months and years.
 */
export function summed(
  groups: readonly Group[],
  stated: readonly Entry[],
  data: DataByUnit,
  catalogue: Catalogue,
): Group[] {
  const pools = new Map<string, Pool>();
  const poolOf = (group: Group): Pool => {
    const key = keysOf(group).join();
    const known = pools.get(key);
    if (known !== undefined) return known;
    const pool = createPool(group, stated, data, catalogue);
    pools.set(key, pool);
    const earlier = yearEarlier(group, stated);
    if (earlier !== null) pool.priorYear = poolOf(earlier);
    for (const grain of ['month', 'year'] as const) {
      pool.parts.set(grain, groupParts(group, grain).map(poolOf));
    }
    return pool;
  };
  const found = groups.map(poolOf);
  const members = new Set(groups[0]?.units);
  let position = 0;
  for (const { units, entries } of data.eachUnit()) {
    const [unit = ''] = units;
    if (members.has(unit)) {
      for (const pool of pools.values()) pool.add(unit, position, entries);
    }
    position++;
  }
  return groups.map((group, index) => ({
    ...group,
    entries: [],
    sums: sourceOf(found[index] as Pool),
  }));
}

function sourceOf({ total, missing, priorYear, parts }: Pool): GroupSource {
  const source: GroupSource = {
    count: total,
    missing,
    entries: () => [],
    // Published rates cannot be added up.
    reported: () => null,
    priorYear: () => (priorYear?.isHeld() ? sourceOf(priorYear) : null),
    parts: (grain) => (parts.get(grain) ?? []).map(sourceOf),
    // One table asks all its units the same, and none of them is exempt in part: else it is not taken unit by unit.
    forMetric: () => source,
    isPartial: () => false,
  };
  return source;
}

/** The same group a year earlier where some unit may cover it, as `groupOneYearEarlier` has it. */
function yearEarlier(group: Group, stated: readonly Entry[]): Group | null {
  const runs = runsOneYearEarlier(group);
  const { inside, isCovered } = entriesWithin(runs, stated);
  return runs.length > 0 && isCovered ? groupOf(group, inside) : null;
}

/** The periods that a group holds, or that it states none. */
const keysOf = ({ periods }: Pick<Group, 'periods'>): readonly number[] =>
  periods.length === 0 ? [keyOf(null)] : periods.map(keyOf);

/** The counts of some units in some periods, unit by unit. */
interface Pool {
  add(unit: string, position: number, entries: readonly Entry[]): void;
  total(count: string): CountValue;
  missing(count: string): readonly Gap[];
  /** Whether the rows of some unit leave out none of the months. */
  isHeld(): boolean;
  priorYear: Pool | null;
  readonly parts: Map<'month' | 'year', readonly Pool[]>;
}

interface PooledTotal {
  readonly total: GrowingTotal;
  /** A unit and a period each, by their places, in one number. */
  readonly gaps: number[];
}

/** More than the periods that a table has, and what stands for none of them, or for several that overlap. */
const PERIODS = 2 ** 13;
const NO_PERIOD = PERIODS - 1;
const OVERLAPPING = PERIODS - 2;

function createPool(
  group: Pick<Group, 'periods'>,
  stated: readonly Entry[],
  data: DataByUnit,
  catalogue: Catalogue,
): Pool {
  const { periods } = group;
  const covered = monthsOf(outermostPeriods(periods));
  const end = periods.length === 0 ? undefined : Math.max(...periods.map((period) => period.end));
  const [only, ...others] = periods;
  const wanted = new Set(keysOf(group));
  const places = new Map(stated.map(({ period }, index) => [keyOf(period), index]));
  let isHeld = false;
  const totals = new Map<string, PooledTotal>();
  let position = 0;
  let own: readonly Entry[] = [];
  for (const id of data.tables.flatMap(({ columns }) => columns.counts)) {
    const gaps: number[] = [];
    const isMissing = (_: string, period: Period | null, overlapping = false): void => {
      // Where the first of them is, reports say.
      const entry = gaps.length > 0 ? undefined : own.find((each) => each.period === period);
      if (entry !== undefined) data.keep(entry);
      const at = overlapping ? OVERLAPPING : (places.get(keyOf(period)) ?? NO_PERIOD);
      gaps.push(position * PERIODS + at);
    };
    const stock = catalogue.counts[id]?.nature === 'stock';
    totals.set(id, { total: growingTotal(id, data, stock, end, isMissing), gaps });
  }
  return {
    total: (id) => totals.get(id)?.total.value(totals.get(id)?.gaps.length === 0) ?? null,
    missing: (id) =>
      (totals.get(id)?.gaps ?? []).map((gap) => ({
        unit: data.units[Math.floor(gap / PERIODS)] as string,
        period: stated[gap % PERIODS]?.period ?? null,
        ...(gap % PERIODS === OVERLAPPING && { overlapping: true }),
      })),
    priorYear: null,
    parts: new Map(),
    isHeld: () => isHeld,
    add(unit, at, all) {
      position = at;
      own = all.filter(({ period }) => wanted.has(keyOf(period)));
      if (own.length === 0 && only !== undefined && others.length === 0) {
        own = partsMaking(only, all);
      }
      isHeld ||= monthsOf(own.flatMap(({ period }) => period ?? [])).months === covered.months;
      const tiles = tilesOfUnit(unit, own, covered, all);
      for (const { total } of totals.values()) total.add(tiles);
    },
  };
}
