/** What `verify` says of one figure, of counts and their total, and of shares and their whole. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../src/catalogue/catalogue.ts';
import { fraction, quotientValue } from '../src/exact/exact.ts';
import { roundedText } from '../src/exact/rounding.ts';
import type { RoundingRule } from '../src/exact/roundings.ts';
import { verifyPhrases } from '../src/message/verify-phrases.ts';
import { createWords } from '../src/message/words.ts';
import { verifyRow } from '../src/report/verify-row.ts';
import { remarkOf } from '../src/report/verify-text.ts';
import { type Pair, verifyPair } from '../src/verify/pair.ts';
import { verifyWholes } from '../src/verify/wholes.ts';

const words = await createWords(builtInCatalogue(), {
  language: 'zh',
  precision: 2,
  rounding: 'half-up',
});

interface SeedFigure {
  readonly id: string;
  readonly label: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly published: string;
  readonly exact_pct_4dp: string;
  readonly half_up: string;
  readonly half_even: string;
  readonly truncated: string;
  readonly verdict: string;
}

/** The figures of the seed documents as a person checked them. */
const seeds = JSON.parse(
  readFileSync(new URL('./support/seed_verdicts.json', import.meta.url), 'utf8'),
) as {
  figures: SeedFigure[];
  feasibility: {
    check: string;
    half_up_numerators: number[];
    truncation_numerators: number[];
    feasible: boolean;
  }[];
  smallest: { published: string; smallest_fraction_half_up: string; label: string }[];
};

describe('the seeds', () => {
  const VERDICTS: Readonly<Record<string, readonly [halfUp: boolean, truncate: boolean]>> = {
    四舍五入与截断均相符: [true, true],
    仅四舍五入相符: [true, false],
    仅截断相符: [false, true],
    均不符: [false, false],
  };

  test.each(seeds.figures)('$id $label: $published is $verdict', (seed) => {
    const reported = `${seed.published}%`;
    const { exact, matches, flag } = verifyPair({ ...seed, reported, kind: 'ratio' });
    expect(exact && roundedText(exact, 4, 'half-up', 100)).toBe(seed.exact_pct_4dp);
    const rules = {
      'half-up': seed.half_up,
      'half-even': seed.half_even,
      truncate: seed.truncated,
    };
    for (const [rule, rounded] of Object.entries(rules)) {
      expect(matches.includes(rule as RoundingRule)).toBe(rounded === seed.published);
    }
    expect([matches.includes('half-up'), matches.includes('truncate')]).toEqual(
      VERDICTS[seed.verdict],
    );
    expect(flag).toBe(seed.verdict === '均不符' ? 'breach' : 'ok');
  });

  test.each(seeds.feasibility)('$check: feasible is $feasible', (seed) => {
    const [, published, denominator] = /^([\d.]+%).*分母=(\d+)/.exec(seed.check) ?? [];
    const { feasible, finding, flag } = verifyPair({
      denominator: Number(denominator),
      reported: published as string,
    });
    const numerators = (rule: RoundingRule): number[] => {
      const found = feasible?.[rule] ?? null;
      if (found === null) return [];
      return Array.from({ length: Number(found.count) }, (_, n) => Number(found.least) + n);
    };
    expect(numerators('half-up')).toEqual(seed.half_up_numerators);
    expect(numerators('truncate')).toEqual(seed.truncation_numerators);
    expect(finding).toBe(seed.feasible ? 'feasible' : 'infeasible');
    expect(flag).toBe(seed.feasible ? 'unknown' : 'warn');
  });

  test.each(seeds.smallest)('$label $published: at least $smallest_fraction_half_up', (seed) => {
    const { smallest, finding } = verifyPair({ reported: `${seed.published}%` });
    const found = smallest?.['half-up'];
    expect(`${found?.numerator}/${found?.denominator}`).toBe(seed.smallest_fraction_half_up);
    expect(finding).toBe('no-counts');
  });

  test('I20: 100.84% is no growth, and the ratio to the base explains it', () => {
    const counts = { numerator: 216429, denominator: 214625 };
    const { finding, suggestions } = verifyPair({ ...counts, reported: '100.84%', kind: 'growth' });
    expect(finding).toBe('mismatch');
    expect(suggestions.map(({ kind }) => kind)).toEqual(['growth-as-ratio']);
    expect(verifyPair({ ...counts, reported: '增长0.84%' })).toMatchObject({
      kind: 'growth',
      finding: 'matched',
    });
  });

  test('I23: 3834 + 612 = 4446 is 440 more than 4006', () => {
    const { sum, finding, flag, matches } = verifyPair({
      numerator: '3834+612',
      denominator: 4006,
      reported: null,
      kind: 'part',
    });
    expect(sum).toEqual({ relation: 'at-most', excess: 440, finding: 'sum-exceeds' });
    expect({ finding, flag, matches }).toEqual({
      finding: 'sum-exceeds',
      flag: 'breach',
      matches: [],
    });
  });

  test('I24: no reason is made up for 72.5% of 612/4006', () => {
    const { suggestions } = verifyPair({
      numerator: 612,
      denominator: 4006,
      reported: '72.5%',
      kind: 'share',
      others: { 审结: 3834, 受理: 2777 },
    });
    expect(suggestions).toEqual([]);
  });
});

