import type { ComparePhrases } from './compare-phrases.ts';

export const zhCompare: ComparePhrases = {
  pairing: {
    restated: '重述：同一期间的两份数据相比，只列有变化的',
    two: '',
    yoy: '同比：与上年同期相比',
    qoq: '环比：与紧接的前一期相比',
    given: '',
  },
  against: (before, after) => (before === after ? after : `${after} 比 ${before}`),
  columns: {
    item: '指标/计数',
    before: '前',
    after: '后',
    change: '变化',
    direction: '好坏',
    cause: '原因',
    remark: '说明',
  },
  sides: { before: '前', after: '后' },
  direction: { better: '变好', worse: '变差', neutral: '中性', none: '不变' },
  points: (text) => `${text} 个百分点`,
  percent: (text) => `${text}%`,
  unchanged: '不变',
  changed: (absolute, relative) => `${absolute} (${relative})`,
  separator: '；',
  noBase: '前为 0，没有百分比',
  chance: (excluded, low, high) =>
    `${excluded ? '超出偶然波动' : '可能是偶然波动'}（95% 区间 ${low} 至 ${high}）`,
  otherDefinition: '前后口径不同',
  otherBasis: '前后一为公布值、一为复算值',
  notDefined: '没有这项指标',
  derivedMark: '相减',
  derived: (period, from, minus) => `${period} = ${from}累计 − ${minus}累计`,
  derivedFrom: (differences) => `“相减”的数：${differences.join('；')}`,
  cause: { data: '数据', definition: '口径', standard: '标准' },
  stated: (before, after) => `${before} → ${after}`,
  redefined: (metric, before, after) =>
    `口径有变：${metric}，前为 ${before ?? '未定义'}，后为 ${after ?? '未定义'}`,
  restandardised: (metrics) => `标准有变：${metrics}`,
  missingUnits: (side, period, why, units, count) =>
    `${count} 个单位无法比较，“${side}”（${period}）${why === 'absent' ? '没有' : '不全'}：${units}`,
  missingPool: (pool, missing, count) =>
    `${pool}未列：有 ${count} 个单位不是前后都有（${missing}）；加 --partial 可只比前后都有的单位`,
  periodsAlone: (side, periods, cumulative) =>
    `没有可比的期间${side === null ? '' : `，只在“${side}”`}：${periods}${cumulative ? '；如为累计数，加 --single 可化为单期数' : ''}`,
  missingFrom: (who, more) =>
    `未报 ${who.join('、')}${more > 0 ? ` 等 ${who.length + more} 处` : ''}`,
  oneSided: (names, count) =>
    `另有 ${count} 项前后至少一侧缺列或缺可比的期间，未列出：${names}（用 --format csv 查看全部）`,
  noChange: '没有变化',
  nothing: '前后没有可以比较的',
  worse: (count) => `变差：${count} 项`,
  summary: (pairs, more) =>
    `共比较 ${pairs} 组${more > 0 ? `，另有 ${more} 项未列出` : ''}；用 --unit、--period、--metric、--by 缩小范围，或用 --format csv 查看全部`,
  countsElsewhere: '计数的变化未列出，用 --format csv 查看',
  effects: {
    title: '合并变化的分解',
    rate: '各单位自身的率',
    mix: '各单位的比重',
    none: '没有可以分解的合并比率',
  },
  and: (names, more) => (more > 0 ? `${names} 等，另有 ${more} 个` : names),
};
