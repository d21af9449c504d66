/** What is told of a rank is kept up to this many: one that is rare is worth no pass of its own. */
const HELD = 1000;

/** What a ranking needs to know of things. */
export interface Rankable<Thing, Told> {
  /** All things, or at least those of some subjects, in the same order at each call. */
  readonly things: (subjects: ReadonlySet<string>) => Iterable<Thing>;
  readonly subjectOf: (thing: Thing) => string;
  /** A number, the lowest for what is told of first. There should be few of them. */
  readonly rankOf: (thing: Thing) => number;
  /** What is to be told of a thing; it must not need the thing any longer. */
  readonly tell: (thing: Thing) => Told;
}

/** Things by how grave they are, told of without being kept. */
export interface Ranking<Thing, Told> {
  /** Takes note of the next thing. */
  readonly note: (thing: Thing) => void;
  /**
   * What there is to tell of all things noted: by rank, and in their own order within one. Each call goes through
   * the things of its subjects once for every rank that many things have.
   */
  readonly told: () => Iterable<Told>;
}

interface Rank<Told> {
  count: number;
  /** What is told of all of them, or nothing where they are many. */
  held: Told[];
  readonly subjects: Set<string>;
}

/** Ranks things that can be gone through again and again, so that only a few of them are ever kept. */
export function createRanking<Thing, Told>({
  things,
  subjectOf,
  rankOf,
  tell,
}: Rankable<Thing, Told>): Ranking<Thing, Told> {
  const ranks = new Map<number, Rank<Told>>();

  function* again(rank: number, { count, subjects }: Rank<Told>): Iterable<Told> {
    let left = count;
    for (const thing of things(subjects)) {
      if (rankOf(thing) !== rank) continue;
      yield tell(thing);
      if (--left === 0) return;
    }
  }

  return {
    note(thing) {
      const number = rankOf(thing);
      const rank = ranks.get(number) ?? { count: 0, held: [], subjects: new Set() };
      ranks.set(number, rank);
      rank.count++;
      rank.subjects.add(subjectOf(thing));
      if (rank.count <= HELD) rank.held.push(tell(thing));
      else rank.held = [];
    },
    *told() {
      for (const [number, rank] of [...ranks].sort(([left], [right]) => left - right)) {
        yield* rank.count <= HELD ? rank.held : again(number, rank);
      }
    },
  };
}
