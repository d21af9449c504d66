import type { Catalogue } from '../catalogue/catalogue.ts';
import { demandsOf } from '../compare/definition.ts';
import { canonicalFormula } from '../formula/canonical.ts';
import { digestOf } from './digest.ts';
import type { Settings } from './manifest.ts';

/** What decides the figures of a run beside its inputs. Without requested metrics all of the catalogue are listed. */
export function settingsOf(
  catalogue: Catalogue,
  requested: readonly string[],
  options: Settings['options'],
  version: string,
): Settings {
  const { counts, metrics, standards, unitNames, unitGroups } = catalogue;
  const ids = requested.length > 0 ? requested : Object.keys(metrics);
  return {
    version,
    definition: digestOf(canonical({ counts, metrics, unitNames, unitGroups })),
    standards: digestOf(canonical(standards)),
    options,
    metrics: ids.map((id) => ({
      id,
      formula: canonicalFormula(id, catalogue.formulaOf),
      standards: catalogue.standardsOf(id).length === 0 ? null : digestOf(demandsOf(id, catalogue)),
    })),
  };
}

export const sameSettings = (left: Settings, right: Settings): boolean =>
  canonical(keyOf(left)) === canonical(keyOf(right));

const keyOf = ({ version, definition, standards, options, metrics }: Settings) => ({
  version,
  definition,
  standards,
  options,
  metrics,
});

/**
 * JSON that is equal for equal values. The order of keys is kept: that of metrics is the order in which they are
 * written.
 */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? `${each}n` : each));
