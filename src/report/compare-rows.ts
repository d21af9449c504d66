import type { ChangeRecord, ComparedPair } from '../compare/record.ts';
import { comparePhrases } from '../message/compare-phrases.ts';
import type { BlockRow, Column, TableBlock } from './blocks.ts';
import {
  type CompareReport,
  changeText,
  effectText,
  isRestated,
  labelOf,
  sideText,
  titleOf,
} from './compare.ts';
import { remarksOf } from './compare-remarks.ts';

const left = (title: string): Column => ({ title, align: 'left' });
const right = (title: string): Column => ({ title, align: 'right' });

/** Columns for the names of records, then for their figures and what is to be said of them. */
export function recordColumns(names: readonly string[], report: CompareReport): Column[] {
  const { columns } = comparePhrases(report.words.after);
  return [
    ...names.map(left),
    right(columns.before),
    right(columns.after),
    right(columns.change),
    left(isRestated(report) ? columns.cause : columns.direction),
    left(columns.remark),
  ];
}

export function recordRow(
  record: ChangeRecord,
  names: readonly string[],
  report: CompareReport,
): BlockRow {
  const { listSeparator } = report.words.after.phrases;
  const compare = comparePhrases(report.words.after);
  const direction = record.direction === null ? '' : compare.direction[record.direction];
  const causes = record.causes.map((cause) => compare.cause[cause]).join(listSeparator);
  return {
    cells: [
      ...names,
      sideText(record, 'before', report),
      sideText(record, 'after', report),
      changeText(record, report),
      isRestated(report) ? causes : direction,
      remarksOf(record, report).join(compare.separator),
    ],
    flag: record.kind === 'metric' ? record.flag : null,
  };
}

/** Every record of one pair. */
export const pairBlock = ({ pair, records }: ComparedPair, report: CompareReport): TableBlock => ({
  kind: 'table',
  title: titleOf(pair, report),
  columns: recordColumns([comparePhrases(report.words.after).columns.item], report),
  rows: records.map((record) =>
    recordRow(record, [labelOf(record.kind, record.id, report)], report),
  ),
});

/** What the change of each pooled rate is made of. */
export function effectsBlock(
  { pair, decompositions, records }: ComparedPair,
  report: CompareReport,
): TableBlock {
  const { phrases } = report.words.after;
  const { columns, effects } = comparePhrases(report.words.after);
  return {
    kind: 'table',
    title: effects.title + phrases.colon + titleOf(pair, report),
    columns: [
      left(phrases.report.columns.metric),
      right(columns.change),
      right(effects.rate),
      right(effects.mix),
    ],
    rows: decompositions.map(({ metric, change, rate, mix }) => {
      const record = records.find(({ kind, id }) => kind === 'metric' && id === metric);
      return {
        cells: [
          labelOf('metric', metric, report),
          ...[change, rate, mix].map((effect) =>
            record === undefined ? '' : effectText(record, effect, report),
          ),
        ],
        flag: null,
      };
    }),
  };
}
