import type { Catalogue } from '../catalogue/catalogue.ts';
import {
  compare,
  compareQuotients,
  type Exact,
  fractionText,
  quotientValue,
} from '../exact/exact.ts';
import { type CountValue, evaluate, type Outcome } from '../formula/evaluate.ts';
import type { Verdict } from '../judge/judge.ts';
import { defines, sameStandards } from './definition.ts';
import type { Sides } from './measure.ts';
import type { Cause, CountSide, MetricSide } from './record.ts';

export const countChanged = ({ value: before }: CountSide, { value: after }: CountSide): boolean =>
  !sameCount(before, after);

const isQuantity = (value: CountValue): value is Exact =>
  value !== null && value !== 'not-applicable';

const sameCount = (left: CountValue, right: CountValue): boolean =>
  isQuantity(left) && isQuantity(right) ? compare(left, right) === 0 : left === right;

/** Whether a metric's value, or what the standards say of it, is another than it was. */
export const metricChanged = (
  id: string,
  before: MetricSide,
  after: MetricSide,
  sides: Sides,
): boolean =>
  !sameOutcome(outcomeOf(before), outcomeOf(after)) || judgedOtherwise(id, before, after, sides);

const outcomeOf = ({ assessment }: MetricSide): Outcome | null => assessment?.outcome ?? null;

/** Whether two values are known and differ. What the old data does not tell by the new formula says nothing. */
const isOther = (before: Outcome | null, after: Outcome | null): boolean =>
  before?.known === true && after?.known === true && !sameOutcome(before, after);

function sameOutcome(before: Outcome | null, after: Outcome | null): boolean {
  if (before === null || after === null) return before === after;
  if (before.known && after.known) {
    return before.basis === after.basis && compareQuotients(before, after) === 0;
  }
  return !before.known && !after.known && before.reason.code === after.reason.code;
}

/**
 * Whether a limit or a verdict is another. By the same standards only those that speak on both sides are held
 * against each other: the units that are compared may be the whole of one input and a part of the other.
 */
function judgedOtherwise(
  id: string,
  before: MetricSide,
  after: MetricSide,
  { before: left, after: right }: Sides,
): boolean {
  const [first, second] = [demandsOf(before), demandsOf(after)];
  const standards = new Set([...first.keys(), ...second.keys()]);
  const same = sameStandards(id, left.catalogue, right.catalogue);
  return [...standards].some((standard) => {
    const [old, now] = [first.get(standard), second.get(standard)];
    return old !== now && (!same || (old !== undefined && now !== undefined));
  });
}

/** What each standard that speaks of a place demands and finds. */
const demandsOf = ({ assessment }: MetricSide): ReadonlyMap<string, string> =>
  new Map(
    (assessment?.verdicts ?? [])
      .filter(({ status }) => status !== 'not-judged')
      .map((verdict) => [verdict.standard, demandText(verdict)]),
  );

const demandText = ({ status, severity, limit }: Verdict): string =>
  `${status} ${severity} ${limit === null ? '' : fractionText(quotientValue(limit))}`;

/**
 * Why a restated metric changed. Data and formula are each a cause where they change the value by themselves, whichever
 * of the two is taken as changed first: together they may hide or outdo each other.
 */
export function causesOf(
  id: string,
  before: MetricSide,
  after: MetricSide,
  sides: Sides,
): readonly Cause[] {
  const causes: Cause[] = [];
  const { before: left, after: right } = sides;
  const [old, now] = [outcomeOf(before), outcomeOf(after)];
  const byOldFormula = outcomeBy(left.catalogue, id, after);
  const byNewFormula = outcomeBy(right.catalogue, id, before);
  if (byOldFormula !== null) {
    if (!sameOutcome(old, byOldFormula) || isOther(byNewFormula, now)) causes.push('data');
    if (!sameOutcome(byOldFormula, now) || isOther(old, byNewFormula)) causes.push('definition');
  } else causes.push('definition');
  if (
    !sameStandards(id, left.catalogue, right.catalogue) &&
    judgedOtherwise(id, before, after, sides)
  ) {
    causes.push('standard');
  }
  // A limit that is itself a value of the data moved with it.
  return causes.length === 0 ? ['data'] : causes;
}

/** What the counts of a side come to by the formula of a catalogue; null where either is not there. */
function outcomeBy(catalogue: Catalogue, id: string, { assessment }: MetricSide): Outcome | null {
  if (assessment === null || !defines(catalogue, id)) return null;
  const { formulaOf } = catalogue;
  return evaluate(id, formulaOf(id), assessment.source, formulaOf);
}
