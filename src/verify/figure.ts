import type { Exact } from '../exact/exact.ts';
import type { Place } from '../issue/issue.ts';
import type { Period } from '../period/period.ts';
import type { Published, PublishedProblem } from '../validate/published.ts';

/**
 * What the counts of a figure are to each other. `share`: part and whole, at most 1. `ratio`: of different
 * cohorts. `ratio-to-base`: 是上年的…%. `growth`: how much above the base, over the base. `number`: no
 * percentage, like hours per person. `mean`: of rates, without counts of its own. `part`: counts that must not
 * exceed a total. `total`: counts that must add up to it. `whole`: shares that must add up to 100 %.
 */
export const KINDS = [
  'share',
  'ratio',
  'ratio-to-base',
  'growth',
  'number',
  'mean',
  'part',
  'total',
  'whole',
] as const;

export type Kind = (typeof KINDS)[number];

/** A numerator or denominator as it is stated. */
export interface Quantity {
  readonly value: Exact;
  /** How far its last written digit reaches, where it is rounded itself (27万: 10000, 96.1%: 0.1); 0 where it is not. */
  readonly step: Exact;
  /** Whether it is a rate: 96.1%. */
  readonly percent: boolean;
  /** What it is the sum of: 56 and 51 of 56+51. */
  readonly terms: readonly Exact[];
}

/** An exact quantity. */
export const quantity = (value: Exact): Quantity => ({
  value,
  step: 0,
  percent: false,
  terms: [value],
});

/** Another number of the same row, which may turn out to be the denominator that was used. */
export interface OtherCount {
  /** The header of its column. */
  readonly label: string;
  /** The id of the count, where it is one of the catalogue. */
  readonly count: string | null;
  readonly value: Exact;
}

/** A published figure with the counts that it should follow from. */
export interface PublishedFigure {
  /** The name in the data; empty for a metric. */
  readonly label: string;
  /** The id of the metric, or null for a figure of its own. */
  readonly metric: string | null;
  /** Empty where the data names none. */
  readonly unit: string;
  readonly period: Period | null;
  /** Null where the data does not say. */
  readonly kind: Kind | null;
  /** Null where it is not known. */
  readonly numerator: Quantity | null;
  /** Null where it is not known; it may be 0. */
  readonly denominator: Quantity | null;
  /** What is published, as it is written. */
  readonly text: string;
  /** Null where nothing is published, or nothing that can be read. */
  readonly published: Published | null;
  /** Why the text cannot be read. */
  readonly problem: PublishedProblem | null;
  readonly others: readonly OtherCount[];
  /** The whole that it is a share of, with the other rows of this name. */
  readonly group: string | null;
  readonly place: Place;
}
