import { add, compare, divide, type Exact, multiply } from '../exact/exact.ts';
import type { Framework, FrameworkNode, Group, Measure } from './framework.ts';
import { type GradeResult, gradeOf } from './grade.ts';
import type { Standing } from './standing.ts';

/** What a measure is at the least and at the most; the same where nothing is missing. */
export interface Range {
  readonly worst: Exact;
  readonly best: Exact;
}

/** What a group, a domain or the whole comes to. Uncounted indicators are in none of it but the tally. */
export interface Result {
  /** How many indicators count, those that are not applicable left out. */
  readonly indicators: number;
  /** How many of those have a score. */
  readonly known: number;
  /** The sum of the scores. */
  readonly points: Range;
  /** Completion degree (完成度): points over indicators. Null where no indicator counts. */
  readonly degree: Range | null;
  /** The mean of what is directly in it by weight. Null where nothing in it counts. */
  readonly score: Range | null;
  /** How many indicators stand in each status, by its word. */
  readonly tally: Readonly<Record<string, number>>;
  /** Ids of indicators, in the order of the framework. */
  readonly open: readonly string[];
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
}

export interface GroupResult extends Result {
  readonly group: Group;
  readonly grade: GradeResult;
  readonly groups: readonly GroupResult[];
}

export interface ScoreResult {
  readonly domains: readonly GroupResult[];
  readonly overall: Result & { readonly grade: GradeResult };
}

/** Adds up how the indicators stand, exactly, from the groups that hold them to the domains and the whole. */
export function scoreFramework(framework: Framework, standings: readonly Standing[]): ScoreResult {
  const of = new Map(standings.map((standing) => [standing.indicator.id, standing]));

  const groupResult = (group: Group): GroupResult => {
    const groups = new Map(
      group.children.flatMap((child) =>
        child.kind === 'group' ? [[child.id, groupResult(child)] as const] : [],
      ),
    );
    const result = reckon(group.children, groups);
    return { group, ...result, grade: graded(result), groups: [...groups.values()] };
  };

  /** What nodes side by side come to, given what the groups among them do. */
  function reckon(
    nodes: readonly FrameworkNode[],
    groups: ReadonlyMap<string, GroupResult>,
  ): Result {
    const parts = nodes.map((node): Part => {
      const result =
        node.kind === 'group'
          ? (groups.get(node.id) as GroupResult)
          : leaf(of.get(node.id) as Standing);
      return { node, result };
    });
    return combined(parts);
  }

  const graded = (result: Result): GradeResult =>
    gradeOf(measureOf(result, framework.gradeOf), framework.grades);

  const domains = framework.domains.map(groupResult);
  const overall = combined(domains.map((result) => ({ node: result.group, result })));
  return { domains, overall: { ...overall, grade: graded(overall) } };
}

/** The measure that grades are given for. */
export const measureOf = ({ degree, score }: Result, measure: Measure): Range | null =>
  measure === 'degree' ? degree : score;

interface Part {
  readonly node: FrameworkNode;
  readonly result: Result;
}

const NONE: Range = { worst: 0, best: 0 };

/** An indicator by itself. What is missing may be anything from 0 to 1. */
function leaf({ indicator, state, status, score }: Standing): Result {
  const { id } = indicator;
  const tally = status === null ? {} : { [status.word]: 1 };
  const nothing = { open: [], missing: [], notApplicable: [], tally };
  if (state === 'uncounted' || state === 'not-applicable') {
    const notApplicable = state === 'not-applicable' ? [id] : [];
    return {
      ...nothing,
      indicators: 0,
      known: 0,
      points: NONE,
      degree: null,
      score: null,
      notApplicable,
    };
  }
  const range = score === null ? { worst: 0, best: 1 } : { worst: score, best: score };
  return {
    ...nothing,
    indicators: 1,
    known: score === null ? 0 : 1,
    points: range,
    degree: range,
    score: range,
    open: status?.means === 'open' ? [id] : [],
    missing: score === null ? [id] : [],
  };
}

function combined(parts: readonly Part[]): Result {
  const counted = parts.filter(({ result }) => result.indicators > 0);
  const sum = (value: (part: Part) => Exact): Exact =>
    counted.reduce<Exact>((total, part) => add(total, value(part)), 0);
  const over = (bound: keyof Range): Exact => sum(({ result }) => result.points[bound]);
  const points = { worst: over('worst'), best: over('best') };
  const indicators = counted.reduce((total, { result }) => total + result.indicators, 0);
  const weights = sum(({ node }) => node.weight);
  const mean = (bound: keyof Range): Exact =>
    divide(
      sum(({ node, result }) => multiply(node.weight, result.score?.[bound] ?? 0)),
      weights,
    );
  const listed = (key: 'open' | 'missing' | 'notApplicable'): string[] =>
    parts.flatMap(({ result }) => result[key]);
  return {
    indicators,
    known: counted.reduce((total, { result }) => total + result.known, 0),
    points,
    degree:
      indicators === 0
        ? null
        : { worst: divide(points.worst, indicators), best: divide(points.best, indicators) },
    score: indicators === 0 ? null : { worst: mean('worst'), best: mean('best') },
    tally: tallied(parts),
    open: listed('open'),
    missing: listed('missing'),
    notApplicable: listed('notApplicable'),
  };
}

function tallied(parts: readonly Part[]): Record<string, number> {
  const tally = new Map<string, number>();
  for (const { result } of parts) {
    for (const [word, count] of Object.entries(result.tally)) {
      tally.set(word, (tally.get(word) ?? 0) + count);
    }
  }
  return Object.fromEntries(tally);
}

/** The value of a range that is certain; null where it depends on what is missing. */
export const certain = (range: Range | null): Exact | null =>
  range !== null && compare(range.worst, range.best) === 0 ? range.worst : null;
