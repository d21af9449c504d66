import type { BatchPhrases } from './batch-phrases.ts';
import { zhCompare } from './zh-compare.ts';

export const zhBatch: BatchPhrases = {
  moreProblems: (count) =>
    `（另有 ${count} 处问题；用 xc-eval metrics 单独计算这个文件可全部列出）`,
  summary: ({ total, computed, reused, finding, unusable, withIssues }) =>
    [
      `共 ${total} 个文件：计算 ${computed} 个，未变而沿用 ${reused} 个`,
      ...(unusable > 0 ? [`${unusable} 个不能使用，没有结果`] : []),
      ...(withIssues > unusable ? [`${withIssues - unusable} 个数据有问题，仍已计算`] : []),
      ...(finding > 0 ? [`${finding} 个达到 --fail-on 的级别`] : []),
    ].join('；'),
  written: (table, results, manifest) =>
    `合并表 ${table}，逐个文件的结果 ${results}，清单 ${manifest}`,
  outcomes: { done: '已计算', finding: '达到 --fail-on', unusable: '不能使用' },
  columns: {
    file: '文件',
    outcome: '结果',
    issues: '问题',
    unit: '单位',
    period: '期间',
    metric: '指标',
    before: zhCompare.columns.before,
    after: zhCompare.columns.after,
    cause: zhCompare.columns.cause,
  },
  attention: '需要关注的文件',
  more: (count) => `另有 ${count} 项未列出；用 --summary json 查看全部`,
  against: (folder, files) => `重述：与 ${folder} 相比，${files} 个文件前后都有，只列有变化的`,
  otherVersion: '程序版本不同',
  otherDefinition: '口径不同（计数、指标或单位的定义有变）',
  otherStandards: '标准不同',
  otherOptions: (options) => `选项不同：${options}`,
  alone: {
    before: (why, files, count) =>
      `${count} 个文件只在“前”有结果（${why === 'absent' ? '后没有这个文件' : '后不能使用'}）：${files}`,
    after: (why, files, count) =>
      `${count} 个文件只在“后”有结果（${why === 'absent' ? '前没有这个文件' : '前不能使用'}）：${files}`,
  },
  restated: '有变化的数',
  absent: '没有',
  cause: { ...zhCompare.cause, options: '选项', version: '程序版本' },
  nothingCompared: '没有前后都有结果的文件，没有可比的数',
  changes: (changed, appeared, vanished) =>
    changed + appeared + vanished === 0
      ? zhCompare.noChange
      : `有变化 ${changed} 个，新出现 ${appeared} 个，不再有 ${vanished} 个`,
};
