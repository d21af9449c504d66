import { add, compare, type Exact, isZero, subtract } from '../exact/exact.ts';
import { attribute, type Part } from './attribute.ts';
import type { IndicatorDocument, ResultDocument, ScoreDocument } from './document.ts';
import type { Measure } from './framework.ts';
import { parseShare } from './share.ts';

/** What one indicator has to do with the change of its domain. */
export interface IndicatorChange {
  readonly id: string;
  readonly title: string;
  /** Null where the other document does not have it. */
  readonly before: IndicatorDocument | null;
  readonly after: IndicatorDocument | null;
  /**
   * By how much it moves the graded measure, 0..1. One that begins or ceases to count moves it by what sets it
   * apart from those that it joins or leaves. Null where that depends on a score that is unknown.
   */
  readonly effect: Exact | null;
}

/** A domain, or the whole, before and after. */
export interface ResultChange {
  readonly before: ResultDocument;
  readonly after: ResultDocument;
  /** After minus before, 0..1; null where one of them is unknown. */
  readonly degree: Exact | null;
  readonly score: Exact | null;
  /** Indicators whose status or score is another one, or that only one of the documents has. */
  readonly by: readonly IndicatorChange[];
  /** What is left of the change of the graded measure, where the two weigh their indicators otherwise. */
  readonly others: Exact | null;
}

type Within = 'domain' | 'overall';

export interface DomainChange extends ResultChange {
  readonly id: string;
  readonly title: string;
}

/** What moved between two results, and by which indicators. */
export interface ScoreChanges {
  /** What else is not the same, so that it has a part in the change. */
  readonly differing: readonly ('framework' | 'model')[];
  /** The names of the models. */
  readonly models: { readonly before: string; readonly after: string };
  /** What grades are given for, and the effects are of. */
  readonly measure: Measure;
  readonly overall: ResultChange;
  /** Domains that both documents have, by id and title, and in which anything changed. */
  readonly domains: readonly DomainChange[];
}

/** Compares two results, exactly: years or districts that are scored by the same framework. */
export function compareScores(before: ScoreDocument, after: ScoreDocument): ScoreChanges {
  const measure = after.framework.gradeOf;
  const domains = after.domains.flatMap((domain): DomainChange[] => {
    // Frameworks number their domains alike, whatever these are of.
    const earlier = before.domains.find(
      ({ id, title }) => id === domain.id && title === domain.title,
    );
    if (earlier === undefined) return [];
    const inDomain = ({ indicators }: ScoreDocument): IndicatorDocument[] =>
      indicators.filter((each) => each.domain === domain.id);
    const change = changeOf(earlier, domain, inDomain(before), inDomain(after), 'domain', measure);
    return hasMoved(change) ? [{ id: domain.id, title: domain.title, ...change }] : [];
  });
  const differing: ScoreChanges['differing'][number][] = [];
  if (!sameFramework(before, after)) differing.push('framework');
  if (!sameScores(before.model.scores, after.model.scores)) differing.push('model');
  return {
    differing,
    models: { before: before.model.name, after: after.model.name },
    measure,
    overall: changeOf(
      before.overall,
      after.overall,
      before.indicators,
      after.indicators,
      'overall',
      measure,
    ),
    domains,
  };
}

function changeOf(
  before: ResultDocument,
  after: ResultDocument,
  earlier: readonly IndicatorDocument[],
  later: readonly IndicatorDocument[],
  within: Within,
  measure: Measure,
): ResultChange {
  const changes = {
    degree: difference(before.exact.degree, after.exact.degree),
    score: difference(before.exact.score, after.exact.score),
  };
  const by = indicatorChanges(earlier, later, within, measure);
  const effects = by.map(({ effect }) => effect);
  const others =
    changes[measure] === null || effects.includes(null)
      ? null
      : subtract(
          changes[measure] as Exact,
          effects.reduce<Exact>((sum, effect) => add(sum, effect ?? 0), 0),
        );
  return {
    before,
    after,
    ...changes,
    by,
    others,
  };
}

function indicatorChanges(
  earlier: readonly IndicatorDocument[],
  later: readonly IndicatorDocument[],
  within: Within,
  measure: Measure,
): IndicatorChange[] {
  const effects = attribute(partsOf(earlier, within, measure), partsOf(later, within, measure));
  const ids = new Set([...later, ...earlier].map(({ id }) => id));
  return [...ids].flatMap((id): IndicatorChange[] => {
    const before = earlier.find((each) => each.id === id) ?? null;
    const after = later.find((each) => each.id === id) ?? null;
    const isSame =
      before?.status === after?.status &&
      before?.exact === after?.exact &&
      before?.state === after?.state;
    if (isSame) return [];
    const found = effects.get(id);
    const effect = found === undefined ? 0 : found;
    return [{ id, title: (after ?? before)?.title ?? '', before, after, effect }];
  });
}

/** The indicators that count. A degree knows no groups and no weights, a score is a mean of means. */
const partsOf = (
  indicators: readonly IndicatorDocument[],
  within: Within,
  measure: Measure,
): Part[] =>
  indicators.flatMap(({ id, exact, weight, path }) => {
    const share = weight === null ? null : parseShare(weight[within]);
    if (share === null) return [];
    const score = exact === null ? null : parseShare(exact);
    return measure === 'degree'
      ? { id, weight: 1, score, path: [] }
      : { id, weight: share, score, path: within === 'domain' ? path.slice(1) : path };
  });

function difference(before: string | null, after: string | null): Exact | null {
  const [from, to] = [before, after].map((text) => (text === null ? null : parseShare(text)));
  return from == null || to == null ? null : subtract(to, from);
}

/** Whether anything is another: a measure, a grade, or an indicator. */
const hasMoved = ({ before, after, degree, score, by }: ResultChange): boolean =>
  by.length > 0 ||
  before.grade !== after.grade ||
  [degree, score].some((change) => change !== null && !isZero(change));

const sameFramework = (left: ScoreDocument, right: ScoreDocument): boolean =>
  left.framework.title === right.framework.title &&
  left.framework.gradeOf === right.framework.gradeOf &&
  JSON.stringify(left.indicators.map(({ id, domain, counted }) => [id, domain, counted])) ===
    JSON.stringify(right.indicators.map(({ id, domain, counted }) => [id, domain, counted]));

function sameScores(
  left: ScoreDocument['model']['scores'],
  right: ScoreDocument['model']['scores'],
): boolean {
  const words = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...words].every((word) => {
    const [first, second] = [left, right].map((scores) => {
      const share = Object.hasOwn(scores, word) ? scores[word] : undefined;
      return share === undefined ? null : parseShare(share.exact);
    });
    return first != null && second != null && compare(first, second) === 0;
  });
}
