import type { Language } from '../message/phrases.ts';
import { enUnreadablePeriod, zhUnreadablePeriod } from '../message/unreadable-period.ts';
import { visible } from '../message/visible.ts';
import { type Period, periodId, periodLabel } from '../period/period.ts';
import { batchFailures } from './batch-failure-text.ts';
import type { FailureArguments, FailureCode } from './failure.ts';

type Failures = {
  readonly [Code in FailureCode]: (details: FailureArguments[Code]) => string;
};

const CAUSES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    ENOENT: '文件夹不存在',
    EACCES: '没有写入权限',
    EPERM: '没有写入权限，或文件正被 Excel/WPS 打开',
    EBUSY: '文件正被 Excel/WPS 打开，请关闭后重试',
    ENOSPC: '磁盘已满',
    EIO: '磁盘读写出错',
    EISDIR: '这是一个文件夹',
    EEXIST: '已有同名的文件，它不是文件夹',
    ENOTDIR: '路径中有一段是文件，不是文件夹',
  },
  en: {
    ENOENT: 'no such directory',
    EACCES: 'permission denied',
    EPERM: 'permission denied, or the file is open in another program',
    EBUSY: 'the file is open in another program',
    ENOSPC: 'no space left on the device',
    EIO: 'input/output error',
    EISDIR: 'it is a directory',
    EEXIST: 'it is a file and no directory',
    ENOTDIR: 'a part of the path is a file and no directory',
  },
};

const READING: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { ...CAUSES.zh, ENOENT: '文件不存在', EACCES: '没有读取权限' },
  en: { ...CAUSES.en, ENOENT: 'no such file' },
};

const periodList = (periods: readonly (Period | null)[]): string =>
  periods.map((period) => (period === null ? '期间未注明' : periodLabel(period))).join('、');

const idList = (periods: readonly (Period | null)[]): string =>
  periods.map((period) => (period === null ? 'no period stated' : periodId(period))).join(', ');

/** Options that pick the first and the last of some periods. */
function exampleOf(sides: readonly (readonly (Period | null)[])[]): string {
  const periods = sides.flat().filter((period) => period !== null);
  const [from, to] = [periods[0], periods.at(-1)].map((period) =>
    period ? periodId(period) : '…',
  );
  return `--from ${from} --to ${to}`;
}

