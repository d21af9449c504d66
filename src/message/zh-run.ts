import type { RunPhrases } from './run-phrases.ts';

export const zhRun: RunPhrases = {
  figures: {
    mismatch: {
      name: '公布值与复算不符',
      help: '四舍五入、四舍六入五成双、截断、进一都得不出公布值。请核对公布值和分子、分母；“可能”之后的原因只是推测。',
    },
    'sum-exceeds': {
      name: '各部分之和大于合计',
      help: '其中各项加起来不能多于合计。请核对各部分和合计。',
    },
    'sum-differs': {
      name: '各部分之和不等于合计',
      help: '各部分应恰好合成合计，各项占比应恰好合成 100%。请核对各部分和合计，有漏列的请补上。',
    },
    'whole-differs': {
      name: '各项占比合不成 100%',
      help: '无论四舍五入、截断还是进一，合成 100% 的各项占比都不会公布成这些数。请核对各项公布值，有漏列的请补上。',
    },
    'only-up': {
      name: '仅进一相符',
      help: '只有进一得出公布值，而通常的方法是四舍五入。请确认是否有意进一。',
    },
    'approximate-off': {
      name: '约数与复算有出入',
      help: '公布值说的是约数，按它的小数位数复算也得不出。请改用更接近的约数，或核对分子、分母。',
    },
    points: {
      name: '百分比写成了百分点',
      help: '数与复算相符，单位不符。请把“个百分点”改为“%”。',
    },
    'rounded-counts': {
      name: '复算所用的数本身是约数',
      help: '分子或分母以万、亿或百分数计，只是在其进位范围内可得公布值，或与合计相符。请填确切数字再核对。',
    },
    'part-exceeds-whole': {
      name: '占比的分子大于分母',
      help: '占比不应超过 100%。请核对分子、分母；如两者不是部分与整体，请在“类型”列写明“比率”或“与基数之比”。',
    },
    'above-one': {
      name: '占比的公布值超过 100%',
      help: '占比不应超过 100%。请核对公布值；如不是部分与整体之比，请在“类型”列写明“比率”或“与基数之比”。',
    },
    infeasible: {
      name: '没有整数分子能得出公布值',
      help: '按这个分母，没有一个整数分子能以任何进位方法得出公布值。请核对分母，或查明公布值用的是哪个分母。',
    },
    'zero-denominator': {
      name: '分母为 0，无从复算',
      help: '请核对分母；确实没有的，不应公布比率。',
    },
    feasible: {
      name: '没有分子，无从复算',
      help: '这个分母有可能得出公布值，但没有分子可以证实。请补上分子。',
    },
    'no-counts': {
      name: '没有件数，无从复算',
      help: '请补上分子和分母。',
    },
    'not-reported': {
      name: '没有公布值',
      help: '请补上公布值；没有公布的不必列出。',
    },
    unreadable: {
      name: '公布值读不出',
      help: '请按公布的样子填写，如 92.1%、0.921、5.4个百分点。',
    },
  },
  changes: {
    worse: {
      name: '比前期变差',
      help: '指标朝着不利的方向变化。区间含 0 的可能只是偶然波动，须结合案件情况判断。变差本身不影响 --fail-on。',
    },
    restated: {
      name: '同一期间的数与此前不同',
      help: '请确认改动是有意的，并注明是因为数据、口径还是标准。改动本身不影响 --fail-on。',
    },
    'unknown-change': {
      name: '变化未知',
      help: '前后至少一侧的值未知，不能当作没有变化。请补上缺少的数。',
    },
  },
  columns: { rule: '规则', finding: '说明' },
  published: (text) => `公布值 ${text}`,
  compared: ({ pairs, better, worse, neutral, none, unknown }) =>
    `共比较 ${pairs} 组，各项指标：变好 ${better}，变差 ${worse}，中性 ${neutral}，不变 ${none}，未知 ${unknown}`,
  restated: (count) => (count === 0 ? '没有改动' : `改动 ${count} 处`),
};
