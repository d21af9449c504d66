import {
  allOf,
  type Group,
  groupOf,
  groupsByPeriod,
  isSelectedPeriod,
  type Selection,
  selectedEntries,
  selectedUnits,
  single,
  type Who,
} from '../aggregate/group.ts';
import { periodEntries, summed } from '../aggregate/pool.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import {
  calendarPeriod,
  contains,
  distinctPeriods,
  lengthOf,
  PERIOD_GRAINS,
  type Period,
  type PeriodGrain,
  periodKey,
} from '../period/period.ts';
import type { DataByUnit } from '../validate/by-unit.ts';
import type { Dataset, Entry } from '../validate/dataset.ts';

/** A group that a gate looks at, and why. */
export interface JudgedGroup {
  readonly group: Group;
  /**
   * `stated`: a period of the data. A grain: a year, half or quarter that the periods of the data make up
   * without a gap, for the standards that speak of it. `total`: all periods, for means over them.
   */
  readonly span: 'stated' | PeriodGrain | 'total';
  /** Whether the data also states a longer period that is made up here; then only means over it are new. */
  readonly alsoStated: boolean;
}

/** What a gate looks at. */
export interface Places {
  /** Those of at least some grains of made up periods. */
  places(grains: readonly PeriodGrain[]): Iterable<JudgedGroup>;
  /** All of the selection as one group. */
  whole(): Group;
}

/** Where data that is held is judged. */
export const placesIn = (dataset: Dataset, selection: Selection): Places => ({
  places: (grains) => judgedGroups(dataset, selection, grains),
  whole: () => wholeGroup(dataset, selection),
});

/** Where data is judged of which the rows of one unit are at hand at a time. All units together are summed once. */
export function placesByUnit(data: DataByUnit, catalogue: Catalogue, selection: Selection): Places {
  const standards = Object.values(catalogue.standards);
  const grains = PERIOD_GRAINS.filter((grain) => standards.some(({ per }) => per === grain));
  const all = allOf(selectedUnits(data, selection));
  let held: readonly Entry[] | undefined;
  const stated = (): readonly Entry[] => {
    held ??= periodEntries(data, selection);
    return held;
  };
  const entries = (): readonly Entry[] =>
    stated().filter(({ period }) => isSelectedPeriod(period, selection));
  let pooled: readonly JudgedGroup[] | undefined;
  return {
    *places(wanted) {
      pooled ??= pooledGroups(data, all, entries(), stated(), grains, catalogue);
      yield* judgedGroupsByUnit(data, selection, wanted);
      yield* pooled;
    },
    whole: () => groupOf(all, entries()),
  };
}

/** Every unit by itself, in the order of the data, and then all units together. */
function* judgedGroups(
  dataset: Dataset,
  selection: Selection,
  grains: readonly PeriodGrain[],
): Iterable<JudgedGroup> {
  const entries = selectedEntries(dataset, selection);
  const units = selectedUnits(dataset, selection);
  const ofUnit = new Map<string, Entry[]>(units.map((unit) => [unit, []]));
  for (const entry of entries) ofUnit.get(entry.unit)?.push(entry);
  for (const [unit, own] of ofUnit) yield* groupsOfSubject(single(unit), own, grains);
  // What holds for the only unit of the data is judged with it.
  if (dataset.units.length > 1) yield* groupsOfSubject(allOf(units), entries, grains);
}

/** The units by themselves, of data of which the rows of one are at hand at a time. */
function* judgedGroupsByUnit(
  data: DataByUnit,
  selection: Selection,
  grains: readonly PeriodGrain[],
): Iterable<JudgedGroup> {
  for (const dataset of data.eachUnit()) {
    const who = single(dataset.units[0] as string);
    yield* groupsOfSubject(who, selectedEntries(dataset, selection), grains);
  }
}

/** All units together, their counts summed. `entries`: some of those `stated`, which `periodEntries` gives. */
function pooledGroups(
  data: DataByUnit,
  who: Who,
  entries: readonly Entry[],
  stated: readonly Entry[],
  grains: readonly PeriodGrain[],
  catalogue: Catalogue,
): readonly JudgedGroup[] {
  const places = [...groupsOfSubject(who, entries, grains)];
  const groups = summed(
    places.map(({ group }) => group),
    stated,
    data,
    catalogue,
  );
  return places.map((place, index) => ({ ...place, group: groups[index] ?? place.group }));
}

/** All of the selection as one group. */
export function wholeGroup(dataset: Dataset, selection: Selection): Group {
  const units = selectedUnits(dataset, selection);
  const [only, ...others] = units;
  const who = only !== undefined && others.length === 0 ? single(only) : allOf(units);
  return groupOf(who, selectedEntries(dataset, selection));
}

function* groupsOfSubject(
  who: Who,
  entries: readonly Entry[],
  grains: readonly PeriodGrain[],
): Iterable<JudgedGroup> {
  if (entries.length === 0) return;
  for (const group of groupsByPeriod(who, entries)) {
    yield { group, span: 'stated', alsoStated: false };
  }
  for (const grain of grains) {
    for (const longer of longerGroups(who, entries, grain)) yield { ...longer, span: grain };
  }
  if (distinctPeriods(entries.map(({ period }) => period)).length > 1) {
    yield { group: groupOf(who, entries), span: 'total', alsoStated: false };
  }
}

/** The periods of a grain that shorter ones of the data make up. */
function longerGroups(
  who: Who,
  entries: readonly Entry[],
  grain: PeriodGrain,
): Omit<JudgedGroup, 'span'>[] {
  const stated = distinctPeriods(entries.map(({ period }) => period));
  const keys = new Set(stated.map(periodKey));
  const around = distinctPeriods(stated.map((period) => calendarPeriod(period, grain)));
  return around
    .filter((longer) => isMadeUpOf(longer, stated))
    .map((longer) => ({
      group: groupOf(
        who,
        entries.filter(({ period }) => period !== null && contains(longer, period)),
      ),
      alsoStated: keys.has(periodKey(longer)),
    }));
}

function isMadeUpOf(longer: Period, stated: readonly Period[]): boolean {
  const parts = stated.filter(
    (period) => contains(longer, period) && periodKey(period) !== periodKey(longer),
  );
  const months = new Set<number>();
  for (const { start, end } of parts) {
    for (let month = start; month <= end; month++) months.add(month);
  }
  return months.size === lengthOf(longer);
}
