import type { VerifyPhrases } from './verify-phrases.ts';

const FIELDS = {
  reported: 'reported value',
  numerator: 'numerator',
  denominator: 'denominator',
} as const;

export const enVerify: VerifyPhrases = {
  columns: {
    label: 'label',
    exact: 'recomputed',
    published: 'reported',
    verdict: 'verdict',
    remark: 'remark',
  },
  flags: { breach: 'mismatch', warn: 'doubtful', unknown: 'unknown', ok: 'matches' },
  rules: {
    'half-up': 'half-up',
    'half-even': 'half-even',
    truncate: 'truncation',
    up: 'rounding up',
  },
  matched: (rules) => {
    const [halfUp, truncate] = [rules.includes('half-up'), rules.includes('truncate')];
    if (halfUp && truncate) return 'matches half-up and truncated';
    if (halfUp) return 'matches half-up only';
    if (truncate && rules.includes('half-even')) return 'matches truncated and half-even';
    if (truncate) return 'matches truncated only';
    return rules.includes('up') ? 'matches rounded up only' : 'matches under no rule';
  },
  approximate: 'approximate',
  bound: (kept) => `a bound, which the recomputed value ${kept ? 'keeps' : 'does not keep'}`,
  times: (digits) => `${digits} times`,
  apart: (direction, text, inPoints) =>
    `reported ${text}${inPoints ? ' percentage points' : ''} too ${direction === 'above' ? 'high' : 'low'}`,
  points: (text) => `${text} percentage points`,
  suggestions: {
    'other-denominator': ({ other, value, rate, matched }) =>
      `perhaps of ${other}${other === '' ? '' : ' '}${value}: ${rate}, ${matched}`,
    'total-of-parts': ({ value, rate, matched }) =>
      `perhaps of the sum of the parts, ${value}: ${rate}, ${matched}`,
    exchanged: ({ rate, matched }) =>
      `perhaps numerator and denominator are exchanged: ${rate}, ${matched}`,
    'ratio-as-growth': ({ rate, matched }) => `perhaps the growth is meant: ${rate}, ${matched}`,
    'growth-as-ratio': ({ rate, matched }) =>
      `perhaps the ratio to the base is meant and not the growth: ${rate}, ${matched}`,
    complement: ({ rate, matched }) =>
      `perhaps the rest of the whole is meant: ${rate}, ${matched}`,
    'points-as-percent': ({ rate, matched }) =>
      `perhaps percentage points are written as percent: ${rate}, ${matched}`,
    'percent-as-points': ({ rate, matched }) =>
      `perhaps percent is written as percentage points: ${rate}, ${matched}`,
    'decimal-point': ({ meant, matched }) =>
      `perhaps the decimal point or percent sign is misplaced: ${meant}, ${matched}`,
    transposed: ({ field, meant, rate, matched }) =>
      `perhaps digits of the ${FIELDS[field]} are transposed: ${meant}${field === 'reported' ? '' : ` gives ${rate}`}, ${matched}`,
    'rounded-counts': () =>
      'the numbers are rounded themselves (万, 亿, %) and leave room for the reported value',
    'above-one': () => 'a share never exceeds 100%',
  },
  inPoints: 'reported in percentage points',
  partExceedsWhole: 'but the numerator exceeds the denominator; a share never exceeds 100%',
  zeroDenominator: 'the denominator is 0',
  notReported: 'nothing reported',
  unreadable: 'the reported value cannot be read',
  noCounts: 'no counts to recompute it from',
  noNumerator: 'no numerator',
  infeasible: (denominator, reported) =>
    `no whole numerator of ${denominator} gives ${reported}, half-up, truncated or rounded up`,
  feasible: (denominator, groups) =>
    `of ${denominator} the numerator may be ${groups.map(({ numerators, rules }) => `${numerators} (${rules})`).join(' or ')}`,
  range: (least, most) => `${least} to ${most}`,
  smallest: (groups) =>
    `the smallest fraction that gives it: ${groups.map(({ fraction, rules }) => `${fraction} (${rules})`).join(', ')}`,
  total: (text) => `total ${text}`,
  sumHolds: (sum, total, equal) =>
    equal
      ? `the parts, ${sum}, make up the total ${total}`
      : `the parts, ${sum}, stay within the total ${total}`,
  sumOff: (sum, total, more, by) =>
    `the parts, ${sum}, are ${by} ${more ? 'above' : 'below'} the total ${total}`,
  sumRounded: 'but the numbers are rounded themselves (万, 亿) and leave room for it',
  whole: (group) => `${group}: sum of the shares`,
  wholeExact: 'the reported shares add up to exactly 100%',
  wholeHolds: (rules) => `off 100% by no more than ${rules} explains`,
  wholeOff: (exact) => `recomputed from the counts the shares add up to ${exact}, not 100%`,
  wholeDiffers: (published) =>
    `the reported shares add up to ${published}, which neither half-up, truncation nor rounding up explains`,
  partNotReported: 'some of the shares are not reported',
  summary: ({ verified, ok, breach, warn, unknown }) =>
    `${verified} verified: ${ok} matching, ${breach} not, ${warn} doubtful, ${unknown} unknown`,
  nothing:
    'the data reports no rates, so there was nothing to verify; put them under the name of a metric, or in columns label, numerator, denominator, reported',
};