test('of truncation and 四舍六入五成双, both are named where both fit', () => {
  // 1/8 is 12.5 %: 13 by 四舍五入, 12 by the others; 3/8 is 37.5 %, and 37 is truncated alone.
  const remark = (numerator: number, reported: string, language: 'zh' | 'en') => {
    const style = { language, precision: 2, rounding: 'half-up' } as const;
    return verifyPhrases({ style }).matched(
      verifyPair({ numerator, denominator: 8, reported }).matches,
    );
  };
  expect(remark(1, '12%', 'zh')).toBe('截断与四舍六入五成双均相符');
  expect(remark(1, '12%', 'en')).toBe('matches truncated and half-even');
  expect(remark(3, '37%', 'zh')).toBe('仅截断相符');
});

test('a suggestion is in English with --lang en, its unit with it', async () => {
  const remarkIn = async (language: 'zh' | 'en') => {
    // 114/100 is 1.14; the digits of 1.41 are exchanged.
    const result = verifyPair({
      numerator: 114,
      denominator: 100,
      reported: '1.41倍',
      kind: 'ratio',
    });
    const words = await createWords(builtInCatalogue(), {
      language,
      precision: 2,
      rounding: 'half-up',
    });
    return remarkOf(result, words);
  };
  expect(await remarkIn('zh')).toContain('应为 1.14倍');
  expect(await remarkIn('en')).toContain('1.14 times');
  expect(await remarkIn('en')).not.toMatch(/\p{Script=Han}/u);
});

/** What is said to be above, at least, below or at most so much is a bound and no rounded value. */
describe('a bound', () => {
  test.each([
    // 46/50 is 92 %.
    ['超过90%', 46, 50, 'matched'],
    ['90%以上', 46, 50, 'matched'],
    ['不低于90%', 46, 50, 'matched'],
    ['≥90%', 46, 50, 'matched'],
    ['不超过90%', 46, 50, 'mismatch'],
    ['≤90%', 46, 50, 'mismatch'],
    ['不足90%', 46, 50, 'mismatch'],
    ['90%以下', 46, 50, 'mismatch'],
    ['超过93%', 46, 50, 'mismatch'],
    ['93%以上', 46, 50, 'mismatch'],
    // 45/50 is 90 % exactly: at least and at most so much, but not above it or below it.
    ['90%以上', 45, 50, 'matched'],
    ['90%以下', 45, 50, 'matched'],
    ['超过90%', 45, 50, 'approximate-off'],
    ['不足90%', 45, 50, 'approximate-off'],
    // 37.5 % is 38 % by 四舍五入 and not above it.
    ['超38%', 3, 8, 'approximate-off'],
    ['超37%', 3, 8, 'matched'],
  ])('%s of %i/%i: %s', (reported, numerator, denominator, finding) => {
    expect(verifyPair({ numerator, denominator, reported })).toMatchObject({
      finding,
      matches: [],
    });
  });

  test('of a fall is one of its size', () => {
    // 193/200 - 1 is -3.5 %.
    const fall = (reported: string) =>
      verifyPair({ numerator: 193, denominator: 200, reported, kind: 'growth' }).finding;
    expect([fall('下降超过3%'), fall('下降超过4%')]).toEqual(['matched', 'approximate-off']);
  });
});

