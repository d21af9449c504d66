import type { Catalogue } from '../catalogue/catalogue.ts';
import { add, type Exact } from '../exact/exact.ts';
import type { CountSource, CountValue } from '../formula/evaluate.ts';
import { lookBack, type MeanGrain } from '../formula/formula.ts';
import type { Period } from '../period/period.ts';
import { type DataScope, type Entry, entryCount, entryReported } from '../validate/dataset.ts';
import { type Group, groupOneYearEarlier, groupParts, outermostPeriods } from './group.ts';
import { monthsOf, thoseAsked, tilesOf, type UnitTiles } from './tiles.ts';
import { takenTogether } from './together.ts';

/** A unit, and the period where one is known, that keeps a group's total from being known. */
export interface Gap {
  readonly unit: string;
  readonly period: Period | null;
  /** Set where the unit did report, in periods that overlap others in part, so that they cannot be added. */
  readonly overlapping?: true;
}

/** The counts of a group, summed. */
export interface GroupSource extends CountSource {
  /** Where a sum is unknown: who is missing. Empty for a group that is a single row. */
  missing(count: string): readonly Gap[];
  /** The rows that a count is summed of; none where they are not at hand. */
  entries(count: string): readonly Entry[];
  priorYear(): GroupSource | null;
  parts(grain: MeanGrain): readonly GroupSource[];
  /** The same counts as a metric takes them together, also with those of another that it is held against. */
  forMetric(metric: string, beside?: string): GroupSource;
  /** Whether a count does not apply to all that it sums up. */
  isPartial(count: string): boolean;
}

/** A sum, and who is missing from it; then it is unknown. */
interface Total {
  readonly value: CountValue;
  readonly gaps: readonly Gap[];
  /** Whether the count did not apply to all that was to be added up. */
  readonly isPartial: boolean;
}

const NO_GAPS: readonly Gap[] = [];

/** Sums the counts of a group: over units always, over periods for flows; a stock takes its last period. */
export function groupSource(group: Group, dataset: DataScope, catalogue: Catalogue): GroupSource {
  if (group.sums !== undefined) return group.sums;
  const [only] = group.entries;
  return only !== undefined && group.entries.length === 1 && group.units.length === 1
    ? entrySource(only, group, dataset, catalogue)
    : summedSource(group, dataset, catalogue);
}

/** A group that is one row of the data: nothing to sum. */
const entrySource = (
  entry: Entry,
  group: Group,
  dataset: DataScope,
  catalogue: Catalogue,
): GroupSource => {
  const source: GroupSource = {
    count: (id) => entryCount(entry, id),
    reported: (metric) => entryReported(entry, metric)?.value ?? null,
    missing: () => NO_GAPS,
    entries: () => [entry],
    priorYear: () => sourceOneYearEarlier(group, dataset, catalogue),
    parts: () => [],
    forMetric: () => source,
    isPartial: () => false,
  };
  return source;
};

function summedSource(group: Group, dataset: DataScope, catalogue: Catalogue): GroupSource {
  const entriesByUnit = new Map<string, Entry[]>(group.units.map((unit) => [unit, []]));
  for (const entry of group.entries) entriesByUnit.get(entry.unit)?.push(entry);
  const covered = monthsOf(outermostPeriods(group.periods));
  const end =
    group.periods.length === 0 ? undefined : Math.max(...group.periods.map((period) => period.end));
  const totals = new Map<string, Total>();
  let shared: UnitTiles[] | undefined;
  const tilesFor = (id: string): UnitTiles[] => {
    if (!inEveryTable(id, dataset))
      return tilesOf(thoseAsked(id, entriesByUnit, dataset), covered, dataset);
    shared ??= tilesOf(entriesByUnit, covered, dataset);
    return shared;
  };
  const isStock = (id: string): boolean => catalogue.counts[id]?.nature === 'stock';
  const totalOf = (id: string): Total => {
    const known = totals.get(id);
    if (known !== undefined) return known;
    const total = totalCount(id, tilesFor(id), dataset, isStock(id), end);
    totals.set(id, total);
    return total;
  };
  const source: GroupSource = {
    count: (id) => totalOf(id).value,
    // Published rates cannot be added up: only where one of them already speaks for the whole group.
    reported: (metric) => {
      const periods = outermostPeriods(group.periods);
      if (group.units.length > 1 || periods.length !== 1) return null;
      const whole = group.entries.find(({ period }) => period === periods[0]);
      return whole === undefined ? null : (entryReported(whole, metric)?.value ?? null);
    },
    missing: (id) => totalOf(id).gaps,
    entries: (id) =>
      tilesFor(id)
        .flatMap(({ entries }) => addedOf(entries, isStock(id)))
        .filter((entry) => !dataset.isExempt(entry, id)),
    priorYear: () => sourceOneYearEarlier(group, dataset, catalogue),
    parts: (grain) => groupParts(group, grain).map((part) => groupSource(part, dataset, catalogue)),
    forMetric(metric, beside) {
      const metrics = beside === undefined ? [metric] : [metric, beside];
      const counts = [...new Set(metrics.flatMap(catalogue.inputsOf))];
      const isPlain = (id: string): boolean => inEveryTable(id, dataset) && !source.isPartial(id);
      const before = lookBack(catalogue.sidesOf(metric)) ? source.priorYear() : null;
      const isWhole = counts.every((id) => isPlain(id) && before?.isPartial(id) !== true);
      const taken = isWhole
        ? source
        : summedSource(group, takenTogether(metric, counts, group, dataset, catalogue), catalogue);
      if (catalogue.formulaOf(metric).kind !== 'mean') return taken;
      // A month may be partial within a year that is stated by itself and is not.
      const parts: GroupSource['parts'] = (grain) =>
        taken.parts(grain).map((part) => part.forMetric(metric, beside));
      return { ...taken, parts };
    },
    isPartial: (id) => totalOf(id).isPartial,
  };
  return source;
}

