import type { Catalogue } from '../catalogue/catalogue.ts';
import { add, compare, type Exact } from '../exact/exact.ts';
import { type Amount, inputsOf } from '../formula/formula.ts';
import { contains, overlaps, type Period, periodId } from '../period/period.ts';
import { type Dataset, type Entry, entryCount } from './dataset.ts';
import { type IssueSink, issue, type Place } from './issue.ts';
import type { Observation, StatedTotal, TableData } from './table.ts';

/** Holds the data against itself (勾稽关系): nothing twice, no part above its whole, totals that add up. */
export function checkConsistency(dataset: Dataset, catalogue: Catalogue, report: IssueSink): void {
  checkDuplicates(dataset, report);
  checkParts(dataset, catalogue, report);
  for (const table of dataset.tables) checkStatedTotals(table, catalogue, report);
  checkNestedPeriods(dataset, catalogue, report);
}

/** Where an observation states a count. */
function placeOfCount({ columns, line, placeOf }: Observation, count: string): Place {
  const slot = columns.countSlots.get(count);
  const { file } = columns;
  if (slot === undefined) return { file, line };
  if (placeOf !== undefined) return placeOf(slot);
  return { file, line, column: (columns.countColumns[slot] as number) + 1 };
}

const placeOf = ({ columns, line }: Observation): Place => ({ file: columns.file, line });

/** One unit and period stands once in a table; several tables may share it, but not its counts. */
function checkDuplicates({ entries }: Dataset, report: IssueSink): void {
  for (const { unit, period, observations } of entries) {
    for (const [index, later] of observations.entries()) {
      for (const earlier of observations.slice(0, index)) {
        if (earlier.columns === later.columns) {
          report(issue('duplicate-row', placeOf(later), { unit, period, first: placeOf(earlier) }));
          break;
        }
        const shared = later.columns.counts.filter(
          (id) => statedValue(later, id) !== null && statedValue(earlier, id) !== null,
        );
        for (const count of shared) {
          const first = placeOfCount(earlier, count);
          report(
            issue('count-stated-twice', placeOfCount(later, count), { unit, period, count, first }),
          );
        }
      }
    }
  }
}

const statedValue = ({ columns, values }: Observation, count: string) => {
  const slot = columns.countSlots.get(count);
  return slot === undefined ? null : (values[slot] ?? null);
};

interface PartOfWhole {
  readonly part: Amount;
  readonly whole: Amount;
  readonly partCounts: readonly string[];
  readonly wholeCounts: readonly string[];
}

/** The parts and wholes that the formulas of shares declare, each pair once. */
function partsOfWholes({ tables }: Dataset, catalogue: Catalogue): PartOfWhole[] {
  const stated = new Set(tables.flatMap(({ columns }) => columns.counts));
  const pairs = new Map<string, PartOfWhole>();
  for (const { formula } of Object.values(catalogue.metrics)) {
    if (formula.kind !== 'share') continue;
    const { part, whole } = formula;
    const partCounts = inputsOf(part, catalogue.formulaOf);
    const wholeCounts = inputsOf(whole, catalogue.formulaOf);
    if (!wholeCounts.every((id) => stated.has(id)) || !partCounts.some((id) => stated.has(id))) {
      continue;
    }
    pairs.set(`${partCounts}/${wholeCounts}`, { part, whole, partCounts, wholeCounts });
  }
  return [...pairs.values()];
}

function checkParts(dataset: Dataset, catalogue: Catalogue, report: IssueSink): void {
  const pairs = partsOfWholes(dataset, catalogue);
  for (const entry of dataset.entries) {
    for (const { part, whole, partCounts, wholeCounts } of pairs) {
      const wholeValue = knownPart(whole, entry, true);
      if (wholeValue === null) continue;
      const partValue = knownPart(part, entry, false);
      if (partValue === null || compare(partValue, wholeValue) <= 0) continue;
      const [stating] = partCounts.filter((id) => typeof entryCount(entry, id) !== 'string');
      const observation = entry.observations.find(({ columns }) =>
        columns.countSlots.has(stating ?? ''),
      );
      report(
        issue(
          'part-exceeds-whole',
          placeOfCount((observation ?? entry.observations[0]) as Observation, stating ?? ''),
          {
            unit: entry.unit,
            period: entry.period,
            part: partCounts,
            partValue,
            whole: wholeCounts,
            wholeValue,
          },
        ),
      );
    }
  }
}

/** What is known of an amount: with `all`, null as soon as a count is unknown; else the sum of the known ones. */
function knownPart(amount: Amount, entry: Entry, all: boolean): Exact | null {
  if (amount.kind === 'count') {
    const value = entryCount(entry, amount.count);
    return value === 'not-applicable' ? null : value;
  }
  if (amount.kind !== 'sum') return null;
  let total: Exact | null = null;
  for (const term of amount.terms) {
    const value = knownPart(term, entry, all);
    if (value === null && all) return null;
    if (value !== null) total = add(total ?? 0, value);
  }
  return total;
}

/** 合计 and 小计 rows against the sum of the rows they speak of. */
function checkStatedTotals(table: TableData, catalogue: Catalogue, report: IssueSink): void {
  const { columns, totals } = table;
  for (const total of totals) {
    const { observation } = total;
    const parts = partsOfTotal(total, table);
    if (parts.length === 0) continue;
    const overSeveralPeriods =
      new Set(parts.map(({ period }) => period && periodId(period))).size > 1;
    for (const [slot, count] of columns.counts.entries()) {
      const stated = observation.values[slot] ?? null;
      if (stated === null || stated === 'not-applicable') continue;
      if (overSeveralPeriods && catalogue.counts[count]?.nature === 'stock') continue;
      const sum = sumOf(parts, slot);
      const difference = compare(sum.known, stated);
      if (difference === 0 || (difference < 0 && !sum.complete)) continue;
      const { unit, period } = observation;
      report(
        issue('total-mismatch', placeOfCount(observation, count), {
          unit,
          period,
          count,
          stated,
          sum: sum.known,
        }),
      );
    }
  }
}

function partsOfTotal(
  { observation, position, block }: StatedTotal,
  { observations, totals }: TableData,
): readonly Observation[] {
  const samePeriod = ({ period }: Observation): boolean =>
    observation.period === null ||
    (period !== null && periodId(period) === periodId(observation.period));
  if (!block) return observations.filter(samePeriod);
  const positions = totals.map((total) => total.position);
  const before = Math.max(0, ...positions.filter((other) => other < position));
  const above = observations.slice(before, position).filter(samePeriod);
  if (above.length > 0) return above;
  const after = Math.min(observations.length, ...positions.filter((other) => other > position));
  return observations.slice(position, after).filter(samePeriod);
}

function sumOf(
  observations: readonly Observation[],
  slot: number,
): { known: Exact; complete: boolean } {
  let known: Exact = 0;
  let complete = true;
  for (const { values } of observations) {
    const value = values[slot] ?? null;
    if (value === null) complete = false;
    else if (value !== 'not-applicable') known = add(known, value);
  }
  return { known, complete };
}

/** A year against its quarters, and so on, where a unit states both and the parts leave no gap. */
function checkNestedPeriods({ entries }: Dataset, catalogue: Catalogue, report: IssueSink): void {
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
