/**
 * Periods as runs of whole months. A month is the number `year × 12 + month − 1`, so that nesting,
 * order and "one year earlier" are comparisons and subtractions of whole numbers.
 */

import { halfWidth } from '../text/width.ts';

export interface Period {
  /** First month. */
  readonly start: number;
  /** Last month, the same as `start` for a single month. */
  readonly end: number;
}

export const PERIOD_GRAINS = ['month', 'quarter', 'half', 'year'] as const;

export type PeriodGrain = (typeof PERIOD_GRAINS)[number];

const MONTHS: Record<PeriodGrain, number> = { month: 1, quarter: 3, half: 6, year: 12 };

const monthOf = (year: number, month: number): number => year * 12 + month - 1;

const spanOf = (year: number, grain: PeriodGrain, index: number): Period => {
  const start = year * 12 + (index - 1) * MONTHS[grain];
  return { start, end: start + MONTHS[grain] - 1 };
};

const QUARTERS = '一二三四';

const numeral = (text: string): number => {
  const chinese = QUARTERS.indexOf(text);
  return chinese >= 0 ? chinese + 1 : Number(text);
};

const YEAR = '((?:19|20)\\d\\d)';

/** 2024.1 is January, or October kept as a number by a spreadsheet. */
const JANUARY_OR_OCTOBER = new RegExp(`^${YEAR}\\.1$`);

/** Each way of writing a period, and what it means. Tried in order, on text without spaces in half-width characters. */
const FORMS: readonly (readonly [RegExp, (...groups: (string | undefined)[]) => Period | null])[] =
  [
    [new RegExp(`^${YEAR}(?:年度?)?$`), (year) => spanOf(Number(year), 'year', 1)],
    [
      new RegExp(`^${YEAR}年?度?[-/]?Q([1-4])$`, 'i'),
      (year, quarter) => spanOf(Number(year), 'quarter', Number(quarter)),
    ],
    [
      new RegExp(`^${YEAR}年?度?第?([1-4一二三四])季度?$`),
      (year, quarter) => spanOf(Number(year), 'quarter', numeral(quarter as string)),
    ],
    [
      new RegExp(`^${YEAR}年?度?(?:前([二三23])|[一1][-—–~至到]([二三四234]))个?季度$`),
      (year, first, last) => {
        const quarters = numeral(first ?? (last as string));
        return { start: monthOf(Number(year), 1), end: monthOf(Number(year), quarters * 3) };
      },
    ],
    [
      new RegExp(`^${YEAR}年?度?[-/]?H([12])$`, 'i'),
      (year, half) => spanOf(Number(year), 'half', Number(half)),
    ],
    [
      new RegExp(`^${YEAR}年?度?([上下])半年$`),
      (year, half) => spanOf(Number(year), 'half', half === '上' ? 1 : 2),
    ],
    [JANUARY_OR_OCTOBER, () => null],
    [
      new RegExp(`^${YEAR}(?:年(0?[1-9]|1[0-2])月份?|[-/.](0?[1-9]|1[0-2])月?份?)$`),
      (year, named, plain) => spanOf(Number(year), 'month', Number(named ?? plain)),
    ],
    [
      new RegExp(`^${YEAR}年(0?[1-9]|1[0-2])月?[-—–~至到](0?[1-9]|1[0-2])月份?$`),
      (year, first, last) =>
        ordered(monthOf(Number(year), Number(first)), monthOf(Number(year), Number(last))),
    ],
    [
      new RegExp(`^${YEAR}年?[-—–~至到/]${YEAR}年?度?$`),
      (first, last) => ordered(monthOf(Number(first), 1), monthOf(Number(last), 12)),
    ],
    [
      new RegExp(`^${YEAR}[-年](0?[1-9]|1[0-2])月?[/至]${YEAR}[-年](0?[1-9]|1[0-2])月?$`),
      (year, month, lastYear, lastMonth) =>
        ordered(monthOf(Number(year), Number(month)), monthOf(Number(lastYear), Number(lastMonth))),
    ],
  ];

const ordered = (start: number, end: number): Period | null =>
  start <= end ? { start, end } : null;

const plainOf = (text: string): string => halfWidth(text).replace(/\s+/g, '');

/**
 * Reads a period: 2024, 2024年, 2024Q3, 2024年第三季度, 2024年三季度, 2024H1, 2024年上半年, 2024-07, 2024年7月,
 * 2024年1-9月, 2020-2022年, 2024-01/2024-09, in full- or half-width characters. Returns null for any other text, also
 * for one that may be two periods.
 */
