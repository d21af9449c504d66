import type { GroupPair } from '../compare/pairs.ts';
import type { ComparedPair, MetricRecord } from '../compare/record.ts';
import { comparePhrases } from '../message/compare-phrases.ts';
import { periodKey } from '../period/period.ts';
import { excludesZero } from '../statistics/newcombe.ts';
import type { Block, TableBlock } from './blocks.ts';
import {
  type CompareReport,
  isRestated,
  labelOf,
  periodsText,
  titleOf,
  unitText,
} from './compare.ts';
import { foldedRecords, keyOf } from './compare-fold.ts';
import { foundIn } from './compare-found.ts';
import { derivedLines, foldedLine, linesBefore } from './compare-lines.ts';
import { lookedIn, outcomeText } from './compare-outcome.ts';
import { effectsBlock, pairBlock, recordColumns, recordRow } from './compare-rows.ts';
import { type Compared, comparedPairs } from './compared-pairs.ts';

/** The most rows that are listed pair by pair; more are summed up. */
const LISTED_ROWS = 60;
const LISTED_PAIRS = 40;
const LISTED_WORSE = 12;

/**
 * Chooses what a person can read: all records of a few pairs; one metric over many; else the totals and what got
 * worse. Each says how to get the rest.
 */
export function* compareBlocks(report: CompareReport): Iterable<Block> {
  const { comparison, words, decomposes } = report;
  const compare = comparePhrases(words.after);
  for (const text of linesBefore(report)) yield line(text);
  const all = comparedPairs(report);
  const folded = foldedRecords(report, all());
  const compared = function* (): Iterable<ComparedPair> {
    for (const { records, ...pair } of all()) {
      yield { ...pair, records: records.filter((record) => !folded.has(keyOf(record))) };
    }
  };
  const metrics = comparison.metrics.filter((id) => !folded.has(keyOf({ kind: 'metric', id })));
  const records = comparison.metrics.length + comparison.counts.length - folded.size;
  const { length: pairs } = comparison.pairs;
  if (pairs * records === 0) yield line(compare.nothing);
  else if (isRestated(report)) yield* restatedBlocks(report, compared);
  else if (pairs === 1 || pairs * records <= LISTED_ROWS) {
    for (const pair of compared()) yield* pairBlocks(pair, report);
  } else if (metrics.length === 1 && pairs <= LISTED_PAIRS) {
    yield metricBlock(metrics[0] as string, compared, report);
    yield line(compare.countsElsewhere);
  } else yield* summaryBlocks(report, compared);
  if (decomposes && !some(compared(), ({ decompositions }) => decompositions.length > 0)) {
    yield line(compare.effects.none);
  }
  for (const text of derivedLines(report)) yield line(text);
  if (folded.size > 0) {
    const names = [...folded.values()].map(({ kind, id }) => labelOf(kind, id, report));
    yield line(foldedLine(names, report));
  }
  if (report.failOn !== 'never') {
    const { found } = foundIn(() => lookedIn(all(), report, folded), report);
    yield line(outcomeText(report, found));
  }
}

function some<T>(items: Iterable<T>, holds: (item: T) => boolean): boolean {
  for (const item of items) if (holds(item)) return true;
  return false;
}

const line = (text: string): Block => ({ kind: 'line', text });

function* pairBlocks(compared: ComparedPair, report: CompareReport): Iterable<Block> {
  if (compared.records.length > 0) yield pairBlock(compared, report);
  if (compared.decompositions.length > 0) yield effectsBlock(compared, report);
}

/** One metric over all pairs, and what its pooled changes are made of. */
function metricBlock(metric: string, compared: Compared, report: CompareReport): TableBlock {
  const { phrases } = report.words.after;
  const naming = namingOf(report);
  return {
    kind: 'table',
    title: [labelOf('metric', metric, report), naming.periods]
      .filter((text) => text !== '')
      .join(' '),
    columns: recordColumns([phrases.report.columns.unit], report),
    rows: [...compared()].flatMap(({ pair, records }) =>
      records
        .filter(({ kind, id }) => kind === 'metric' && id === metric)
        .map((record) => recordRow(record, [naming.name(pair)], report)),
    ),
  };
}

/** What a row is called: the unit alone where all pairs are of the same periods, which the title then names. */
function namingOf(report: CompareReport) {
  const { pairs } = report.comparison;
  const [first] = pairs;
  const key = ({ before, after }: GroupPair) =>
    [before, after].map(({ period }) => (period === null ? '' : periodKey(period))).join();
  const onePeriod = first !== undefined && pairs.every((pair) => key(pair) === key(first));
  return {
    periods: onePeriod ? periodsText(first, report) : '',
    name: (pair: GroupPair) => (onePeriod ? unitText(pair, report) : titleOf(pair, report)),
  };
}

/** What was restated, as far as a person reads it. */
function* restatedBlocks(report: CompareReport, compared: Compared): Iterable<Block> {
  const compare = comparePhrases(report.words.after);
  let [rows, more] = [0, 0];
  for (const pair of compared()) {
    if (rows > 0 && rows + pair.records.length > LISTED_ROWS) more += pair.records.length;
    else {
      rows += pair.records.length;
      yield* pairBlocks(pair, report);
    }
  }
  if (rows === 0) yield line(compare.noChange);
  if (more > 0) yield line(compare.summary(report.comparison.pairs.length, more));
}

/** All units together, in the last pair of periods, then what got worse: first what can be told from chance. */
function* summaryBlocks(report: CompareReport, compared: Compared): Iterable<Block> {
  const compare = comparePhrases(report.words.after);
  const worse: { readonly pair: GroupPair; readonly record: MetricRecord }[] = [];
  let total: ComparedPair | undefined;
  for (const each of compared()) {
    if (each.pair.after.unit === null) total = each;
    else {
      for (const record of each.records) {
        if (record.kind === 'metric' && record.direction === 'worse') {
          worse.push({ pair: each.pair, record });
        }
      }
    }
  }
  if (total !== undefined) yield* pairBlocks(total, report);
  worse.sort((first, second) => Number(mayBeChance(first)) - Number(mayBeChance(second)));
  const shown = worse.slice(0, LISTED_WORSE);
  const naming = namingOf(report);
  const { unit, metric } = report.words.after.phrases.report.columns;
  if (shown.length > 0) {
    yield {
      kind: 'table',
      title: compare.worse(worse.length),
      columns: recordColumns([unit, metric], report),
      rows: shown.map(({ pair, record }) => {
        const names = [naming.name(pair), labelOf('metric', record.id, report)];
        return recordRow(record, names, report);
      }),
    };
  }
  yield line(compare.summary(report.comparison.pairs.length, worse.length - shown.length));
}

/** Whether a change may well be chance, or nobody can tell. */
const mayBeChance = ({ record: { interval } }: { readonly record: MetricRecord }): boolean =>
  interval === null || !excludesZero(interval);
