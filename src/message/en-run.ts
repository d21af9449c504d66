import type { RunPhrases } from './run-phrases.ts';

export const enRun: RunPhrases = {
  figures: {
    mismatch: {
      name: 'the reported value does not follow from its counts',
      help: 'No common rounding gives the reported value. Check it, its numerator and its denominator; what follows "perhaps" is a guess.',
    },
    'sum-exceeds': {
      name: 'the parts exceed their total',
      help: 'Some of a total cannot be more than all of it. Check the parts and the total.',
    },
    'sum-differs': {
      name: 'the parts do not make up their total',
      help: 'Parts have to add up to their total, and shares to 100%. Check them, and add any that is left out.',
    },
    'whole-differs': {
      name: 'the shares do not make up 100%',
      help: 'No shares that add up to 100% are reported like this by any common rounding. Check them, and add any that is left out.',
    },
    'only-up': {
      name: 'matches rounded up only',
      help: 'Only rounding up gives the reported value, where half-up is customary. Make sure that it is meant.',
    },
    'approximate-off': {
      name: 'an approximate value is off',
      help: 'The reported value is said to be approximate, but is off even at its own decimals. Report a closer one, or check the counts.',
    },
    points: {
      name: 'percent written as percentage points',
      help: 'The number follows from its counts, the unit does not. Write % in place of percentage points.',
    },
    'rounded-counts': {
      name: 'the numbers are rounded themselves',
      help: 'Numerator or denominator is given in 万, 亿 or % and only leaves room for the reported value or the total. Give exact counts.',
    },
    'part-exceeds-whole': {
      name: 'the numerator of a share exceeds its denominator',
      help: 'A share never exceeds 100%. Check the counts; if they are not part and whole, state another kind: ratio or ratio-to-base.',
    },
    'above-one': {
      name: 'a share is reported above 100%',
      help: 'A share never exceeds 100%. Check the reported value; if it is no share, state another kind: ratio or ratio-to-base.',
    },
    infeasible: {
      name: 'no whole numerator gives the reported value',
      help: 'Of this denominator no whole numerator gives the reported value by any rounding. Check it, or find out which denominator was used.',
    },
    'zero-denominator': {
      name: 'the denominator is 0',
      help: 'Check the denominator; where there was nothing, no rate should be reported.',
    },
    feasible: {
      name: 'no numerator to recompute it from',
      help: 'The denominator allows the reported value, but nothing proves it. Add the numerator.',
    },
    'no-counts': {
      name: 'no counts to recompute it from',
      help: 'Add numerator and denominator.',
    },
    'not-reported': {
      name: 'nothing reported',
      help: 'Add the reported value, or leave out what was not reported.',
    },
    unreadable: {
      name: 'the reported value cannot be read',
      help: 'Write it as it was published, like 92.1%, 0.921 or 5.4 percentage points.',
    },
  },
  changes: {
    worse: {
      name: 'worse than before',
      help: 'The metric moved in its unwelcome direction. Where the interval holds 0 it may be chance. This alone does not reach --fail-on.',
    },
    restated: {
      name: 'not the figure that was stated before for the same period',
      help: 'Make sure that it was changed on purpose, and say whether data, definition or standard is the reason. This alone does not reach --fail-on.',
    },
    'unknown-change': {
      name: 'the change is unknown',
      help: 'The value of at least one side is unknown, which is not the same as unchanged. Add what is missing.',
    },
  },
  columns: { rule: 'rule', finding: 'finding' },
  published: (text) => `reported ${text}`,
  compared: ({ pairs, better, worse, neutral, none, unknown }) =>
    `${pairs} comparisons; metrics: ${better} better, ${worse} worse, ${neutral} neutral, ${none} unchanged, ${unknown} unknown`,
  restated: (count) => (count === 0 ? 'no change' : `${count} changed`),
};
