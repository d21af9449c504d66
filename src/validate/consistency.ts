import type { Catalogue } from '../catalogue/catalogue.ts';
import { add, compare, type Exact, multiply } from '../exact/exact.ts';
import { weightOf } from '../formula/evaluate.ts';
import type { Amount } from '../formula/formula.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { widthless } from '../text/width.ts';
import type { ReportedCell } from './cell.ts';
import { type Dataset, type Entry, entryCount } from './dataset.ts';
import { checkNestedPeriods } from './nested.ts';
import { type PartOfWhole, partsOfWholes } from './parts.ts';
import { placeOfCount, placeOfRow, statedValue } from './stated.ts';
import { checkStatedTotals } from './stated-totals.ts';
import type { Observation } from './table.ts';
import { namesOf } from './unit-names.ts';

/** Holds the data against itself (勾稽关系): nothing twice, no part above its whole, totals that add up. */
export function checkConsistency(
  dataset: Dataset,
  catalogue: Catalogue,
  report: IssueSink,
  pairs = pairsOf(dataset, catalogue),
): void {
  checkUnits(dataset, catalogue, report);
  checkDuplicates(dataset, report);
  checkParts(dataset, pairs, report);
  for (const table of dataset.tables) checkStatedTotals(table, catalogue, report);
  checkNestedPeriods(dataset, catalogue, report);
}

function checkUnits(
  { units, entriesOf }: Dataset,
  { unitGroups }: Catalogue,
  report: IssueSink,
): void {
  const written = new Map<string, string>();
  for (const unit of units) {
    const placeOf = () => {
      const [row] = entriesOf(unit)[0]?.observations ?? [];
      return row ? placeOfRow(row) : { file: '' };
    };
    if (Object.hasOwn(unitGroups, unit)) report(issue('unit-named-as-group', placeOf(), { unit }));
    const name = widthless(unit);
    const other = written.get(name);
    if (other === undefined) written.set(name, unit);
    else report(issue('unit-written-two-ways', placeOf(), { unit, other }));
  }
}

/** One unit and period stands once in a table; several tables may share it, but not its counts. */
function checkDuplicates({ entries }: Dataset, report: IssueSink): void {
  for (const { unit, period, observations } of entries) {
    for (const [index, later] of observations.entries()) {
      for (const earlier of observations.slice(0, index)) {
        const who = { unit, period, ...namesOf(later, earlier) };
        if (earlier.columns === later.columns) {
          report(issue('duplicate-row', placeOfRow(later), { ...who, first: placeOfRow(earlier) }));
          break;
        }
        const shared = later.columns.counts.filter(
          (id) => statedValue(later, id) !== null && statedValue(earlier, id) !== null,
        );
        for (const count of shared) {
          const first = placeOfCount(earlier, count);
          report(issue('count-stated-twice', placeOfCount(later, count), { ...who, count, first }));
        }
        for (const [metric, cell] of statedRates(later)) {
          const first = statedRates(earlier).get(metric);
          if (first === undefined) continue;
          const [place, before] = [
            cell.place ?? placeOfRow(later),
            first.place ?? placeOfRow(earlier),
          ];
          report(issue('rate-stated-twice', place, { ...who, term: metric, first: before }));
        }
      }
    }
  }
}

/** The rates that an observation publishes. What is kept as it was written never stands in for counts. */
const statedRates = ({ columns, reported }: Observation): ReadonlyMap<string, ReportedCell> =>
  new Map(
    columns.reported.flatMap((metric, slot) => {
      const cell = reported[slot];
      return cell == null || cell.written !== undefined ? [] : [[metric, cell]];
    }),
  );

/** The parts and wholes that data of some columns states. */
export const pairsOf = (
  { tables }: Pick<Dataset, 'tables'>,
  catalogue: Catalogue,
): readonly PartOfWhole[] =>
  partsOfWholes(new Set(tables.flatMap(({ columns }) => columns.counts)), catalogue);

function checkParts(dataset: Dataset, pairs: readonly PartOfWhole[], report: IssueSink): void {
  for (const entry of dataset.entries) {
    for (let at = 0; at < pairs.length; at++) {
      const { part, whole, partCounts, wholeCounts } = pairs[at] as PartOfWhole;
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
