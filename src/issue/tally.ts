import type { Place } from './issue.ts';

/** What can be wrong with a mapping and with the rows of a ledger. */
export interface TallyIssueArguments {
  'mapping-count-twice': { count: string };
  'mapping-not-a-day': { text: string };
  'mapping-not-a-number': { text: string };
  'mapping-reversed-range': { from: string; until: string };
  'mapping-unknown-count': { text: string };
  'mapping-no-limit': Record<never, never>;
  'mapping-unknown-value': { text: string; column: string; known: readonly string[] };
  /** `known` are the columns that there are; `within` the rows that were looked at, where not all were. */
  'ledger-no-columns': { missing: readonly string[]; known: readonly string[]; within?: number };
  /** `type` as DuckDB names it. */
  'ledger-column-type': { column: string; type: string };
  'ledger-blank-unit': { column: string };
  'ledger-total-row': { text: string; column: string };
  'ledger-blank-period': { column: string };
  'ledger-unreadable-period': { text: string; column: string; holds: 'date' | 'period' };
  'ledger-unreadable-date': { text: string; column: string };
  'ledger-unreadable-number': { text: string; column: string };
  'ledger-blank-number': { column: string };
  'ledger-negative-number': { text: string; column: string };
  'ledger-fractional-number': { text: string; column: string };
  'ledger-unknown-value': { text: string; column: string; known: readonly string[] };
  'ledger-unclassified': { columns: readonly { column: string; text: string }[] };
  'ledger-duplicate-case': { text: string; column: string; first: Place };
}
