import type { CountValue } from '../formula/evaluate.ts';

/** Counts by their place, from 0. */
export interface CountStore {
  at(index: number): CountValue;
}

/** Some thousand counts, row after row, in as little room as they take. */
export interface GrowingStore extends CountStore {
  /** How many there are. */
  readonly size: number;
  hasRoomFor(counts: number): boolean;
  add(value: CountValue): void;
}

/** A store is let go as a whole: large ones would be held for the sake of few rows. */
const ROOM = 1 << 14;

/** What stands in the place of a count that is none, or too large for it. */
const NOT_REPORTED = -1;
const KEPT_APART = -2;

/** Small whole numbers take four bytes each; what is rare, as 不适用, decimals and large numbers, is kept apart. */
export function createStore(): GrowingStore {
  const held = new Int32Array(ROOM);
  const apart = new Map<number, CountValue>();
  let size = 0;

  const encode = (value: CountValue): number => {
    if (value === null) return NOT_REPORTED;
    // The bits of a number are the number where it is whole and no larger than fits.
    if (typeof value === 'number' && value >= 0 && (value | 0) === value) return value;
    apart.set(size, value);
    return KEPT_APART;
  };

  return {
    get size() {
      return size;
    },
    hasRoomFor: (counts) => size + counts <= ROOM,
    add(value) {
      held[size] = encode(value);
      size++;
    },
    at(index) {
      const value = held[index] as number;
      if (value >= 0) return value;
      return value === NOT_REPORTED ? null : (apart.get(index) as CountValue);
    },
  };
}

/** A few counts, as they are. */
export const storeOf = (values: readonly CountValue[]): CountStore => ({
  at: (index) => values[index] as CountValue,
});
