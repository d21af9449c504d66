import { enTally } from './en-tally.ts';
import type { Words } from './words.ts';
import { zhTally } from './zh-tally.ts';
/** What `tally` says beside the problems themselves. */
export interface TallyPhrases {
  readonly invalidMapping: (count: number) => string;
  readonly leftOut: (rows: string, all: string) => string;
  readonly more: (rows: string, shown: number) => string;
  /** Of missing rows that the mapping takes for no cases. */
  readonly notZero: () => string;
  /** `counted`: whether the run goes on with what could be counted, or was to and there is nothing. */
  readonly summary: (problems: number, counted: 'yes' | 'no' | 'nothing') => string;
}

/** Loaded where they are needed, and not with all others. */
export const tallyPhrases = ({ style }: Pick<Words, 'style'>): TallyPhrases =>
  style.language === 'zh' ? zhTally : enTally;
