import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText, parseDecimal } from '../src/exact/decimal.ts';
import { fraction } from '../src/exact/exact.ts';

const digitsOf = fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n });

describe('decimals', () => {
  test('what is written as a decimal reads back as itself', () => {
    fc.assert(
      fc.property(digitsOf, fc.integer({ min: 0, max: 12 }), (digits, places) => {
        const value = fraction(digits, 10n ** BigInt(places));
        const text = decimalText(value);
        expect(text).toMatch(/^-?\d+(?:\.\d*[1-9])?$/);
        expect(parseDecimal(text as string)).toEqual(value);
      }),
    );
  });

  test.each([
    ['72.50', fraction(145n, 2n)],
    ['-3', -3],
    ['+0.05', fraction(1n, 20n)],
    ['-0', 0],
    ['007', 7],
    ['9007199254740993', 9007199254740993n],
  ])('%s is read exactly', (text, value) => expect(parseDecimal(text)).toEqual(value));

  test.each([
    '',
    '.5',
    '5.',
    '1e3',
    '0x10',
    '1,000',
    '１２',
    'NaN',
    'Infinity',
    ' 1',
    '--1',
    '1.2.3',
  ])('"%s" is no plain decimal', (text) => expect(parseDecimal(text)).toBeNull());

  test.each([
    [fraction(1n, 3n), null],
    [fraction(1n, 8n), '0.125'],
    [fraction(-1n, 20n), '-0.05'],
    [fraction(1n, 1024n), '0.0009765625'],
  ])('%o is written as %s', (value, text) => expect(decimalText(value)).toBe(text));
});
