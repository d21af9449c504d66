import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Severity } from '../catalogue/standard.ts';
import { asQuotient, type Exact } from '../exact/exact.ts';
import { roundedText } from '../exact/rounding.ts';
import type { Issue } from '../issue/issue.ts';
import type { FailOn } from '../judge/flag.ts';
import type { VerifyTally } from '../message/verify-phrases.ts';
import { verifyPhrases } from '../message/verify-phrases.ts';
import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import type { Verification } from '../verify/verify.ts';
import type { RunReport } from './run.ts';

/** What `verify` found, before it is written in one form or another. */
export interface VerifyReport {
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly words: Words;
  /** In the order of the data; shares of one whole last. */
  readonly results: readonly Verification[];
  readonly tally: VerifyTally;
  /** What is wrong with the data. */
  readonly issues: readonly Issue[];
  /** What a problem with the data is called. */
  readonly dataSeverity: Severity;
  readonly failOn: FailOn;
  /** Whether the run fails. */
  readonly fails: boolean;
  /** Where a place of the input is for an editor. */
  readonly textSpan: RunReport['textSpan'];
}

/** Decimals to which exact values are shown: more than any source publishes. */
const DECIMALS = 4;

/** What a value of a figure is multiplied by for people: 100 unless it is a plain number. */
const scaleOf = ({ kind }: Verification): 1 | 100 => (kind === 'number' ? 1 : 100);

/** The exact value to four decimals, without a unit: percent, points, or a plain number; null: unknown. */
export const exactDigits = (result: Verification): string | null =>
  result.exact && roundedText(result.exact, DECIMALS, 'half-up', scaleOf(result));

/** How much the published figure is above the exact one, in the same unit; null where either is unknown. */
export const differenceDigits = (result: Verification): string | null =>
  result.difference === null ? null : differenceText(result.difference, scaleOf(result));

const differenceText = (difference: Exact, scale: 1 | 100): string =>
  roundedText(asQuotient(difference), DECIMALS, 'half-up', scale);

/** The name of a figure: that of the data or of its metric, with unit and period where there are any. */
export function titleOf(result: Verification, words: Words): string {
  const { unit, period } = result.figure;
  return [
    ...(unit === '' ? [] : [visible(unit)]),
    ...(period === null ? [] : [words.phrases.period(period)]),
    nameOf(result, words),
  ].join(' ');
}

/** The name of a figure alone. */
export function nameOf({ figure, kind }: Verification, words: Words): string {
  const name = figure.metric === null ? visible(figure.label) : words.metric(figure.metric);
  return kind === 'whole' ? verifyPhrases(words).whole(name) : name;
}

/** What is published, as it is written; null where nothing is. */
export const publishedText = ({ figure }: Verification): string | null => figure.text || null;
