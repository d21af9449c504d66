import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Place } from '../issue/issue.ts';
import { type DataScope, type Entry, entryCount, entryReported } from '../validate/dataset.ts';
import { placeOfCount } from '../validate/stated.ts';
import type { Observation } from '../validate/table.ts';
import type { Judgement } from './gate.ts';

/**
 * Where in the input a judgement is decided: the cell of a count that is missing or would have to change, or of the
 * published figure that stands in, the row where no single cell decides, the file where many rows do.
 */
export const judgedPlace = (
  { verdict, ...valued }: Valued & Pick<Judgement, 'verdict'>,
  dataset: DataScope,
  catalogue: Catalogue,
): Place => placeOfValue(valued, verdict.mend?.counts ?? [], dataset, catalogue);

/** A value of a group. */
type Valued = Pick<Judgement, 'group' | 'assessment'>;

/** The same for a value that nothing is demanded of. `decisive`: the counts that matter most in it, if any do. */
export function placeOfValue(
  { group, assessment }: Valued,
  decisive: readonly string[],
  dataset: DataScope,
  catalogue: Catalogue,
): Place {
  const { outcome, gaps, metric } = assessment;
  const [gap] = gaps;
  const missing = gap && dataset.find(gap.unit, gap.period);
  const entry = missing ?? (group.pooled ? undefined : group.entries.at(-1));
  if (entry === undefined) return { file: fileOf(group.entries, dataset) };
  const published =
    outcome.known && outcome.basis === 'reported' ? entryReported(entry, metric)?.place : undefined;
  if (published !== undefined) return published;
  const wanted =
    !outcome.known && 'counts' in outcome.reason
      ? outcome.reason.counts
      : decisive.length > 0
        ? decisive
        : catalogue.inputsOf(metric);
  // A reason names all that is missing; where it is in several cells, one that is blank is the place.
  const ordered = outcome.known ? wanted : wanted.filter((id) => entryCount(entry, id) === null);
  return placeOfFirst([...ordered, ...wanted], entry);
}

function placeOfFirst(counts: readonly string[], { observations }: Entry): Place {
  for (const count of counts) {
    const stating = observations.find(({ columns }) => columns.countSlots.has(count));
    if (stating !== undefined) return placeOfCount(stating, count);
  }
  return placeOfCount(observations[0] as Observation, '');
}

export const fileOf = ([first]: readonly Entry[], { tables }: DataScope): string =>
  first?.observations[0]?.columns.file ?? tables[0]?.columns.file ?? '-';
