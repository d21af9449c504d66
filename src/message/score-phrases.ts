import type { Meaning, Measure } from '../score/framework.ts';
import type { Judged } from '../score/judged.ts';
import type { Standing } from '../score/standing.ts';
import { enScore } from './en-score.ts';
import type { Words } from './words.ts';
import { zhScore } from './zh-score.ts';

/** What is said of scores and of what they are made up of, in one language. */
export interface ScorePhrases {
  readonly title: (framework: string, model: string) => string;
  readonly columns: Readonly<
    Record<
      | 'domain'
      | 'points'
      | 'degree'
      | 'score'
      | 'grade'
      | 'open'
      | 'share'
      | 'count'
      | 'which'
      | 'indicator'
      | 'stated'
      | 'computed'
      | 'standard'
      | 'model'
      | 'word'
      | 'present'
      | 'window'
      | 'thresholds'
      | 'before'
      | 'after'
      | 'change'
      | 'by'
      | 'secondLevel'
      | 'weight'
      | 'status',
      string
    >
  >;
  readonly overall: string;
  readonly uncounted: string;
  readonly nothingCounts: string;
  readonly ungraded: string;
  readonly below: (bound: string) => string;
  readonly undetermined: (worst: string, best: string) => string;
  readonly range: (worst: string, best: string) => string;
  readonly statuses: string;
  readonly missingStatus: string;
  readonly gradesTitle: (of: number) => string;
  readonly attention: (count: number) => string;
  readonly results: Readonly<Record<Judged['result'], string>>;
  /** A result with how many places of the data it is made up of. */
  readonly places: (met: number, breached: number, unknown: number) => string;
  readonly disagreement: Readonly<Record<Exclude<Meaning, 'uncounted'>, string>>;
  readonly missing: string;
  readonly notes: {
    readonly scores: (model: string, scores: string) => string;
    readonly gradeOf: (measure: Measure, bands: string) => string;
    readonly band: (name: string, from: string, to: string | null) => string;
    readonly coverage: (known: number, indicators: number, missing: string) => string;
    readonly notApplicable: (listed: string) => string;
    readonly uncounted: (listed: string) => string;
    readonly judged: (listed: string) => string;
    readonly byCounts: (listed: string) => string;
    readonly byStatement: (listed: string) => string;
    readonly twoMeasures: (points: string) => string;
    readonly more: (count: number) => string;
  };
  readonly sensitivity: {
    readonly models: string;
    readonly words: string;
    readonly differing: (listed: string) => string;
    readonly agreeing: string;
    readonly threshold: (domain: string, from: string, grade: string) => string;
    readonly noThreshold: string;
    readonly window: (from: string, to: string, closed: boolean) => string;
    readonly unsettled: string;
    readonly meaning: (model: string, grades: string) => string;
    readonly open: string;
    readonly leftOut: (listed: string) => string;
    readonly graded: (grade: string, count: number) => string;
  };
  readonly changes: {
    readonly title: string;
    readonly none: string;
    readonly otherFramework: string;
    readonly otherModel: (before: string, after: string) => string;
    readonly points: (text: string) => string;
    readonly indicator: (id: string, before: string, after: string, points: string) => string;
    readonly noStatus: string;
    readonly absent: string;
    readonly others: (points: string) => string;
  };
  readonly explain: {
    readonly headings: Readonly<
      Record<
        | 'framework'
        | 'domain'
        | 'source'
        | 'weight'
        | 'status'
        | 'score'
        | 'effect'
        | 'remark'
        | 'evidence'
        | 'place'
        | 'judgedBy'
        | 'judged'
        | 'undecided'
        | 'metric'
        | 'secondLevel'
        | 'indicators'
        | 'calculation'
        | 'grade'
        | 'missing'
        | 'notApplicable',
        string
      >
    >;
    readonly equalWeight: (siblings: number) => string;
    readonly notStated: string;
    readonly noStandard: string;
    readonly over: Readonly<Record<'each' | 'total', string>>;
    readonly by: Readonly<Record<NonNullable<Standing['by']>, string>>;
    readonly states: Readonly<Record<Standing['state'], string>>;
    readonly effect: (domain: string, measure: string, points: string) => string;
    readonly noEffect: string;
    readonly statedGroups: (count: number) => string;
    readonly giveStatuses: string;
    /** How many indicators have a score, and what each adds. */
    readonly term: (count: number, score: string) => string;
    readonly weightedTerm: (weight: string, id: string, score: string) => string;
  };
  readonly invalidFramework: (count: number) => string;
  readonly list: {
    readonly total: (withExtra: boolean) => string;
    readonly domains: string;
    readonly counted: string;
    readonly indicators: string;
  };
}

/** Loaded where they are needed, and not with all others. */
export const scorePhrases = ({ style }: Pick<Words, 'style'>): ScorePhrases =>
  style.language === 'zh' ? zhScore : enScore;
