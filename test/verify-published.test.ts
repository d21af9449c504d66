/** What a published text says: value, decimals, and how sure it is of itself. */
import { describe, expect, test } from 'vitest';
import { fraction } from '../src/exact/exact.ts';
import { type Published, parsePublished } from '../src/validate/published.ts';
import { parseQuantity } from '../src/verify/quantity.ts';

const RATE = { percentHeader: false, asNumber: false };
const PERCENT = { percentHeader: true, asNumber: false };
const NUMBER = { percentHeader: false, asNumber: true };

const plain = { approximate: false, bound: null, direction: null };
const percent = (top: bigint, bottom: bigint, decimals: number): Published => ({
  digits: fraction(top, bottom),
  decimals,
  form: 'percent',
  scale: 100,
  ...plain,
});

describe('a published figure', () => {
  test.each<[string, string, typeof RATE, Published]>([
    ['half-width', '92.1%', RATE, percent(921n, 10n, 1)],
    ['a full-width sign', '92.1％', RATE, percent(921n, 10n, 1)],
    ['full-width digits', '９２．１%', RATE, percent(921n, 10n, 1)],
    ['spaces', ' 92.1 % ', RATE, percent(921n, 10n, 1)],
    // I17: the zero is published and counts as a decimal.
    ['a last zero', '72.50%', RATE, percent(725n, 10n, 2)],
    ['no decimals', '97%', RATE, percent(97n, 1n, 0)],
    ['thousands', '1,092.1%', RATE, percent(10921n, 10n, 1)],
    ['above 100 %', '100.5%', RATE, percent(1005n, 10n, 1)],
    ['a minus', '-3.2%', RATE, percent(-32n, 10n, 1)],
    ['a minus sign', '−3.2%', RATE, percent(-32n, 10n, 1)],
    ['under a header with (%)', '92.1', PERCENT, percent(921n, 10n, 1)],
    ['a small one under a header with (%)', '0.5', PERCENT, percent(5n, 10n, 1)],
    ['达', '达76.72%', RATE, percent(7672n, 100n, 2)],
    // 0 and 1 are the whole: 0 % and 100 % to the percent, as `metrics` reads them.
    ['a bare 0', '0', RATE, percent(0n, 1n, 0)],
    ['a bare 1', '1', RATE, percent(100n, 1n, 0)],
    [
      'a fraction',
      '0.921',
      RATE,
      { digits: fraction(921n, 1000n), decimals: 3, form: 'fraction', scale: 1, ...plain },
    ],
    [
      'a fraction with a last zero',
      '0.920',
      RATE,
      { digits: fraction(92n, 100n), decimals: 3, form: 'fraction', scale: 1, ...plain },
    ],
    [
      'a whole fraction with decimals',
      '1.00',
      RATE,
      { digits: 1, decimals: 2, form: 'fraction', scale: 1, ...plain },
    ],
    [
      'points',
      '92.1个百分点',
      RATE,
      { digits: fraction(921n, 10n), decimals: 1, form: 'points', scale: 100, ...plain },
    ],
    [
      'points without a measure word',
      '5.43百分点',
      RATE,
      { digits: fraction(543n, 100n), decimals: 2, form: 'points', scale: 100, ...plain },
    ],
    [
      'a multiple',
      '1.14倍',
      RATE,
      { digits: fraction(114n, 100n), decimals: 2, form: 'times', scale: 1, ...plain },
    ],
    [
      'hours',
      '62.50学时',
      NUMBER,
      { digits: fraction(125n, 2n), decimals: 2, form: 'number', scale: 1, ...plain },
    ],
    ['约', '约24%', RATE, { ...percent(24n, 1n, 0), approximate: true }],
    ['近', '近97%', RATE, { ...percent(97n, 1n, 0), approximate: true }],
    ['左右', '24%左右', RATE, { ...percent(24n, 1n, 0), approximate: true }],
    ['以上', '90%以上', RATE, { ...percent(90n, 1n, 0), approximate: true, bound: 'at-least' }],
    ['超', '超38%', RATE, { ...percent(38n, 1n, 0), approximate: true, bound: 'above' }],
    ['不足', '不足50%', RATE, { ...percent(50n, 1n, 0), approximate: true, bound: 'below' }],
    ['不超过', '不超过5%', RATE, { ...percent(5n, 1n, 0), approximate: true, bound: 'at-most' }],
    ['≥', '≥90%', RATE, { ...percent(90n, 1n, 0), approximate: true, bound: 'at-least' }],
    ['达约', '达到约24%', RATE, { ...percent(24n, 1n, 0), approximate: true }],
    ['a rise', '增长0.84%', RATE, { ...percent(84n, 100n, 2), direction: 'rise' }],
    [
      'a rise on last year',
      '同比增长13.67%',
      RATE,
      { ...percent(1367n, 100n, 2), direction: 'rise' },
    ],
    ['a fall', '下降3.2%', RATE, { ...percent(-32n, 10n, 1), direction: 'fall' }],
    [
      'a rise of about so much',
      '比上年增长约3%',
      RATE,
      { ...percent(3n, 1n, 0), approximate: true, direction: 'rise' },
    ],
  ])('with %s: "%s"', (_, text, header, published) => {
    expect(parsePublished(text, header)).toEqual({ value: published });
  });

  test.each(['', ' ', '-', '—', '——', '/', '…', '无', '未报', '不适用', 'N/A'])(
    'is not stated by "%s"',
    (text) => {
      expect(parsePublished(text, RATE)).toEqual({ value: null });
    },
  );

  test.each<[string, typeof RATE, string]>([
    ['92.1', RATE, 'ambiguous-rate'],
    ['1.005', RATE, 'ambiguous-rate'],
    ['-3.2', RATE, 'ambiguous-rate'],
    ['-3', RATE, 'ambiguous-rate'],
    ['2', RATE, 'ambiguous-rate'],
    ['约92', RATE, 'ambiguous-rate'],
    ['九成', RATE, 'not-a-number'],
    ['921‰', RATE, 'not-a-number'],
    ['约', RATE, 'not-a-number'],
    ['增长', RATE, 'not-a-number'],
    ['%', RATE, 'not-a-number'],
    ['个百分点', RATE, 'not-a-number'],
    ['92.1%个百分点', RATE, 'not-a-number'],
    ['92.1%倍', RATE, 'not-a-number'],
    ['92..1%', RATE, 'not-a-number'],
    ['92.1%%', RATE, 'not-a-number'],
    ['92,1%', RATE, 'misplaced-separator'],
    ['NaN', RATE, 'not-a-number'],
    ['1e2%', RATE, 'not-a-number'],
    ['Infinity', RATE, 'not-a-number'],
    ['=1+1', RATE, 'not-a-number'],
    ['92.1%①', RATE, 'not-a-number'],
    ['\u202e92.1%', RATE, 'not-a-number'],
    ['92.1%', NUMBER, 'not-a-number'],
    ['1.2倍', NUMBER, 'not-a-number'],
  ])('cannot be read from "%s" %o: %s', (text, header, problem) => {
    expect(parsePublished(text, header)).toEqual({ problem });
  });
});

