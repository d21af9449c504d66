import { type Issue, type IssueCode, issue } from '../issue/issue.ts';
import type { LedgerRow } from '../read/ledger.ts';
import type { RowProblem } from '../tally/examine.ts';
import { columnsOf, type Mapping, type NoCases } from '../tally/mapping.ts';
import type { Problem, Tally } from '../tally/tally.ts';

/** How many rows with a problem are shown. */
export const SAMPLES = 5;

/** Counts the rows with each problem, and keeps the first of them. */
export function problemBook() {
  const book = new Map<string, Problem & { rows: number; readonly samples: Issue[] }>();
  return {
    /** `sample` is asked for only where it is kept. */
    add(code: IssueCode, column: string | null, sample: () => Issue): void {
      const key = JSON.stringify([code, column]);
      let problem = book.get(key);
      if (problem === undefined) {
        problem = { code, column, rows: 0, samples: [] };
        book.set(key, problem);
      }
      problem.rows++;
      if (problem.samples.length < SAMPLES) problem.samples.push(sample());
    },
    problems: (): Problem[] => [...book.values()],
  };
}

/** Whether a row with a problem is one that could not be read at all. */
export const isLostRow = (code: IssueCode): boolean =>
  code === 'short-row' ||
  code === 'extra-cell' ||
  code === 'malformed-json' ||
  code === 'json-not-rows';

/**
 * What a missing row means once ledgers have been read: where rows were lost, it may have been among them, and nothing
 * is known.
 */
export const noCasesAfter = (
  { noCases }: Pick<Mapping, 'noCases'>,
  { problems, issues }: Pick<Tally, 'problems' | 'issues'>,
): NoCases => (problems.some(losesRow) || issues.some(losesRows) ? 'unreported' : noCases);

const losesRow = ({ code }: Pick<Problem, 'code'>): boolean =>
  isLostRow(code) ||
  code === 'ledger-blank-unit' ||
  code === 'ledger-total-row' ||
  code === 'ledger-blank-period' ||
  code === 'ledger-unreadable-period';

/** Nothing of a file with a problem is counted, unless that it has been counted already is the problem. */
const losesRows = ({ code }: Issue): boolean => code !== 'same-input-twice';

/** Which of two problems is said first: they go as a row is looked at. */
const ORDER: readonly IssueCode[] = [
  'malformed-json',
  'json-not-rows',
  'duplicate-key',
  'nested-value',
  'short-row',
  'extra-cell',
  'ledger-blank-unit',
  'ledger-total-row',
  'ledger-blank-period',
  'ledger-unreadable-period',
  'ledger-unreadable-date',
  'ledger-unreadable-number',
  'ledger-unknown-value',
  'ledger-unclassified',
  'ledger-blank-number',
  'ledger-negative-number',
  'ledger-fractional-number',
  'ledger-duplicate-case',
];

export const inOrder = (problems: readonly Problem[], mapping: Mapping): Problem[] => {
  const columns: readonly (string | null)[] = columnsOf(mapping);
  return [...problems].sort(
    (left, right) =>
      ORDER.indexOf(left.code) - ORDER.indexOf(right.code) ||
      columns.indexOf(left.column) - columns.indexOf(right.column),
  );
};

/** What is to be said of a row with a problem. */
export function problemIssue(
  { code, column }: RowProblem,
  { cells, placeOf }: LedgerRow,
  mapping: Mapping,
): Issue {
  const columns = columnsOf(mapping);
  const named = column ?? '';
  const at = columns.indexOf(named);
  const place = placeOf(column === null ? null : at);
  const text = cells[at] ?? '';
  switch (code) {
    case 'ledger-blank-unit':
    case 'ledger-blank-period':
    case 'ledger-blank-number':
      return issue(code, place, { column: named });
    case 'ledger-unreadable-period':
      return issue(code, place, { text, column: named, holds: mapping.period.holds });
    case 'ledger-total-row':
    case 'ledger-unreadable-date':
    case 'ledger-unreadable-number':
    case 'ledger-negative-number':
    case 'ledger-fractional-number':
      return issue(code, place, { text, column: named });
    case 'ledger-unknown-value': {
      const known = [...(mapping.values.get(named) ?? [])];
      return issue(code, place, { text, column: named, known });
    }
    case 'ledger-unclassified':
      return issue(code, place, {
        columns: columns.map((each, index) => ({ column: each, text: cells[index] as string })),
      });
    case 'ledger-duplicate-case':
      return issue(code, place, { text, column: named, first: place });
  }
}