function sourceOneYearEarlier(
  group: Group,
  dataset: DataScope,
  catalogue: Catalogue,
): GroupSource | null {
  const earlier = groupOneYearEarlier(group, dataset);
  return earlier === null ? null : groupSource(earlier, dataset, catalogue);
}

const inEveryTable = (id: string, { tables }: DataScope): boolean =>
  tables.every(({ columns }) => columns.countSlots.has(id));

/** Whether the last of a unit's rows speaks of the end of the group's span, where its stocks are counted. */
const reachesEnd = (entries: readonly Entry[], end: number | undefined): boolean => {
  const last = entries.at(-1);
  return last !== undefined && last.period?.end === end;
};

function totalCount(
  id: string,
  tiles: readonly UnitTiles[],
  dataset: DataScope,
  stock: boolean,
  end: number | undefined,
): Total {
  const gaps: Gap[] = [];
  const total = growingTotal(id, dataset, stock, end, (unit, period, overlapping) => {
    gaps.push({ unit, period, ...(overlapping && { overlapping }) });
  });
  for (const each of tiles) total.add(each);
  return { value: total.value(gaps.length === 0), gaps, isPartial: total.isPartial() };
}

/** A total to which units are added one after the other. */
export interface GrowingTotal {
  add(tiles: UnitTiles): void;
  value(complete: boolean): CountValue;
  /** Whether the count did not apply to all that was added. */
  isPartial(): boolean;
}

/** @param isMissing Told who keeps the total from being known. */
export function growingTotal(
  id: string,
  dataset: Pick<DataScope, 'knows' | 'expects' | 'exceeds' | 'isExempt'>,
  stock: boolean,
  end: number | undefined,
  isMissing: (unit: string, period: Period | null, overlapping?: boolean) => void,
): GrowingTotal {
  let total: Exact = 0;
  let [applies, expected, isPartial] = [false, false, false];
  return {
    add({ unit, entries, complete, overlapping }) {
      // Who belongs to a group and is nowhere in the data has not reported.
      if (!dataset.knows(unit)) isMissing(unit, null);
      if (!dataset.expects(unit, id)) return;
      expected = true;
      if (stock && !reachesEnd(entries, end)) isMissing(unit, null);
      if (!stock && !complete) isMissing(unit, null, overlapping);
      for (const entry of addedOf(entries, stock)) {
        const value = valueIn(entry, id, dataset);
        if (value === null) isMissing(unit, entry.period);
        else if (value === 'not-applicable') isPartial = true;
        else {
          applies = true;
          total = add(total, value);
        }
      }
    },
    value(complete) {
      if (!expected || !complete) return null;
      return applies ? total : 'not-applicable';
    },
    isPartial: () => isPartial,
  };
}

/** Of a unit's rows in order those that are added up. */
const addedOf = (entries: readonly Entry[], stock: boolean): readonly Entry[] =>
  stock ? entries.slice(-1) : entries;

/** What an entry adds to a sum of a count. */
function valueIn(
  entry: Entry,
  id: string,
  { isExempt, exceeds }: Pick<DataScope, 'isExempt' | 'exceeds'>,
): CountValue {
  if (isExempt(entry, id)) return 'not-applicable';
  return exceeds(entry, id) ? null : entryCount(entry, id);
}
