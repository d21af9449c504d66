import { parseDecimal } from '../exact/decimal.ts';
import type { Exact } from '../exact/exact.ts';

const TIME = '(?:[ T](?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]+)?)?)?';

const YEAR = '(?:19|20)[0-9][0-9]';

/**
 * What a day looks like: 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日 or 20240305, with or without a time. One with a
 * time zone is none: it may be another day here. In the part of regular expressions that every engine has.
 */
export const DAY = `(?:${YEAR}-[0-9]{1,2}-[0-9]{1,2}|${YEAR}/[0-9]{1,2}/[0-9]{1,2}|${YEAR}[.][0-9]{1,2}[.][0-9]{1,2}|${YEAR}年[0-9]{1,2}月[0-9]{1,2}日|${YEAR}[0-9]{4})${TIME}`;

/** Year, month and day of a text that looks like a day. */
export const DAY_PARTS = '^([0-9]{4})[^0-9]?([0-9]{1,2})[^0-9]?([0-9]{1,2})';

/** What a number looks like. More digits than these could not be added up without end. */
export const NUMBER = '[+-]?(?:[0-9]{1,18}|[0-9]{1,3}(?:,[0-9]{3}){1,5})(?:[.][0-9]{1,6})?';

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

const [IS_DAY, PARTS, IS_NUMBER] = [whole(DAY), new RegExp(DAY_PARTS), whole(NUMBER)];

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const daysIn = (year: number, month: number): number =>
  month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))
    ? 28
    : (LENGTHS[month - 1] ?? 0);

/** The day of a trimmed text as the number 20240305, or null. */
export function parseDay(text: string): number | null {
  if (!IS_DAY.test(text)) return null;
  const [year = 0, month = 0, day = 0] = (PARTS.exec(text) ?? []).slice(1).map(Number);
  return day >= 1 && day <= daysIn(year, month) ? (year * 100 + month) * 100 + day : null;
}

/** The number of a trimmed text, thousands separators allowed, or null. */
export const parseAmount = (text: string): Exact | null =>
  IS_NUMBER.test(text) ? parseDecimal(text.replaceAll(',', '')) : null;
