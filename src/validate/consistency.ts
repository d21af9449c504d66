import type { Catalogue } from '../catalogue/catalogue.ts';
import { add, compare, type Exact, multiply } from '../exact/exact.ts';
import { weightOf } from '../formula/evaluate.ts';
import type { Amount } from '../formula/formula.ts';
import { type Issue, type IssueSink, issue, type Place } from '../issue/issue.ts';
import { periodId } from '../period/period.ts';
import { type Dataset, type Entry, entryCount } from './dataset.ts';
import { checkNestedPeriods } from './nested.ts';
import { type PartOfWhole, partsOfWholes } from './parts.ts';
import { placeOfCount, statedValue } from './stated.ts';
import { type Observation, type StatedTotal, type TableData, valueAt } from './table.ts';

/** Holds the data against itself (勾稽关系): nothing twice, no part above its whole, totals that add up. */
export function checkConsistency(
  dataset: Dataset,
  catalogue: Catalogue,
  report: IssueSink,
  pairs = pairsOf(dataset, catalogue),
): void {
  checkDuplicates(dataset, report);
  checkParts(dataset, pairs, report);
  for (const table of dataset.tables) checkStatedTotals(table, catalogue, report);
  checkNestedPeriods(dataset, catalogue, report);
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

/** The parts and wholes that data of some columns states. */
export const pairsOf = (
  { tables }: Pick<Dataset, 'tables'>,
  catalogue: Catalogue,
): readonly PartOfWhole[] =>
  partsOfWholes(new Set(tables.flatMap(({ columns }) => columns.counts)), catalogue);

function checkParts(dataset: Dataset, pairs: readonly PartOfWhole[], report: IssueSink): void {
  for (const entry of dataset.entries) {
    for (const { part, whole, partCounts, wholeCounts } of pairs) {
      const wholeValue = knownPart(whole, entry, true);
      if (wholeValue === null) continue;
      const partValue = knownPart(part, entry, false);
      if (partValue === null || compare(partValue, wholeValue) <= 0) continue;
      const [stating] = partCounts.filter((id) => {
        const value = entryCount(entry, id);
        return value !== null && value !== 'not-applicable';
      });
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
            weighted: isWeighted(part) || isWeighted(whole),
          },
        ),
      );
    }
  }
}

const isWeighted = (amount: Amount): boolean =>
  amount.kind === 'weighted' || (amount.kind === 'sum' && amount.terms.some(isWeighted));

/** What is known of an amount: with `all`, null as soon as a count is unknown; else the sum of the known ones. */
function knownPart(amount: Amount, entry: Entry, all: boolean): Exact | null {
  if (amount.kind === 'count') {
    const value = entryCount(entry, amount.count);
    return value === 'not-applicable' ? null : value;
  }
  if (amount.kind === 'minus' || amount.kind === 'priorYear') return null;
  let total: Exact | null = null;
  const take = (value: Exact | null): boolean => {
    if (value !== null) total = add(total ?? 0, value);
    return value !== null || !all;
  };
  if (amount.kind === 'sum') {
    for (const term of amount.terms) if (!take(knownPart(term, entry, all))) return null;
    return total;
  }
  for (const { of, weight } of amount.terms) {
    const value = knownPart(of, entry, all);
    if (!take(value && multiply(value, weightOf(weight)))) return null;
  }
  return total;
}

/** 合计 and 小计 rows against the sum of the rows they speak of. */
function checkStatedTotals(table: TableData, catalogue: Catalogue, report: IssueSink): void {
  for (const total of table.totals) {
    const [usual = [], ...others] = partsOfTotal(total, table);
    if (usual.length === 0) continue;
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

/** The rows that a total may sum up, first those that it usually does; none of them empty but the first. */

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
