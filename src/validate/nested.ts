import type { Catalogue } from '../catalogue/catalogue.ts';
import { add, compare, type Exact } from '../exact/exact.ts';
import type { CountValue } from '../formula/evaluate.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { contains, lengthOf, outermost, overlaps, type Period } from '../period/period.ts';
import { type Dataset, type Entry, entryCount } from './dataset.ts';
import { placeOfCount, statedValue } from './stated.ts';
import type { Observation } from './table.ts';

/**
 * A year against its quarters, and so on, where a unit states both: parts that leave no gap add up to it, others to
 * no more than it, as nothing that adds up over time is negative.
 */
export function checkNestedPeriods(
  { entries }: Dataset,
  catalogue: Catalogue,
  report: IssueSink,
): void {
  for (let start = 0, end = 0; start < entries.length; start = end) {
    const { unit } = entries[start] as Entry;
    while (end < entries.length && entries[end]?.unit === unit) end++;
    if (end - start < 2) continue;
    const ofUnit = entries.slice(start, end).filter(isDated);
    for (const whole of ofUnit) {
      const inside = ofUnit.filter(
        (entry) => entry !== whole && contains(whole.period, entry.period),
      );
      if (inside.length > 0) compareWithParts(whole, inside, catalogue, report);
    }
  }
}

type Dated = Entry & { readonly period: Period };

const isDated = (entry: Entry): entry is Dated => entry.period !== null;

const periodOf = ({ period }: Dated): Period => period;

const areApart = (entries: readonly Dated[]): boolean =>
  entries.every(({ period }, index) =>
    entries.slice(index + 1).every((other) => !overlaps(period, other.period)),
  );

function compareWithParts(
  whole: Dated,
  inside: readonly Dated[],
  catalogue: Catalogue,
  report: IssueSink,
): void {
  const { unit, period, observations } = whole;
  const outer = outermost(inside, periodOf);
  for (const observation of observations) {
    for (const count of observation.columns.counts) {
      if (catalogue.counts[count]?.nature !== 'flow') continue;
      if (statedValue(observation, count) === null) continue;
      const stated = entryCount(whole, count);
      if (stated === null || stated === 'not-applicable') continue;
      const isKnown = (entry: Entry): boolean => entryCount(entry, count) !== null;
      // A half that is left blank may still have its quarters.
      const parts = outer.every(isKnown) ? outer : outermost(inside.filter(isKnown), periodOf);
      if (!areApart(parts)) continue;
      const sum = sumOf(parts.map((part) => entryCount(part, count)));
      const difference = compare(sum, stated);
      const months = parts.reduce((total, part) => total + lengthOf(part.period), 0);
      const isWhole = months === lengthOf(period);
      if (isWhole ? difference === 0 : difference <= 0) continue;
      const place = placeOfCount(observation, count);
      const [first, ...others] = parts;
      if (first !== undefined && others.length === 0 && first.period.start === period.start) {
        report(issue('falling-cumulative', place, fall(whole, first, count, stated, sum)));
      } else {
        const code = isWhole ? 'parts-mismatch' : 'parts-exceed';
        report(issue(code, place, { unit, period, count, stated, sum }));
      }
    }
  }
}

const fall = (whole: Dated, shorter: Dated, count: string, later: Exact, earlier: Exact) => {
  const stating = shorter.observations.find((each) => statedValue(each, count) !== null);
  const first = placeOfCount(stating ?? (shorter.observations[0] as Observation), count);
  return { unit: whole.unit, period: whole.period, count, later, earlier, first };
};

const sumOf = (values: readonly CountValue[]): Exact =>
  values.reduce<Exact>(
    (total, value) => (value === 'not-applicable' || value === null ? total : add(total, value)),
    0,
  );
