import type { Group } from '../aggregate/group.ts';
import { type Lack, type Lacked, lackedIn, reasonOf } from '../assess/lack.ts';
import type { Reason } from '../formula/evaluate.ts';
import { gapName, gapTexts, named, SHOWN } from './group-names.ts';
import type { Naming, Phrases } from './phrases.ts';

/** Why there is no value, and who did not report: who lacks which, where they do not all lack the same. */
export function reasonText(
  reason: Reason,
  gaps: readonly Lack[],
  group: Pick<Group, 'pooled' | 'periods'>,
  phrases: Phrases,
  naming: Naming,
): string {
  const said = (of: Reason): string =>
    (phrases.reasons[of.code] as (reason: Reason, naming: Naming) => string)(of, naming);
  const all = lackedIn(reason);
  if (all === null || gaps.length === 0) return said(reason);
  const parts = partsOf(all, gaps, (gap) => gapName(gap, group, phrases));
  if (parts.every((part) => isAllOf(all, part))) {
    return said(reason) + gapTexts(gaps, group, phrases).map(phrases.aside).join('');
  }
  const texts = parts.slice(0, SHOWN).map(({ names, overlapping, ...lacked }) => {
    if (names.length === 0) {
      return (
        said(reasonOf(lacked)) + (overlapping ? phrases.aside(phrases.overlapping([], 0)) : '')
      );
    }
    // Who reported in such periods lacks nothing that could be named.
    const what = overlapping ? phrases.overlapping([], 0) : said(reasonOf(lacked));
    return phrases.lacking(...named(names), what);
  });
  const more = parts.slice(SHOWN).reduce((sum, { names }) => sum + Math.max(1, names.length), 0);
  if (more > 0) texts.push(phrases.lackingMore(more));
  return texts.join(phrases.check.separator);
}

/** Those who lack the same. */
interface Part extends Lacked {
  readonly overlapping: boolean;
  /** Empty where it is plain who it is, or nobody was asked. */
  readonly names: string[];
}

function partsOf(all: Lacked, gaps: readonly Lack[], nameOf: (gap: Lack) => string): Part[] {
  const byName = new Map<string, { name: string; overlapping: boolean; lacks: Lacked[] }>();
  const note = (name: string, overlapping: boolean, lacked: Lacked): void => {
    const key = `${overlapping} ${name}`;
    const same = byName.get(key);
    if (same === undefined) byName.set(key, { name, overlapping, lacks: [lacked] });
    else same.lacks.push(lacked);
  };
  const lackedByNobody = without(all, lackedBy(all, gaps));
  if (!isNothing(lackedByNobody)) note('', false, lackedByNobody);
  for (const gap of gaps) note(nameOf(gap), gap.overlapping === true, gap);
  const parts = new Map<string, Part>();
  for (const { name, overlapping, lacks } of byName.values()) {
    const lacked = lackedBy(all, lacks);
    const key = JSON.stringify([overlapping, name === '', lacked]);
    const part = parts.get(key) ?? { ...lacked, overlapping, names: [] };
    parts.set(key, part);
    if (name !== '') part.names.push(name);
  }
  return [...parts.values()];
}

/** What some lack together, in the order of the reason. */
function lackedBy(all: Lacked, lacks: readonly Lacked[]): Lacked {
  const counts = new Set(lacks.flatMap((lack) => lack.counts));
  const priorYear = new Set(lacks.flatMap((lack) => lack.priorYear));
  return {
    counts: all.counts.filter((id) => counts.has(id)),
    priorYear: all.priorYear.filter((id) => priorYear.has(id)),
  };
}

const without = (all: Lacked, some: Lacked): Lacked => ({
  counts: all.counts.filter((id) => !some.counts.includes(id)),
  priorYear: all.priorYear.filter((id) => !some.priorYear.includes(id)),
});

const isNothing = ({ counts, priorYear }: Lacked): boolean =>
  counts.length === 0 && priorYear.length === 0;

/** Whether those are all of the counts, of which they are some. */
const isAllOf = (all: Lacked, some: Lacked): boolean => isNothing(without(all, some));
