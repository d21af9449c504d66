import type { Exact } from '../exact/exact.ts';
import type { Place } from './issue.ts';

/** What can be wrong with a framework, a table of scores or a file of statuses. */
export interface ScoreIssueArguments {
  'framework-duplicate-id': { text: string };
  'framework-orphan': { id: string; text: string; known: readonly string[] };
  'framework-cycle': { ring: readonly string[] };
  'framework-empty-group': { id: string };
  'framework-nothing-counted': Record<never, never>;
  'framework-not-a-weight': { text: string };
  'framework-weight-missing': { id: string; parent: string | null };
  'framework-weight-uncounted': { id: string };
  'framework-weights-sum': { parent: string | null; sum: Exact };
  'framework-not-a-share': { text: string };
  'framework-duplicate-grade': { text: string };
  'framework-duplicate-word': { text: string };
  'framework-unknown-word': { text: string; known: readonly string[] };
  'framework-missing-word': { word: string };
  'framework-unknown-model': { text: string; known: readonly string[] };
  'score-no-header': { text: string };
  'score-unknown-header': { text: string; known: readonly string[] };
  'score-blank-indicator': Record<never, never>;
  'score-unknown-indicator': { text: string; known: readonly string[] };
  'score-not-an-indicator': { text: string; title: string };
  'score-duplicate-indicator': { id: string; first: Place };
  'score-other-name': { id: string; title: string; text: string; other: string };
  /** `known` holds every name, `words` those to be listed. */
  'score-unknown-status': {
    text: string;
    known: readonly string[];
    words: readonly string[];
  };
  'score-uncounted-status': { text: string; id: string };
  'score-without-status': { id: string; word: string | null };
  'score-not-a-number': { text: string };
  'score-out-of-range': { text: string };
}
