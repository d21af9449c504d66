import type { Catalogue } from '../catalogue/catalogue.ts';
import { compare, subtract } from '../exact/exact.ts';
import type { CountValue } from '../formula/evaluate.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { contains, type Period } from '../period/period.ts';
import { createDataset, type Dataset } from '../validate/dataset.ts';
import { placeOfCount, statedValue } from '../validate/stated.ts';
import { storeOf } from '../validate/store.ts';
import { type Observation, type TableData, valueAt } from '../validate/table.ts';
import { makeUp } from './periods.ts';
import type { Derivation, Derivations } from './side.ts';

/** Data whose cumulative periods were made single ones, and which of its rows that concerns. */
export interface SinglePeriods {
  readonly dataset: Dataset;
  readonly derived: Derivations;
}

/**
 * Makes single periods of the cumulative ones of each unit (January to March, to June, to September, the year):
 * each minus the one before it. Flows are subtracted; a stock is that of the later period; a published rate
 * cannot be subtracted and is unknown. What shorter periods state already is left alone. A count that falls
 * while it should pile up is reported, and unknown.
 */
export function singlePeriods(
  { tables }: Dataset,
  catalogue: Catalogue,
  report: IssueSink,
): SinglePeriods {
  const derived = new Map<Observation, Derivation>();
  const single = tables.map((table): TableData => {
    const made = new Map<Observation, Observation>();
    for (const { cumulative, shorter } of steps(table.observations)) {
      const observation = difference(cumulative, shorter, catalogue, report);
      made.set(cumulative, observation);
      derived.set(observation, { from: cumulative.period, minus: shorter.period });
    }
    return { ...table, observations: table.observations.map((each) => made.get(each) ?? each) };
  });
  return { dataset: createDataset(single), derived };
}

/** An observation that states its period. */
type Dated = Observation & { readonly period: Period };

interface Step {
  readonly cumulative: Dated;
  readonly shorter: Dated;
}

function* steps(observations: readonly Observation[]): Iterable<Step> {
  const byUnit = new Map<string, Dated[]>();
  for (const observation of observations) {
    if (observation.period === null) continue;
    const ofUnit = byUnit.get(observation.unit);
    if (ofUnit === undefined) byUnit.set(observation.unit, [observation as Dated]);
    else ofUnit.push(observation as Dated);
  }
  for (const ofUnit of byUnit.values()) {
    for (const chain of chainsOf(ofUnit)) yield* stepsOfChain(chain, ofUnit);
  }
}

/** The periods of each year that begin with January and end within it, shortest first. */
function chainsOf(ofUnit: readonly Dated[]): Dated[][] {
  const chains = new Map<number, Dated[]>();
  for (const observation of ofUnit) {
    const { start, end } = observation.period;
    if (start % 12 !== 0 || end - start >= 12) continue;
    const chain = chains.get(start);
    if (chain === undefined) chains.set(start, [observation]);
    else chain.push(observation);
  }
  return [...chains.values()].map((chain) =>
    chain.sort((left, right) => left.period.end - right.period.end),
  );
}

function* stepsOfChain(chain: readonly Dated[], ofUnit: readonly Dated[]): Iterable<Step> {
  for (const [index, cumulative] of chain.entries()) {
    const shorter = chain[index - 1];
    if (shorter === undefined || shorter.period.end === cumulative.period.end) continue;
    if (!isStated(periodBetween(cumulative, shorter), ofUnit)) yield { cumulative, shorter };
  }
}

const periodBetween = (cumulative: Dated, shorter: Dated): Period => ({
  start: shorter.period.end + 1,
  end: cumulative.period.end,
});

/** Whether periods inside a period make it up: a year beside its quarters is no cumulative figure to take apart. */
const isStated = (wanted: Period, ofUnit: readonly Dated[]): boolean =>
  makeUp(
    wanted,
    ofUnit.map(({ period }) => period).filter((period) => contains(wanted, period)),
  );

function difference(
  cumulative: Dated,
  shorter: Dated,
  catalogue: Catalogue,
  report: IssueSink,
): Observation {
  const { columns } = cumulative;
  const subtracted = columns.counts.map((count, slot): CountValue => {
    const later = valueAt(cumulative, slot);
    if (catalogue.counts[count]?.nature === 'stock') return later;
    const earlier = statedValue(shorter, count);
    if (later === 'not-applicable' && earlier === 'not-applicable') return later;
    if (typeof later === 'string' || typeof earlier === 'string') return null;
    if (later === null || earlier === null) return null;
    const rest = subtract(later, earlier);
    if (compare(rest, 0) >= 0) return rest;
    report(
      issue('falling-cumulative', placeOfCount(cumulative, count), {
        unit: cumulative.unit,
        period: cumulative.period,
        count,
        later,
        earlier,
        first: placeOfCount(shorter, count),
      }),
    );
    return null;
  });
  return {
    ...cumulative,
    period: periodBetween(cumulative, shorter),
    store: storeOf(subtracted),
    from: 0,
    reported: columns.reported.map(() => null),
  };
}
