import type { Group } from '../aggregate/group.ts';
import type { Grouping } from '../aggregate/grouping.ts';
import type { AssessedGroup, Assessment, EvaluatedGroup } from '../assess/assess.ts';
import { stocksOf } from '../assess/stocks.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { decimalText } from '../exact/decimal.ts';
import { type Exact, toNumber } from '../exact/exact.ts';
import { isAmount } from '../formula/formula.ts';
import type { Issue } from '../issue/issue.ts';
import type { Words } from '../message/words.ts';
import type { Period } from '../period/period.ts';
import type { CsvLayout } from './formats.ts';
import { stocksText } from './stocks.ts';

/** What a run found, before it is written in one format or another. */
export interface Report {
  readonly catalogue: Catalogue;
  readonly words: Words;
  readonly by: Grouping;
  /** Ids, in the order of the catalogue. */
  readonly metrics: readonly string[];
  /** Whether the user named the metrics. */
  readonly requested: boolean;
  /** Whether the intervals of proportions are wanted beside their values. */
  readonly interval: boolean;
  /** Counts that have a column somewhere in the data. */
  readonly stated: ReadonlySet<string>;
  /** The periods of the groups, in order. */
  readonly periods: readonly Period[];
  readonly groupCount: () => number;
  /** Assesses the groups anew each time it is called, so that none need be kept. */
  readonly groups: () => Iterable<AssessedGroup>;
  /** The same groups with their values alone, which costs a fraction of judging them. */
  readonly values: () => Iterable<EvaluatedGroup>;
  /** All units and periods of the selection together. */
  readonly total: () => AssessedGroup;
  readonly issues: readonly Issue[];
}

/** Groups are kept up to this many where several parts of a report ask for them; more are assessed anew each time. */
export const HELD_GROUPS = 2000;

/** What some reporters need to know of where they write to. */
export interface Surface {
  /** Columns of the terminal, or null where lines may be as long as they are. */
  readonly columns: number | null;
  readonly ascii: boolean;
  /** 0: no colour. */
  readonly colour: 0 | 1 | 2 | 3;
  readonly csvLayout: CsvLayout;
}

/** Writes a report in chunks of text. */
export type Reporter = (report: Report, surface: Surface) => Iterable<string>;

/** The nearest double of an outcome, for machines; null where it is unknown. */
export const numericValue = ({ outcome }: Pick<Assessment, 'outcome'>): number | null =>
  outcome.known ? toNumber(outcome) : null;

/** A count in machine formats: a number where a double holds it as written, else its digits as text. */
export function numericCount(value: Exact): number | string {
  if (typeof value === 'number') return value;
  const text = decimalText(value) ?? '';
  return String(Number(text)) === text && Number.isFinite(Number(text)) && typeof value === 'object'
    ? Number(text)
    : text;
}

/**
 * The numerator and denominator that a source would state, a zero denominator included; null for plain
 * numbers, means and published rates, which have none.
 */
export function statedQuotient(
  { metric, outcome }: Pick<Assessment, 'metric' | 'outcome'>,
  catalogue: Catalogue,
): { numerator: Exact; denominator: Exact } | null {
  if (!outcome.known) {
    return outcome.reason.code === 'zero-denominator'
      ? { numerator: outcome.reason.numerator, denominator: 0 }
      : null;
  }
  if (outcome.basis === 'reported' || outcome.meanOf !== undefined) return null;
  return isAmount(catalogue.formulaOf(metric)) ? null : outcome;
}

/** What people read in place of a figure: the figure and what it covers, or why there is none. */
export function figureText(
  assessment: Omit<Assessment, 'source'>,
  group: Omit<Group, 'entries'>,
  catalogue: Catalogue,
  words: Words,
): string {
  const { outcome } = assessment;
  const figure = words.value(assessment);
  if (outcome.known) return figure + coveredAside(assessment, group, catalogue, words);
  if (outcome.reason.code === 'not-applicable') return figure;
  return figure + words.phrases.colon + words.reason(assessment, group);
}

/** In brackets: which units a figure covers and of which period its stocks are; empty where that is plain. */
export function coveredAside(
  assessment: Omit<Assessment, 'source'>,
  group: Omit<Group, 'entries'>,
  catalogue: Catalogue,
  words: Words,
): string {
  const { coverage } = assessment;
  const stocks = stocksOf(assessment, group, catalogue);
  if (coverage === null && stocks === null) return '';
  const texts = [coverage === null ? '' : words.coverage(coverage), stocksText(stocks, words)];
  return words.phrases.aside(texts.filter((text) => text !== '').join(words.phrases.listSeparator));
}
