import type { VerifyPhrases } from './verify-phrases.ts';

const FIELDS = { reported: '公布值', numerator: '分子', denominator: '分母' } as const;

export const zhVerify: VerifyPhrases = {
  columns: {
    label: '名称',
    exact: '复算',
    published: '公布值',
    verdict: '判断',
    remark: '说明',
  },
  flags: { breach: '不符', warn: '存疑', unknown: '未知', ok: '相符' },
  rules: {
    'half-up': '四舍五入',
    'half-even': '四舍六入五成双',
    truncate: '截断',
    up: '进一',
  },
  matched: (rules) => {
    const [halfUp, truncate] = [rules.includes('half-up'), rules.includes('truncate')];
    if (halfUp && truncate) return '四舍五入与截断均相符';
    if (halfUp) return '仅四舍五入相符';
    if (truncate && rules.includes('half-even')) return '截断与四舍六入五成双均相符';
    if (truncate) return '仅截断相符';
    return rules.includes('up') ? '仅进一相符' : '均不符';
  },
  approximate: '约数',
  bound: (kept) => (kept ? '公布值是界限，复算值在界限之内' : '公布值是界限，复算值不在界限之内'),
  times: (digits) => `${digits}倍`,
  apart: (direction, text, inPoints) =>
    `公布值${direction === 'above' ? '高' : '低'} ${text}${inPoints ? ' 个百分点' : ''}`,
  points: (text) => `${text} 个百分点`,
  suggestions: {
    'other-denominator': ({ other, value, rate, matched }) =>
      `可能以${other}（${value}）为分母：${rate}，${matched}`,
    'total-of-parts': ({ value, rate, matched }) =>
      `可能以各部分之和（${value}）为分母：${rate}，${matched}`,
    exchanged: ({ rate, matched }) => `可能分子、分母颠倒：${rate}，${matched}`,
    'ratio-as-growth': ({ rate, matched }) => `可能写的是增长：比分母增长 ${rate}，${matched}`,
    'growth-as-ratio': ({ rate, matched }) =>
      `可能写的是“为上年的百分之几”而不是增长：${rate}，${matched}`,
    complement: ({ rate, matched }) => `可能写的是其余部分的占比：${rate}，${matched}`,
    'points-as-percent': ({ rate, matched }) =>
      `可能把百分点写成了百分比：相差 ${rate}，${matched}`,
    'percent-as-points': ({ rate, matched }) => `可能把百分比写成了百分点：${rate}，${matched}`,
    'decimal-point': ({ meant, matched }) => `可能小数点或百分号有误：应为 ${meant}，${matched}`,
    transposed: ({ field, meant, rate, matched }) =>
      `可能${FIELDS[field]}的数字颠倒：应为 ${meant}${field === 'reported' ? '' : `，得 ${rate}`}，${matched}`,
    'rounded-counts': () => '分子或分母本身是约数（以万、亿或百分数计），在其进位范围内可得公布值',
    'above-one': () => '占比不应超过 100%',
  },
  inPoints: '公布值以百分点为单位',
  partExceedsWhole: '但分子大于分母，占比不应超过 100%',
  zeroDenominator: '分母为 0，无从复算',
  notReported: '没有公布值',
  unreadable: '公布值读不出',
  noCounts: '没有可复算的数',
  noNumerator: '没有分子',
  infeasible: (denominator, reported) =>
    `分母为 ${denominator} 时，没有整数分子能得出 ${reported}（四舍五入、截断、进一都不行）`,
  feasible: (denominator, groups) =>
    `分母为 ${denominator} 时，分子可为 ${groups.map(({ numerators, rules }) => `${numerators}（${rules}）`).join('或 ')}`,
  range: (least, most) => `${least} 至 ${most}`,
  smallest: (groups) =>
    `能得出它的最小分数：${groups.map(({ fraction, rules }) => `${fraction}（${rules}）`).join('、')}`,
  total: (text) => `合计 ${text}`,
  sumHolds: (sum, total, equal) =>
    equal ? `各部分之和 ${sum} 等于合计 ${total}` : `各部分之和 ${sum} 不超过合计 ${total}`,
  sumOff: (sum, total, more, by) =>
    `各部分之和 ${sum} ${more ? '大于' : '小于'}合计 ${total}，${more ? '多' : '少'} ${by}`,
  sumRounded: '但所列的数本身是约数（以万、亿计），在其进位范围内可以相符',
  whole: (group) => `${group}：各项之和`,
  wholeExact: '各项公布值之和恰为 100%',
  wholeHolds: (rules) => `各项之和与 100% 的差在${rules}的误差之内`,
  wholeOff: (exact) => `按分子、分母复算，各项之和为 ${exact}，不是 100%`,
  wholeDiffers: (published) =>
    `各项公布值之和为 ${published}，无论四舍五入、截断还是进一，都不能合成 100%`,
  partNotReported: '有的项没有公布值',
  summary: ({ verified, ok, breach, warn, unknown }) =>
    `共核对 ${verified} 项：相符 ${ok}，不符 ${breach}，存疑 ${warn}，未知 ${unknown}`,
  nothing:
    '数据中没有公布值，没有可核对的；公布值写在以指标名称为表头的列中，或写在“名称、分子、分母、公布值”各列中',
};