const SENTENCES: Readonly<Record<Language, Failures>> = {
  zh: {
    'output-exists': ({ path }) =>
      `${visible(path)} 已存在，未写入；换一个名称，或加 --overwrite 覆盖`,
    'output-is-input': ({ path }) =>
      `${visible(path)} 是本次运行要读的文件，不能用结果覆盖；请换一个名称`,
    'cannot-write': ({ path, cause }) => `无法写入 ${visible(path)}：${CAUSES.zh[cause] ?? cause}`,
    'cannot-read': ({ path, cause }) => `无法读取 ${visible(path)}：${READING.zh[cause] ?? cause}`,
    'input-changed': ({ path }) =>
      `读取期间 ${visible(path)} 有改动，结果作废；待文件写完后再运行一次`,
    'unknown-metric': ({ text, nearest }) =>
      `没有指标“${visible(text)}”${nearest === null ? '' : `，是不是“${nearest}”？`}（xc-eval list metrics 列出全部指标）`,
    'nothing-to-explain': ({ text, nearest }) =>
      `没有指标“${visible(text)}”，指标体系中也没有这一项${nearest === null ? '' : `；是不是“${nearest}”？`}（xc-eval list metrics 列出全部指标，xc-eval list framework 列出指标体系）`,
    'unknown-unit': ({ text, nearest }) =>
      `数据中没有单位“${visible(text)}”${nearest === null ? '' : `，是不是“${visible(nearest)}”？`}`,
    'unreadable-period': ({ text }) =>
      zhUnreadablePeriod(
        text,
        `“${visible(text)}”`,
        `“${visible(text)}”不是可识别的期间；可写作 2024、2024Q3、2024H1、2024-07 或 2024年第三季度`,
      ),
    'absent-period': ({ text }) => `数据中没有 ${visible(text)} 之内的期间`,
    'absent-selection': () => '所选的单位在所选的期间没有数据；去掉 --unit 或 --period 可看有哪些',
    'absent-metric': () => '数据中没有所选指标的公布值，没有可核对的；去掉 --metric 可看有哪些',
    'unreadable-number': ({ option, text }) =>
      `${option} 应为 0 到 10 的整数，而不是“${visible(text)}”`,
    'no-input': () => '请给出数据文件，或用 - 从标准输入读取',
    'stdin-twice': () => '标准输入（-）只能读取一次',
    'layout-without-csv': () => '--layout 只用于 --format csv',
    'partial-in-wide': () =>
      '--layout wide 没有地方注明覆盖面，不能与 --partial 同用；请用默认的 tidy',
    'interval-in-wide': () =>
      '--layout wide 没有地方写区间，不能与 --interval 同用；请用默认的 tidy',
    'unknown-model': ({ text, nearest, known }) =>
      `没有计分方式“${visible(text)}”${nearest === null ? '；' : `，是不是“${visible(nearest)}”？`}可用：${known.map(visible).join('、')}，或一个 .json 文件`,
    'not-a-score': ({ path, cause }) =>
      `${visible(path)} 不是 xc-eval score --format json 的输出（${cause === 'ENOENT' ? '文件不存在' : visible(cause)}）`,
    'no-groups': () =>
      '没有定义单位分组；请在配置文件的 units.groups 中写明，如 {"街道": ["德胜街道", …]}',
    'several-pairings': () => '--yoy、--qoq 和 --from/--to 只能用一种',
    'from-without-to': () => '--from 与 --to 须同用，如 --from 2023 --to 2024',
    'choose-periods': ({ sides }) =>
      `期间不止一对（${sides.map(periodList).join('；')}），请说明怎样比较：--yoy 同比，--qoq 环比，或指定两个期间，如 ${exampleOf(sides)}`,
    'one-period': ({ period }) =>
      `只有一个期间（${periodList([period])}），没有可比的；请再给一份数据，或用 --from、--to 指定两个不同的期间`,
    'no-period-pairs': ({ kind }) =>
      kind === 'yoy'
        ? '没有一个期间有上年同期的数据可比（--yoy）'
        : '没有一个期间有紧接在前、长度相同的期间可比（--qoq）；累计数请加 --single 先化为单期数',
    'period-not-held': ({ period, held }) =>
      `数据不足以构成 ${periodList([period])}：其中${held.length === 0 ? '没有数据' : `只有 ${periodList(held)}`}；累计数加 --single 可化为单期数`,
    'unequal-periods': ({ before, after, single }) =>
      `${periodList([before])} 与 ${periodList([after])} 长度不同，不能直接比较${single ? '；--single 相减之后仍是如此，请用 --from、--to 指定长度相同的期间' : '；如为累计数，加 --single 可逐期相减化为单期数再比较'}`,
    'two-to-stdout': ({ first, second }) =>
      `${first} 和 ${second} 不能都写到标准输出；请给其中一个指定文件，如 --reporter ${second}=文件`,
    'same-file-twice': ({ path }) => `${visible(path)} 被指定了两次，请写到不同的文件`,
    'no-reporter-of-scores': () => '比较两份评分不能用 --reporter，请用 --format',
    'update-without-baseline': () => '--update-baseline 须与 --baseline <文件> 同用',
    'no-baseline': ({ path }) =>
      `没有基线文件 ${visible(path)}；加 --update-baseline 可按目前的差距建立`,
    'corrupt-baseline': ({ path, cause }) =>
      `基线文件 ${visible(path)} 已损坏（${visible(cause)}）；请恢复原文件，或删去后用 --update-baseline 重建`,
    'other-baseline-version': ({ path, version }) =>
      `基线文件 ${visible(path)} 的版本是 ${visible(version)}，与本程序不同；请删去后用 --update-baseline 重建`,
    'is-a-folder': ({ path }) => `${visible(path)} 是一个文件夹；请指定一个文件`,
    'no-duckdb': ({ package: name }) =>
      `需要 DuckDB，但没有安装：npm install ${name}；CSV 和 JSON Lines 也可用 --engine builtin`,
    ...batchFailures.zh,
    'needs-duckdb': ({ path }) =>
      `${visible(path)} 是 Parquet 文件，只有 DuckDB 能读；请去掉 --engine builtin，或改用 CSV`,
    'duckdb-failed': ({ cause }) =>
      `DuckDB 未能完成：${visible(cause.split('\n', 1)[0] ?? '')}；请检查磁盘空间，CSV 和 JSON Lines 也可用 --engine builtin`,
    'no-temporary-folder': ({ path, cause }) =>
      `不能使用临时文件夹 ${visible(path)}：${CAUSES.zh[cause] ?? cause}；请用环境变量 TMPDIR（Windows 上是 TEMP）指定另一个`,
    'unknown-mapping': ({ text, nearest, known }) =>
      `没有映射“${visible(text)}”${nearest === null ? '；' : `，是不是“${visible(nearest)}”？`}可用：${known.join('、')}，或一个 .json 文件（xc-eval template tally 可写出一份）`,
    'output-before-then': ({ command }) =>
      `--output 请写在 --then ${command} 之后：计数直接交给 ${command}，不另写文件`,
  },
  en: {
    'output-exists': ({ path }) =>
      `${visible(path)} exists and was left alone; name another or add --overwrite`,
    'output-is-input': ({ path }) =>
      `${visible(path)} is read by this run and would be lost to its result; name another file`,
    'cannot-write': ({ path, cause }) =>
      `cannot write ${visible(path)}: ${CAUSES.en[cause] ?? cause}`,
    'cannot-read': ({ path, cause }) =>
      `cannot read ${visible(path)}: ${READING.en[cause] ?? cause}`,
    'input-changed': ({ path }) =>
      `${visible(path)} changed while it was read: what was computed is void; run again when it is complete`,
    'unknown-metric': ({ text, nearest }) =>
      `no metric "${visible(text)}"${nearest === null ? '' : `; did you mean "${nearest}"?`} (xc-eval list metrics names them all)`,
    'nothing-to-explain': ({ text, nearest }) =>
      `no metric "${visible(text)}", and nothing of that name in the framework${nearest === null ? '' : `; did you mean "${nearest}"?`} (xc-eval list metrics and xc-eval list framework name them all)`,
    'unknown-unit': ({ text, nearest }) =>
      `the data has no unit "${visible(text)}"${nearest === null ? '' : `; did you mean "${visible(nearest)}"?`}`,
    'unreadable-period': ({ text }) =>
      enUnreadablePeriod(
        text,
        `"${visible(text)}"`,
        `"${visible(text)}" is not a period; write 2024, 2024Q3, 2024H1 or 2024-07`,
      ),
    'absent-period': ({ text }) => `the data has no period within ${visible(text)}`,
    'absent-metric': () =>
      'the data publishes nothing of the metrics selected, so that there is nothing to verify; leave out --metric to see what it does',
    'absent-selection': () =>
      'the data says nothing of these units in these periods; without --unit or --period it shows what there is',
    'unreadable-number': ({ option, text }) =>
      `${option} takes a whole number from 0 to 10, not "${visible(text)}"`,
    'no-input': () => 'name the data files, or - for standard input',
    'stdin-twice': () => 'standard input (-) can be read only once',
    'layout-without-csv': () => '--layout goes with --format csv only',
    'partial-in-wide': () =>
      '--layout wide has no room for the coverage that --partial needs; use tidy',
    'interval-in-wide': () => '--layout wide has no room for the limits of --interval; use tidy',
    'unknown-model': ({ text, nearest, known }) =>
      `no scoring model "${visible(text)}"${nearest === null ? '' : `; did you mean "${visible(nearest)}"?`} (${known.map(visible).join(', ')}, or a .json file)`,
    'not-a-score': ({ path, cause }) =>
      `${visible(path)} is no output of xc-eval score --format json (${cause === 'ENOENT' ? 'no such file' : visible(cause)})`,
    'no-groups': () =>
      'no groups of units are defined; name them under units.groups of the configuration',
    'several-pairings': () => 'use only one of --yoy, --qoq and --from/--to',
    'from-without-to': () => '--from and --to go together, like --from 2023 --to 2024',
    'choose-periods': ({ sides }) =>
      `there is more than one pair of periods (${sides.map(idList).join('; ')}); say how to compare them: --yoy, --qoq, or two periods like ${exampleOf(sides)}`,
    'one-period': ({ period }) =>
      `there is only one period (${idList([period])}) and nothing to compare it with; name another input, or two periods with --from and --to`,
    'no-period-pairs': ({ kind }) =>
      kind === 'yoy'
        ? 'no period has data for a year earlier (--yoy)'
        : 'no period follows another of the same length (--qoq); of cumulative figures --single makes single ones first',
    'period-not-held': ({ period, held }) =>
      `the data does not make up ${idList([period])}: it holds ${held.length === 0 ? 'nothing' : `only ${idList(held)}`} of it; of cumulative figures --single makes single periods`,
    'unequal-periods': ({ before, after, single }) =>
      `${idList([before])} and ${idList([after])} are not of the same length and cannot be compared${single ? ', nor after --single; name two of the same length with --from and --to' : '; if they are cumulative, --single subtracts one from the next first'}`,
    'two-to-stdout': ({ first, second }) =>
      `${first} and ${second} cannot both go to standard output; give one a file, like --reporter ${second}=FILE`,
    'same-file-twice': ({ path }) => `${visible(path)} is named twice; write to different files`,
    'no-reporter-of-scores': () => '--reporter does not compare scores; use --format',
    'update-without-baseline': () => '--update-baseline goes with --baseline <file>',
    'no-baseline': ({ path }) =>
      `there is no baseline ${visible(path)}; --update-baseline makes one of today's shortfalls`,
    'corrupt-baseline': ({ path, cause }) =>
      `the baseline ${visible(path)} is damaged (${visible(cause)}); restore it, or remove it and make a new one with --update-baseline`,
    'other-baseline-version': ({ path, version }) =>
      `the baseline ${visible(path)} is of version ${visible(version)}, which this program does not read; remove it and make a new one with --update-baseline`,
    'is-a-folder': ({ path }) => `${visible(path)} is a directory; name a file`,
    'no-duckdb': ({ package: name }) =>
      `this takes DuckDB, which is not installed: npm install ${name}; CSV and JSON Lines can also be read with --engine builtin`,
    ...batchFailures.en,
    'needs-duckdb': ({ path }) =>
      `${visible(path)} is Parquet, which only DuckDB reads; leave out --engine builtin, or give CSV`,
    'duckdb-failed': ({ cause }) =>
      `DuckDB could not finish: ${visible(cause.split('\n', 1)[0] ?? '')}; see that the disk has room. CSV and JSON Lines can also be read with --engine builtin`,
    'no-temporary-folder': ({ path, cause }) =>
      `cannot use the directory for temporary files ${visible(path)}: ${CAUSES.en[cause] ?? cause}; name another with the environment variable TMPDIR (TEMP on Windows)`,
    'unknown-mapping': ({ text, nearest, known }) =>
      `no mapping "${visible(text)}"${nearest === null ? '' : `; did you mean "${visible(nearest)}"?`} (${known.join(', ')}, or a .json file; xc-eval template tally writes one)`,
    'output-before-then': ({ command }) =>
      `put --output behind --then ${command}: the counts go straight to ${command} and into no file`,
  },
};

/** The sentence that says what could not be done and what to do. */
export const failureSentence = <Code extends FailureCode>(
  language: Language,
  code: Code,
  details: FailureArguments[Code],
): string => SENTENCES[language][code](details);
