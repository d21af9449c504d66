import type { ScoreIssueArguments } from '../issue/score.ts';
import type { Sentences } from './phrases.ts';

export const zhScoreIssues: Sentences<ScoreIssueArguments> = {
  'framework-duplicate-id': ({ text }, { data }) =>
    `“${data(text)}”已是另一项的序号或别名，请换一个`,
  'framework-orphan': ({ id, text, known }, { data, nearest }) =>
    `${data(id)} 的上级“${data(text)}”不在 groups 中${nearest(text, known)}`,
  'framework-cycle': ({ ring }, { data }) => `分组互为上级：${ring.map(data).join(' → ')}`,
  'framework-empty-group': ({ id }, { data }) =>
    `“${data(id)}”之下没有指标；请补上指标，或删去这一组`,
  'framework-nothing-counted': () => '所有一级指标都不计入（counted: false），没有可以计分的',
  'framework-not-a-weight': ({ text }, { data }) =>
    `权重“${data(text)}”应大于 0 且不超过 1；可写作 0.2、"20%" 或 "1/3"`,
  'framework-weight-missing': ({ id, parent }, { data }) =>
    `${data(id)} 没有权重，${parent === null ? '其他一级指标' : `${data(parent)} 之下的其他各项`}却有；请都写，或都不写（即等权）`,
  'framework-weight-uncounted': ({ id }, { data }) =>
    `${data(id)} 不计入（counted: false），权重用不上；请删去其中之一`,
  'framework-weights-sum': ({ parent, sum }, { data, number }) =>
    `${parent === null ? '各一级指标' : `${data(parent)} 之下各项`}的权重之和是 ${number(sum)}，应为 1`,
  'framework-not-a-share': ({ text }, { data }) =>
    `“${data(text)}”应为 0 到 1 的数；可写作 0.5、"50%" 或 "1/3"`,
  'framework-duplicate-grade': ({ text }, { data }) =>
    `等级“${data(text)}”与另一等级同名或起点相同，请只留一个`,
  'framework-duplicate-word': ({ text }, { data }) => `状态“${data(text)}”出现了两次，请只留一个`,
  'framework-unknown-word': ({ text, known }, { data, list, nearest }) =>
    `此处没有状态“${data(text)}”${nearest(text, known) || '；'}可用：${list(known.map(data))}`,
  'framework-missing-word': ({ word }, { data }) => `缺少状态“${data(word)}”的分值`,
  'framework-unknown-model': ({ text, known }, { data, list, nearest }) =>
    `没有计分方式“${data(text)}”${nearest(text, known) || '；'}可用：${list(known.map(data))}`,
  'score-no-header': ({ text }, { data }) =>
    `找不到表头，即含有“指标”和“状态”两列的一行（首行为“${data(text)}”）；可另有“得分”“备注”“依据”三列`,
  'score-unknown-header': ({ text, known }, { data, nearest }) =>
    `不认识的表头“${data(text)}”${nearest(text, known) || '；'}可用：指标、状态、得分、备注、依据、名称`,
  'score-blank-indicator': () => '指标序号为空；合并的单元格请取消合并并逐行填写',
  'score-unknown-indicator': ({ text, known }, { data, nearest }) =>
    `没有指标“${data(text)}”${nearest(text, known) || '；'}xc-eval list framework --format csv 列出全部指标`,
  'score-not-an-indicator': ({ text, title }, { data }) =>
    `“${data(text)}”（${data(title)}）下面还分指标，状态请逐项填写`,
  'score-duplicate-indicator': ({ id, first }, { data, place }) =>
    `指标 ${data(id)} 已在 ${place(first)} 填过，请只留一行；电子表格会把 ${data(id)}0 存成 ${data(id)}，序号列请设为文本`,
  'score-other-name': ({ id, title, text, other }, { data }) =>
    `“${data(text)}”是 ${data(other)} 的名称，而此行是 ${data(id)}（${data(title)}）；请改正序号或名称`,
  'score-unknown-status': ({ text, known, words }, { data, list, nearest }) =>
    `没有状态“${data(text)}”${nearest(text, known) || '；'}可用：${list(words.map(data))}`,
  'score-uncounted-status': ({ text, id }, { data }) =>
    `“${data(text)}”只用于不计入的指标，${data(id)} 是计入的；不适用的请写“不适用”`,
  'score-without-status': ({ id, word }, { data }) =>
    word === null
      ? `指标 ${data(id)} 有得分而没有状态，请补上状态`
      : `指标 ${data(id)} 的状态是“${data(word)}”，不计分；请删去得分或改状态`,
  'score-not-a-number': ({ text }, { data }) =>
    `得分“${data(text)}”不是数；可写作 0.5、50% 或 1/2，没有的请留空`,
  'score-out-of-range': ({ text }, { data }) =>
    `得分“${data(text)}”不在 0 到 1 之间；百分制的 85 分请写作 0.85 或 85%`,
};
