import { type Exact, fraction, multiply } from './exact.ts';

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Reads a plain decimal ("72.50", "-3") exactly. Returns null for anything else, an exponent included. */
export function parseDecimal(text: string): Exact | null {
  const match = PLAIN.exec(text);
  if (match === null) return null;
  const [, sign, units, decimals = ''] = match;
  const digits = BigInt(`${units}${decimals}`);
  return fraction(sign === '-' ? -digits : digits, 10n ** BigInt(decimals.length));
}

/** The decimal with which a finite double is written, exactly: 0.29 is 29/100, and not the binary fraction next to it. */
export function decimalOf(double: number): Exact {
  const [digits = '', exponent = '0'] = String(double).split('e');
  const power = 10n ** BigInt(exponent.replace(/^[+-]/, ''));
  const scale = exponent.startsWith('-') ? fraction(1n, power) : fraction(power, 1n);
  return multiply(parseDecimal(digits) as Exact, scale);
}

/** Writes a quantity as a plain decimal where it has one, else null (1/3 has none). */
export function decimalText(value: Exact): string | null {
  if (typeof value !== 'object') return value.toString();
  let [rest, places] = [value.denominator, 0];
  for (; rest % 10n === 0n; places++) rest /= 10n;
  for (; rest % 2n === 0n; places++) rest /= 2n;
  for (; rest % 5n === 0n; places++) rest /= 5n;
  if (rest !== 1n) return null;
  const negative = value.numerator < 0n;
  const scaled =
    ((negative ? -value.numerator : value.numerator) * 10n ** BigInt(places)) / value.denominator;
  const digits = scaled.toString().padStart(places + 1, '0');
  const text = `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return negative ? `-${text}` : text;
}
