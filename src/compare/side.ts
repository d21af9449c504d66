import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Period } from '../period/period.ts';
import { byPeriod, type Dataset, keyOf } from '../validate/dataset.ts';
import type { Observation } from '../validate/table.ts';

export type SideName = 'before' | 'after';

/** What is compared with the other side: data, and the vocabulary by which it is read. */
export interface Side {
  readonly catalogue: Catalogue;
  readonly dataset: Dataset;
  /** The rows that no input states: they were made from cumulative ones. */
  readonly derived: Derivations;
}

/** How a single period was made: the cumulative one minus the shorter one with which it begins. */
export interface Derivation {
  readonly from: Period;
  readonly minus: Period;
}

export type Derivations = ReadonlyMap<Observation, Derivation>;

/**
 * A side that looks for the year before in the other one where it does not go back itself, so that a ratio to
 * the year before, or a standard that forbids a fall below it, is known in a file of one year.
 */
export const lookingBack = (side: Side, earlier: Dataset): Side => ({
  ...side,
  dataset: {
    ...side.dataset,
    find: (unit, period) => side.dataset.find(unit, period) ?? earlier.find(unit, period),
    exceeds: (entry, count) => side.dataset.exceeds(entry, count) || earlier.exceeds(entry, count),
    entriesOf(unit) {
      const own = side.dataset.entriesOf(unit);
      const stated = new Set(own.map(({ period }) => keyOf(period)));
      const others = earlier.entriesOf(unit).filter(({ period }) => !stated.has(keyOf(period)));
      return [...own, ...others].sort(byPeriod);
    },
  },
});
