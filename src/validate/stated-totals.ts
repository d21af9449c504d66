import type { Catalogue } from '../catalogue/catalogue.ts';
import { add, compare, type Exact } from '../exact/exact.ts';
import { type Issue, type IssueSink, issue } from '../issue/issue.ts';
import { periodId } from '../period/period.ts';
import { placeOfCount, placeOfRow } from './stated.ts';
import { type Observation, type StatedTotal, type TableData, valueAt } from './table.ts';

/** 合计 and 小计 rows against the sum of the rows they speak of. */
export function checkStatedTotals(table: TableData, catalogue: Catalogue, report: IssueSink): void {
  for (const total of table.totals) {
    const [usual = [], ...others] = partsOfTotal(total, table);
    if (usual.length === 0) {
      const { unit, period } = total.observation;
      report(issue('total-without-parts', placeOfRow(total.observation), { unit, period }));
      continue;
    }
    const found = mismatches(total, usual, table, catalogue);
    // Totals of several levels, or of a block and called 合计, sum up other rows than is usual.
    if (others.some((parts) => mismatches(total, parts, table, catalogue).length === 0)) continue;
    for (const each of found) report(each);
  }
}

function mismatches(
  { observation }: StatedTotal,
  parts: readonly Observation[],
  { columns }: TableData,
  catalogue: Catalogue,
): Issue[] {
  const overSeveralPeriods =
    new Set(parts.map(({ period }) => period && periodId(period))).size > 1;
  return columns.counts.flatMap((count, slot) => {
    const stated = valueAt(observation, slot);
    if (stated === null || stated === 'not-applicable') return [];
    if (overSeveralPeriods && catalogue.counts[count]?.nature === 'stock') return [];
    const sum = sumOf(parts, slot);
    const difference = compare(sum.known, stated);
    if (difference === 0 || (difference < 0 && !sum.complete)) return [];
    const { unit, period } = observation;
    const place = placeOfCount(observation, count);
    return [issue('total-mismatch', place, { unit, period, count, stated, sum: sum.known })];
  });
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
  const at = totals.indexOf(total);
  const isPlain = block
    ? !totals.slice(0, at).some((other) => other.position === position)
    : !totals.slice(at + 1).some((other) => !other.block && samePeriod(other.observation));
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
