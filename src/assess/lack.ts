import type { Gap, GroupSource } from '../aggregate/totals.ts';
import type { Reason } from '../formula/evaluate.ts';

/** Counts that are missing: of a place's own time, and of the year before. */
export interface Lacked {
  readonly counts: readonly string[];
  readonly priorYear: readonly string[];
}

/** A unit, and the period where one is known, that keeps a value from being known, and what it lacks. */
export interface Lack extends Gap, Lacked {}

/** What keeps a value from being known for want of counts; null where it is something else. */
export function lackedIn(reason: Reason): Lacked | null {
  if (reason.code === 'no-prior-year') return { counts: [], priorYear: reason.counts };
  if (reason.code !== 'missing-input') return null;
  return { counts: reason.counts, priorYear: reason.priorYear ?? [] };
}

/** The reason that some counts are missing; the other way round. */
export const reasonOf = ({ counts, priorYear }: Lacked): Reason => {
  if (counts.length === 0) return { code: 'no-prior-year', counts: priorYear };
  return { code: 'missing-input', counts, ...(priorYear.length > 0 && { priorYear }) };
};

/** Who lacks what, of the units and periods that a source sums; empty where it is one row, or nobody has it. */
export function lacksOf(reason: Reason, source: GroupSource): readonly Lack[] {
  const lacked = lackedIn(reason);
  if (lacked === null) return [];
  const lacks = new Map<
    string,
    Gap & { readonly counts: string[]; readonly priorYear: string[] }
  >();
  const note = (kind: keyof Lacked, count: string, gaps: readonly Gap[]): void => {
    for (const gap of gaps) {
      const key = `${gap.unit}\u0000${gap.period?.start}-${gap.period?.end} ${gap.overlapping}`;
      const lack = lacks.get(key) ?? { ...gap, counts: [], priorYear: [] };
      lacks.set(key, lack);
      if (!lack[kind].includes(count)) lack[kind].push(count);
    }
  };
  for (const count of lacked.counts) note('counts', count, source.missing(count));
  const before = lacked.priorYear.length === 0 ? null : source.priorYear();
  for (const count of lacked.priorYear) note('priorYear', count, before?.missing(count) ?? []);
  return [...lacks.values()];
}
