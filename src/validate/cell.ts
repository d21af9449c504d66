import { decimalText, parseDecimal } from '../exact/decimal.ts';
import { compare, divide, type Exact, isWhole, multiply } from '../exact/exact.ts';
import type { CountValue } from '../formula/evaluate.ts';
import type { IssueCode, Place } from '../issue/issue.ts';
import { MEASURE_WORDS } from '../text/measure-words.ts';
import { halfWidth } from '../text/width.ts';
import type { WrittenRate } from './published.ts';

/** What a cell cannot be read as, to be completed with its place. */
export type CellProblem = Extract<
  IssueCode,
  | 'not-a-number'
  | 'approximate-number'
  | 'misplaced-separator'
  | 'negative-count'
  | 'fractional-count'
  | 'percent-in-count'
  | 'ambiguous-rate'
  | 'rate-above-one'
>;

/** Why a text is no number at all. */
export type NumberProblem = Extract<
  CellProblem,
  'not-a-number' | 'approximate-number' | 'misplaced-separator'
>;

export type Parsed<T, Problem extends CellProblem = CellProblem> =
  | { readonly value: T }
  | { readonly problem: Problem };

const NOT_REPORTED = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '…',
  '……',
  '...',
  '......',
  '无',
  '未报',
  '未报送',
]);

const NOT_APPLICABLE = new Set(['不适用', 'n/a']);

const TRAILING_UNIT = new RegExp(`(?:${MEASURE_WORDS}|%)$`);

const THOUSANDS = /^([+-]?\d{1,3})((?:[, ]\d{3})+)(\.\d+)?$/;

/** What a hand-written approximation looks like: 约24, 2230余, 40多, 近百. */
const APPROXIMATE = /^[约近]|[余多]$|以上$|左右$/;

/**
 * Reads a count: a whole number in any common writing (full-width digits, thousands separators, a unit
 * behind it), or a mark that nothing was reported. Blank is null, and only a written 0 is 0.
 */
export function parseCount(text: string, decimals: boolean): Parsed<CountValue> {
  const quick = plainDigits(text);
  if (quick >= 0) return { value: quick };
  const read = readNumber(text);
  if ('problem' in read || read.value === null || read.value === 'not-applicable')
    return read as Parsed<CountValue>;
  const { number, percent } = read.value;
  if (percent) return { problem: 'percent-in-count' };
  if (compare(number, 0) < 0) return { problem: 'negative-count' };
  if (!decimals && !isWhole(number)) return { problem: 'fractional-count' };
  return { value: number };
}

/** A published rate, and the figure as published: a percentage with all its decimals, or a plain number; or 不适用. */
export interface ReportedCell {
  /** Null where the figure is only to be held against the counts and never stands in for them. */
  readonly value: CountValue;
  readonly text: string;
  /** Known of a cell that was read from a table. */
  readonly place?: Place;
  /** Kept where published figures are what a run is about. */
  readonly written?: WrittenRate;
}

/**
 * Reads a published rate. `72.5%` and, under a header with (%), `72.5` are 0.725; a plain `0.725` is the
 * share itself; a plain number above 1 could be either and is refused. With `asNumber` the metric is not a
 * percentage and the number stands for itself.
 */
export function parseReported(
  text: string,
  {
    percentHeader,
    asNumber,
    atMostOne,
  }: { percentHeader: boolean; asNumber: boolean; atMostOne: boolean },
): Parsed<ReportedCell | null> {
  const read = readNumber(text);
  if ('problem' in read) return read;
  if (read.value === null) return { value: null };
  if (read.value === 'not-applicable') return { value: { value: read.value, text: text.trim() } };
  const { number, percent } = read.value;
  if (compare(number, 0) < 0) return { problem: 'negative-count' };
  if (asNumber) {
    return percent
      ? { problem: 'not-a-number' }
      : { value: { value: number, text: read.value.digits } };
  }
  const inPercent = percent || percentHeader;
  const value = inPercent ? divide(number, 100) : number;
  if (compare(value, 1) > 0) {
    if (!inPercent) return { problem: 'ambiguous-rate' };
    if (atMostOne) return { problem: 'rate-above-one' };
  }
  const published = inPercent ? read.value.digits : decimalText(multiply(value, 100));
  return { value: { value, text: `${published}%` } };
}

/** A number as a cell writes it. */
interface ReadNumber {
  readonly number: Exact;
  /** Its digits in half-width characters, without separators and unit. */
  readonly digits: string;
  readonly percent: boolean;
}

/** Reads a number, or a mark that there is none, in any common writing. */
export function readNumber(
  text: string,
): Parsed<ReadNumber | null | 'not-applicable', NumberProblem> {
  const plain = halfWidth(text)
    .trim()
    .replace(/\u2212/g, '-');
  if (NOT_REPORTED.has(plain)) return { value: null };
  if (NOT_APPLICABLE.has(plain.toLowerCase())) return { value: 'not-applicable' };
  const unit = TRAILING_UNIT.exec(plain)?.[0] ?? '';
  const digits = plain.slice(0, plain.length - unit.length).trim();
  const ungrouped = digits.replace(
    THOUSANDS,
    (_, head, groups: string, tail = '') => `${head}${groups.replace(/[, ]/g, '')}${tail}`,
  );
  const number = parseDecimal(ungrouped);
  if (number !== null) return { value: { number, digits: ungrouped, percent: unit === '%' } };
  if (APPROXIMATE.test(digits)) return { problem: 'approximate-number' };
  if (/^[+-]?[\d.]+(?:[, ][\d.]+)+$/.test(digits)) return { problem: 'misplaced-separator' };
  return { problem: 'not-a-number' };
}

/** The number that a text of up to 15 plain digits is, or -1. Almost every cell takes this way. */
export function plainDigits(text: string): number {
  const { length } = text;
  if (length === 0 || length > 15) return -1;
  let value = 0;
  for (let index = 0; index < length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
