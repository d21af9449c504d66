import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Term } from '../formula/formula.ts';
import { type DataScope, type Entry, entryCount } from '../validate/dataset.ts';
import { entriesWithin, type Group, partition, runsOneYearEarlier } from './group.ts';
import { outermostEntries } from './tiles.ts';

/** What of a group a metric does not apply to. */
export interface Exemptions {
  /** Units of which one side of the formula does not apply: they add nothing to the others. */
  readonly units: ReadonlySet<string>;
  /** Whether a row adds nothing to a count. */
  covers(entry: Entry, count: string): boolean;
}

/**
 * A metric's exemptions in a group: of several units those that say of all counts of one side that these do not
 * apply to them, and of a unit's rows those that say so of their period. Staff is counted once, at the end, and no
 * row's.
 */
export function exemptionsFrom(
  metric: string,
  group: Pick<Group, 'units' | 'entries' | 'periods'>,
  dataset: Pick<DataScope, 'entriesOf'>,
  { sidesOf, counts }: Catalogue,
): Exemptions {
  const isStock = (count: string): boolean => counts[count]?.nature === 'stock';
  const sides = sidesOf(metric);
  const ofRows = sides.filter((side) =>
    side.every(({ count, earlier }) => !earlier && !isStock(count)),
  );
  const isRowExempt = (entry: Entry): boolean =>
    ofRows.some((side) => side.every(({ count }) => isNotApplicable(entry, count)));

  const runs = runsOneYearEarlier(group);
  const rowsOf = partition(group.entries, ({ unit }) => unit);
  const isExempt = (unit: string, { count, earlier }: Term): boolean => {
    const rows = outermostEntries(
      earlier ? entriesWithin(runs, dataset.entriesOf(unit)).inside : (rowsOf.get(unit) ?? []),
    );
    const counting = isStock(count) ? rows.slice(-1) : rows;
    return counting.length > 0 && counting.every((entry) => isNotApplicable(entry, count));
  };
  // What does not apply to a single unit is its own to say.
  const several = group.units.length > 1 ? group.units : [];
  const units = new Set(
    several.filter((unit) => sides.some((side) => side.every((term) => isExempt(unit, term)))),
  );
  return {
    units,
    covers: (entry, count) => units.has(entry.unit) || (!isStock(count) && isRowExempt(entry)),
  };
}

const isNotApplicable = (entry: Entry, count: string): boolean =>
  entryCount(entry, count) === 'not-applicable';