/** A figure that some rule explains is never a breach; these are the flags of all the others. */
describe('a figure is called', () => {
  test.each<[string, Pair, string, string]>([
    ['ok', { numerator: 1, denominator: 3, reported: '33%' }, 'ok', 'matched'],
    ['truncated', { numerator: 1509, denominator: 1637, reported: '92.1%' }, 'ok', 'matched'],
    ['rounded up', { numerator: 1, denominator: 3, reported: '34%' }, 'warn', 'only-up'],
    ['wrong', { numerator: 1, denominator: 3, reported: '35%' }, 'breach', 'mismatch'],
    // 22.9 %, about 23 %: half-up.
    ['about right', { numerator: 229, denominator: 1000, reported: '约23%' }, 'ok', 'matched'],
    // 22.1 % is about 23 % when rounded up, and about is no precise word.
    ['about right, up', { numerator: 221, denominator: 1000, reported: '约23%' }, 'ok', 'matched'],
    [
      'not quite about',
      { numerator: 251, denominator: 1000, reported: '约24%' },
      'warn',
      'approximate-off',
    ],
    [
      'in points',
      { numerator: 1509, denominator: 1637, reported: '92.1个百分点' },
      'warn',
      'points',
    ],
    [
      'in points and wrong',
      { numerator: 1509, denominator: 1637, reported: '93.1个百分点' },
      'breach',
      'mismatch',
    ],
    // From 26/35.3 = 73.65 % to 28/35.1 = 79.77 %, which the tenth above and below can be made of.
    [
      'within rounded counts',
      { numerator: '27万', denominator: '35.2万', reported: '76.72%' },
      'warn',
      'rounded-counts',
    ],
    // 270 000 of 351 000 to 353 000 is 76.5 % to 76.9 %.
    [
      'within one rounded count',
      { numerator: 270000, denominator: '35.2万', reported: '76.72%' },
      'warn',
      'rounded-counts',
    ],
    [
      'a growth within rounded counts',
      { numerator: '27万', denominator: '35.2万', reported: '-23.28%', kind: 'growth' },
      'warn',
      'rounded-counts',
    ],
    // 1万 may be 15 000, and 45 000 / 15 000 = 300 %; 200 % and less it cannot make.
    [
      'within counts of one digit',
      { numerator: '5万', denominator: '1万', reported: '300%' },
      'warn',
      'rounded-counts',
    ],
    [
      'below counts of one digit',
      { numerator: '5万', denominator: '1万', reported: '190%' },
      'breach',
      'mismatch',
    ],
    [
      'nothing of something',
      { numerator: 0, denominator: 10, reported: '5%' },
      'breach',
      'mismatch',
    ],
    [
      'at the edge of rounded counts',
      { numerator: '27万', denominator: '35.2万', reported: '79.8%' },
      'warn',
      'rounded-counts',
    ],
    [
      'below rounded counts',
      { numerator: '27万', denominator: '35.2万', reported: '73.5%' },
      'breach',
      'mismatch',
    ],
    [
      'outside rounded counts',
      { numerator: '27万', denominator: '35.2万', reported: '79.9%' },
      'breach',
      'mismatch',
    ],
    [
      'a share above 1',
      { numerator: 4, denominator: 3, reported: '133%', kind: 'share' },
      'warn',
      'part-exceeds-whole',
    ],
    [
      'a ratio above 1',
      { numerator: 4, denominator: 3, reported: '133%', kind: 'ratio' },
      'ok',
      'matched',
    ],
    ['a share above 100 %', { reported: '100.5%', kind: 'share' }, 'warn', 'above-one'],
    ['a rate above 100 %', { reported: '100.5%' }, 'unknown', 'no-counts'],
    [
      'over nothing',
      { numerator: 0, denominator: 0, reported: '100%' },
      'unknown',
      'zero-denominator',
    ],
    ['unreadable', { numerator: 1, denominator: 3, reported: '33.3' }, 'unknown', 'unreadable'],
    ['not reported', { numerator: 1, denominator: 3, reported: '—' }, 'unknown', 'not-reported'],
    ['not there', { numerator: 1, denominator: 3, reported: null }, 'unknown', 'not-reported'],
    ['without a denominator', { numerator: 1, reported: '33%' }, 'unknown', 'no-counts'],
    [
      'a plain number',
      { numerator: 481, denominator: 12, reported: '40.08', kind: 'number' },
      'ok',
      'matched',
    ],
    [
      'a plain number that is off',
      { numerator: 481, denominator: 12, reported: '40.1%', kind: 'number' },
      'unknown',
      'unreadable',
    ],
    [
      'an exact total',
      { numerator: '6+4', denominator: 10, reported: null, kind: 'total' },
      'ok',
      'sum-holds',
    ],
    [
      'too small a total',
      { numerator: '6+4', denominator: 9, reported: null, kind: 'total' },
      'breach',
      'sum-differs',
    ],
    [
      'too large a total',
      { numerator: '6+4', denominator: 11, reported: null, kind: 'total' },
      'breach',
      'sum-differs',
    ],
    [
      'parts that leave room',
      { numerator: '6+4', denominator: 11, reported: null, kind: 'part' },
      'ok',
      'sum-holds',
    ],
    [
      'parts that fill it',
      { numerator: '6+4', denominator: 10, reported: null, kind: 'part' },
      'ok',
      'sum-holds',
    ],
    [
      'parts of nothing stated',
      { numerator: '6+4', reported: null, kind: 'part' },
      'unknown',
      'no-counts',
    ],
    [
      'parts with a right rate',
      { numerator: '6+4', denominator: 11, reported: '90.9%', kind: 'part' },
      'ok',
      'sum-holds',
    ],
    [
      'parts with a wrong rate',
      { numerator: '6+4', denominator: 11, reported: '91.9%', kind: 'part' },
      'breach',
      'mismatch',
    ],
    [
      'parts too many with a right rate',
      { numerator: '6+6', denominator: 11, reported: '109.1%', kind: 'part' },
      'breach',
      'sum-exceeds',
    ],
  ])('%s: %o', (_, pair, flag, finding) => {
    expect(verifyPair(pair)).toMatchObject({ flag, finding });
  });

  // Each of 27万, 8万 is between a 万 less and one more, so that their sum is between 33万 and 37万; 35.2万 is
  // between 35.1万 and 35.3万. A number without 万 is as it is written.
  test.each([
    ['27万+8万', '35.2万', 'total', 'rounded-counts', null],
    ['27万+8万', '35万', 'total', 'sum-holds', true],
    ['27万+8万', '37.0万', 'total', 'rounded-counts', null],
    ['27万+8万', '37.1万', 'total', 'sum-differs', false],
    ['27万+8万', '33万', 'total', 'rounded-counts', null],
    ['27万+8万', '32万', 'total', 'sum-differs', false],
    ['27万+8万', 352000, 'total', 'rounded-counts', null],
    ['27万+8万', 370000, 'total', 'sum-differs', false],
    ['35', '36', 'total', 'sum-differs', false],
    // 3.5万 is more than 34 000, 1万 is less than 20 000; 34 000 to 36 000 is short of 36 000.
    ['3.5万', 36000, 'total', 'sum-differs', false],
    ['3.5万', 35999, 'total', 'rounded-counts', null],
    ['1.2亿+3', '1.3亿', 'total', 'rounded-counts', null],
    ['1.2亿+3', '1.5亿', 'total', 'sum-differs', false],
    // A part may be anything below.
    ['27万+8万', '34.9万', 'part', 'rounded-counts', null],
    ['27万+8万', '50万', 'part', 'sum-holds', true],
    ['27万+8万', '32.9万', 'part', 'sum-exceeds', false],
  ] as const)('the sum %s and %s as a %s: %s', (numerator, denominator, kind, finding, holds) => {
    const result = verifyPair({ numerator, denominator, kind, reported: null });
    const flags = { 'sum-holds': 'ok', 'rounded-counts': 'warn' } as const;
    expect(result).toMatchObject({
      finding,
      flag: finding in flags ? flags[finding as keyof typeof flags] : 'breach',
    });
    expect(verifyRow(result, words).sum).toMatchObject({ holds });
  });

  test('a sum that rounding alone explains says so beside what it is off by', () => {
    const pair = { numerator: '27万+8万', denominator: '35.2万', kind: 'total' } as const;
    expect(verifyRow(verifyPair({ ...pair, reported: null }), words).text).toBe(
      '各部分之和 350000 小于合计 352000，少 2000，但所列的数本身是约数（以万、亿计），在其进位范围内可以相符',
    );
  });

  test('a change of rates in points: 96.1% − 90.67% = 5.43', () => {
    const rates = { numerator: '96.1%', denominator: '90.67%' };
    expect(verifyPair({ ...rates, reported: '提高5.43个百分点' })).toMatchObject({
      kind: 'growth',
      flag: 'ok',
    });
    // From 96.0 − 90.68 = 5.32 to 96.2 − 90.66 = 5.54, which 5.30 and 5.56 are a hundredth too far from.
    for (const reported of ['提高5.30个百分点', '提高5.56个百分点']) {
      expect(verifyPair({ ...rates, reported })).toMatchObject({ flag: 'breach' });
    }
    // (96.1 − 90.67) / 90.67 = 5.98875… %
    for (const reported of ['增长5.99%', '5.99%']) {
      expect(verifyPair({ ...rates, reported })).toMatchObject({ kind: 'growth', flag: 'ok' });
    }
  });

  // Each is as exact as its digits: 92.2 % is between 92.1 and 92.3, 88.1 % between 88.0 and 88.2.
  test.each([
    ['92.2%', '88.1%', '提高4.1个百分点', 'matched'],
    // From 92.1 − 88.2 = 3.9 to 92.3 − 88.0 = 4.3, from which 4.4 cannot be made even by rounding up.
    ['92.2%', '88.1%', '提高4.2个百分点', 'rounded-counts'],
    ['92.2%', '88.1%', '提高4.4个百分点', 'mismatch'],
    // 4.08; from 92.17 − 88.2 = 3.97 to 92.19 − 88.0 = 4.19.
    ['92.18%', '88.1%', '提高4.1个百分点', 'matched'],
    ['92.18%', '88.1%', '提高3.9个百分点', 'rounded-counts'],
    ['92.18%', '88.1%', '提高3.8个百分点', 'mismatch'],
    // Zeros behind the point are digits as well: from 4.08 to 4.12.
    ['92.20%', '88.10%', '提高4.2个百分点', 'rounded-counts'],
    ['92.20%', '88.10%', '提高4.15个百分点', 'mismatch'],
    // From −5 to −1.
    ['85%', '88%', '下降4个百分点', 'rounded-counts'],
    ['85%', '88%', '下降6个百分点', 'mismatch'],
    // From 4 − 1 to 6 − 0, as no rate is below 0.
    ['5%', '0%', '提高4个百分点', 'rounded-counts'],
    ['5%', '0%', '提高7个百分点', 'mismatch'],
    // From 96.0/90.68 − 1 = 5.87 % to 96.2/90.66 − 1 = 6.11 %.
    ['96.1%', '90.67%', '增长6.1%', 'rounded-counts'],
    ['96.1%', '90.67%', '增长6.3%', 'mismatch'],
  ])('a change of rates that are rounded: %s − %s as %s: %s', (...row) => {
    const [numerator, denominator, reported, finding] = row;
    expect(verifyPair({ numerator, denominator, reported })).toMatchObject({ finding });
  });

  test('a rate over a rate that are rounded: 96.1/90.67 is 105.99 %, of them 105.87 to 106.11', () => {
    const found = (reported: string) =>
      verifyPair({
        numerator: '96.1%',
        denominator: '90.67%',
        reported,
        kind: 'ratio-to-base',
      }).finding;
    expect(['105.99%', '106.1%', '106.3%'].map(found)).toEqual([
      'matched',
      'rounded-counts',
      'mismatch',
    ]);
  });

  // Within a bound lies what is on its side. From 26/35.3 = 73.65 % to 28/35.1 = 79.77 %.
  test.each([
    ['27万', '35.2万', '超过79%', 'rounded-counts'],
    ['27万', '35.2万', '超过80%', 'mismatch'],
    ['27万', '35.2万', '不足75%', 'rounded-counts'],
    ['27万', '35.2万', '不足73%', 'mismatch'],
    ['92.2%', '88.1%', '提高超过4.2个百分点', 'rounded-counts'],
    ['92.2%', '88.1%', '提高超过4.3个百分点', 'mismatch'],
    // Of a fall the size is meant, from 1 to 5.
    ['85%', '88%', '下降超过4个百分点', 'rounded-counts'],
    ['85%', '88%', '下降超过5个百分点', 'mismatch'],
    ['85%', '88%', '下降不足2个百分点', 'rounded-counts'],
    ['85%', '88%', '下降不足1个百分点', 'mismatch'],
  ])('a bound of numbers that are rounded: %s, %s as %s: %s', (...row) => {
    const [numerator, denominator, reported, finding] = row;
    expect(verifyPair({ numerator, denominator, reported })).toMatchObject({ finding });
  });

  test('a fall by its size: 96/176 is 45.4545… % less', () => {
    const counts = { numerator: 96, denominator: 176 };
    const matches = (reported: string) =>
      verifyPair({ ...counts, reported, kind: 'growth' }).matches;
    expect(matches('-45.5%')).toEqual(['half-up', 'half-even', 'up']);
    expect(matches('下降45.4%')).toEqual(['truncate']);
    expect(matches('增长45.5%')).toEqual([]);
  });

  test('with its distance: 100.5 % is 8.3192… points above 1509/1637', () => {
    const { difference } = verifyPair({ numerator: 1509, denominator: 1637, reported: '100.5%' });
    // 201/200 − 1509/1637 = (201 · 1637 − 1509 · 200) / 327400 = 27237/327400
    expect(difference).toEqual(fraction(27237n, 327400n));
  });

  test('without counts when a count is refused', () => {
    expect(() => verifyPair({ numerator: '约5', reported: '5%' })).toThrow(RangeError);
    expect(() => verifyPair({ numerator: -1, reported: '5%' })).toThrow(RangeError);
    expect(() => verifyPair({ numerator: Number.NaN, reported: '5%' })).toThrow(RangeError);
  });
});

