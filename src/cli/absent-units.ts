import type { Catalogue } from '../catalogue/catalogue.ts';
import { nearest } from '../message/suggest.ts';
import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import { type Host, writeTo } from './host.ts';

/** More of them are not told: the data is then of other units altogether. */
const TOLD = 5;

/**
 * Says where a standard that is for some units is for one that may be misspelt: it is near to one that the data has,
 * or the data has none of the standard's. It would judge nothing, and nobody would know.
 */
export async function sayOfAbsentUnits(
  { standards }: Catalogue,
  known: readonly string[],
  { phrases }: Words,
  host: Host,
): Promise<void> {
  const present = new Set(known);
  const told = Object.entries(standards).flatMap(([id, { units = [], suspended = [] }]) =>
    [units, ...suspended.map((off) => off.units ?? [])].flatMap((named) => {
      const hasNone = !named.some((unit) => present.has(unit));
      return named.flatMap((unit) => {
        const near = present.has(unit) ? null : nearest(unit, known);
        if (present.has(unit) || (near === null && !hasNone)) return [];
        return phrases.notes.absentUnit(id, visible(unit), near && visible(near));
      });
    }),
  );
  for (const text of told.slice(0, TOLD)) await writeTo(host.stderr, `${text}\n`);
}
