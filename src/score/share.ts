import { parseDecimal } from '../exact/decimal.ts';
import { compare, divide, type Exact, fraction } from '../exact/exact.ts';
import { halfWidth } from '../text/width.ts';

const FRACTION = /^(\d+)\/0*([1-9]\d*)$/;

/** Reads a weight or a score as people write one: 0.5, 50%, 1/3. Exact; null for anything else. */
export function parseShare(written: string | number): Exact | null {
  const text = halfWidth(String(written)).replace(/\s/g, '');
  if (text.endsWith('%')) {
    const percent = parseDecimal(text.slice(0, -1));
    return percent && divide(percent, 100);
  }
  const match = FRACTION.exec(text);
  return match === null
    ? parseDecimal(text)
    : fraction(BigInt(match[1] as string), BigInt(match[2] as string));
}

export const isShare = (value: Exact): boolean => compare(value, 0) >= 0 && compare(value, 1) <= 0;
