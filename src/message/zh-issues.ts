import type { Repeated } from '../issue/issue.ts';
import type { Naming, Phrases } from './phrases.ts';
import { zhUnreadablePeriod } from './unreadable-period.ts';
import { zhScoreIssues } from './zh-score-issues.ts';
import { zhTallyIssues } from './zh-tally.ts';

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

/** What a value of a configuration has to be. */
const TYPES: Readonly<Record<string, string>> = {
  object: '对象 {…}',
  array: '数组 […]',
  string: '文字 "…"',
  number: '数字',
  boolean: 'true 或 false',
  false: 'false',
  true: 'true',
  null: 'null',
};

/** Of what stands twice only because the configuration makes one unit of two names; else null. */
const unified = (
  { written, first, ...who }: Repeated,
  twice: string,
  { data, place, who: whom }: Naming,
): string | null =>
  written === undefined
    ? null
    : `“${data(written.here)}”与 ${place(first)} 的“${data(written.first)}”按配置的 units.names 是同一单位，${whom(who)} ${twice}；确是同一单位的请只留一个，本是两个单位的请从 units.names 中删去，用 units.groups 相加`;

export const zhIssues: Phrases['issues'] = {
  ...zhScoreIssues,
  ...zhTallyIssues,
  'unreadable-file': ({ cause }) => `无法读取：${CAUSES[cause] ?? cause}`,
  'same-input-twice': ({ first }, { place }) =>
    `与 ${place({ file: first })} 是同一个文件，会重复计数；请只写一次`,
  'undecodable-bytes': ({ encoding, offset }) =>
    `第 ${offset + 1} 个字节起不是 ${encoding} 文字；文件可能损坏或混用了编码，请在 Excel/WPS 中另存为 UTF-8 CSV，或用 --encoding 指定编码`,
  'unreadable-parquet': ({ cause }, { data }) => `不是可读的 Parquet 文件：${data(cause)}`,
  'malformed-csv': ({ cause }) => CSV_CAUSES[cause] ?? `CSV 格式有误（${cause}）`,
  'malformed-json': ({ cause }) => `JSON 语法有误：${JSON_CAUSES[cause] ?? cause}`,
  'json-not-rows': () => 'JSON 应为由对象组成的数组，或 {"rows": […]}',
  'duplicate-key': ({ text }, { data }) => `同一行里“${data(text)}”出现了两次，请只留一个`,
  'nested-value': ({ text, name }, { data }) =>
    `“${data(name)}”应为一个数或一段文字，不能是对象或数组（${data(text)}）`,
  'no-header': ({ text }, { data }) =>
    `前 30 行中找不到表头，即含有已知计数或指标名称的一行（首行为“${data(text)}”）；运行 xc-eval template 可得到空表，xc-eval list counts 可查名称`,
  'no-rows': () => '没有数据：文件是空的，或表头下面没有内容',
  'unknown-header': ({ text }, { data, nearestTerm }) =>
    `不认识的表头“${data(text)}”${nearestTerm(text) || '；'}请改用已知名称（xc-eval list counts）或删去此列`,
  'nameless-column': ({ text }, { data }) =>
    `这一列的表头没有名称，填在这里的“${data(text)}”会被漏掉；请在表头写明名称，或删去此列`,
  'scaled-unit': ({ text }, { data }) =>
    `这里写明数的单位是“${data(text)}”，照读会差这么多倍，因此没有读；请把各数换算成实际数（如 1.2 万件写作 12000），并去掉单位里的倍数`,
  'duplicate-column': ({ text, name, first }, { data }) =>
    `“${data(text)}”与第 ${first} 列“${data(name)}”是同一项，请只留一列`,
  'unknown-indicator': ({ text }, { data, nearestTerm }) =>
    `不认识的指标“${data(text)}”${nearestTerm(text)}`,
  'extra-cell': ({ text, columns }, { data }) =>
    `表头只有 ${columns} 列，这里多出“${data(text)}”；请检查本行是否多了分隔符`,
  'short-row': ({ cells, columns }) =>
    `本行只有 ${cells} 格，表头有 ${columns} 列；未报送的数请留空格而不要省略`,
  'blank-unit': () => '单位为空；合并的单元格请取消合并并逐行填写',
  'no-unit': ({ text }, { data }) =>
    `“${data(text)}”不是单位，而是对其他行的说明；计入会重复，请删去这一行`,
  'unit-named-as-group': ({ unit }, { data }) =>
    `单位“${data(unit)}”与配置中的分组同名，不知指哪一个；请给分组另起名称`,
  'unit-written-two-ways': ({ unit, other }, { data }) =>
    `“${data(unit)}”与“${data(other)}”只有全半角、空格或看不见的字符之别，会当作两个单位；请统一写法，或写入配置的 units.names`,
  'blank-period': () => '期间为空；合并的单元格请取消合并并逐行填写',
  'unreadable-period': ({ text }, { data }) =>
    zhUnreadablePeriod(
      text,
      `“${data(text)}”`,
      `“${data(text)}”不是可识别的期间；可写作 2024年、2024年第三季度、2024Q3、2024年上半年、2024年7月`,
    ),
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
  'duplicate-row': (twice, naming) =>
    unified(twice, '因此有两行', naming) ??
    `${naming.who(twice)} 已在 ${naming.place(twice.first)} 出现过，请只留一行`,
  'duplicate-value': (twice, naming) =>
    unified(twice, `的“${naming.data(twice.name)}”因此有两个`, naming) ??
    `${naming.who(twice)} 的“${naming.data(twice.name)}”已在 ${naming.place(twice.first)} 填过`,
  'count-stated-twice': (twice, naming) =>
    unified(twice, `的${naming.count(twice.count)}因此有两个`, naming) ??
    `${naming.who(twice)} 的${naming.count(twice.count)}已在 ${naming.place(twice.first)} 填过，同一个数请只报一次`,
  'rate-stated-twice': (twice, naming) =>
    unified(twice, `的${naming.term(twice.term)}因此有两个`, naming) ??
    `${naming.who(twice)} 的${naming.term(twice.term)}已在 ${naming.place(twice.first)} 公布过，请只留一个`,
  'part-exceeds-whole': (
    { unit, period, part, partValue, whole, wholeValue, weighted },
    { who, count, number },
  ) =>
    `${who({ unit, period })}：${part.map(count).join('＋')}${weighted ? '（加权）' : ''} ${number(partValue)} 大于 ${whole.map(count).join('＋')} ${number(wholeValue)}，部分不能大于整体`,
  'total-mismatch': ({ unit, count, stated, sum }, { data, count: name, number }) =>
    `“${data(unit)}”的${name(count)}为 ${number(stated)}，各行相加为 ${number(sum)}，请核对`,
  'total-without-parts': ({ unit, period }, { data, period: named }) =>
    `“${data(unit)}”是${period === null ? '' : ` ${named(period)} 的`}合计，但表中没有它所合计的各行，既不能核对也不会计入；请补上各行、删去这一行，或把它写成单位的名称`,
  'parts-mismatch': ({ unit, period, count, stated, sum }, { who, count: name, number }) =>
    `${who({ unit, period })} 的${name(count)}为 ${number(stated)}，其中各期相加为 ${number(sum)}，请核对`,
  'parts-exceed': ({ unit, period, count, stated, sum }, { who, count: name, number }) =>
    `${who({ unit, period })} 的${name(count)}为 ${number(stated)}，少于其中已报各期相加的 ${number(sum)}，请核对`,
  'falling-cumulative': (
    { unit, period, count, later, earlier, first },
    { who, count: name, number, place },
  ) =>
    `${who({ unit, period })} 的${name(count)}累计为 ${number(later)}，小于较早累计的 ${number(earlier)}（${place(first)}），累计数不会减少，请核对`,
  'pair-no-header': ({ text }, { data }) =>
    `前 30 行中找不到表头（首行为“${data(text)}”）；应有“名称、分子、分母、公布值”各列，或含有已知计数和指标名称（xc-eval list counts、xc-eval list metrics）`,
  'pair-missing-column': ({ column }) =>
    `表头缺少“${{ label: '名称', reported: '公布值' }[column]}”列`,
  'pair-blank-label': () => '名称为空；请写明是哪一项',
  'pair-unknown-kind': ({ text, known }, { data, nearest, list }) =>
    `不认识的类型“${data(text)}”${nearest(text, known) || '；'}可用：${list(known)}，不清楚的请留空`,
  'pair-not-a-number': ({ text, column }, { data }) =>
    `${data(column)}“${data(text)}”不是数字；没有的请留空或写“—”`,
  'pair-approximate-number': ({ text, column }, { data }) =>
    `${data(column)}“${data(text)}”是约数，不能用于复算；请填确切数字，不掌握的请留空`,
  'pair-misplaced-separator': ({ text, column }, { data }) =>
    `${data(column)}“${data(text)}”的分隔符位置不对；千位分隔应每三位一个，如 1,234`,
  'pair-negative-count': ({ text, column }, { data }) =>
    `${data(column)}“${data(text)}”是负数，请核对`,
  'pair-percent-in-count': ({ text, column }, { data }) =>
    `${data(column)}“${data(text)}”是百分数，此处应填件数或人数；比较两个比率时，分子、分母都写百分数`,
  'pair-ambiguous-rate': ({ text, column }, { data }) =>
    `${data(column)}“${data(text)}”大于 1 又没有百分号；请写成百分数（如 92.1%）或 0 到 1 的小数，或在表头注明（%）`,
  'config-malformed': ({ cause }) => `不是 JSON：${JSON_CAUSES[cause] ?? cause}`,
  'config-duplicate-key': ({ text }, { data }) => `“${data(text)}”出现了两次，请只留一个`,
  'config-unknown-key': ({ text, known }, { data, nearest }) =>
    `没有“${data(text)}”这一项${nearest(text, known) || (known.length === 0 ? '' : `；这里可以写 ${known.join('、')}`)}`,
  'config-missing-key': ({ text }) => `缺少 ${text}`,
  'config-wrong-type': ({ expected }, { list }) =>
    `此处应为${list(expected.map((type) => TYPES[type] ?? type))}`,
  'config-not-among': ({ text, allowed }, { data, list, nearest }) =>
    `“${data(text)}”不可用${nearest(text, allowed) || '；'}可用：${list(allowed)}`,
  'config-not-a-decimal': ({ text }, { data }) =>
    `“${data(text)}”不是小数；请写成 0.05 或 "0.05" 这样的数`,
  'config-not-positive': ({ text }, { data }) => `“${data(text)}”应大于 0`,
  'config-blank': () => '不能为空',
  'config-harmful-text': ({ text }, { data }) =>
    `“${data(text)}”含有控制字符或改变书写方向的字符，请删去`,
  'config-unknown-count': ({ text }, { data, nearestTerm }) =>
    `没有计数“${data(text)}”${nearestTerm(text)}（xc-eval list counts；新的计数写在 counts 中）`,
  'config-unknown-metric': ({ text }, { data, nearestTerm }) =>
    `没有指标“${data(text)}”${nearestTerm(text)}（xc-eval list metrics）`,
  'config-unknown-standard': ({ text, known }, { data, nearest }) =>
    `没有标准“${data(text)}”${nearest(text, known)}（xc-eval list standards --format csv 的 id 列）`,
  'config-bad-id': ({ text }, { data }) =>
    `“${data(text)}”不能作 id：请用英文字母和数字，以小写字母开头；中文名写在 label 中`,
  'config-id-taken': ({ text }, { data }) => `“${data(text)}”已是另一项的 id，请换一个`,
  'config-bad-name': ({ text }, { data }) =>
    `“${data(text)}”不能作名称：它另有固定的含义，或去掉“数、量”等字后没有剩余`,
  'config-name-taken': ({ text, term }, { data, term: named }) =>
    `“${data(text)}”已是 ${named(term)}（${data(term)}）的名称，请换一个`,
  'config-group-is-unit': ({ text }, { data }) =>
    `“${data(text)}”也是单位的名称，不知指哪一个；请给分组另起名称`,
  'config-name-chain': ({ text }, { data }) => `“${data(text)}”本身也被改名；请直接写最后的名称`,
  'config-cycle': ({ metrics }, { data }) => `指标由自身算出：${metrics.map(data).join(' → ')}`,
  'config-not-a-rate': ({ metric }, { metric: named }) =>
    `${named(metric)}不是比率，不能取其余数或平均`,
  'config-source-needed': () =>
    '须注明出处：source 中写 document（文件）、section（章节）和 quote（原话）',
  'config-unreadable-month': ({ text }, { data }) =>
    `“${data(text)}”不是年月；可写作 2024、2024Q1 或 2024-01`,
  'config-from-after-until': ({ from, until }, { data }) =>
    `起始 ${data(from)} 晚于截止 ${data(until)}`,
  'config-limit-above-one': ({ text }, { data }) =>
    `占比不会超过 1，限值“${data(text)}”无从达到；百分之五写作 0.05 或 "5%"`,
};
