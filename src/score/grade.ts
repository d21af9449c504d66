import { compare, type Exact } from '../exact/exact.ts';
import type { Framework, Grade } from './framework.ts';
import type { GroupResult, Range } from './score.ts';

/**
 * The grade of a measure. `below`: under every band, for which the framework has no word. `open`: it depends on
 * what is missing, and these are the grades that it may still be, null for none of them. `none`: nothing counts.
 */
export type GradeResult =
  | { readonly kind: 'graded'; readonly grade: Grade }
  | { readonly kind: 'below'; readonly lowest: Grade | null }
  | { readonly kind: 'open'; readonly worst: Grade | null; readonly best: Grade | null }
  | { readonly kind: 'none' };

/** Whether two results of one framework are the same grade, or the same grades that it may still be. */
export function isSameGrade(left: GradeResult, right: GradeResult): boolean {
  if (left.kind === 'graded') return right.kind === 'graded' && left.grade === right.grade;
  if (left.kind === 'open') {
    return right.kind === 'open' && left.worst === right.worst && left.best === right.best;
  }
  return left.kind === right.kind;
}

/** The best band that a value reaches; null under all of them. */
export const bandOf = (value: Exact, grades: Framework['grades']): Grade | null =>
  grades.find(({ from }) => compare(value, from) >= 0) ?? null;

export function gradeOf(measure: Range | null, grades: Framework['grades']): GradeResult {
  if (measure === null) return { kind: 'none' };
  const [worst, best] = [bandOf(measure.worst, grades), bandOf(measure.best, grades)];
  if (worst !== best) return { kind: 'open', worst, best };
  return worst === null
    ? { kind: 'below', lowest: grades.at(-1) ?? null }
    : { kind: 'graded', grade: worst };
}

/** How many domains of those that count have each grade, best first, and which have none. */
export interface Distribution {
  /** Domains that count. */
  readonly of: number;
  readonly shares: readonly { readonly grade: Grade; readonly domains: readonly string[] }[];
  readonly below: readonly string[];
  readonly open: readonly string[];
}

export function distributionOf(
  domains: readonly GroupResult[],
  grades: Framework['grades'],
): Distribution {
  const counted = domains.filter(({ grade }) => grade.kind !== 'none');
  const having = (fits: (result: GradeResult) => boolean): string[] =>
    counted.filter(({ grade }) => fits(grade)).map(({ group }) => group.id);
  return {
    of: counted.length,
    shares: grades.map((grade) => ({
      grade,
      domains: having((result) => result.kind === 'graded' && result.grade === grade),
    })),
    below: having(({ kind }) => kind === 'below'),
    open: having(({ kind }) => kind === 'open'),
  };
}
