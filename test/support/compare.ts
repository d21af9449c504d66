/** Compares small sheets, as the program does once they are read. */
import type { Catalogue } from '../../src/catalogue/catalogue.ts';
import { type CompareOptions, type Comparison, compareSides } from '../../src/compare/compare.ts';
import type { PairingFault, PeriodChoice } from '../../src/compare/periods.ts';
import type { ChangeRecord, ComparedPair } from '../../src/compare/record.ts';
import { type SinglePeriods, singlePeriods } from '../../src/compare/single.ts';
import { decimalText } from '../../src/exact/decimal.ts';
import type { Exact } from '../../src/exact/exact.ts';
import type { Issue } from '../../src/issue/issue.ts';
import { type Period, parsePeriod, periodId } from '../../src/period/period.ts';
import { valueAt } from '../../src/validate/table.ts';
import { catalogue, datasetOf, nameOf, type Sheet } from './sheets.ts';

export interface Wish extends Partial<Omit<CompareOptions, 'periods'>> {
  readonly periods?: PeriodChoice;
  readonly before?: Catalogue;
  readonly after?: Catalogue;
  readonly single?: boolean;
}

export const period = (text: string): Period => {
  const parsed = parsePeriod(text);
  if (parsed === null) throw new Error(`${text} is no period`);
  return parsed;
};

export const given = (from: string, to: string): PeriodChoice => ({
  kind: 'given',
  from: period(from),
  to: period(to),
});

/** Compares two sheets, or the periods of one, or says why that cannot be. */
export function attempt(before: Sheet, after: Sheet | null, wish: Wish = {}) {
  const { before: old = catalogue, after: now = catalogue, single = false } = wish;
  const side = (sheet: Sheet, own: Catalogue) => {
    const { dataset } = datasetOf(sheet);
    const made: SinglePeriods = single
      ? singlePeriods(dataset, own, () => undefined)
      : { dataset, derived: new Map() };
    return { ...made, catalogue: own };
  };
  const first = side(before, old);
  const second = after === null && old === now ? first : side(after ?? before, now);
  return compareSides(first, second, {
    periods: { kind: 'data' },
    by: 'unit',
    metrics: [],
    partial: false,
    decompose: false,
    selection: {},
    ...wish,
  } as CompareOptions);
}

export function compared(before: Sheet, after: Sheet | null, wish: Wish = {}): Comparison {
  const found = attempt(before, after, wish);
  if ('fault' in found) throw new Error(JSON.stringify(found));
  return found;
}

export function faultOf(
  before: Sheet,
  after: Sheet | null,
  wish: Wish = {},
): PairingFault['fault'] {
  const found = attempt(before, after, wish);
  if (!('fault' in found)) throw new Error('it could be compared');
  return found.fault;
}

/** Each pair as "unit after/before" ("all" for all units). */
export const pairNames = ({ pairs }: Comparison): string[] =>
  pairs.map(
    ({ before, after }) =>
      `${after.unit ?? 'all'} ${nameOf(after.period)}/${before.period && periodId(before.period)}`,
  );

/** A pair by its unit and, where several periods are compared, the period after. */
export function pairOf(comparison: Comparison, unit: string | null, after?: string): ComparedPair {
  const found = comparison.pairs.filter(
    (pair) =>
      pair.after.unit === unit && (after === undefined || nameOf(pair.after.period) === after),
  );
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} pairs of ${unit}`);
  return comparison.compare(only);
}

/** The record of a metric or count in a pair. */
export function recordOf<Kind extends ChangeRecord['kind']>(
  { records }: ComparedPair,
  kind: Kind,
  id: string,
): Extract<ChangeRecord, { kind: Kind }> {
  const found = records.find((record) => record.kind === kind && record.id === id);
  if (found === undefined) throw new Error(`no ${kind} ${id}`);
  return found as Extract<ChangeRecord, { kind: Kind }>;
}

/** An exact number as a decimal, or as a fraction where it has none. */
export const exactText = (value: Exact | null | undefined): string | null => {
  if (value === null || value === undefined) return null;
  return (
    decimalText(value) ??
    (typeof value === 'object' ? `${value.numerator}/${value.denominator}` : '')
  );
};

/** Single periods of a sheet: its rows, what is wrong, and how the derived ones were made. */
export function singled(...lines: Sheet) {
  const issues: Issue[] = [];
  const { dataset, derived } = singlePeriods(datasetOf(lines).dataset, catalogue, (found) =>
    issues.push(found),
  );
  const rows = dataset.entries.map(({ unit, period: of, observations }) => [
    unit,
    nameOf(of),
    ...observations
      .slice(0, 1)
      .flatMap((row) => row.columns.counts.map((_, slot) => valueAt(row, slot))),
  ]);
  const made = [...derived].map(
    ([{ unit, period: of }, { from, minus }]) =>
      `${unit} ${nameOf(of)} = ${periodId(from)} - ${periodId(minus)}`,
  );
  return { rows, made, issues, dataset, derived };
}
