import type { Phrases } from './phrases.ts';

export const zhReasons: Phrases['reasons'] = {
  'missing-input': ({ counts, priorYear }, { count, list }) => {
    const lacked = `缺${list(counts.map((id) => `“${count(id)}”`))}`;
    return priorYear === undefined
      ? lacked
      : `${lacked}，无上年同期数（${list(priorYear.map(count))}）`;
  },
  'zero-denominator': ({ counts }, { count, list }) => `分母为 0（${list(counts.map(count))}）`,
  'not-applicable': ({ counts }, { count, list }) => `不适用（${list(counts.map(count))}）`,
  'part-exceeds-whole': ({ counts }, { count, list }) =>
    `部分大于整体（${list(counts.map(count))}）`,
  'no-prior-year': ({ counts }, { count, list }) => `无上年同期数（${list(counts.map(count))}）`,
  'no-parts': ({ over }) => `没有可平均的各${over === 'month' ? '月' : '年'}数据`,
  'mixed-basis': () => '各期有的可复算、有的只有公布值，不混合平均',
};
