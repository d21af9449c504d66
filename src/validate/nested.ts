import type { Catalogue } from '../catalogue/catalogue.ts';
import { add, compare, type Exact } from '../exact/exact.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { contains, overlaps, type Period } from '../period/period.ts';
import { type Dataset, type Entry, entryCount } from './dataset.ts';
import { placeOfCount, statedValue } from './stated.ts';

/** A year against its quarters, and so on, where a unit states both and the parts leave no gap. */
export function checkNestedPeriods(
  { entries }: Dataset,
  catalogue: Catalogue,
  report: IssueSink,
): void {
  for (let start = 0, end = 0; start < entries.length; start = end) {
    const { unit } = entries[start] as Entry;
    while (end < entries.length && entries[end]?.unit === unit) end++;
    if (end - start < 3) continue;
    const ofUnit = entries.slice(start, end);
    for (const whole of ofUnit) {
      const parts = partsOfPeriod(whole, ofUnit);
      if (parts.length > 0) compareWithParts(whole, parts, catalogue, report);
    }
  }
}

function partsOfPeriod({ period: whole }: Entry, entries: readonly Entry[]): readonly Entry[] {
  if (whole === null) return [];
  const inside = entries.flatMap((entry) =>
    entry.period !== null && entry.period !== whole && contains(whole, entry.period) ? entry : [],
  );
  const outer = inside.filter(
    ({ period }) =>
      !inside.some((other) => other.period !== period && within(period, other.period)),
  );
  const months = outer.reduce((total, { period }) => total + lengthOf(period), 0);
  const apart = outer.every(({ period }, index) =>
    outer.slice(index + 1).every((other) => !overlapping(period, other.period)),
  );
  return apart && months === lengthOf(whole) ? outer : [];
}

const within = (inner: Period | null, outer: Period | null): boolean =>
  inner !== null && outer !== null && contains(outer, inner);

const overlapping = (left: Period | null, right: Period | null): boolean =>
  left !== null && right !== null && overlaps(left, right);

const lengthOf = (period: Period | null): number =>
  period === null ? 0 : period.end - period.start + 1;

function compareWithParts(
  whole: Entry,
  parts: readonly Entry[],
  catalogue: Catalogue,
  report: IssueSink,
): void {
  const { unit, period, observations } = whole;
  for (const observation of observations) {
    for (const count of observation.columns.counts) {
      if (catalogue.counts[count]?.nature !== 'flow') continue;
      if (statedValue(observation, count) === null) continue;
      const stated = entryCount(whole, count);
      const values = parts.map((part) => entryCount(part, count));
      if (stated === null || stated === 'not-applicable' || values.includes(null)) continue;
      const sum = values.reduce<Exact>(
        (total, value) =>
          value === 'not-applicable' || value === null ? total : add(total, value),
        0,
      );
      if (compare(sum, stated) === 0) continue;
      report(
        issue('parts-mismatch', placeOfCount(observation, count), {
          unit,
          period,
          count,
          stated,
          sum,
        }),
      );
    }
  }
}
