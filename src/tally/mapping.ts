import type { PeriodGrain } from '../period/period.ts';

/**
 * Which rows of a ledger are meant, as plain data. A cell that is blank, or cannot be read as what a test
 * takes it for, meets no test but `absent`; so `not` of a test holds there.
 */
export type Condition =
  | { readonly kind: 'equals'; readonly column: string; readonly value: string }
  | { readonly kind: 'in'; readonly column: string; readonly values: readonly string[] }
  | ({ readonly kind: 'dates' } & ColumnRange)
  | ({ readonly kind: 'numbers' } & ColumnRange)
  | { readonly kind: 'present' | 'absent'; readonly column: string }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** Both ends belong to a range: days like `2024-01-31`, or decimals. */
interface ColumnRange {
  readonly column: string;
  readonly from?: string;
  readonly until?: string;
}

/** A condition on one cell. */
export type Test = Extract<Condition, { readonly column: string }>;

/** A condition that something is said of. */
export interface Choice {
  readonly where: Condition;
  readonly note?: string;
}

export interface PeriodColumn {
  readonly column: string;
  /** Whether its cells are days (with or without a time), or periods like 2024年第三季度. */
  readonly holds: 'date' | 'period';
  readonly grain: PeriodGrain;
}

/** What it means that a unit has no counted case in a period of the ledger: that there was none, or that nothing is known. */
export const NO_CASES = ['zero', 'unreported'] as const;

export type NoCases = (typeof NO_CASES)[number];

/** A mapping as it is written. */
export interface MappingFile {
  readonly title: string;
  readonly note?: string;
  readonly unit: string;
  readonly period: PeriodColumn & { readonly note?: string };
  readonly caseNumber?: string;
  readonly columns?: Readonly<
    Record<string, { readonly values: readonly string[]; readonly note?: string }>
  >;
  /** Rows that are knowingly not counted. */
  readonly leftOut?: Choice;
  readonly noCases?: { readonly means: NoCases; readonly note?: string };
  readonly counts: Readonly<
    Record<string, { readonly where?: Condition; readonly sum?: string; readonly note?: string }>
  >;
}

/** How one count is made: the rows that meet `where` (null: all), or the sum of a column over them. */
export interface CountRule {
  readonly count: string;
  readonly where: Condition | null;
  readonly sum: string | null;
  /** Whether the count may have decimals, so that fractions are added to it. */
  readonly decimals: boolean;
}

/** How a ledger becomes counts. */
export interface Mapping {
  readonly title: string;
  readonly unit: string;
  readonly period: PeriodColumn;
  readonly caseNumber: string | null;
  /** All that a column may hold, a blank cell among it only where it is named. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  readonly leftOut: Condition | null;
  readonly noCases: NoCases;
  readonly rules: readonly CountRule[];
}

/** The tests that a condition is made of. */
function testsOf(condition: Condition | null): Test[] {
  if (condition === null) return [];
  if ('column' in condition) return [condition];
  return condition.kind === 'not' ? testsOf(condition.of) : condition.of.flatMap(testsOf);
}

/** All tests of a mapping. */
export const testsIn = ({ leftOut, rules }: Mapping): Test[] => [
  ...testsOf(leftOut),
  ...rules.flatMap(({ where }) => testsOf(where)),
];

/** The columns that a mapping needs, in the order in which it names them. */
export function columnsOf(mapping: Mapping): string[] {
  const { unit, period, caseNumber, values, rules } = mapping;
  return [
    ...new Set([
      unit,
      period.column,
      ...(caseNumber === null ? [] : [caseNumber]),
      ...values.keys(),
      ...testsIn(mapping).map(({ column }) => column),
      ...rules.flatMap(({ sum }) => sum ?? []),
    ]),
  ];
}

/**
 * Whether rows that are left out tell of a unit, and of a period, that the ledger covers it. They do not where that
 * is what they are left out for: as rows of another unit, or of years before.
 */
export function coveredByLeftOut({ unit, period, leftOut }: Mapping): {
  readonly unit: boolean;
  readonly period: boolean;
} {
  const chosen = testsOf(leftOut)
    .filter(({ kind }) => kind !== 'present' && kind !== 'absent')
    .map(({ column }) => column);
  return { unit: !chosen.includes(unit), period: !chosen.includes(period.column) };
}

/** The columns that are read as days or as numbers, beside the one that gives the period. */
export function readColumns(mapping: Mapping): { dates: string[]; numbers: string[] } {
  const tests = testsIn(mapping);
  const of = (kind: Test['kind']): string[] =>
    tests.filter((test) => test.kind === kind).map(({ column }) => column);
  const sums = mapping.rules.flatMap(({ sum }) => sum ?? []);
  return {
    dates: [...new Set(of('dates'))].filter((each) => each !== periodDate(mapping)),
    numbers: [...new Set([...of('numbers'), ...sums])],
  };
}

const periodDate = ({ period }: Mapping): string | null =>
  period.holds === 'date' ? period.column : null;
