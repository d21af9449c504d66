import type { Selection } from '../aggregate/group.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { nearest } from '../message/suggest.ts';
import { contains, type Period, parsePeriod } from '../period/period.ts';
import type { Dataset } from '../validate/dataset.ts';
import { usageError } from './failure.ts';

/** The metric of an id, label or alias. Throws a UsageError with the nearest name. */
export function metricId(text: string, catalogue: Catalogue): string {
  const id = catalogue.metricNamed(text);
  if (id !== undefined) return id;
  const ids = Object.keys(catalogue.metrics);
  const labels = Object.values(catalogue.metrics).flatMap(({ label, aliases = [] }) => [
    label,
    ...aliases,
  ]);
  const pool = /^[\x20-\x7e]*$/.test(text) ? ids : labels;
  throw usageError('unknown-metric', { text, nearest: nearest(text, pool) });
}

/** The units and periods that the user named, which the data must know. Throws a UsageError. */
export function selectionOf(
  { unit, period }: { readonly unit: readonly string[]; readonly period: readonly string[] },
  dataset: Dataset,
): Selection {
  const known = new Set(dataset.units);
  for (const text of unit) {
    if (!known.has(text)) {
      throw usageError('unknown-unit', { text, nearest: nearest(text, dataset.units) });
    }
  }
  const periods = period.map((text) => {
    const parsed = parsePeriod(text);
    if (parsed === null) throw usageError('unreadable-period', { text });
    if (!holds(dataset, parsed)) throw usageError('absent-period', { text });
    return parsed;
  });
  return {
    ...(unit.length > 0 && { units: new Set(unit) }),
    ...(periods.length > 0 && { periods }),
  };
}

const holds = ({ entries }: Dataset, outer: Period): boolean =>
  entries.some(({ period }) => period !== null && contains(outer, period));
