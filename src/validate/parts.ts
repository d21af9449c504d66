import type { Catalogue } from '../catalogue/catalogue.ts';
import { ofCatalogue } from '../catalogue/once.ts';
import { type Amount, inputsOf } from '../formula/formula.ts';

/** A share's part and whole, with the counts that each is made of. */
export interface PartOfWhole {
  readonly part: Amount;
  readonly whole: Amount;
  readonly partCounts: readonly string[];
  readonly wholeCounts: readonly string[];
}

/** The parts and wholes that the formulas of shares declare, each pair once, as far as data states them. */
export const partsOfWholes = (stated: ReadonlySet<string>, catalogue: Catalogue): PartOfWhole[] =>
  allPartsOfWholes(catalogue).filter(
    ({ partCounts, wholeCounts }) =>
      wholeCounts.every((id) => stated.has(id)) && partCounts.some((id) => stated.has(id)),
  );

const allPartsOfWholes = ofCatalogue((catalogue): readonly PartOfWhole[] => {
  const pairs = new Map<string, PartOfWhole>();
  for (const { formula } of Object.values(catalogue.metrics)) {
    if (formula.kind !== 'share') continue;
    const { part, whole } = formula;
    const partCounts = inputsOf(part, catalogue.formulaOf);
    const wholeCounts = inputsOf(whole, catalogue.formulaOf);
    pairs.set(JSON.stringify([part, whole]), { part, whole, partCounts, wholeCounts });
  }
  return [...pairs.values()];
});
