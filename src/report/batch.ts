import { join } from 'node:path';
import { MANIFEST, RESULTS, TABLE } from '../batch/folder.ts';
import type { FileRecord, Manifest } from '../batch/manifest.ts';
import type { Restatement } from '../batch/restate.ts';
import type { BatchTally } from '../message/batch-phrases.ts';
import { batchPhrases } from '../message/batch-phrases.ts';
import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import { restatementBlocks } from './batch-restatement.ts';
import type { Block } from './blocks.ts';

/** What a run of `batch` did. */
export interface BatchReport {
  readonly words: Words;
  readonly folder: string;
  readonly manifest: Manifest;
  /** How many files were computed; the others were unchanged. */
  readonly computed: number;
  /** Against an earlier folder; null where none was named. */
  readonly restatement: Restatement | null;
}

export function tallyOf({ manifest: { files }, computed }: BatchReport): BatchTally {
  const count = (outcome: FileRecord['outcome']): number =>
    files.filter((file) => file.outcome === outcome).length;
  return {
    total: files.length,
    computed,
    reused: files.length - computed,
    finding: count('finding'),
    unusable: count('unusable'),
    withIssues: files.filter(({ issues }) => issues > 0).length,
  };
}

/** The files that a person has to look at. */
export const attentionOf = ({ manifest: { files } }: BatchReport): readonly FileRecord[] =>
  files.filter(({ outcome, issues }) => outcome !== 'done' || issues > 0);

/** The most files that are listed. */
const LISTED = 20;

export function* batchBlocks(report: BatchReport): Iterable<Block> {
  const { words, folder, restatement } = report;
  const batch = batchPhrases(words);
  yield { kind: 'line', text: batch.summary(tallyOf(report)) };
  const [table, results, manifest] = [TABLE, RESULTS, MANIFEST].map((name) =>
    visible(join(folder, name)),
  ) as [string, string, string];
  yield { kind: 'line', text: batch.written(table, results, manifest) };
  const attention = attentionOf(report);
  if (attention.length > 0) {
    yield {
      kind: 'table',
      title: batch.attention,
      columns: [
        { title: batch.columns.file, align: 'left' },
        { title: batch.columns.outcome, align: 'left' },
        { title: batch.columns.issues, align: 'right' },
      ],
      rows: attention.slice(0, LISTED).map(({ path, outcome, issues }) => ({
        cells: [path, batch.outcomes[outcome], String(issues)],
        flag: null,
      })),
    };
  }
  if (attention.length > LISTED) {
    yield { kind: 'line', text: batch.more(attention.length - LISTED) };
  }
  if (restatement !== null) yield* restatementBlocks(restatement, words);
}
