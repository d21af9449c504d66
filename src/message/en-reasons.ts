import type { Phrases } from './phrases.ts';

export const enReasons: Phrases['reasons'] = {
  'missing-input': ({ counts, priorYear }, { count, list }) => {
    const lacked = `missing: ${list(counts.map(count))}`;
    return priorYear === undefined
      ? lacked
      : `${lacked}, and nothing for the year before (${list(priorYear.map(count))})`;
  },
  'zero-denominator': ({ counts }, { count, list }) =>
    `denominator is 0 (${list(counts.map(count))})`,
  'not-applicable': ({ counts }, { count, list }) => `not applicable (${list(counts.map(count))})`,
  'part-exceeds-whole': ({ counts }, { count, list }) =>
    `part exceeds whole (${list(counts.map(count))})`,
  'no-prior-year': ({ counts }, { count, list }) =>
    `nothing for the year before (${list(counts.map(count))})`,
  'no-parts': ({ over }) => `no ${over}s to average`,
  'mixed-basis': () =>
    'some parts are recomputed and some only reported; they are not averaged together',
};
