import type { Catalogue } from '../catalogue/catalogue.ts';
import { add, compare, type Exact } from '../exact/exact.ts';
import { type Issue, type IssueSink, issue } from '../issue/issue.ts';
import { periodId } from '../period/period.ts';
import { totalsOverPeriods, totalsOverUnits } from './over-periods.ts';
import { placeOfCount, placeOfRow } from './stated.ts';
import { type Observation, type StatedTotal, type TableData, valueAt } from './table.ts';

/** 合计 and 小计 rows against the sum of the rows they speak of. */
export function checkStatedTotals(table: TableData, catalogue: Catalogue, report: IssueSink): void {
  if (table.totals.length === 0) return;
  for (const each of [totalsOverUnits(table), ...totalsOverPeriods(table)]) {
    for (const { problems } of foundIn(each, catalogue)) problems.forEach(report);
  }
}

/** What comes of holding a total against its rows. */
interface Found {
  readonly problems: readonly Issue[];
  /** Whether a sum without gaps is what it states: a blank agrees with anything. */
  readonly isConfirmed: boolean;
}

/**
 * All 小计 stand below their rows or all above them. Where one stands at the top or at the end that says which, else
 * above where that contradicts fewer and confirms no fewer.
 */
function foundIn(table: TableData, catalogue: Catalogue): readonly Found[] {
  const below = (): readonly Found[] =>
    table.totals.map((total) => foundBelow(total, table, catalogue));
  const above = (): readonly Found[] => {
    const upsideDown = reflected(table);
    return upsideDown.totals.map((total) => foundBelow(total, upsideDown, catalogue)).reverse();
  };
  const end = table.observations.length;
  const isBlockAt = (place: number): boolean =>
    table.totals.some(({ block, position }) => block && position === place);
  if (isBlockAt(end)) return below();
  if (isBlockAt(0)) return above();
  const [first, second] = [below(), above()];
  return contradicted(second) < contradicted(first) && confirmed(second) >= confirmed(first)
    ? second
    : first;
}

const contradicted = (found: readonly Found[]): number =>
  found.filter(({ problems }) => problems.length > 0).length;

const confirmed = (found: readonly Found[]): number =>
  found.filter(({ isConfirmed }) => isConfirmed).length;

/** A table from its last row to its first. */
const reflected = (table: TableData): TableData => ({
  ...table,
  observations: [...table.observations].reverse(),
  totals: table.totals
    .map((total) => ({ ...total, position: table.observations.length - total.position }))
    .reverse(),
});

/** A total against the rows above it or, where a 小计 has none, those under it. */
function foundBelow(total: StatedTotal, table: TableData, catalogue: Catalogue): Found {
  const [usual = [], ...others] = partsOfTotal(total, table);
  if (usual.length === 0) {
    return { problems: [withoutParts(total)], isConfirmed: false };
  }
  const found = comparedWith(total, usual, table, catalogue);
  // Totals of several levels, or of a block and called 合计, sum up other rows than is usual.
  for (const parts of found.problems.length === 0 ? [] : others) {
    const other = comparedWith(total, parts, table, catalogue);
    if (other.problems.length === 0) return other;
  }
  return found;
}

function withoutParts({ observation }: StatedTotal): Issue {
  const { unit, period, overPeriods } = observation;
  if (overPeriods === undefined) {
    return issue('total-without-parts', placeOfRow(observation), { unit, period });
  }
  const { name: text, place } = overPeriods;
  return text.trim() === ''
    ? issue('blank-period', place, {})
    : issue('unreadable-period', place, { text });
}

function comparedWith(
  { observation }: StatedTotal,
  parts: readonly Observation[],
  { columns }: TableData,
  catalogue: Catalogue,
): Found {
  const overSeveralPeriods =
    new Set(parts.map(({ period }) => period && periodId(period))).size > 1;
  const problems: Issue[] = [];
  let isConfirmed = false;
  for (const [slot, count] of columns.counts.entries()) {
    const stated = valueAt(observation, slot);
    if (stated === null || stated === 'not-applicable') continue;
    if (overSeveralPeriods && catalogue.counts[count]?.nature === 'stock') continue;
    const sum = sumOf(parts, slot);
    const difference = compare(sum.known, stated);
    if (difference === 0) isConfirmed ||= sum.complete;
    else if (difference > 0 || sum.complete) {
      const { period, overPeriods } = observation;
      const unit = observation.unit || (overPeriods?.name.trim() ?? '');
      const place = placeOfCount(observation, count);
      problems.push(
        issue('total-mismatch', place, { unit, period, count, stated, sum: sum.known }),
      );
    }
  }
  return { problems, isConfirmed: isConfirmed && problems.length === 0 };
}

/** The rows that a total may sum up, first those that it usually does; only the first may be none. */
function partsOfTotal(
  total: StatedTotal,
  { observations, totals }: TableData,
): (readonly Observation[])[] {
  const { observation, position, block } = total;
  const samePeriod = ({ period }: Observation): boolean =>
    observation.period === null ||
    (period !== null && periodId(period) === periodId(observation.period));
  const rows = (from: number, to: number) => observations.slice(from, to).filter(samePeriod);
  const positions = [...new Set(totals.map((total) => total.position))].sort(byNumber);
  const above = positions.filter((other) => other < position);
  const [after = observations.length] = positions.filter((other) => other > position);
  const ofBlock = rows(above.at(-1) ?? 0, position);
  const usual = !block
    ? observations.filter(samePeriod)
    : ofBlock.length > 0
      ? ofBlock
      : rows(position, after);
  // A total right under another sums up more than its block; a 合计 above another may be one of a block.
  // Of a unit's periods it sums up a year, or all so far.
  const at = totals.indexOf(total);
  const isPlain =
    observation.overPeriods === undefined &&
    (block
      ? !totals.slice(0, at).some((other) => other.position === position)
      : !totals.slice(at + 1).some((other) => !other.block && samePeriod(other.observation)));
  if (isPlain) return [usual];
  const others = [0, ...above]
    .map((from) => rows(from, position))
    .filter(({ length }) => length > 0);
  return [usual, ...others];
}

const byNumber = (left: number, right: number): number => left - right;

function sumOf(
  observations: readonly Observation[],
  slot: number,
): { known: Exact; complete: boolean } {
  let known: Exact = 0;
  let complete = true;
  for (const observation of observations) {
    const value = valueAt(observation, slot);
    if (value === null) complete = false;
    else if (value !== 'not-applicable') known = add(known, value);
  }
  return { known, complete };
}
