import { periodLabel } from '../period/period.ts';
import type { Phrases } from './phrases.ts';

import { zhIssues } from './zh-issues.ts';
import { zhReasons } from './zh-reasons.ts';

export const zh: Phrases = {
  issues: zhIssues,
  reasons: zhReasons,
  comparisons: {
    'at-least': (limit) => `不低于${limit}`,
    above: (limit) => `高于${limit}`,
    equal: (limit) => `应为${limit}`,
    'at-most': (limit) => `不高于${limit}`,
    below: (limit) => `低于${limit}`,
  },
  levels: { required: '', 'in-principle': '原则上', implied: '' },
  flags: {
    breach: '未达标',
    warn: '警示',
    unknown: '未知',
    ok: '达标',
    'not-judged': '未判',
  },
  notJudged: {
    'each-unit': '逐单位判断',
    'whole-only': '按全区判断',
    'other-period-length': '期间长度不符',
    'not-in-force': '不在标准施行期',
    'period-unknown': '期间未注明',
    'not-applicable': '不适用',
    'other-units': '不适用于本单位',
    suspended: '已由配置停用',
  },
  period: periodLabel,
  allUnits: '全部单位',
  noUnit: '（未注明单位）',
  noPeriod: '（未注明期间）',
  unknown: '未知',
  reportedMark: '公布值，未复算',
  meanOf: (count) => `${count} 期平均`,
  coverage: (reporting, expected) => `${expected} 个单位中的 ${reporting} 个`,
  priorYear: (name) => `上年${name}`,
  priorYearValue: '上年',
  meanOver: (name, over) => {
    const each = over === 'month' ? '月' : '年';
    return `各${each}“${name}”之和 ÷ ${each}数`;
  },
  points: (direction, text) => `${direction === 'above' ? '高' : '低'} ${text} 个百分点`,
  apart: (direction, text) => `${direction === 'above' ? '高' : '低'} ${text}`,
  atLimit: '与限值相等',
  measure: (unit) => unit,
  judgedPer: { month: '按月判断', quarter: '按季度判断', half: '按半年判断', year: '按年判断' },
  limitUnknown: (limit) => `${limit}未知，无法比较`,
  limitOfOthers: (limit) => `${limit}所涉的单位不同，无法比较`,
  asOf: (period) => `${period}数`,
  stocksAsOf: (counts, asOf) => `${counts}为${asOf}`,
  per: (grain, demand) =>
    ({ month: '每月', quarter: '每季度', half: '每半年', year: '每年' })[grain] + demand,
  standardInput: '标准输入',
  mend: (direction, counts, by, unit) =>
    direction === 'raise' ? `还差 ${by} ${unit}（${counts}）` : `须减少 ${by} ${unit}（${counts}）`,
  missingFrom: (who, more) =>
    `未报：${who.join('、')}${more > 0 ? ` 等 ${who.length + more} 处` : ''}`,
  lacking: (who, more, lacked) =>
    `${who.join('、')}${more > 0 ? ` 等 ${who.length + more} 处` : ''}：${lacked}`,
  lackingMore: (count) => `另有 ${count} 处`,
  overlapping: (who, more) =>
    `期间互有重叠，不能相加${who.length === 0 ? '' : `：${who.join('、')}`}${more > 0 ? ` 等 ${who.length + more} 处` : ''}`,
  listSeparator: '、',
  colon: '：',
  comma: '，',
  aside: (text) => `（${text}）`,
  noStandard: '无明文标准',
  builtIn: '内置',
  custom: {
    metric: { added: '自定指标', changed: '自定口径' },
    standard: { added: '自定标准', changed: '标准有改动' },
  },
  explain: {
    better: { higher: '越高越好', lower: '越低越好', neutral: '无优劣方向' },
    definition: {
      stated: '出处写明公式',
      implied: '出处有算例或用法，未写公式',
      'plain-reading': '出处未定义，按字面理解',
    },
    customised: {
      added: (place) => `自定指标（${place}）`,
      changed: (place) => `所用的指标为自定口径（${place}）`,
    },
    replaces: (place, formula) => `自定口径（${place}），取代内置公式：${formula}`,
    nature: { flow: '各期可相加', stock: '时点数，多期取最后一期' },
    level: { required: '明文要求', 'in-principle': '原则性要求', implied: '由评估结论推知' },
    scope: { unit: '逐单位', whole: '全区', any: '逐单位与全区相同' },
    per: { month: '每月', quarter: '每季度', half: '每半年', year: '每年' },
    replacedBy: (demand) => `“${demand}”适用之处除外`,
    onlyFor: (units) => `仅限 ${units}`,
    suspended: (units, from, until) =>
      `${from === undefined && until === undefined ? '' : `${from ?? '起初'} 至 ${until ?? '今后'} `}不适用于${units === undefined ? '所有单位' : ` ${units}`}`,
    inForce: (from, until) => `施行期 ${from ?? '未载'} 至 ${until ?? '未载'}`,
    notReported: '未报送',
    overlapping: '期间重叠',
    headings: {
      meaning: '含义',
      formula: '公式',
      better: '方向',
      definition: '依据',
      ambiguity: '未明之处',
      source: '出处',
      standard: '标准',
      standardSource: '标准出处',
      note: '说明',
      input: '所需的数',
    },
    cited: ({ document, issuer, date, section, quote }) =>
      `《${document}》（${[issuer ?? '发布者未载', date ?? '日期未载'].join('，')}）${section}：“${quote}”`,
    listed: ({ label, unit, nature, aliases, id }) =>
      `${label}（${unit}；${nature}；${id}）${aliases.length === 0 ? '' : `，也可写作 ${aliases.join('、')}`}`,
    noStandard: '出处没有写明标准，不作判断',
    data: (places, count) => `数据：${places}${count > 4 ? `（共 ${count} 行）` : ''}`,
    more: (groups) =>
      `另有 ${groups} 组；用 --unit、--period、--by 缩小范围，或用 --format json 查看全部`,
  },
  list: {
    metric: '指标',
    count: '计数',
    formula: '公式',
    standard: '标准',
    unit: '单位',
    nature: '跨期',
    aliases: '也可写作',
    rule: '规则',
    terms: '适用',
    section: '出处',
    notDecidable: '不由件数判断',
  },
  check: {
    dataProblem: '数据有误',
    standing: {
      new: '基线之外',
      worse: '比基线更差',
      known: '基线内',
      better: '基线内，有改善',
    },
    separator: '；',
    cited: (document, section) => `《${document}》${section}`,
    headings: { source: '出处', data: '数据' },
    summary: ({ judged, ok, breach, warn, unknown }) =>
      `共判断 ${judged} 项：达标 ${ok}，未达标 ${breach}，警示 ${warn}，未知 ${unknown}`,
    problems: (count, judged) =>
      judged ? `数据有 ${count} 个问题` : `数据有 ${count} 个问题，未作判断；改正后重试`,
    excused: (count) => `其中 ${count} 项在基线内`,
    outcome: (fails, count, failOn) =>
      fails ? `不通过：${count} 项（--fail-on ${failOn}）` : `通过（--fail-on ${failOn}）`,
    more: (count) => `另有 ${count} 项未列出`,
    nothing:
      '没有可判断的：数据中的列不涉及有标准的指标，或者各项标准都不适用于这些单位和期间；xc-eval list standards 列出全部标准',
  },
  interval: (low, high) => `95% 区间 ${low} 至 ${high}（Wilson 法，只供参考，不影响判断）`,
  noInterval: {
    'unknown-value': '没有区间：值未知',
    published: '没有区间：只有公布值，没有件数',
    'not-a-proportion': '没有区间：不是一批中几件的占比',
    'too-large': '没有区间：件数超出 2 的 53 次方',
  },
  template: {
    unit: '单位',
    period: '期间',
    indicator: '指标',
    value: '数值',
    label: '名称',
    numerator: '分子',
    denominator: '分母',
    reported: '公布值',
    kind: '类型',
  },
  notes: {
    encoding: (file, encoding, by) =>
      `${file}：按 ${encoding} 读取（${{ mark: '有字节序标记', content: '由内容判断', request: '由 --encoding 指定' }[by]}）`,
    titleUnit: (file, unit) => `${file}：表中没有单位列，单位取自标题行“${unit}”`,
    titlePeriod: (file, period) => `${file}：表中没有期间列，期间取自标题行“${period}”`,
    builtIn:
      '由内置引擎计算，数据放进内存，结果相同：逐个单位读取的只能是一个 CSV 或 Parquet 文件，有几个单位，没有引号、合计行和问题，且不用 --partial 和 --by group',
    otherUnits: (file) =>
      `基线文件 ${file} 中的单位一个也不在数据中，所记的差距原样保留；若是另一份数据的基线，请换用相应的文件`,
    absentUnit: (standard, unit, near) =>
      `标准 ${standard} 针对“${unit}”，数据中没有这个单位${near === null ? '' : `，是不是“${near}”？`}`,
    config: (file) => `采用配置 ${file}`,
    invalidConfig: (count) => `配置有 ${count} 个问题，没有运行；改正后重试：`,
    issues: (count, goesOn) =>
      goesOn
        ? `共 ${count} 个问题；按 --allow-invalid 的要求照算：读不出的单元格视为未报送，自相矛盾的数以各行为准`
        : `共 ${count} 个问题，未计算任何指标；改正后重试`,
  },
  report: {
    columns: {
      metric: '指标',
      quotient: '分子/分母',
      value: '结果',
      interval: '95% 区间',
      standard: '标准',
      flag: '判断',
      unit: '单位',
      period: '期间',
    },
    nothing: '数据中的列不足以计算任何指标；xc-eval list metrics 列出各指标及所需的数',
    folded: (metrics, count) =>
      `另有 ${count} 项指标缺少所需的列或可比的各期数据，未列出：${metrics.join('、')}${count > metrics.length ? ' 等' : ''}（用 --metric 指定指标可看原因）`,
    marked: '* 未达到标准；各组的差距见 --format csv 或 xc-eval explain',
    pivotTitle: (metric, standard) => `${metric}（${standard}）`,
    attention: (count) => `需要关注：${count} 项`,
    more: (groups, findings) =>
      `以上为合计，共 ${groups} 组${findings > 0 ? `，另有 ${findings} 项需要关注` : ''}；用 --unit、--period、--metric、--by 缩小范围，或用 --format csv 查看全部`,
  },
};
