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
    definition: digestOf(
      canonical({ counts: saidIn(counts), metrics: saidIn(metrics), unitNames, unitGroups }),
    ),
    standards: digestOf(canonical(saidIn(standards))),
    vocabulary: digestOf(canonical({ counts, metrics, standards, unitNames, unitGroups })),
    options,
    metrics: ids.map((id) => ({
      id,
      formula: canonicalFormula(id, catalogue.formulaOf),
      standards: catalogue.standardsOf(id).length === 0 ? null : digestOf(demandsOf(id, catalogue)),
    })),
  };
}

/** Whether the same inputs would give the same bytes: definitions and standards are part of the vocabulary. */
export const sameSettings = (left: Settings, right: Settings): boolean =>
  canonical(keyOf(left)) === canonical(keyOf(right));

const keyOf = ({ version, vocabulary, options, metrics }: Settings) => ({
  version,
  vocabulary,
  options,
  metrics,
});

/** Records without where they are written and cited from: a configuration that only moved defines nothing else. */
const saidIn = (
  records: Readonly<
    Record<string, { readonly source: unknown; readonly note?: unknown; readonly custom?: unknown }>
  >,
) =>
  Object.entries(records).map(
    ([id, { source: _source, note: _note, custom: _custom, ...said }]) => [id, said],
  );

/**
 * JSON that is equal for equal values. The order of keys is kept: that of metrics is the order in which they are
 * written.
 */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? `${each}n` : each));
