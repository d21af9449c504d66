import type { BatchOutcome } from '../batch/manifest.ts';
import type { LoneFile, RestatementCause } from '../batch/restate.ts';
import { enBatch } from './en-batch.ts';
import type { Words } from './words.ts';
import { zhBatch } from './zh-batch.ts';

/** How many files a run of `batch` has to do with. */
export interface BatchTally {
  readonly total: number;
  readonly computed: number;
  readonly reused: number;
  readonly finding: number;
  readonly unusable: number;
  /** Files whose data has problems, used or not. */
  readonly withIssues: number;
}

/** What is said of many files, in one language. */
export interface BatchPhrases {
  readonly moreProblems: (count: number) => string;
  readonly summary: (tally: BatchTally) => string;
  readonly written: (table: string, results: string, manifest: string) => string;
  readonly outcomes: Readonly<Record<BatchOutcome, string>>;
  readonly columns: Readonly<
    Record<
      'file' | 'outcome' | 'issues' | 'unit' | 'period' | 'metric' | 'before' | 'after' | 'cause',
      string
    >
  >;
  readonly attention: string;
  readonly more: (count: number) => string;
  readonly against: (folder: string, files: number) => string;
  readonly otherVersion: string;
  readonly otherDefinition: string;
  readonly otherStandards: string;
  readonly otherOptions: (options: string) => string;
  readonly alone: Readonly<
    Record<LoneFile['onlyIn'], (why: LoneFile['why'], files: string, count: number) => string>
  >;
  readonly restated: string;
  readonly absent: string;
  readonly cause: Readonly<Record<RestatementCause, string>>;
  /** Where no file has figures on both sides. */
  readonly nothingCompared: string;
  readonly changes: (changed: number, appeared: number, vanished: number) => string;
}

/** Loaded where they are needed, and not with all others. */
export const batchPhrases = ({ style }: Pick<Words, 'style'>): BatchPhrases =>
  style.language === 'zh' ? zhBatch : enBatch;