describe('a numerator or denominator', () => {
  const exact = (value: number) => ({ value, step: 0, percent: false, terms: [value] });

  test.each<[string, unknown]>([
    ['1509', exact(1509)],
    ['1,509', exact(1509)],
    ['１５０９', exact(1509)],
    ['1509项', exact(1509)],
    ['0', exact(0)],
    ['962.5', { ...exact(0), value: fraction(1925n, 2n), terms: [fraction(1925n, 2n)] }],
    // 27万 may be anything that rounds to it: its last digit is worth 10 000, that of 35.2万 a tenth of it.
    ['27万', { value: 270000, step: 10000, percent: false, terms: [270000] }],
    ['27 万件', { value: 270000, step: 10000, percent: false, terms: [270000] }],
    ['35.2万', { value: 352000, step: 1000, percent: false, terms: [352000] }],
    ['2.7亿', { value: 270000000, step: 10000000, percent: false, terms: [270000000] }],
    ['1万亿', { value: 1e12, step: 1e12, percent: false, terms: [1e12] }],
    ['56+51', { value: 107, step: 0, percent: false, terms: [56, 51] }],
    ['18 + 0 + 20 ＋ 2', { value: 40, step: 0, percent: false, terms: [18, 0, 20, 2] }],
    ['1万+500', { value: 10500, step: 10000, percent: false, terms: [10000, 500] }],
    // A rate is rounded to the digits that are written, be they zeros.
    [
      '96.1%',
      {
        value: fraction(961n, 10n),
        step: fraction(1n, 10n),
        percent: true,
        terms: [fraction(961n, 10n)],
      },
    ],
    ['97%', { value: 97, step: 1, percent: true, terms: [97] }],
    ['97.00%', { value: 97, step: fraction(1n, 100n), percent: true, terms: [97] }],
    ['', null],
    ['—', null],
    ['不适用', null],
  ])('"%s"', (text, value) => {
    expect(parseQuantity(text)).toEqual({ value });
  });

  test.each([
    ['-5', 'negative-count'],
    ['约27万', 'approximate-number'],
    ['27万余', 'approximate-number'],
    ['56+', 'not-a-number'],
    ['+56', 'not-a-number'],
    ['56+—', 'not-a-number'],
    ['56++51', 'not-a-number'],
    ['万', 'not-a-number'],
    ['5%万', 'not-a-number'],
    ['5%+3', 'percent-in-count'],
    ['12,34', 'misplaced-separator'],
    ['4006-612', 'not-a-number'],
    ['5①', 'not-a-number'],
  ])('cannot be read from "%s": %s', (text, problem) => {
    expect(parseQuantity(text)).toEqual({ problem });
  });
});
