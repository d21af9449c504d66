import type { Comparison, Level } from '../catalogue/standard.ts';
import type { Reason } from '../formula/evaluate.ts';
import type { Flag, NotJudged } from '../judge/judge.ts';
import type { Period } from '../period/period.ts';
import type { IssueArguments, Place } from '../validate/issue.ts';

export const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What sentences need to name things in their language. Texts from the data come out harmless. */
export interface Naming {
  count(id: string): string;
  metric(id: string): string;
  period(period: Period | null): string;
  number(value: import('../exact/exact.ts').Exact): string;
  data(text: string): string;
  place(place: Place): string;
  list(items: readonly string[]): string;
  /** The nearest known header or indicator to a text, quoted in a "did you mean", or an empty text. */
  nearestTerm(text: string): string;
}

type Sentences<Arguments> = {
  readonly [Code in keyof Arguments]: (details: Arguments[Code], naming: Naming) => string;
};

type ReasonOf<Code extends Reason['code']> = Extract<Reason, { code: Code }>;

/** Everything the program says in one language. */
export interface Phrases {
  readonly issues: Sentences<IssueArguments>;
  readonly reasons: {
    readonly [Code in Reason['code']]: (reason: ReasonOf<Code>, naming: Naming) => string;
  };
  readonly comparisons: Readonly<Record<Comparison, (limit: string) => string>>;
  readonly levels: Readonly<Record<Level, string>>;
  readonly flags: Readonly<Record<Flag, string>>;
  readonly notJudged: Readonly<Record<NotJudged, string>>;
  readonly period: (period: Period) => string;
  readonly allUnits: string;
  readonly noUnit: string;
  readonly noPeriod: string;
  readonly unknown: string;
  readonly reportedMark: string;
  readonly meanOf: (count: number) => string;
  readonly coverage: (reporting: number, expected: number) => string;
  readonly priorYear: (name: string) => string;
  readonly priorYearValue: string;
  readonly points: (text: string) => string;
  readonly mend: (direction: 'raise' | 'lower', counts: string, by: string, unit: string) => string;
  readonly missingFrom: (units: readonly string[], more: number) => string;
  readonly listSeparator: string;
  readonly noStandard: string;
  readonly notes: {
    readonly encoding: (
      file: string,
      encoding: string,
      by: 'mark' | 'content' | 'request',
    ) => string;
    readonly titleUnit: (file: string, unit: string) => string;
    readonly titlePeriod: (file: string, period: string) => string;
    readonly issues: (count: number, goesOn: boolean) => string;
  };
  readonly report: {
    readonly columns: Readonly<
      Record<'metric' | 'quotient' | 'value' | 'standard' | 'flag' | 'unit' | 'period', string>
    >;
    readonly nothing: string;
    readonly folded: (metrics: readonly string[]) => string;
    readonly attention: (count: number) => string;
    readonly more: (groups: number, findings: number) => string;
  };
}
