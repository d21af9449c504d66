import type { Group } from '../aggregate/group.ts';
import type { Gap } from '../aggregate/totals.ts';
import type { Period } from '../period/period.ts';
import type { Phrases } from './phrases.ts';
import { visible } from './visible.ts';

export function groupPeriod(
  period: Period | null,
  periods: readonly Period[],
  phrases: Phrases,
): string {
  if (period !== null) return phrases.period(period);
  return periods.length === 0
    ? phrases.noPeriod
    : periods.map(phrases.period).join(phrases.listSeparator);
}

/** Who did not report: units where the group has all of them, periods where it has several. */
export function gapNames(
  gaps: readonly Gap[],
  group: Pick<Group, 'pooled' | 'periods'>,
  phrases: Phrases,
): string[] {
  const names = gaps.map(({ unit, period }) =>
    [
      ...(group.pooled ? [visible(unit)] : []),
      ...(period !== null && group.periods.length > 1 ? [phrases.period(period)] : []),
    ].join(' '),
  );
  return [...new Set(names)].filter((name) => name !== '');
}
