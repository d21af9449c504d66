import type { Place } from '../issue/issue.ts';
import { type Observation, valueAt } from './table.ts';

/** Where an observation stands. */
export const placeOfRow = ({ columns, line }: Observation): Place => ({
  file: columns.file,
  line,
});

/** Where an observation states a count. */
export function placeOfCount({ columns, line, placeOf }: Observation, count: string): Place {
  const slot = columns.countSlots.get(count);
  const { file } = columns;
  if (slot === undefined) return { file, line };
  if (placeOf !== undefined) return placeOf(slot);
  return { file, line, column: (columns.countColumns[slot] as number) + 1 };
}

/** What one observation, and no other of its unit and period, says of a count. */
export const statedValue = (observation: Observation, count: string) => {
  const slot = observation.columns.countSlots.get(count);
  return slot === undefined ? null : valueAt(observation, slot);
};
