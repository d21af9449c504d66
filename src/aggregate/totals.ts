import type { Catalogue } from '../catalogue/catalogue.ts';
import { add, type Exact } from '../exact/exact.ts';
import type { CountSource, CountValue } from '../formula/evaluate.ts';
import type { Period } from '../period/period.ts';
import { type Dataset, type Entry, entryCount, entryReported } from '../validate/dataset.ts';
import { type Group, groupOneYearEarlier, groupParts, outermost } from './group.ts';

/** A unit, and the period where one is known, that keeps a group's total from being known. */
export interface Gap {
  readonly unit: string;
  readonly period: Period | null;
}

/** The counts of a group, summed. */
export interface GroupSource extends CountSource {
  /** Where a sum is unknown: who is missing. Empty for a group that is a single row. */
  missing(count: string): readonly Gap[];
}

interface Total {
  readonly value: CountValue;
  readonly gaps: readonly Gap[];
}

const NO_GAPS: readonly Gap[] = [];

/** Sums the counts of a group: over units always, over periods for flows; a stock takes its last period. */
export function groupSource(group: Group, dataset: Dataset, catalogue: Catalogue): GroupSource {
  const [only] = group.entries;
  return only !== undefined && group.entries.length === 1 && group.units.length === 1
    ? entrySource(only, group, dataset, catalogue)
    : summedSource(group, dataset, catalogue);
}

/** A group that is one row of the data: nothing to sum. */
const entrySource = (
  entry: Entry,
  group: Group,
  dataset: Dataset,
  catalogue: Catalogue,
): GroupSource => ({
  count: (id) => entryCount(entry, id),
  reported: (metric) => entryReported(entry, metric)?.value ?? null,
  missing: () => NO_GAPS,
  priorYear: () => sourceOneYearEarlier(group, dataset, catalogue),
  parts: () => [],
});

function summedSource(group: Group, dataset: Dataset, catalogue: Catalogue): GroupSource {
  const tiles = tilesByUnit(group);
  const totals = new Map<string, Total>();
  const totalOf = (id: string): Total => {
    const known = totals.get(id);
    if (known !== undefined) return known;
    const total = totalCount(id, tiles, dataset, catalogue.counts[id]?.nature === 'stock');
    totals.set(id, total);
    return total;
  };
  const [single] = tiles;
  return {
    count: (id) => totalOf(id).value,
    reported: (metric) => {
      // Published rates cannot be added up: only where one of them already speaks for the whole group.
      if (single === undefined || tiles.length > 1 || single.entries.length > 1) return null;
      const [entry] = single.entries;
      return entry === undefined ? null : (entryReported(entry, metric)?.value ?? null);
    },
    missing: (id) => totalOf(id).gaps,
    priorYear: () => sourceOneYearEarlier(group, dataset, catalogue),
    parts: (grain) => groupParts(group, grain).map((part) => groupSource(part, dataset, catalogue)),
  };
}

function sourceOneYearEarlier(
  group: Group,
  dataset: Dataset,
  catalogue: Catalogue,
): GroupSource | null {
  const earlier = groupOneYearEarlier(group, dataset);
  return earlier === null ? null : groupSource(earlier, dataset, catalogue);
}

/** What a unit contributes: its outermost periods, and whether they cover what the group covers. */
interface UnitTiles {
  readonly unit: string;
  readonly entries: readonly Entry[];
  readonly complete: boolean;
}

function tilesByUnit(group: Group): UnitTiles[] {
  const byUnit = new Map<string, Entry[]>(group.units.map((unit) => [unit, []]));
  for (const entry of group.entries) byUnit.get(entry.unit)?.push(entry);
  const covered = outermost(group.periods);
  return [...byUnit].map(([unit, entries]) => {
    const outer = new Set(outermost(entries.flatMap(({ period }) => period ?? [])));
    const kept = entries.filter(({ period }) => period === null || outer.has(period));
    return { unit, entries: kept, complete: coverTheSame([...outer], covered, kept) };
  });
}

/** Whether a unit's periods, none overlapping another, make up exactly the months of the group. */
function coverTheSame(
  periods: readonly Period[],
  covered: readonly Period[],
  entries: readonly Entry[],
): boolean {
  const stated = entries.length === periods.length;
  if (!stated) return periods.length === 0 && covered.length === 0 && entries.length === 1;
  const months = new Set<number>();
  let length = 0;
  for (const { start, end } of periods) {
    length += end - start + 1;
    for (let month = start; month <= end; month++) months.add(month);
  }
  if (length !== months.size) return false;
  const wanted = new Set<number>();
  for (const { start, end } of covered) {
    for (let month = start; month <= end; month++) wanted.add(month);
  }
  return wanted.size === months.size;
}

function totalCount(
  id: string,
  tiles: readonly UnitTiles[],
  dataset: Dataset,
  stock: boolean,
): Total {
  const gaps: Gap[] = [];
  let total: Exact = 0;
  let [applies, expected] = [false, false];
  for (const { unit, entries, complete } of tiles) {
    if (!dataset.expects(unit, id)) continue;
    expected = true;
    const counted = stock ? entries.slice(-1) : entries;
    if (!complete) gaps.push({ unit, period: null });
    for (const entry of counted) {
      const value = entryCount(entry, id);
      if (value === null) gaps.push({ unit, period: entry.period });
      else if (value !== 'not-applicable') {
        applies = true;
        total = add(total, value);
      }
    }
  }
  if (!expected || gaps.length > 0) return { value: null, gaps };
  return { value: applies ? total : 'not-applicable', gaps };
}
