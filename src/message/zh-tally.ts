import type { TallyIssueArguments } from '../issue/tally.ts';
import type { Sentences } from './phrases.ts';
import type { TallyPhrases } from './tally-phrases.ts';
import { zhUnreadablePeriod } from './unreadable-period.ts';

export const zhTally: TallyPhrases = {
  invalidMapping: (count) => `映射有 ${count} 处问题，未计数：`,
  leftOut: (rows, all) => `台账 ${all} 行，其中 ${rows} 行按映射不计`,
  more: (rows, shown) => `  共 ${rows} 行如此，以上列出 ${shown} 行`,
  notZero: () => '有行没有计入，没有一行的单位和期间因此不作 0 件，未写出',
  summary: (problems, counted) =>
    `台账有 ${problems} 类问题，${
      {
        yes: '按 --allow-invalid 计数：读不全或归不了单位、期间的行不计，其余各行照计',
        no: '未计数。请改正台账或映射，或加 --allow-invalid：读不全或归不了单位、期间的行不计，其余各行照计',
        nothing: '除读不全或归不了单位、期间的行外没有可计的行，未计数。请改正台账或映射',
      }[counted]
    }`,
};

const cellOf = (column: string, text: string): string => `“${column}”的“${text}”`;

export const zhTallyIssues: Sentences<TallyIssueArguments> = {
  'mapping-count-twice': ({ count }, { count: named }) =>
    `${named(count)}写了两次，一个计数只能有一种算法`,
  'mapping-not-a-day': ({ text }, { data }) => `“${data(text)}”不是日期；请写作 2024-01-31`,
  'mapping-not-a-number': ({ text }, { data }) =>
    `“${data(text)}”不是数字；整数部分至多 18 位，小数至多 6 位`,
  'mapping-reversed-range': ({ from, until }, { data }) =>
    `范围始于“${data(from)}”，却止于其前的“${data(until)}”，没有一行能满足；请对调 from 和 until`,
  'mapping-unknown-count': ({ text }, { data, nearestTerm }) =>
    `没有计数“${data(text)}”${nearestTerm(text)}（xc-eval list counts；新的计数写在 xc-eval.config.json 的 counts 中）`,
  'mapping-no-limit': () => '范围没有起止；请写 from、until 或两者',
  'mapping-unknown-value': ({ text, column, known }, { data, list, nearest }) =>
    `“${data(column)}”的已知值中没有“${data(text)}”${nearest(text, known)}（有：${list(known.map(data))}）`,
  'ledger-no-columns': ({ missing, known, within }, { data, list, nearest }) =>
    `表头没有映射所用的列：${list(missing.map((each) => `“${data(each)}”${nearest(each, known)}`))}；请改映射中的列名，或改表头${within === undefined ? '' : `（只在前 ${within} 行中找表头）`}`,
  'ledger-column-type': ({ column, type }, { data }) =>
    `“${data(column)}”是 ${data(type)} 类型，不是文字、数字或日期，不能用于映射；请先转为文字`,
  'ledger-blank-unit': ({ column }, { data }) =>
    `“${data(column)}”为空，不知归哪个单位；合并的单元格请取消合并并逐行填写`,
  'ledger-total-row': ({ text, column }, { data }) =>
    `${cellOf(data(column), data(text))}是合计，或说的是其他各行，不是一个单位，计入就重复了；请删去这一行，或在映射的 leftOut 中排除`,
  'ledger-blank-period': ({ column }, { data }) => `“${data(column)}”为空，不知归哪个期间`,
  'ledger-unreadable-period': ({ text, column, holds }, { data }) =>
    holds === 'date'
      ? `${cellOf(data(column), data(text))}不是可识别的日期；可写作 2024-03-05、2024/3/5、2024年3月5日`
      : zhUnreadablePeriod(
          text,
          cellOf(data(column), data(text)),
          `${cellOf(data(column), data(text))}不是可识别的期间，或比所要的期间长；可写作 2024-03、2024Q1、2024年第一季度`,
        ),
  'ledger-unreadable-date': ({ text, column }, { data }) =>
    `${cellOf(data(column), data(text))}不是可识别的日期；可写作 2024-03-05、2024/3/5、2024年3月5日`,
  'ledger-unreadable-number': ({ text, column }, { data }) =>
    `${cellOf(data(column), data(text))}不是数字；整数部分至多 18 位，小数至多 6 位`,
  'ledger-blank-number': ({ column }, { data }) =>
    `“${data(column)}”为空，合计因此不完整；本无此数的行，请在映射中以 present 排除`,
  'ledger-negative-number': ({ text, column }, { data }) =>
    `${cellOf(data(column), data(text))}是负数，不能加入计数；请改正，不该计入的行请在映射中以 where 排除`,
  'ledger-fractional-number': ({ text, column }, { data }) =>
    `${cellOf(data(column), data(text))}不是整数，而所加的计数只能是整数；请改正，或改用可有小数的计数（配置的 counts 中写 decimals）`,
  'ledger-unknown-value': ({ text, column, known }, { data, nearest }) =>
    text === ''
      ? `“${data(column)}”为空，而映射没有说明空格怎样归类`
      : `${cellOf(data(column), data(text))}不在已知的值之中${nearest(text, known)}`,
  'ledger-unclassified': ({ columns }, { data, list }) =>
    `没有一项计数收入这一行（${list(columns.map(({ column, text }) => `${data(column)}：${data(text)}`))}）；请在映射的 counts 或 leftOut 中写明`,
  'ledger-duplicate-case': ({ text, column, first }, { data, place }) =>
    `${cellOf(data(column), data(text))}已在 ${place(first)} 出现过；重复的行也照计，请核对`,
};
