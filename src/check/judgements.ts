import type { Catalogue } from '../catalogue/catalogue.ts';
import type { DataByUnit } from '../validate/by-unit.ts';
import type { Dataset } from '../validate/dataset.ts';
import { createGate, createGateOf, type GateOptions, type Judgement } from './gate.ts';
import { placesByUnit } from './places.ts';

/** All judgements, or at least those on some metrics, in the same order at each call; none need be kept. */
export type Judgements = (metrics?: ReadonlySet<string>) => Iterable<Judgement>;

/** Judges anew at each call, and of the metrics only those that are asked for. */
export const createJudgements = (
  dataset: Dataset,
  catalogue: Catalogue,
  options: GateOptions,
): Judgements => judgementsOf(options, (each) => createGate(dataset, catalogue, each));

/** The same for data of which the rows of one unit are at hand at a time; a judgement as long as its unit is. */
export function createJudgementsByUnit(
  data: DataByUnit,
  catalogue: Catalogue,
  options: GateOptions,
): Judgements {
  const places = placesByUnit(data, catalogue, options.selection);
  return judgementsOf(options, (each) => createGateOf(data, places, catalogue, each));
}

function judgementsOf(
  options: GateOptions,
  gateOf: (options: GateOptions) => () => Iterable<Judgement>,
): Judgements {
  const judgeAll = gateOf(options);
  return (wanted) => {
    if (wanted === undefined) return judgeAll();
    const metrics = options.metrics.filter((id) => wanted.has(id));
    return gateOf({ ...options, metrics })();
  };
}
