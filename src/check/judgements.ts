import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Dataset } from '../validate/dataset.ts';
import { createGate, type GateOptions, type Judgement } from './gate.ts';

/** All judgements, or at least those on some metrics, in the same order at each call; none need be kept. */
export type Judgements = (metrics?: ReadonlySet<string>) => Iterable<Judgement>;

/** Judges anew at each call, and of the metrics only those that are asked for. */
export function createJudgements(
  dataset: Dataset,
  catalogue: Catalogue,
  options: GateOptions,
): Judgements {
  const judgeAll = createGate(dataset, catalogue, options);
  return (wanted) => {
    if (wanted === undefined) return judgeAll();
    const metrics = options.metrics.filter((id) => wanted.has(id));
    return createGate(dataset, catalogue, { ...options, metrics })();
  };
}
