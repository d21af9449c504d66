import type { GroupPair } from '../compare/pairs.ts';
import type { ComparedPair } from '../compare/record.ts';
import type { CompareReport } from './compare.ts';

/** Pairs that are kept once compared, as a report asks for them several times; more are compared anew each time. */
const HELD_PAIRS = 2000;

/** All pairs of a report, compared, as often as they are asked for; or only some of them. */
export type Compared = (pairs?: readonly GroupPair[]) => Iterable<ComparedPair>;

export function comparedPairs({ comparison }: CompareReport): Compared {
  const isHeld = comparison.pairs.length <= HELD_PAIRS;
  const held = new Map<GroupPair, ComparedPair>();
  return function* (pairs = comparison.pairs) {
    for (const pair of pairs) {
      const compared = held.get(pair) ?? comparison.compare(pair);
      if (isHeld) held.set(pair, compared);
      yield compared;
    }
  };
}
