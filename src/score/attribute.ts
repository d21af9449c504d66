import { add, divide, type Exact, multiply, subtract } from '../exact/exact.ts';

/** An indicator that counts, with its part in a measure. */
export interface Part {
  readonly id: string;
  /** Of any size: only what it is beside the others matters. */
  readonly weight: Exact;
  /** 0..1; null where it is unknown. */
  readonly score: Exact | null;
  /** The groups with a mean of their own that it is in, from the outside in. */
  readonly path: readonly string[];
}

/** By how much each indicator moves the measure; null where that depends on what is unknown. */
export type Effects = ReadonlyMap<string, Exact | null>;

/**
 * Which indicators move a weighted mean, and by how much. One that counts before and after moves it by its own
 * change, with the weight that it has among all that do so in its group. One that no longer counts moves it by
 * what it was below the mean of those before, one that counts only now by what it is above the mean of those
 * after: the mean that it leaves or joins. So the effects add up to the change, but for siblings that weigh
 * otherwise among themselves than before. Where nothing counts on one side there is no change, and each is null.
 */
export function attribute(before: readonly Part[], after: readonly Part[]): Effects {
  if (before.length === 0 || after.length === 0) {
    return new Map([...before, ...after].map(({ id }) => [id, null]));
  }
  const effects = new Map<string, Exact | null>();
  spread(before, after, 0, 1, effects);
  return effects;
}

interface Branch {
  readonly before: Part[];
  readonly after: Part[];
}

/** Adds the effects within one group, of which the measure is so many parts. */
function spread(
  before: readonly Part[],
  after: readonly Part[],
  depth: number,
  scale: Exact,
  effects: Map<string, Exact | null>,
): void {
  const put = ({ id }: Part, weight: Exact, moved: Exact | null): void => {
    const sum = effects.get(id) ?? 0;
    const isKnown = moved !== null && effects.get(id) !== null;
    effects.set(id, isKnown ? add(sum, multiply(weight, moved)) : null);
  };
  const branches = branchesOf(before, after, depth);
  const staying = branches.filter((each) => each.before.length > 0 && each.after.length > 0);
  const stayed = staying.flatMap((each) => each.before);
  const stays = staying.flatMap((each) => each.after);
  const [left, joined] = [meanOf(stayed), meanOf(stays)];
  const shareOf = (parts: readonly Part[], all: readonly Part[]): Exact =>
    multiply(scale, divide(weightOf(parts), weightOf(all)));

  for (const branch of branches) {
    const [was, is] = [branch.before[0], branch.after[0]];
    if (was === undefined || is === undefined) {
      for (const part of branch.before) {
        put(part, shareOf([part], before), difference(left, part.score));
      }
      for (const part of branch.after) {
        put(part, shareOf([part], after), difference(part.score, joined));
      }
    } else {
      const share = shareOf(branch.after, stays);
      if (is.path.length > depth) spread(branch.before, branch.after, depth + 1, share, effects);
      else put(is, share, difference(is.score, was.score));
    }
  }
}

/** What stands side by side in a group, before and after: indicators, and groups with all that is in them. */
function branchesOf(
  before: readonly Part[],
  after: readonly Part[],
  depth: number,
): readonly Branch[] {
  const branches = new Map<string, Branch>();
  const branchOf = ({ id, path }: Part): Branch => {
    const key = path.length > depth ? `group ${path[depth]}` : `indicator ${id}`;
    const branch = branches.get(key) ?? { before: [], after: [] };
    branches.set(key, branch);
    return branch;
  };
  for (const part of before) branchOf(part).before.push(part);
  for (const part of after) branchOf(part).after.push(part);
  return [...branches.values()];
}

const weightOf = (parts: readonly Part[]): Exact =>
  parts.reduce<Exact>((sum, { weight }) => add(sum, weight), 0);

/** The mean of all; null where a score is unknown. Of none it is 0, which then stands on both sides. */
function meanOf(parts: readonly Part[]): Exact | null {
  let sum: Exact = 0;
  for (const { weight, score } of parts) {
    if (score === null) return null;
    sum = add(sum, multiply(weight, score));
  }
  return parts.length === 0 ? 0 : divide(sum, weightOf(parts));
}

const difference = (to: Exact | null, from: Exact | null): Exact | null =>
  to === null || from === null ? null : subtract(to, from);