describe('the reason is looked for', () => {
  test.each<[string, Pair, string, RoundingRule[]]>([
    // 40/1166 = 3.4305 %
    [
      'other-denominator',
      { numerator: 40, denominator: 554, reported: '3.43%', others: { 审结: 600, 受理: 1166 } },
      '受理 1166',
      ['half-up', 'half-even', 'truncate'],
    ],
    // A denominator that is itself a sum: 40/500 = 8 %
    [
      'other-denominator',
      { numerator: 40, denominator: '500+54', reported: '8.0%' },
      ' 500',
      ['half-up', 'half-even', 'truncate', 'up'],
    ],
    // 1197/(1197 + 1572) = 43.2286 %: the denominator is only the rest.
    [
      'total-of-parts',
      { numerator: 1197, denominator: 1572, reported: '43.2%' },
      ' 2769',
      ['half-up', 'half-even', 'truncate'],
    ],
    // 20/(30 + 50) = 25 %
    [
      'total-of-parts',
      { numerator: 20, denominator: 90, reported: '25.0%', others: { 甲: 30, 乙: 50 } },
      ' 80',
      ['half-up', 'half-even', 'truncate', 'up'],
    ],
    [
      'exchanged',
      { numerator: 1637, denominator: 1509, reported: '92.2%' },
      '',
      ['half-up', 'half-even', 'up'],
    ],
    [
      'ratio-as-growth',
      { numerator: 7875, denominator: 6928, reported: '13.67%', kind: 'ratio-to-base' },
      '',
      ['half-up', 'half-even', 'up'],
    ],
    [
      'growth-as-ratio',
      { numerator: 7875, denominator: 6928, reported: '113.66%', kind: 'growth' },
      '',
      ['truncate'],
    ],
    [
      'complement',
      { numerator: 1509, denominator: 1637, reported: '7.8%', kind: 'share' },
      '',
      ['half-up', 'half-even', 'truncate'],
    ],
    [
      'points-as-percent',
      { numerator: '96.1%', denominator: '90.67%', reported: '5.43%', kind: 'growth' },
      '',
      ['half-up', 'half-even', 'truncate', 'up'],
    ],
    [
      'percent-as-points',
      { numerator: 1509, denominator: 1637, reported: '92.1个百分点' },
      '',
      ['truncate'],
    ],
    [
      'decimal-point',
      { numerator: 1509, denominator: 1637, reported: '0.921%' },
      'reported 0.921 92.1',
      ['truncate'],
    ],
    [
      'decimal-point',
      { numerator: 1509, denominator: 1637, reported: '921.8%' },
      'reported 921.8 92.18',
      ['half-up', 'half-even', 'truncate'],
    ],
    [
      'transposed',
      { numerator: 1509, denominator: 1637, reported: '29.1%' },
      'reported 29.1 92.1',
      ['truncate'],
    ],
    // 1059 for 1509, 1367 for 1637: what was meant gives 92.18 %.
    [
      'transposed',
      { numerator: 1059, denominator: 1637, reported: '92.18%' },
      'numerator 1059 1509',
      ['half-up', 'half-even', 'truncate'],
    ],
    [
      'transposed',
      { numerator: 1509, denominator: 1367, reported: '92.18%', kind: 'ratio' },
      'denominator 1367 1637',
      ['half-up', 'half-even', 'truncate'],
    ],
  ])('%s: %o', (kind, pair, detail, matches) => {
    const { suggestions, matches: none } = verifyPair(pair);
    expect(none).toEqual([]);
    const [found] = suggestions;
    expect(found).toMatchObject({ kind, matches });
    const { other, slip } = found ?? {};
    const said = other
      ? `${other.label} ${other.value}`
      : slip
        ? `${slip.field} ${slip.written} ${slip.meant}`
        : '';
    expect(said).toBe(detail);
  });

  test('among the first three denominators that fit, each number once', () => {
    const others = { 甲: 100, 乙: 101, 丙: 101, 丁: 102, 戊: 103 };
    const { suggestions } = verifyPair({ numerator: 50, denominator: 60, reported: '49%', others });
    // 50/100 = 50 %, 50/101 = 49.5 %, 50/102 = 49.02 %, 50/103 = 48.5 %
    expect(suggestions.map(({ other }) => other?.label)).toEqual(['乙', '丁', '戊']);
  });

  test('among no more than three of a kind', () => {
    // 5/91 = 5.49 % to 5/95 = 5.26 %: all of them about 5 %.
    const others = { 甲: 91, 乙: 92, 丙: 93, 丁: 94, 戊: 95 };
    const { suggestions } = verifyPair({ numerator: 5, denominator: 50, reported: '5%', others });
    const named = suggestions.filter(({ kind }) => kind === 'other-denominator');
    expect(named.map(({ other }) => other?.label)).toEqual(['甲', '乙', '丙']);
  });

  test.each<[string, Pair]>([
    // Anything is 100 % of itself.
    [
      'the numerator itself',
      { numerator: 50, denominator: 60, reported: '100%', others: { 甲: 50 } },
    ],
    // 1 − 15/10 = −50 % is the rest of nothing.
    [
      'what is left of too little',
      { numerator: 15, denominator: 10, reported: '-50%', kind: 'ratio' },
    ],
    // 01 is no way to write 10.
    [
      'a number that begins with 0',
      { numerator: 10, denominator: 100, reported: '1.00%', kind: 'mean' },
    ],
  ])('not in %s: %o', (_, pair) => {
    const kinds = verifyPair(pair).suggestions.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind !== 'decimal-point')).toEqual([]);
  });

  test('not where a rule explains the figure', () => {
    const others = { 甲: 101 };
    expect(
      verifyPair({ numerator: 50, denominator: 100, reported: '50%', others }).suggestions,
    ).toEqual([]);
  });

  test('not in what needs rounding up as well', () => {
    // 40/1165 = 3.4334 %: only rounding up makes 3.44 of it.
    const { suggestions } = verifyPair({
      numerator: 40,
      denominator: 554,
      reported: '3.44%',
      others: { 受理: 1165 },
    });
    expect(suggestions).toEqual([]);
  });

  test('in digits only where nothing else explains it, and not of what is said to be about so much', () => {
    const counts = { numerator: 1509, denominator: 1637 };
    expect(verifyPair({ ...counts, reported: '约90%' }).suggestions).toEqual([]);
    expect(
      verifyPair({ ...counts, reported: '29.1%', others: { 甲: 5180 } }).suggestions.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['other-denominator']);
  });

  test('and what a guess supposes is what it says', () => {
    const [guess] = verifyPair({
      numerator: 40,
      denominator: 554,
      reported: '3.43%',
      others: { 受理: 1166 },
    }).suggestions;
    expect(guess?.rate && quotientValue(guess.rate)).toEqual(fraction(40n, 1166n));
  });
});

