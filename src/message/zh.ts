import { periodLabel } from '../period/period.ts';
import type { Phrases } from './phrases.ts';

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  EISDIR: '这是一个文件夹，请给出其中的文件',
  EBUSY: '文件正被 Excel/WPS 等程序占用，请关闭后重试',
};

const CSV_CAUSES: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    '从这一行起有一个引号没有配对，后面的内容都被当作一个单元格；请补上或删去引号',
  CSV_INVALID_CLOSING_QUOTE: '引号后面还有文字；单元格里的引号应写成两个引号',
  INVALID_OPENING_QUOTE: '引号出现在单元格中间；请把整格用引号括起，格内引号写成两个',
};

const JSON_CAUSES: Readonly<Record<string, string>> = {
  InvalidSymbol: '此处的文字不是 JSON',
  InvalidNumberFormat: '数字写法不对',
  PropertyNameExpected: '此处应为用双引号括起的名称',
  ValueExpected: '此处缺少值',
  ColonExpected: '名称后缺少冒号',
  CommaExpected: '缺少逗号',
  CloseBraceExpected: '缺少 }',
  CloseBracketExpected: '缺少 ]',
  EndOfFileExpected: '后面有多余的内容',
  InvalidCommentToken: 'JSON 不能写注释',
  UnexpectedEndOfString: '引号没有配对',
  InvalidCharacter: '有不允许的字符',
  InvalidEscapeCharacter: '反斜杠后的字符不对',
};

