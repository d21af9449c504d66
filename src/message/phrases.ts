import type { NoProportion } from '../assess/proportion.ts';
import type { Count } from '../catalogue/count.ts';
import type { Custom } from '../catalogue/custom.ts';
import type { Definition, Metric } from '../catalogue/metric.ts';
import type { Comparison, Level, Standard } from '../catalogue/standard.ts';
import type { Tally } from '../check/findings.ts';
import type { Standing } from '../check/standing.ts';
import type { Exact } from '../exact/exact.ts';
import type { Reason } from '../formula/evaluate.ts';
import type { IssueArguments, Place, Who } from '../issue/issue.ts';
import type { FailOn, Flag } from '../judge/flag.ts';
import type { NotJudged } from '../judge/judge.ts';
import type { Period, PeriodGrain } from '../period/period.ts';

export const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** What sentences need to name things in their language. Texts from the data come out harmless. */
export interface Naming {
  count(id: string): string;
  metric(id: string): string;
  /** The label of a count or a metric. */
  term(id: string): string;
  period(period: Period): string;
  /** Unit and period, or the one of them that is stated. */
  who(who: Who): string;
  number(value: Exact): string;
  data(text: string): string;
  place(place: Place): string;
  list(items: readonly string[]): string;
  /** The nearest known header or indicator to a text, quoted in a "did you mean", or an empty text. */
  nearestTerm(text: string): string;
  /** The nearest of some names to a text, in the same words. */
  nearest(text: string, names: readonly string[]): string;
}

/** A sentence for each code, told what it needs. */
export type Sentences<Arguments> = {
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
  /** The mean of a metric over the months or years of a period, as a formula. */
  readonly meanOver: (name: string, over: 'month' | 'year') => string;
  /** How far a share lies from its limit. */
  readonly points: (direction: 'above' | 'below', text: string) => string;
  /** The same of an amount. */
  readonly apart: (direction: 'above' | 'below', text: string) => string;
  /** A figure that is its limit, where it must not be. */
  readonly atLimit: string;
  /** The measure word of a count or a plain metric. */
  readonly measure: (unit: string) => string;
  readonly judgedPer: Readonly<Record<PeriodGrain, string>>;
  readonly limitUnknown: (limit: string) => string;
  readonly limitOfOthers: (limit: string) => string;
  readonly asOf: (period: string) => string;
  /** Which counts are of a period, where others add up over several. */
  readonly stocksAsOf: (counts: string, asOf: string) => string;
  readonly per: (grain: PeriodGrain, demand: string) => string;
  readonly standardInput: string;
  readonly mend: (direction: 'raise' | 'lower', counts: string, by: string, unit: string) => string;
  readonly missingFrom: (who: readonly string[], more: number) => string;
  /** Who lacks something, where others lack something else. */
  readonly lacking: (who: readonly string[], more: number, lacked: string) => string;
  readonly lackingMore: (count: number) => string;
  /** `who` is empty where it is plain whose periods overlap. */
  readonly overlapping: (who: readonly string[], more: number) => string;
  readonly listSeparator: string;
  readonly colon: string;
  readonly comma: string;
  readonly aside: (text: string) => string;
  readonly noStandard: string;
  readonly builtIn: string;
  /** Marks of what a configuration added or changed. */
  readonly custom: {
    readonly metric: Readonly<Record<Custom['change'], string>>;
    readonly standard: Readonly<Record<Custom['change'], string>>;
  };
  readonly explain: {
    readonly better: Readonly<Record<Metric['better'], string>>;
    readonly definition: Readonly<Record<Definition, string>>;
    /** Where a configuration defines a metric: by itself, or through one that it is computed from. */
    readonly customised: Readonly<Record<Custom['change'], (place: string) => string>>;
    readonly replaces: (place: string, formula: string) => string;
    readonly nature: Readonly<Record<Count['nature'], string>>;
    readonly level: Readonly<Record<Level, string>>;
    readonly scope: Readonly<Record<Standard['scope'], string>>;
    readonly per: Readonly<Record<PeriodGrain, string>>;
    readonly replacedBy: (demand: string) => string;
    readonly onlyFor: (units: string) => string;
    readonly suspended: (
      units: string | undefined,
      from: string | undefined,
      until: string | undefined,
    ) => string;
    readonly inForce: (from: string | undefined, until: string | undefined) => string;
    readonly notReported: string;
    readonly overlapping: string;
    readonly headings: Readonly<
      Record<
        | 'meaning'
        | 'formula'
        | 'better'
        | 'definition'
        | 'ambiguity'
        | 'source'
        | 'standard'
        | 'standardSource'
        | 'note'
        | 'input',
        string
      >
    >;
    readonly cited: (source: {
      document: string;
      issuer: string | null;
      date: string | null;
      section: string;
      quote: string;
    }) => string;
    readonly listed: (input: {
      id: string;
      label: string;
      unit: string;
      nature: string;
      aliases: readonly string[];
    }) => string;
    readonly noStandard: string;
    readonly data: (places: string, count: number) => string;
    readonly more: (groups: number) => string;
  };
  readonly list: Readonly<
    Record<
      | 'metric'
      | 'count'
      | 'formula'
      | 'standard'
      | 'unit'
      | 'nature'
      | 'aliases'
      | 'rule'
      | 'terms'
      | 'section'
      | 'notDecidable',
      string
    >
  >;
  readonly check: {
    readonly dataProblem: string;
    readonly standing: Readonly<Record<Standing, string>>;
    /** Between a figure and what is said of it. */
    readonly separator: string;
    readonly cited: (document: string, section: string) => string;
    readonly headings: Readonly<Record<'source' | 'data', string>>;
    readonly summary: (tally: Tally) => string;
    readonly problems: (count: number, judged: boolean) => string;
    readonly excused: (count: number) => string;
    readonly more: (count: number) => string;
    readonly outcome: (fails: boolean, count: number, failOn: FailOn) => string;
    readonly nothing: string;
  };
  /** The interval of a proportion. */
  readonly interval: (low: string, high: string) => string;
  readonly noInterval: Readonly<Record<NoProportion, string>>;
  readonly template: Readonly<
    Record<
      | 'unit'
      | 'period'
      | 'indicator'
      | 'value'
      | 'label'
      | 'numerator'
      | 'denominator'
      | 'reported'
      | 'kind',
      string
    >
  >;
  readonly notes: {
    readonly encoding: (
      file: string,
      encoding: string,
      by: 'mark' | 'content' | 'request',
    ) => string;
    readonly titleUnit: (file: string, unit: string) => string;
    readonly titlePeriod: (file: string, period: string) => string;
    readonly issues: (count: number, goesOn: boolean) => string;
    readonly config: (file: string) => string;
    /** Of a baseline that knows none of the units of the data. */
    readonly otherUnits: (file: string) => string;
    /** Of a standard for a unit that the data does not have. */
    readonly absentUnit: (standard: string, unit: string, near: string | null) => string;
    readonly builtIn: string;
    readonly invalidConfig: (count: number) => string;
  };
  readonly report: {
    readonly columns: Readonly<
      Record<
        'metric' | 'quotient' | 'value' | 'interval' | 'standard' | 'flag' | 'unit' | 'period',
        string
      >
    >;
    readonly nothing: string;
    readonly folded: (metrics: readonly string[], count: number) => string;
    readonly marked: string;
    readonly pivotTitle: (metric: string, standard: string) => string;
    readonly attention: (count: number) => string;
    readonly more: (groups: number, findings: number) => string;
  };
}