test('a share has no more numerators than its whole: 995 to 1000 of 1000 are 100 %', () => {
  const most = (kind: Pair['kind']) =>
    verifyPair({ denominator: 1000, reported: '100%', kind: kind ?? null }).feasible?.['half-up'];
  expect(most('share')).toEqual({ least: 995, most: 1000, count: 6 });
  expect(most('ratio')).toEqual({ least: 995, most: 1004, count: 10 });
});

describe('nothing is said of numerators', () => {
  test.each<[string, Pair]>([
    ['a denominator of 0', { denominator: 0, reported: '5%' }],
    ['a denominator that is rounded', { denominator: '35.2万', reported: '76.72%' }],
    ['hours', { denominator: '962.5', reported: '76.72%' }],
    ['about so much', { denominator: 105, reported: '约35%' }],
    ['points', { denominator: 105, reported: '35个百分点' }],
    ['plain numbers', { denominator: 105, reported: '35', kind: 'number' }],
    ['more decimals than anything has', { denominator: 105, reported: `35.${'2'.repeat(16)}%` }],
  ])('of %s', (_, pair) => {
    const { feasible, smallest } = verifyPair(pair);
    expect({ feasible, smallest }).toEqual({ feasible: null, smallest: null });
  });
});

describe('shares of one whole', () => {
  const wholeOf = (...pairs: Pair[]) => {
    const verified = pairs.map((pair) => {
      const result = verifyPair(pair);
      return { ...result, figure: { ...result.figure, group: '整体' } };
    });
    return verifyWholes(verified);
  };
  const shares = (...texts: (string | null)[]) =>
    wholeOf(...texts.map((reported) => ({ reported })));

  test.each<[string, (string | null)[], string, RoundingRule[], string | null]>([
    [
      'exactly',
      ['22.22%', '77.78%'],
      'matched',
      ['half-up', 'half-even', 'truncate', 'up'],
      '100.00%',
    ],
    // Thirds: 33.3 + 33.3 + 33.3 = 99.9, within 3 · 0.05.
    [
      'half-up',
      ['33.3%', '33.3%', '33.3%'],
      'matched',
      ['half-up', 'half-even', 'truncate'],
      '99.9%',
    ],
    // 99.7 is 0.3 short: too much for three halves of 0.1, and truncation leaves less than 3 · 0.1.
    ['not', ['33.3%', '33.2%', '33.2%'], 'whole-differs', [], '99.7%'],
    ['truncated', ['33.3%', '33.3%', '33.2%'], 'matched', ['truncate'], '99.8%'],
    ['rounded up', ['33.4%', '33.4%', '33.4%'], 'only-up', ['up'], '100.2%'],
    [
      'half-up above',
      ['33.4%', '33.4%', '33.3%'],
      'matched',
      ['half-up', 'half-even', 'up'],
      '100.1%',
    ],
    [
      'with mixed decimals',
      ['33%', '66.7%'],
      'matched',
      ['half-up', 'half-even', 'truncate'],
      '99.7%',
    ],
    ['alone', ['100%'], 'matched', ['half-up', 'half-even', 'truncate', 'up'], '100%'],
    // A share of 0 % cannot be less than 0: half-up, 0.0 + 100.1 would have to fall by 0.1.
    ['not from below 0', ['0.0%', '100.1%'], 'whole-differs', [], '100.1%'],
    // Two shares of 0.0 % would have to be negative to make up for 0.1 too many.
    ['not from twice below 0', ['0.0%', '0.0%', '100.1%'], 'whole-differs', [], '100.1%'],
    ['not with a negative one', ['-1%', '33%', '33%', '34%'], 'whole-differs', [], '99%'],
    ['not known', ['50%', null], 'not-reported', [], null],
    ['about', ['约50%', '40%'], 'approximate-off', [], '90%'],
    [
      'about right',
      ['约50%', '50%'],
      'matched',
      ['half-up', 'half-even', 'truncate', 'up'],
      '100%',
    ],
  ])('add up to 100 %% %s: %o', (_, texts, finding, matches, sum) => {
    const [whole, ...others] = shares(...texts);
    expect(others).toEqual([]);
    expect(whole).toMatchObject({ kind: 'whole', finding, matches });
    expect(whole?.figure.text).toBe(sum ?? '');
  });

  test('are added up from their counts too: 3834 + 612 is not 4006', () => {
    const [whole] = wholeOf(
      { numerator: 3834, denominator: 4006, reported: '84.7%' },
      { numerator: 612, denominator: 4006, reported: '15.3%' },
    );
    expect(whole).toMatchObject({ finding: 'sum-differs', flag: 'breach' });
    expect(whole?.exact && quotientValue(whole.exact)).toEqual(fraction(4446n, 4006n));
    expect(whole?.figure).toMatchObject({
      numerator: { value: 4446 },
      denominator: { value: 4006 },
    });
  });

  test('of counts that are rounded are not added up exactly', () => {
    const [whole] = wholeOf(
      { numerator: '2.7万', denominator: '3.5万', reported: '77%' },
      { numerator: '0.9万', denominator: '3.5万', reported: '23%' },
    );
    expect(whole).toMatchObject({ exact: null, finding: 'matched' });
  });

  test('of different wholes have no common count', () => {
    const [whole] = wholeOf(
      { numerator: 1, denominator: 2, reported: '50%' },
      { numerator: 2, denominator: 4, reported: '50%' },
    );
    expect(whole?.figure).toMatchObject({ numerator: null, denominator: null });
    expect(whole).toMatchObject({ finding: 'matched' });
  });
});
