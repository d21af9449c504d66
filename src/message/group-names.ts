import type { Group } from '../aggregate/group.ts';
import type { Gap } from '../aggregate/totals.ts';
import type { Who } from '../issue/issue.ts';
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

/** How many of those who keep a total from being known are named. */
export const SHOWN = 3;

/** What says why a total is not known: who did not report, and who did in periods that overlap. */
export function gapTexts(
  gaps: readonly Gap[],
  group: Pick<Group, 'pooled' | 'periods'>,
  phrases: Phrases,
  missingFrom = phrases.missingFrom,
): string[] {
  const missing = gapNames(unreported(gaps), group, phrases);
  const inOverlap = gaps.filter((gap) => gap.overlapping);
  return [
    ...(missing.length === 0 ? [] : [missingFrom(...named(missing))]),
    ...(inOverlap.length === 0
      ? []
      : [phrases.overlapping(...named(gapNames(inOverlap, group, phrases)))]),
  ];
}

export const named = (names: readonly string[]): [who: readonly string[], more: number] => [
  names.slice(0, SHOWN),
  Math.max(0, names.length - SHOWN),
];

/** In place of a count that is not known: whether it was reported at all. */
export const unknownCount = (
  gaps: readonly Gap[],
  { notReported, overlapping }: Phrases['explain'],
): string => (gaps.length > 0 && unreported(gaps).length === 0 ? overlapping : notReported);

const unreported = (gaps: readonly Gap[]): Gap[] => gaps.filter((gap) => !gap.overlapping);

const gapNames = (
  gaps: readonly Gap[],
  group: Pick<Group, 'pooled' | 'periods'>,
  phrases: Phrases,
): string[] =>
  [...new Set(gaps.map((gap) => gapName(gap, group, phrases)))].filter((name) => name !== '');

/** A unit where the group has all of them, a period where it has several. */
export function gapName(
  { unit, period }: Gap,
  group: Pick<Group, 'pooled' | 'periods'>,
  phrases: Phrases,
): string {
  const isOnly = ({ start, end }: Period): boolean =>
    group.periods.every((period) => period.start === start && period.end === end);
  return [
    ...(group.pooled ? [visible(unit)] : []),
    ...(period !== null && !isOnly(period) ? [phrases.period(period)] : []),
  ].join(' ');
}

/** Unit and period, or the one of them that is stated. */
export function whoText({ unit, period }: Who, phrases: Phrases): string {
  const parts = [visible(unit), period === null ? '' : phrases.period(period)];
  return parts.filter((part) => part !== '').join(' ') || phrases.noUnit;
}