export function parsePeriod(text: string): Period | null {
  const plain = plainOf(text);
  for (const [form, meaning] of FORMS) {
    const match = form.exec(plain);
    if (match !== null) return meaning(...match.slice(1));
  }
  return null;
}

/** Whether a text is no period because it may be January and October. */
export const maybeOctober = (text: string): boolean => JANUARY_OR_OCTOBER.test(plainOf(text));

/** The grain of a period that is exactly one month, quarter, half or year of the calendar, else null. */
export function grainOf({ start, end }: Period): PeriodGrain | null {
  const grain = PERIOD_GRAINS.find((candidate) => MONTHS[candidate] === end - start + 1);
  return grain !== undefined && start % MONTHS[grain] === 0 ? grain : null;
}

/** The month, quarter, half or year of the calendar that a period lies in, or null if it lies in several. */
export function calendarPeriod({ start, end }: Period, grain: PeriodGrain): Period | null {
  const first = start - (start % MONTHS[grain]);
  const around = { start: first, end: first + MONTHS[grain] - 1 };
  return end <= around.end ? around : null;
}

/** How many months a period has. */
export const lengthOf = ({ start, end }: Period): number => end - start + 1;

/** The canonical name: 2024, 2024H1, 2024Q3, 2024-07, or first/last month (2024-01/2024-09). It parses back. */
export function periodId(period: Period): string {
  const year = Math.floor(period.start / 12);
  const grain = grainOf(period);
  if (grain === null) return `${monthId(period.start)}/${monthId(period.end)}`;
  if (grain === 'year') return String(year);
  const index = (period.start % 12) / MONTHS[grain] + 1;
  if (grain === 'month') return monthId(period.start);
  return `${year}${grain === 'quarter' ? 'Q' : 'H'}${index}`;
}

const monthId = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** The name in Chinese: 2024年, 2024年上半年, 2024年第三季度, 2024年7月, 2024年1-9月, 2020-2022年. */
export function periodLabel(period: Period): string {
  const [year, lastYear] = [Math.floor(period.start / 12), Math.floor(period.end / 12)];
  const [month, lastMonth] = [(period.start % 12) + 1, (period.end % 12) + 1];
  switch (grainOf(period)) {
    case 'year':
      return `${year}年`;
    case 'half':
      return `${year}年${month === 1 ? '上' : '下'}半年`;
    case 'quarter':
      return `${year}年第${QUARTERS[(month - 1) / 3]}季度`;
    case 'month':
      return `${year}年${month}月`;
    case null:
      if (month === 1 && lastMonth === 12) return `${year}-${lastYear}年`;
      if (year === lastYear) return `${year}年${month}-${lastMonth}月`;
      return `${year}年${month}月至${lastYear}年${lastMonth}月`;
  }
}

/** One number a period, for maps: months stay far below 2^20. */
export const periodKey = ({ start, end }: Period): number => start * 2 ** 20 + end;

/** Periods without repetition, in order. */
export function distinctPeriods(periods: Iterable<Period | null>): Period[] {
  const byKey = new Map<number, Period>();
  for (const period of periods) if (period !== null) byKey.set(periodKey(period), period);
  return [...byKey.values()].sort(comparePeriods);
}

/** The months of periods as runs, in order. Periods that touch or overlap make one. */
export function runsOf(periods: readonly Period[]): Period[] {
  const runs: Period[] = [];
  for (const period of distinctPeriods(periods)) {
    const last = runs.at(-1);
    if (last === undefined || period.start > last.end + 1) runs.push(period);
    else runs[runs.length - 1] = { start: last.start, end: Math.max(last.end, period.end) };
  }
  return runs;
}

/** By first month, and the longer one first where two begin together. */
export const comparePeriods = (left: Period, right: Period): number =>
  left.start - right.start || right.end - left.end;

export const contains = (outer: Period, inner: Period): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Of some things those whose period lies within no other one's; what has none stays. */
export const outermost = <T>(
  things: readonly T[],
  periodOf: (thing: T) => Period | null,
): readonly T[] =>
  things.filter((thing) => {
    const inner = periodOf(thing);
    return inner === null || !things.some((other) => liesWithin(inner, periodOf(other)));
  });

const liesWithin = (inner: Period, outer: Period | null): boolean =>
  outer !== null && lengthOf(outer) > lengthOf(inner) && contains(outer, inner);

export const overlaps = (left: Period, right: Period): boolean =>
  left.start <= right.end && right.start <= left.end;

export const oneYearEarlier = ({ start, end }: Period): Period => ({
  start: start - 12,
  end: end - 12,
});
