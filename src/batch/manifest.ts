/** What became of a file. `unusable`: it could not be computed, and has no result. */
export const OUTCOMES = ['done', 'finding', 'unusable'] as const;

export type BatchOutcome = (typeof OUTCOMES)[number];

/** The content of a file. */
export interface Content {
  readonly bytes: number;
  readonly sha256: string;
}

/** What a run did with one file. */
export interface FileRecord {
  readonly path: string;
  /** What was read; null where nothing could be. */
  readonly input: Content | null;
  /** The encoding that was read; null where that could not be told. */
  readonly encoding: string | null;
  /** `finding`: a judgement reached `--fail-on`. */
  readonly outcome: BatchOutcome;
  /** How many problems the data has. */
  readonly issues: number;
  /** The result, by its path below the folder; null where there is none. */
  readonly output: (Content & { readonly path: string }) | null;
  /** Where the rows of the file stand in the merged table; null where it has none. */
  readonly rows: { readonly offset: number; readonly bytes: number } | null;
}

/** How a metric was defined and judged. */
export interface MetricRecord {
  readonly id: string;
  /** The formula in ids. */
  readonly formula: string;
  /** The digest of what the standards demand of it; null where there are none. */
  readonly standards: string | null;
}

/** Everything but the inputs that decides what is written. */
export interface Settings {
  /** Of the program. */
  readonly version: string;
  /** The digest of what counts, metrics and units are, wherever that is written and cited from. */
  readonly definition: string;
  /** The digest of what the standards demand, wherever that is written and cited from. */
  readonly standards: string;
  /** The digest of all of that, places and sources included: results name them. */
  readonly vocabulary: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly metrics: readonly MetricRecord[];
}

/** What a folder of results holds, and what it was made of. It says nothing of when. */
export interface Manifest extends Settings {
  readonly schemaVersion: 1;
  /** The merged table. */
  readonly table: Content & { readonly path: string };
  /** In the order of their paths. */
  readonly files: readonly FileRecord[];
}