export const zh: Phrases = {
  issues: {
    'unreadable-file': ({ cause }) => `无法读取：${CAUSES[cause] ?? cause}`,
    'undecodable-bytes': ({ encoding, offset }) =>
      `第 ${offset + 1} 个字节起不是 ${encoding} 文字；文件可能损坏或混用了编码，请在 Excel/WPS 中另存为 UTF-8 CSV，或用 --encoding 指定编码`,
    'malformed-csv': ({ cause }) => CSV_CAUSES[cause] ?? `CSV 格式有误（${cause}）`,
    'malformed-json': ({ cause }) => `JSON 语法有误：${JSON_CAUSES[cause] ?? cause}`,
    'json-not-rows': () => 'JSON 应为由对象组成的数组，或 {"rows": […]}',
    'duplicate-key': ({ text }, { data }) => `同一行里“${data(text)}”出现了两次，请只留一个`,
    'no-header': ({ text }, { data }) =>
      `前 30 行中找不到表头，即含有已知计数或指标名称的一行（首行为“${data(text)}”）；运行 xc-eval template 可得到空表，xc-eval list counts 可查名称`,
    'no-rows': () => '没有数据：文件是空的，或表头下面没有内容',
    'unknown-header': ({ text }, { data, nearestTerm }) =>
      `不认识的表头“${data(text)}”${nearestTerm(text) || '；'}请改用已知名称（xc-eval list counts）或删去此列`,
    'duplicate-column': ({ text, name, first }, { data }) =>
      `“${data(text)}”与第 ${first} 列“${data(name)}”是同一项，请只留一列`,
    'unknown-indicator': ({ text }, { data, nearestTerm }) =>
      `不认识的指标“${data(text)}”${nearestTerm(text)}`,
    'extra-cell': ({ text, columns }, { data }) =>
      `表头只有 ${columns} 列，这里多出“${data(text)}”；请检查本行是否多了分隔符`,
    'short-row': ({ cells, columns }) =>
      `本行只有 ${cells} 格，表头有 ${columns} 列；未报送的数请留空格而不要省略`,
    'blank-unit': () => '单位为空；合并的单元格请取消合并并逐行填写',
    'blank-period': () => '期间为空；合并的单元格请取消合并并逐行填写',
    'unreadable-period': ({ text }, { data }) =>
      `“${data(text)}”不是可识别的期间；可写作 2024年、2024年第三季度、2024Q3、2024年上半年、2024年7月`,
    'not-a-number': ({ text, term }, { data, term: named }) =>
      `${named(term)}“${data(text)}”不是数字；未报送请留空或写“—”`,
    'approximate-number': ({ text, term }, { data, term: named }) =>
      `${named(term)}“${data(text)}”是约数，不能用于计算；请填确切数字，不掌握的请留空`,
    'misplaced-separator': ({ text, term }, { data, term: named }) =>
      `${named(term)}“${data(text)}”的分隔符位置不对；千位分隔应每三位一个，如 1,234`,
    'negative-count': ({ text, term }, { data, term: named }) =>
      `${named(term)}“${data(text)}”是负数，请核对`,
    'fractional-count': ({ text, term }, { data, term: named }) =>
      `${named(term)}“${data(text)}”不是整数，请核对`,
    'percent-in-count': ({ text, term }, { data, term: named }) =>
      `${named(term)}“${data(text)}”是百分数，此处应填件数或人数`,
    'ambiguous-rate': ({ text, term }, { data, term: named }) =>
      `${named(term)}“${data(text)}”大于 1 又没有百分号；请写成百分数（如 92.1%）或 0 到 1 的小数，或在表头注明（%）`,
    'rate-above-one': ({ text, term }, { data, term: named }) =>
      `${named(term)}“${data(text)}”超过 100%，请核对`,
    'duplicate-row': ({ unit, period, first }, { data, period: named, place }) =>
      `${data(unit)} ${named(period)} 已在 ${place(first)} 出现过，请只留一行`,
    'duplicate-value': ({ unit, period, name, first }, { data, period: named, place }) =>
      `${data(unit)} ${named(period)} 的“${data(name)}”已在 ${place(first)} 填过`,
    'count-stated-twice': (
      { unit, period, count, first },
      { data, period: named, count: name, place },
    ) =>
      `${data(unit)} ${named(period)} 的${name(count)}已在 ${place(first)} 填过，同一个数请只报一次`,
    'part-exceeds-whole': (
      { unit, period, part, partValue, whole, wholeValue },
      { data, period: named, count, number },
    ) =>
      `${data(unit)} ${named(period)}：${part.map(count).join('＋')} ${number(partValue)} 大于 ${whole.map(count).join('＋')} ${number(wholeValue)}，部分不能大于整体`,
    'total-mismatch': ({ unit, count, stated, sum }, { data, count: name, number }) =>
      `“${data(unit)}”的${name(count)}为 ${number(stated)}，各行相加为 ${number(sum)}，请核对`,
    'parts-mismatch': (
      { unit, period, count, stated, sum },
      { data, period: named, count: name, number },
    ) =>
      `${data(unit)} ${named(period)} 的${name(count)}为 ${number(stated)}，其中各期相加为 ${number(sum)}，请核对`,
  },
  reasons: {
    'missing-input': ({ counts }, { count, list }) =>
      `缺${list(counts.map((id) => `“${count(id)}”`))}`,
    'zero-denominator': ({ counts }, { count, list }) => `分母为 0（${list(counts.map(count))}）`,
    'not-applicable': ({ counts }, { count, list }) => `不适用（${list(counts.map(count))}）`,
    'part-exceeds-whole': ({ counts }, { count, list }) =>
      `部分大于整体（${list(counts.map(count))}）`,
    'no-prior-year': ({ counts }, { count, list }) => `无上年同期数（${list(counts.map(count))}）`,
    'no-parts': ({ over }) => `没有可平均的各${over === 'month' ? '月' : '年'}数据`,
    'mixed-basis': () => '各期有的可复算、有的只有公布值，不混合平均',
  },
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
  points: (direction, text) => `${direction === 'above' ? '高' : '低'} ${text} 个百分点`,
  measure: (unit) => unit,
  judgedPer: { month: '按月判断', quarter: '按季度判断', half: '按半年判断', year: '按年判断' },
  limitUnknown: (limit) => `${limit}未知，无法比较`,
  asOf: (period) => `${period}数`,
  per: (grain, demand) =>
    ({ month: '每月', quarter: '每季度', half: '每半年', year: '每年' })[grain] + demand,
  standardInput: '标准输入',
  mend: (direction, counts, by, unit) =>
    direction === 'raise' ? `还差 ${by} ${unit}（${counts}）` : `须减少 ${by} ${unit}（${counts}）`,
  missingFrom: (who, more) =>
    `（未报：${who.join('、')}${more > 0 ? ` 等 ${who.length + more} 处` : ''}）`,
  listSeparator: '、',
  colon: '：',
  comma: '，',
  aside: (text) => `（${text}）`,
  noStandard: '无明文标准',
  explain: {
    better: { higher: '越高越好', lower: '越低越好', neutral: '无优劣方向' },
    definition: {
      stated: '出处写明公式',
      implied: '出处有算例或用法，未写公式',
      'plain-reading': '出处未定义，按字面理解',
    },
    nature: { flow: '各期可相加', stock: '时点数，多期取最后一期' },
    level: { required: '明文要求', 'in-principle': '原则性要求', implied: '由评估结论推知' },
    scope: { unit: '逐单位', whole: '全区', any: '逐单位与全区相同' },
    per: { month: '每月', quarter: '每季度', half: '每半年', year: '每年' },
    inForce: (from, until) => `施行期 ${from ?? '未载'} 至 ${until ?? '未载'}`,
    notReported: '未报送',
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
      `《${document}》（${[issuer, date ?? '日期未载'].join('，')}）${section}：“${quote}”`,
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
  template: { unit: '单位', period: '期间', indicator: '指标', value: '数值' },
  notes: {
    encoding: (file, encoding, by) =>
      `${file}：按 ${encoding} 读取（${{ mark: '有字节序标记', content: '由内容判断', request: '由 --encoding 指定' }[by]}）`,
    titleUnit: (file, unit) => `${file}：表中没有单位列，单位取自标题行“${unit}”`,
    titlePeriod: (file, period) => `${file}：表中没有期间列，期间取自标题行“${period}”`,
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
