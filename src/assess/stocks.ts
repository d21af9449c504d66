import { type Group, outermostPeriods } from '../aggregate/group.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Period } from '../period/period.ts';
import type { Assessment } from './assess.ts';

/** The stocks that a figure over several periods takes of the last one. */
export interface Stocks {
  readonly period: Period;
  readonly counts: readonly string[];
  /** Whether the figure has no other counts, so that all of it is of that period. */
  readonly isAll: boolean;
}

/** The period that a group takes its stocks of; null where it holds no more than one. */
function stockPeriod({ periods }: Pick<Group, 'periods'>): Period | null {
  if (periods.length < 2) return null;
  // Where a year stands beside its quarters, it is the year that counts.
  const outer = outermostPeriods(periods);
  return outer.length < 2 ? null : (outer.at(-1) ?? null);
}

/** The same of a count by itself. */
export function stockOf(
  count: string,
  group: Pick<Group, 'periods'>,
  catalogue: Catalogue,
): Stocks | null {
  const period = catalogue.counts[count]?.nature === 'stock' ? stockPeriod(group) : null;
  return period && { period, counts: [count], isAll: true };
}

/**
 * Which of a metric's counts are of the last of a group's periods; null where there is one period only, where no
 * count is a stock, and of a published rate and of a mean, the parts of which have a period each.
 */
export function stocksOf(
  { metric, outcome }: Pick<Assessment, 'metric' | 'outcome'>,
  group: Pick<Group, 'periods'>,
  catalogue: Catalogue,
): Stocks | null {
  const period = stockPeriod(group);
  if (period === null || (outcome.known && outcome.basis === 'reported')) return null;
  if (catalogue.formulaOf(metric).kind === 'mean') return null;
  const inputs = catalogue.inputsOf(metric);
  const counts = inputs.filter((id) => catalogue.counts[id]?.nature === 'stock');
  return counts.length === 0 ? null : { period, counts, isAll: counts.length === inputs.length };
}
