import type { Grouping } from '../aggregate/group.ts';
import type { AssessedGroup, Assessment } from '../assess/assess.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { decimalText } from '../exact/decimal.ts';
import { type Exact, isWhole, toNumber } from '../exact/exact.ts';
import type { Words } from '../message/words.ts';
import type { Period } from '../period/period.ts';
import type { Issue } from '../validate/issue.ts';

/** What a run found, before it is written in one format or another. */
export interface Report {
  readonly catalogue: Catalogue;
  readonly words: Words;
  readonly by: Grouping;
  /** Ids, in the order of the catalogue. */
  readonly metrics: readonly string[];
  /** Whether the user named the metrics. */
  readonly requested: boolean;
  /** Counts that have a column somewhere in the data. */
  readonly stated: ReadonlySet<string>;
  /** The periods of the groups, in order. */
  readonly periods: readonly Period[];
  readonly groupCount: number;
  /** Assesses the groups anew each time it is called, so that none need be kept. */
  readonly groups: () => Iterable<AssessedGroup>;
  /** All units and periods of the selection together. */
  readonly total: () => AssessedGroup;
  readonly issues: readonly Issue[];
}

export const REPORT_FORMATS = ['table', 'json', 'jsonl', 'csv', 'markdown'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What some reporters need to know of where they write to. */
export interface Surface {
  /** Columns of the terminal, or null where lines may be as long as they are. */
  readonly columns: number | null;
  readonly ascii: boolean;
  /** 0: no colour. */
  readonly colour: 0 | 1 | 2 | 3;
  /** `wide`: one row a group and a column a metric. */
  readonly csvLayout: 'tidy' | 'wide';
}

/** Writes a report in chunks of text. */
export type Reporter = (
  report: Report,
  surface: Surface,
) => Iterable<string> | AsyncIterable<string>;

/** The nearest double of an outcome, for machines; null where it is unknown. */
export const numericValue = ({ outcome }: Assessment): number | null =>
  outcome.known ? toNumber(outcome) : null;

/** A count in machine formats: a number where it is a safe integer, else its digits as text. */
export const numericCount = (value: Exact): number | string =>
  isWhole(value) && typeof value === 'number' ? value : (decimalText(value) ?? '');

/** The numerator and denominator that a source would state; null for means and published rates. */
export function statedQuotient({
  outcome,
}: Assessment): { numerator: Exact; denominator: Exact } | null {
  if (!outcome.known || outcome.basis === 'reported' || outcome.meanOf !== undefined) return null;
  return outcome;
}

/** What people read in place of a figure: the figure, a mark if it was published, or why there is none. */
export function figureText(assessment: Assessment, words: Words): string {
  const { metric, outcome } = assessment;
  if (!outcome.known) return `${words.phrases.unknown}：${words.reason(assessment)}`;
  return words.value(metric, outcome);
}
