import type { RoundingRule } from '../exact/roundings.ts';
import type { Suggestion } from '../verify/suggest.ts';
import type { VerifyFlag } from '../verify/verify.ts';
import { enVerify } from './en-verify.ts';
import type { Words } from './words.ts';
import { zhVerify } from './zh-verify.ts';

/** How the results of `verify` are counted. `verified` is the sum of the others. */
export type VerifyTally = Readonly<Record<'verified' | VerifyFlag, number>>;

/** What a guess needs to be told; texts are ready to be shown. */
export interface SuggestionWords {
  /** The rate under it, in percent: 15.9624%. */
  readonly rate: string;
  /** The rules by which that is the published figure: 仅四舍五入相符. */
  readonly matched: string;
  /** The name of the other denominator, or empty, and its value. */
  readonly other: string;
  readonly value: string;
  readonly field: 'reported' | 'numerator' | 'denominator';
  readonly meant: string;
}

/** What `verify` says. */
export interface VerifyPhrases {
  readonly columns: Readonly<
    Record<'label' | 'exact' | 'published' | 'verdict' | 'remark', string>
  >;
  readonly flags: Readonly<Record<VerifyFlag, string>>;
  readonly rules: Readonly<Record<RoundingRule, string>>;
  /** By which rules an exact value gives the published one, as far as they differ. */
  readonly matched: (rules: readonly RoundingRule[]) => string;
  readonly approximate: string;
  /** Of a published bound, whether the exact value keeps it. */
  readonly bound: (kept: boolean) => string;
  /** So many times as much: 1.14倍. */
  readonly times: (digits: string) => string;
  /** How far the published figure is from the exact one. */
  readonly apart: (direction: 'above' | 'below', text: string, inPoints: boolean) => string;
  readonly points: (text: string) => string;
  readonly suggestions: Readonly<Record<Suggestion['kind'], (words: SuggestionWords) => string>>;
  readonly inPoints: string;
  readonly partExceedsWhole: string;
  readonly zeroDenominator: string;
  readonly notReported: string;
  readonly unreadable: string;
  readonly noCounts: string;
  readonly noNumerator: string;
  readonly infeasible: (denominator: string, reported: string) => string;
  readonly feasible: (
    denominator: string,
    groups: readonly { numerators: string; rules: string }[],
  ) => string;
  readonly range: (least: string, most: string) => string;
  readonly smallest: (groups: readonly { fraction: string; rules: string }[]) => string;
  readonly total: (text: string) => string;
  readonly sumHolds: (sum: string, total: string, equal: boolean) => string;
  readonly sumOff: (sum: string, total: string, more: boolean, by: string) => string;
  readonly sumRounded: string;
  readonly whole: (group: string) => string;
  readonly wholeExact: string;
  readonly wholeHolds: (rules: string) => string;
  readonly wholeOff: (exact: string) => string;
  readonly wholeDiffers: (published: string) => string;
  readonly partNotReported: string;
  readonly summary: (tally: VerifyTally) => string;
  readonly nothing: string;
}

/** Loaded where they are needed, and not with all others. */
export const verifyPhrases = ({ style }: Pick<Words, 'style'>): VerifyPhrases =>
  style.language === 'zh' ? zhVerify : enVerify;
