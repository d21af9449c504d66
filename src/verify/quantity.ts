import { add, compare, divide, type Exact, multiply } from '../exact/exact.ts';
import { MEASURE_WORDS } from '../text/measure-words.ts';
import { halfWidth } from '../text/width.ts';
import { type NumberProblem, type Parsed, readNumber } from '../validate/cell.ts';
import type { Quantity } from './figure.ts';

/** 万 and 亿 behind a number, with or without a measure word behind them: 27万, 35.2万件. */
const MYRIADS = new RegExp(`\\s*(万亿|亿|万)(?=\\s*(?:${MEASURE_WORDS})?$)`);

const MYRIAD: Readonly<Record<string, Exact>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** Why a text is no numerator or denominator. */
export type QuantityProblem = NumberProblem | 'negative-count' | 'percent-in-count';

/**
 * Reads a numerator or denominator: a number in any common writing, also with decimals, in 万 or 亿, as a rate
 * (96.1%), or as a sum (56+51). Null where nothing is reported.
 */
export function parseQuantity(text: string): Parsed<Quantity | null, QuantityProblem> {
  const parts = halfWidth(text).split('+');
  const terms: Term[] = [];
  for (const part of parts) {
    const read = parseTerm(part);
    if ('problem' in read) return read;
    if (read.value === null) {
      return parts.length === 1 ? { value: null } : { problem: 'not-a-number' };
    }
    terms.push(read.value);
  }
  const [first] = terms;
  if (terms.length === 1 && first !== undefined)
    return { value: { ...first, terms: [first.value] } };
  if (terms.some(({ percent }) => percent)) return { problem: 'percent-in-count' };
  return {
    value: {
      value: terms.reduce<Exact>((total, { value }) => add(total, value), 0),
      step: terms.reduce<Exact>((total, { step }) => add(total, step), 0),
      percent: false,
      terms: terms.map(({ value }) => value),
    },
  };
}

type Term = Omit<Quantity, 'terms'>;

function parseTerm(text: string): Parsed<Term | null, QuantityProblem> {
  const plain = text.trim();
  const suffix = MYRIADS.exec(plain);
  const read = readNumber(suffix === null ? plain : plain.replace(MYRIADS, ''));
  if ('problem' in read) return read;
  if (read.value === null || read.value === 'not-applicable') {
    return suffix === null ? { value: null } : { problem: 'not-a-number' };
  }
  const { number, digits, percent } = read.value;
  if (compare(number, 0) < 0) return { problem: 'negative-count' };
  if (suffix !== null && percent) return { problem: 'not-a-number' };
  // A plain count is exact; a rate has been rounded to its digits as an amount in 万 has.
  if (suffix === null && !percent) return { value: { value: number, step: 0, percent } };
  const unit = suffix === null ? 1 : (MYRIAD[suffix[1] as string] as Exact);
  const decimals = (digits.split('.')[1] ?? '').length;
  const step = divide(unit, multiply(10n ** BigInt(decimals), 1));
  return { value: { value: multiply(number, unit), step, percent } };
}
