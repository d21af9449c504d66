import { isSelectedPeriod, type Selection } from '../aggregate/group.ts';
import { type Catalogue, unitName } from '../catalogue/catalogue.ts';
import { nearest } from '../message/suggest.ts';
import { contains, type Period, parsePeriod } from '../period/period.ts';
import type { Dataset } from '../validate/dataset.ts';
import { usageError } from './failure.ts';

/** The metric of an id, label or alias. Throws a UsageError with the nearest name. */
export function metricId(
  text: string,
  catalogue: Catalogue,
  failure: 'unknown-metric' | 'nothing-to-explain' = 'unknown-metric',
): string {
  const id = catalogue.metricNamed(text);
  if (id !== undefined) return id;
  const ids = Object.keys(catalogue.metrics);
  const labels = Object.values(catalogue.metrics).flatMap(({ label, aliases = [] }) => [
    label,
    ...aliases,
  ]);
  const pool = /^[\x20-\x7e]*$/.test(text) ? ids : labels;
  throw usageError(failure, { text, nearest: nearest(text, pool) });
}

/** What data says of a unit in a period; of units that are not at hand, by no name. */
interface Stated {
  readonly unit?: string;
  readonly period: Period | null;
}

/** The units and periods that data knows. */
export interface Named extends Pick<Dataset, 'units'> {
  readonly entries: readonly Stated[];
}

/** The units and periods that the user named, which the data must know, together too. Throws a UsageError. */
export function selectionOf(
  { unit, period }: { readonly unit: readonly string[]; readonly period: readonly string[] },
  dataset: Named,
  catalogue: Catalogue,
): Selection {
  const units = unit.flatMap((text) => unitsNamed(text, dataset, catalogue));
  const periods = period.map((text) => {
    const parsed = parsePeriod(text);
    if (parsed === null) throw usageError('unreadable-period', { text });
    if (!holds(dataset, parsed)) throw usageError('absent-period', { text });
    return parsed;
  });
  const selection = {
    ...(unit.length > 0 && { units: new Set(units) }),
    ...(periods.length > 0 && { periods }),
  };
  assertStated(dataset.entries, selection);
  return selection;
}

/** Throws a UsageError where none of the units selected says anything in the periods selected. */
export function assertStated(entries: Iterable<Stated>, selection: Selection): void {
  const { units, periods } = selection;
  if (units === undefined || periods === undefined) return;
  for (const { unit, period } of entries) {
    if ((unit === undefined || units.has(unit)) && isSelectedPeriod(period, selection)) return;
  }
  throw usageError('absent-selection', {});
}

/** A unit of the data by one of its names, or the units of a group. */
function unitsNamed(text: string, { units }: Named, catalogue: Catalogue): readonly string[] {
  const name = unitName(text, catalogue);
  if (units.includes(name)) return [name];
  const { unitGroups } = catalogue;
  const members = Object.hasOwn(unitGroups, text) ? (unitGroups[text] as readonly string[]) : [];
  const present = members.filter((unit) => units.includes(unit));
  if (present.length > 0) return present;
  throw usageError('unknown-unit', {
    text,
    nearest: nearest(text, [...units, ...Object.keys(unitGroups)]),
  });
}

const holds = ({ entries }: Named, outer: Period): boolean =>
  entries.some(({ period }) => period !== null && contains(outer, period));
