import type { CountValue } from '../formula/evaluate.ts';

/** Counts by their place, from 0. */
export interface CountStore {
  at(index: number): CountValue;
}

/** The counts of a table, row after row, in as little room as they take. */
export interface GrowingStore extends CountStore {
  /** How many there are. */
  readonly size: number;
  add(value: CountValue): void;
}

const CHUNK_BITS = 14;
const CHUNK_SIZE = 1 << CHUNK_BITS;
const WITHIN = CHUNK_SIZE - 1;
const LARGEST = 2 ** 31 - 1;

/** What stands in a chunk where it holds no count itself. */
const NOT_REPORTED = -1;
const KEPT_APART = -2;

/** Small whole numbers take four bytes each; what is rare, as 不适用, decimals and large numbers, is kept apart. */
export function createStore(): GrowingStore {
  const chunks: Int32Array[] = [];
  const apart = new Map<number, CountValue>();
  let size = 0;

  const encode = (value: CountValue): number => {
    if (value === null) return NOT_REPORTED;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST) {
      return value;
    }
    apart.set(size, value);
    return KEPT_APART;
  };

  return {
    get size() {
      return size;
    },
    add(value) {
      if ((size & WITHIN) === 0) chunks.push(new Int32Array(CHUNK_SIZE));
      (chunks[size >>> CHUNK_BITS] as Int32Array)[size & WITHIN] = encode(value);
      size++;
    },
    at(index) {
      const held = (chunks[index >>> CHUNK_BITS] as Int32Array)[index & WITHIN] as number;
      if (held >= 0) return held;
      return held === NOT_REPORTED ? null : (apart.get(index) as CountValue);
    },
  };
}

/** A few counts, as they are. */
export const storeOf = (values: readonly CountValue[]): CountStore => ({
  at: (index) => values[index] as CountValue,
});
