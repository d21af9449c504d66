import { compare, type Exact, subtract } from '../exact/exact.ts';
import type { PublishedFigure } from './figure.ts';
import { roundedParts } from './room.ts';

/** The parts of a stated total, added up. */
export interface SumCheck {
  /** Parts `at-most` make up the total where there may be others; `equal` where they are all. */
  readonly relation: 'at-most' | 'equal';
  /** How much the parts, as they are written, are above the total; null where one of them is not known. */
  readonly excess: Exact | null;
  readonly finding: 'sum-holds' | 'sum-exceeds' | 'sum-differs' | 'rounded-counts' | 'no-counts';
}

/** Holds the sum of parts against the stated total; null where a figure is about something else. */
export function sumCheck({ kind, numerator, denominator }: PublishedFigure): SumCheck | null {
  if (kind !== 'part' && kind !== 'total') return null;
  const relation = kind === 'part' ? 'at-most' : 'equal';
  if (numerator === null || denominator === null) {
    return { relation, excess: null, finding: 'no-counts' };
  }
  const excess = subtract(numerator.value, denominator.value);
  const above = compare(excess, 0);
  const holds = above === 0 || (above < 0 && relation === 'at-most');
  if (holds) return { relation, excess, finding: 'sum-holds' };
  if (roundedParts(numerator, denominator, relation)) {
    return { relation, excess, finding: 'rounded-counts' };
  }
  return { relation, excess, finding: relation === 'equal' ? 'sum-differs' : 'sum-exceeds' };
}
