import type { TallyIssueArguments } from '../issue/tally.ts';
import type { Sentences } from './phrases.ts';
import type { TallyPhrases } from './tally-phrases.ts';
import { enUnreadablePeriod } from './unreadable-period.ts';

export const enTally: TallyPhrases = {
  invalidMapping: (count) =>
    `nothing was counted: ${count} problem${count === 1 ? '' : 's'} with the mapping`,
  leftOut: (rows, all) => `the ledger has ${all} rows, of which the mapping leaves out ${rows}`,
  more: (rows, shown) => `  ${rows} rows are like that, of which ${shown} are shown`,
  notZero: () =>
    'rows were lost: units and periods without a row are not taken for those without a case, and left out',
  summary: (problems, counted) =>
    `the ledger has ${problems} kind${problems === 1 ? '' : 's'} of problem${
      {
        yes: '; counted all the same (--allow-invalid), but for rows that are broken or have no unit or period',
        no: ' and nothing was counted. Mend the ledger or the mapping, or add --allow-invalid to count all rows that are whole and have a unit and a period',
        nothing:
          ' and no row but those that are broken or have no unit or period; nothing was counted. Mend the ledger or the mapping',
      }[counted]
    }`,
};

export const enTallyIssues: Sentences<TallyIssueArguments> = {
  'mapping-count-twice': ({ count }, { count: named }) =>
    `${named(count)} stands twice; a count is made in one way only`,
  'mapping-not-a-day': ({ text }, { data }) => `"${data(text)}" is no day; write 2024-01-31`,
  'mapping-not-a-number': ({ text }, { data }) =>
    `"${data(text)}" is no number of at most 18 digits before and 6 after the point`,
  'mapping-reversed-range': ({ from, until }, { data }) =>
    `the range begins with "${data(from)}" and ends before that, with "${data(until)}", so that no row is in it; swap from and until`,
  'mapping-unknown-count': ({ text }, { data, nearestTerm }) =>
    `no count "${data(text)}"${nearestTerm(text)} (xc-eval list counts; declare your own under counts of xc-eval.config.json)`,
  'mapping-no-limit': () => 'the range has no end; write from, until or both',
  'mapping-unknown-value': ({ text, column, known }, { data, list, nearest }) =>
    `"${data(text)}" is not among the values of ${data(column)}${nearest(text, known)} (${list(known.map(data))})`,
  'ledger-no-columns': ({ missing, known, within }, { data, list, nearest }) =>
    `the header lacks columns of the mapping: ${list(missing.map((each) => `"${data(each)}"${nearest(each, known)}`))}; rename them here or there${within === undefined ? '' : ` (a header is looked for among the first ${within} rows only)`}`,
  'ledger-column-type': ({ column, type }, { data }) =>
    `${data(column)} is of type ${data(type)}, which is no text, number or date, and of no use to a mapping; make it a text first`,
  'ledger-blank-unit': ({ column }, { data }) =>
    `${data(column)} is blank, so that the row belongs to no unit; undo merged cells and fill in every row`,
  'ledger-total-row': ({ text, column }, { data }) =>
    `${data(column)}: "${data(text)}" is a total, or says something of other rows, and no unit: it would count twice; delete the row, or name it under leftOut of the mapping`,
  'ledger-blank-period': ({ column }, { data }) =>
    `${data(column)} is blank, so that the row belongs to no period`,
  'ledger-unreadable-period': ({ text, column, holds }, { data }) =>
    holds === 'date'
      ? `${data(column)}: "${data(text)}" is no day; write 2024-03-05, 2024/3/5 or 2024年3月5日`
      : enUnreadablePeriod(
          text,
          `${data(column)}: "${data(text)}"`,
          `${data(column)}: "${data(text)}" is no period, or longer than those that are wanted; write 2024-03 or 2024Q1`,
        ),
  'ledger-unreadable-date': ({ text, column }, { data }) =>
    `${data(column)}: "${data(text)}" is no day; write 2024-03-05, 2024/3/5 or 2024年3月5日`,
  'ledger-unreadable-number': ({ text, column }, { data }) =>
    `${data(column)}: "${data(text)}" is no number of at most 18 digits before and 6 after the point`,
  'ledger-blank-number': ({ column }, { data }) =>
    `${data(column)} is blank and the sum incomplete; where rows rightly have none, exclude them with present in the mapping`,
  'ledger-negative-number': ({ text, column }, { data }) =>
    `${data(column)}: "${data(text)}" is negative and cannot be added to a count; mend it, or exclude rows that do not belong there with where in the mapping`,
  'ledger-fractional-number': ({ text, column }, { data }) =>
    `${data(column)}: "${data(text)}" is not whole, as the count that it is added to has to be; mend it, or take a count that may have decimals (decimals under counts of the configuration)`,
  'ledger-unknown-value': ({ text, column, known }, { data, nearest }) =>
    text === ''
      ? `${data(column)} is blank, and the mapping does not say what that means`
      : `${data(column)}: "${data(text)}" is not among the known values${nearest(text, known)}`,
  'ledger-unclassified': ({ columns }, { data, list }) =>
    `no count takes this row (${list(columns.map(({ column, text }) => `${data(column)}: ${data(text)}`))}); say under counts or leftOut of the mapping what it is`,
  'ledger-duplicate-case': ({ text, column, first }, { data, place }) =>
    `${data(column)}: "${data(text)}" already stands at ${place(first)}; rows are counted each time, look into it`,
};
