import type { Place } from './issue.ts';

/** What can be wrong with a mapping and with the rows of a ledger. */
export interface TallyIssueArguments {
  'mapping-count-twice': { count: string };
  'mapping-not-a-day': { text: string };
  'mapping-not-a-number': { text: string };
  'mapping-no-limit': Record<never, never>;
  'mapping-unknown-value': { text: string; column: string; known: readonly string[] };
  /** `known` are the columns that there are. */
  'ledger-no-columns': { missing: readonly string[]; known: readonly string[] };
  'ledger-blank-unit': { column: string };
  'ledger-blank-period': { column: string };
  'ledger-unreadable-period': { text: string; column: string; holds: 'date' | 'period' };
  'ledger-unreadable-date': { text: string; column: string };
  'ledger-unreadable-number': { text: string; column: string };
  'ledger-blank-number': { column: string };
  'ledger-unknown-value': { text: string; column: string; known: readonly string[] };
  'ledger-unclassified': { columns: readonly { column: string; text: string }[] };
  'ledger-duplicate-case': { text: string; column: string; first: Place };
}
