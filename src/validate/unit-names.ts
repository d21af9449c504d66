import { type Catalogue, unitName } from '../catalogue/catalogue.ts';
import type { Repeated } from '../issue/issue.ts';
import { isNoUnit } from './table.ts';

/** A unit as a row names it. */
export interface NamedUnit {
  readonly unit: string;
  /** What the row calls it, where the configuration unifies that with another name. */
  readonly written: string | undefined;
  /** Whether the row speaks of other rows, and so of no unit. */
  readonly isNone: boolean;
}

/** Reads the names of units, each text once. */
export function unitReader(catalogue: Catalogue): (text: string) => NamedUnit {
  const known = new Map<string, NamedUnit>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const plain = text.trim().replace(/\s+/g, ' ');
    const unit = unitName(plain, catalogue);
    const written = unit === plain ? undefined : plain;
    const named = { unit, written, isNone: isNoUnit(unit) };
    known.set(text, named);
    return named;
  };
}

/** What two rows of one unit call it, where that is not the same and only the configuration unifies it. */
export function namesOf(
  later: Pick<NamedUnit, 'unit'> & Partial<Pick<NamedUnit, 'written'>>,
  earlier: Pick<NamedUnit, 'unit'> & Partial<Pick<NamedUnit, 'written'>>,
): Pick<Repeated, 'written'> {
  const [here, first] = [later.written ?? later.unit, earlier.written ?? earlier.unit];
  return here === first ? {} : { written: { here, first } };
}
