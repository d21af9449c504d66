import type { Exact } from '../exact/exact.ts';
import type { Period } from '../period/period.ts';
import type { ScoreIssueArguments } from './score.ts';
import type { TallyIssueArguments } from './tally.ts';

/** A place in an input: what a person needs to find the cell again. */
export interface Place {
  /** The path as given, or `-` for standard input. */
  readonly file: string;
  /** From 1. Absent when the whole file is meant. */
  readonly line?: number;
  /** From 1: the column of the sheet, or the character of the line in JSON. */
  readonly column?: number;
}

/** Whom and when figures speak of; the unit is empty where none is stated. */
export interface Who {
  unit: string;
  period: Period | null;
}

/** What is stated twice of one unit and period, and where it stood first. */
export interface Repeated extends Who {
  first: Place;
  /** What the unit is called here and there, where only the configuration makes one of the two. */
  written?: { here: string; first: string };
}

/** What can be wrong with an input, and what its sentence needs to be told. */
export interface IssueArguments extends ScoreIssueArguments, TallyIssueArguments {
  'unreadable-file': { cause: string };
  'same-input-twice': { first: string };
  'undecodable-bytes': { encoding: string; offset: number };
  'malformed-csv': { cause: string };
  'unreadable-parquet': { cause: string };
  'malformed-json': { cause: string };
  'json-not-rows': Record<never, never>;
  'duplicate-key': { text: string };
  'nested-value': { text: string; name: string };
  'no-header': { text: string };
  'no-rows': Record<never, never>;
  'unknown-header': { text: string };
  'nameless-column': { text: string };
  'scaled-unit': { text: string };
  'duplicate-column': { text: string; name: string; first: number };
  'unknown-indicator': { text: string };
  'extra-cell': { text: string; columns: number };
  'short-row': { cells: number; columns: number };
  'blank-unit': Record<never, never>;
  'no-unit': { text: string };
  'unit-written-two-ways': { unit: string; other: string };
  'unit-named-as-group': { unit: string };
  'blank-period': Record<never, never>;
  'unreadable-period': { text: string };
  'not-a-number': { text: string; term: string };
  'approximate-number': { text: string; term: string };
  'misplaced-separator': { text: string; term: string };
  'negative-count': { text: string; term: string };
  'fractional-count': { text: string; term: string };
  'percent-in-count': { text: string; term: string };
  'ambiguous-rate': { text: string; term: string };
  'rate-above-one': { text: string; term: string };
  'duplicate-row': Repeated;
  'duplicate-value': Repeated & { name: string };
  'count-stated-twice': Repeated & { count: string };
  'rate-stated-twice': Repeated & { term: string };
  'part-exceeds-whole': Who & {
    part: readonly string[];
    partValue: Exact;
    whole: readonly string[];
    wholeValue: Exact;
    weighted: boolean;
  };
  'total-mismatch': Who & { count: string; stated: Exact; sum: Exact };
  'total-without-parts': Who;
  'parts-mismatch': Who & { count: string; stated: Exact; sum: Exact };
  'parts-exceed': Who & { count: string; stated: Exact; sum: Exact };
  'falling-cumulative': Who & { count: string; later: Exact; earlier: Exact; first: Place };
  'pair-no-header': { text: string };
  'pair-missing-column': { column: 'label' | 'reported' };
  'pair-blank-label': Record<never, never>;
  'pair-unknown-kind': { text: string; known: readonly string[] };
  'pair-not-a-number': { text: string; column: string };
  'pair-approximate-number': { text: string; column: string };
  'pair-misplaced-separator': { text: string; column: string };
  'pair-negative-count': { text: string; column: string };
  'pair-percent-in-count': { text: string; column: string };
  'pair-ambiguous-rate': { text: string; column: string };
  'config-malformed': { cause: string };
  'config-duplicate-key': { text: string };
  'config-unknown-key': { text: string; known: readonly string[] };
  'config-missing-key': { text: string };
  'config-wrong-type': { expected: readonly string[] };
  'config-not-among': { text: string; allowed: readonly string[] };
  'config-not-a-decimal': { text: string };
  'config-not-positive': { text: string };
  'config-blank': Record<never, never>;
  'config-harmful-text': { text: string };
  'config-unknown-count': { text: string };
  'config-unknown-metric': { text: string };
  'config-unknown-standard': { text: string; known: readonly string[] };
  'config-bad-id': { text: string };
  'config-id-taken': { text: string };
  'config-bad-name': { text: string };
  'config-name-taken': { text: string; term: string };
  'config-name-chain': { text: string };
  'config-group-is-unit': { text: string };
  'config-cycle': { metrics: readonly string[] };
  'config-not-a-rate': { metric: string };
  'config-source-needed': Record<never, never>;
  'config-unreadable-month': { text: string };
  'config-from-after-until': { from: string; until: string };
  'config-limit-above-one': { text: string };
}

export type IssueCode = keyof IssueArguments;

/** A problem with the data, as data: one place turns it into a sentence. */
export type Issue = {
  [Code in IssueCode]: {
    readonly code: Code;
    readonly place: Place;
    readonly details: IssueArguments[Code];
  };
}[IssueCode];

export const issue = <Code extends IssueCode>(
  code: Code,
  place: Place,
  details: IssueArguments[Code],
): Issue => ({ code, place, details }) as unknown as Issue;

/** Takes the problems of one input as they are found. */
export type IssueSink = (found: Issue) => void;
