import type { Direction } from '../compare/change.ts';
import type { Pairing } from '../compare/periods.ts';
import type { Cause } from '../compare/record.ts';
import type { SideName } from '../compare/side.ts';
import { enCompare } from './en-compare.ts';
import type { Words } from './words.ts';
import { zhCompare } from './zh-compare.ts';

/** What is said of changes, in one language. */
export interface ComparePhrases {
  /** What is held against what; empty where the titles say it all. */
  readonly pairing: Readonly<Record<Pairing, string>>;
  /** The periods of a comparison. */
  readonly against: (before: string, after: string) => string;
  readonly columns: Readonly<
    Record<'item' | 'before' | 'after' | 'change' | 'direction' | 'cause' | 'remark', string>
  >;
  readonly sides: Readonly<Record<SideName, string>>;
  readonly direction: Readonly<Record<Direction, string>>;
  readonly points: (text: string) => string;
  readonly percent: (text: string) => string;
  readonly unchanged: string;
  /** The change of a number, and what that is in percent. A table can break it in between. */
  readonly changed: (absolute: string, relative: string) => string;
  readonly noBase: string;
  /** Between two remarks, where a table can break. */
  readonly separator: string;
  /** Whether a change can be told from chance, and the interval of the difference. */
  readonly chance: (excluded: boolean, low: string, high: string) => string;
  readonly otherDefinition: string;
  readonly otherBasis: string;
  readonly notDefined: string;
  readonly derivedMark: string;
  readonly derived: (period: string, from: string, minus: string) => string;
  readonly derivedFrom: (differences: readonly string[]) => string;
  readonly cause: Readonly<Record<Cause, string>>;
  readonly stated: (before: string, after: string) => string;
  readonly redefined: (metric: string, before: string | null, after: string | null) => string;
  readonly restandardised: (metrics: string) => string;
  readonly missingUnits: (
    side: string,
    period: string,
    why: 'absent' | 'incomplete',
    units: string,
    count: number,
  ) => string;
  readonly missingPool: (pool: string, missing: string, count: number) => string;
  /** `side` is null where both sides are one input. */
  readonly periodsAlone: (side: string | null, periods: string, cumulative: boolean) => string;
  readonly missingFrom: (who: readonly string[], more: number) => string;
  readonly oneSided: (names: string, count: number) => string;
  readonly noChange: string;
  readonly nothing: string;
  readonly worse: (count: number) => string;
  readonly summary: (pairs: number, more: number) => string;
  readonly countsElsewhere: string;
  readonly effects: Readonly<Record<'title' | 'rate' | 'mix' | 'none', string>>;
  readonly and: (names: string, more: number) => string;
}

/** Loaded where they are needed, and not with all others. */
export const comparePhrases = ({ style }: Pick<Words, 'style'>): ComparePhrases =>
  style.language === 'zh' ? zhCompare : enCompare;
