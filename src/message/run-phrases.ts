import type { Direction } from '../compare/change.ts';
import type { Finding } from '../verify/verify.ts';
import { enRun } from './en-run.ts';
import type { Words } from './words.ts';
import { zhRun } from './zh-run.ts';

/** What a rule is called, and what to do where it is not kept. */
export interface RuleWords {
  readonly name: string;
  readonly help: string;
}

/** What keeps a published figure from being right. */
export type FigureRule = Exclude<Finding, 'matched' | 'sum-holds'>;

/** What is to be seen in a change. */
export const CHANGE_RULES = ['worse', 'restated', 'unknown-change'] as const;

export type ChangeRule = (typeof CHANGE_RULES)[number];

/** How the changes of metrics are counted. */
export interface ChangeTally extends Readonly<Record<Direction | 'unknown', number>> {
  readonly pairs: number;
}

/** What reports for other programs say, in one language. */
export interface RunPhrases {
  readonly figures: Readonly<Record<FigureRule, RuleWords>>;
  readonly changes: Readonly<Record<ChangeRule, RuleWords>>;
  readonly columns: Readonly<Record<'rule' | 'finding', string>>;
  /** A published figure beside the recomputed one. */
  readonly published: (text: string) => string;
  readonly compared: (tally: ChangeTally) => string;
  readonly restated: (count: number) => string;
}

/** Loaded where they are needed, and not with all others. */
export const runPhrases = ({ style }: Pick<Words, 'style'>): RunPhrases =>
  style.language === 'zh' ? zhRun : enRun;
