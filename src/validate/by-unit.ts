import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Period } from '../period/period.ts';
import { widthless } from '../text/width.ts';
import { checkConsistency, pairsOf } from './consistency.ts';
import { createDataset, type DataScope, type Dataset, type Entry, keyOf } from './dataset.ts';
import { exemptInPart } from './partly-applicable.ts';
import { storeOf } from './store.ts';
import { type Observation, type TableColumns, valueAt } from './table.ts';

/** The rows of one unit, none of any other; at least one. */
export type UnitRows = readonly [Observation, ...Observation[]];

/** A table of any length, of which the rows of one unit are at hand at a time. */
export interface DataByUnit extends DataScope {
  /** The periods that rows speak of, null where they state none. */
  readonly periods: readonly (Period | null)[];
  /** How many pairs of a unit and a period there are. */
  readonly size: number;
  /** Each unit's data, read anew at each call. `find` and `entriesOf` know the rows of the unit at hand, `find` also what is kept. */
  eachUnit(): Iterable<Dataset>;
  /** Has an entry found when its unit is no longer at hand. */
  keep(entry: Entry): void;
}

/**
 * Goes through a table once. Null where it is not fit to be looked at unit by unit: a unit comes back after
 * another, there is only one, a rate applies to one in part, or something is
 * wrong with the data.
 *
 * @param read Reads the table from its beginning, the rows of a unit together.
 */
export function dataByUnit(
  read: () => Iterable<UnitRows>,
  catalogue: Catalogue,
): DataByUnit | null {
  const units = new Set<string>();
  const names = new Set<string>();
  const periods = new Map<number, Period | null>();
  let columns: TableColumns | null = null;
  let size = 0;
  let isSound = true;
  let pairs: ReturnType<typeof pairsOf> = [];
  let isExemptInPart = (_: readonly Entry[]): boolean => false;
  for (const rows of read()) {
    const [{ unit, columns: own }] = rows;
    const name = widthless(unit);
    // A unit that comes back, or whose name is written in two ways.
    if (names.has(name)) return null;
    names.add(name);
    units.add(unit);
    const dataset = datasetOf(rows);
    if (columns === null) {
      pairs = pairsOf(dataset, catalogue);
      isExemptInPart = exemptInPart(own.counts, catalogue);
    }
    columns = own;
    checkConsistency(
      dataset,
      catalogue,
      () => {
        isSound = false;
      },
      pairs,
    );
    if (!isSound || isExemptInPart(dataset.entries)) return null;
    for (const { period } of dataset.entries) periods.set(keyOf(period), period);
    size += dataset.entries.length;
  }
  if (columns === null || units.size < 2) return null;
  const { countSlots } = columns;
  const kept = new Map<string, Entry>();
  let atHand: Dataset | null = null;
  return {
    tables: [{ columns }],
    units: [...units],
    periods: [...periods.values()],
    size,
    knows: (unit) => units.has(unit),
    exceeds: () => false,
    isExempt: () => false,
    expects: (unit, count) => countSlots.has(count) && units.has(unit),
    entriesOf: (unit) => atHand?.entriesOf(unit) ?? [],
    find: (unit, period) => atHand?.find(unit, period) ?? kept.get(nameOf({ unit, period })),
    *eachUnit() {
      for (const rows of read()) {
        atHand = datasetOf(rows);
        yield atHand;
      }
      atHand = null;
    },
    keep(entry) {
      kept.set(nameOf(entry), { ...entry, observations: entry.observations.map(copyOf) });
    },
  };
}

const nameOf = ({ unit, period }: Pick<Entry, 'unit' | 'period'>): string =>
  `${keyOf(period)} ${unit}`;

const datasetOf = (rows: UnitRows): Dataset => {
  const [{ unit, columns }] = rows;
  return createDataset([{ columns, observations: rows, totals: [], units: new Set([unit]) }]);
};

/** A row by itself: the counts of many rows are stored together. */
const copyOf = (row: Observation): Observation => ({
  ...row,
  store: storeOf(row.columns.counts.map((_, slot) => valueAt(row, slot))),
  from: 0,
});
