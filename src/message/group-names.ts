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

/** Who did not report, the first of them by name; empty where nobody is known to be missing. */
export function missingFrom(
  gaps: readonly Gap[],
  group: Pick<Group, 'pooled' | 'periods'>,
  phrases: Phrases,
): string {
  const names = gapNames(gaps, group, phrases);
  if (names.length === 0) return '';
  return phrases.missingFrom(names.slice(0, NAMED), Math.max(0, names.length - NAMED));
}

const NAMED = 3;

/** Who did not report: units where the group has several, and periods other than its only one. */
export function gapNames(
  gaps: readonly Gap[],
  group: Pick<Group, 'pooled' | 'periods'>,
  phrases: Phrases,
): string[] {
  const isOnly = ({ start, end }: Period): boolean =>
    group.periods.every((period) => period.start === start && period.end === end);
  const names = gaps.map(({ unit, period }) =>
    [
      ...(group.pooled ? [visible(unit)] : []),
      ...(period !== null && !isOnly(period) ? [phrases.period(period)] : []),
    ].join(' '),
  );
  return [...new Set(names)].filter((name) => name !== '');
}
