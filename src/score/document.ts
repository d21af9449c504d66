import type { Meaning, Measure } from './framework.ts';
import type { Standing } from './standing.ts';

/** A number from 0 to 1 as a double, and exactly as `parseShare` reads it. */
export interface ShareDocument {
  readonly value: number;
  readonly exact: string;
}

export interface RangeDocument {
  readonly worst: ShareDocument;
  readonly best: ShareDocument;
}

export interface ResultDocument {
  /** 0..1, the nearest double; null where it depends on what is missing, or nothing counts. */
  readonly score: number | null;
  readonly degree: number | null;
  /** Null where there is none or it depends on what is missing. */
  readonly grade: string | null;
  /** What people read in its place. */
  readonly gradeText: string;
  readonly exact: { readonly score: string | null; readonly degree: string | null };
  /** What is possible; null where nothing counts. Both ends are the same where nothing is missing. */
  readonly bounds: {
    readonly score: RangeDocument;
    readonly degree: RangeDocument;
    readonly grade: { readonly worst: string | null; readonly best: string | null };
  } | null;
  /** The sum of the scores, exactly; null where one of them is missing. */
  readonly points: string | null;
  /** The sum of those that are known, exactly. */
  readonly knownPoints: string;
  readonly indicators: number;
  readonly known: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly open: readonly string[];
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
}

export interface GroupDocument extends ResultDocument {
  readonly id: string;
  readonly title: string;
  readonly counted: boolean;
  readonly groups: readonly GroupDocument[];
}

export interface IndicatorDocument {
  readonly id: string;
  readonly title: string;
  readonly domain: string;
  /** The ids of the groups that it is in, from the domain in. */
  readonly path: readonly string[];
  readonly counted: boolean;
  readonly status: string | null;
  readonly means: Meaning | null;
  readonly state: Standing['state'];
  readonly score: number | null;
  readonly exact: string | null;
  readonly by: Standing['by'];
  /** What a point of it adds to the graded measure, exactly; null where it is outside the reckoning. */
  readonly weight: { readonly domain: string; readonly overall: string } | null;
  readonly remark: string | null;
  readonly evidence: string | null;
  readonly judged: {
    readonly result: 'met' | 'breached' | 'unknown';
    readonly standards: readonly {
      readonly standard: string;
      readonly met: number;
      readonly breached: number;
      readonly unknown: number;
      readonly text: string;
      readonly examples: readonly string[];
    }[];
  } | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** What `score --format json` writes, as far as another run reads it again. */
export interface ScoreDocument {
  readonly schemaVersion: number;
  readonly framework: {
    readonly title: string;
    readonly gradeOf: Measure;
    readonly domains: number;
    readonly indicators: number;
  };
  readonly model: {
    readonly name: string;
    readonly note: string | null;
    readonly scores: Readonly<Record<string, ShareDocument>>;
  };
  readonly domains: readonly GroupDocument[];
  readonly overall: ResultDocument;
  readonly indicators: readonly IndicatorDocument[];
}
