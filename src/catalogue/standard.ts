import type { PeriodGrain } from '../period/period.ts';
import type { Source } from './source.ts';

export const COMPARISONS = ['at-least', 'above', 'equal', 'at-most', 'below'] as const;

export type Comparison = (typeof COMPARISONS)[number];

/** What a metric is held against: a decimal, exactly as written; another metric; or its own value a year before. */
export type Limit =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'metric'; readonly metric: string }
  | { readonly kind: 'prior-year' };

/** `required`: stated as a duty. `in-principle`: stated with 原则上 or 基本. `implied`: only judged by. */
export const LEVELS = ['required', 'in-principle', 'implied'] as const;

export type Level = (typeof LEVELS)[number];

export const SCOPES = ['unit', 'whole', 'any'] as const;

/** A threshold or comparison that a source holds a metric to. */
export interface Standard {
  readonly metric: string;
  readonly comparison: Comparison;
  readonly limit: Limit;
  readonly level: Level;
  /**
   * Whether each unit has to meet it by itself or the whole district together. `any` where that is the same
   * thing: all of it is 100 % exactly when each part is.
   */
  readonly scope: (typeof SCOPES)[number];
  /** The only length of period to which it speaks ("each year"). Absent: any. */
  readonly per?: PeriodGrain;
  /** First and last month of validity as the source states them, "2021-01". Absent: not stated. */
  readonly from?: string;
  readonly until?: string;
  readonly source: Source;
  readonly note?: string;
}

export const defineStandards = <const T extends Record<string, Standard>>(standards: T): T =>
  standards;
