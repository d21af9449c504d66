import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraction } from '../src/exact/exact.ts';
import { parseCount, parseReported } from '../src/validate/cell.ts';

describe('a count', () => {
  test.each<[string, unknown]>([
    ['0', 0],
    ['18', 18],
    ['007', 7],
    [' 18 ', 18],
    ['\u300018\u3000', 18],
    ['+18', 18],
    ['１８', 18],
    ['０', 0],
    ['1,234', 1234],
    ['1,234,567', 1234567],
    ['１，２３４', 1234],
    ['1 234', 1234],
    ['18件', 18],
    ['18 件', 18],
    ['1,234人次', 1234],
    ['2230人', 2230],
    ['0件', 0],
    ['12.0', 12],
    ['12.00件', 12],
    ['999999999999999', 999999999999999],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['12345678901234567890', 12345678901234567890n],
    ['12,345,678,901,234,567,890', 12345678901234567890n],
  ])('"%s" is %s, to the last digit', (text, value) => {
    expect(parseCount(text, false)).toEqual({ value });
  });

  const blanks = ['', ' ', '\u3000', '\t'];
  const marks = [
    '-',
    '－',
    '−',
    '--',
    '—',
    '——',
    '–',
    '/',
    '／',
    '…',
    '……',
    '...',
    '无',
    ' 无 ',
    '未报',
    '未报送',
  ];
  test.each([...blanks, ...marks])('"%s" says that nothing was reported: null, never 0', (text) => {
    expect(parseCount(text, false)).toEqual({ value: null });
  });

  test.each(['不适用', 'N/A', 'n/a', 'Ｎ／Ａ', ' 不适用 '])('"%s" does not apply', (text) => {
    expect(parseCount(text, false)).toEqual({ value: 'not-applicable' });
  });

  test('only a written zero is 0', () => {
    const zero = /^[+\-−－]?[0０]+(?:\.[0０]*)?(?:[%件人次])?$/;
    const written = fc.string({ unit: fc.constantFrom(...'0０- —/无.,件人 \u3000'), maxLength: 6 });
    fc.assert(
      fc.property(written, (text) => {
        const parsed = parseCount(text, true);
        const isZero = 'value' in parsed && parsed.value === 0;
        if (isZero) expect(text.replace(/[\s,，]/g, '')).toMatch(/[0０]/);
        if (/^[0０]+$/.test(text)) expect(parsed).toEqual({ value: 0 });
        if (!/[0０]/.test(text)) expect(isZero).toBe(false);
        if (isZero) expect(text.replace(/[\s,]/g, '')).toMatch(zero);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['-3', 'negative-count'],
    ['－３', 'negative-count'],
    ['−3', 'negative-count'],
    ['-1,234', 'negative-count'],
    ['1.5', 'fractional-count'],
    ['0.5件', 'fractional-count'],
    ['50%', 'percent-in-count'],
    ['５０％', 'percent-in-count'],
    ['约24', 'approximate-number'],
    ['约24件', 'approximate-number'],
    ['近100', 'approximate-number'],
    ['2230余', 'approximate-number'],
    ['2230余件', 'approximate-number'],
    ['40多', 'approximate-number'],
    ['40多人', 'approximate-number'],
    ['100以上', 'approximate-number'],
    ['100左右', 'approximate-number'],
    ['12,34', 'misplaced-separator'],
    ['1,2345', 'misplaced-separator'],
    ['1,,234', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['null', 'not-a-number'],
    ['十八', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['12-13', 'not-a-number'],
    ['1:2', 'not-a-number'],
    ['1/2', 'not-a-number'],
    ['=1+1', 'not-a-number'],
    ['件', 'not-a-number'],
  ])('"%s" is refused: %s', (text, problem) => {
    expect(parseCount(text, false)).toEqual({ problem });
  });

  // Footnote marks of official tables: Unicode would fold ① and ² into the digits 1 and 2, so 5① into 51.
  test.each(['5①', '12²', '①', '3⑴', '½'])(
    '"%s" is refused: a footnote mark is no digit',
    (text) => {
      expect(parseCount(text, false)).toEqual({ problem: 'not-a-number' });
    },
  );

  test('hours may have decimals, exactly: 72.5 is 145/2', () => {
    expect(parseCount('72.5', true)).toEqual({ value: fraction(145n, 2n) });
    expect(parseCount('1,072.5学时', true)).toEqual({ value: fraction(2145n, 2n) });
    expect(parseCount('-0.5', true)).toEqual({ problem: 'negative-count' });
  });
});

describe('a published rate', () => {
  const share = { percentHeader: false, asNumber: false, atMostOne: true };
  const underPercent = { ...share, percentHeader: true };
  const ratio = { ...share, atMostOne: false };
  const hours = { percentHeader: false, asNumber: true, atMostOne: false };

  test.each([
    ['92.1%', share, fraction(921n, 1000n), '92.1%'],
    ['９２．１％', share, fraction(921n, 1000n), '92.1%'],
    [' 92.1 % ', share, fraction(921n, 1000n), '92.1%'],
    ['0.921', share, fraction(921n, 1000n), '92.1%'],
    // 72.50 was published with two decimals (I17) and stays so.
    ['72.50%', share, fraction(29n, 40n), '72.50%'],
    ['100%', share, 1, '100%'],
    ['0%', share, 0, '0%'],
    ['0', share, 0, '0%'],
    ['1', share, 1, '100%'],
    ['92.1', underPercent, fraction(921n, 1000n), '92.1%'],
    ['92.10%', underPercent, fraction(921n, 1000n), '92.10%'],
    ['100', underPercent, 1, '100%'],
    // 再诉讼比例 divides different cohorts: 100.5 % is 201/200.
    ['100.5%', ratio, fraction(201n, 200n), '100.5%'],
    ['62.50', hours, fraction(125n, 2n), '62.50'],
    ['62学时', hours, 62, '62'],
    ['1,062', hours, 1062, '1062'],
  ])('"%s" %o is %s, published as %s', (written, column, value, text) => {
    expect(parseReported(written, column)).toEqual({ value: { value, text } });
  });

  test.each([
    ['92.1', share, 'ambiguous-rate'],
    ['1.005', ratio, 'ambiguous-rate'],
    ['100.5%', share, 'rate-above-one'],
    ['100.5', underPercent, 'rate-above-one'],
    ['-1%', share, 'negative-count'],
    ['约92%', share, 'approximate-number'],
    ['九成', share, 'not-a-number'],
    ['92.1‰', share, 'not-a-number'],
    ['62%', hours, 'not-a-number'],
  ])('"%s" %o is refused: %s', (text, column, problem) => {
    expect(parseReported(text, column)).toEqual({ problem });
  });

  test.each(['不适用', 'N/A'])('"%s" says that none applies', (text) => {
    expect(parseReported(text, share)).toEqual({ value: { value: 'not-applicable', text } });
  });

  test.each(['', '—', '/', '…', '无'])('"%s" states no rate', (text) => {
    expect(parseReported(text, share)).toEqual({ value: null });
  });
});
