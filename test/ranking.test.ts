import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRanking } from '../src/check/ranking.ts';

interface Thing {
  readonly name: string;
  readonly rank: number;
  readonly subject: string;
}

/** Ranks things, and counts how many were looked at and told of. */
function ranked(things: readonly Thing[], { narrows = true }: { narrows?: boolean } = {}) {
  const counts = { passed: 0, told: 0 };
  const ranking = createRanking<Thing, string>({
    *things(subjects) {
      for (const thing of things) {
        if (narrows && !subjects.has(thing.subject)) continue;
        counts.passed++;
        yield thing;
      }
    },
    subjectOf: ({ subject }) => subject,
    rankOf: ({ rank }) => rank,
    tell: ({ name }) => {
      counts.told++;
      return name;
    },
  });
  for (const thing of things) ranking.note(thing);
  return { counts, told: ranking.told };
}

const many = (count: number, rank: number, subject = 'a'): Thing[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${rank} ${index}`, rank, subject }));

/** A stable sort by rank. */
const sorted = (things: readonly Thing[]): string[] =>
  things.toSorted((left, right) => left.rank - right.rank).map(({ name }) => name);

describe('what is told of ranked things', () => {
  // Runs of one rank, so that some ranks have more things than are kept and others few.
  const things = fc
    .array(
      fc.record({
        rank: fc.nat({ max: 4 }),
        subject: fc.constantFrom('a', 'b', 'c'),
        count: fc.oneof(fc.nat({ max: 5 }), fc.nat({ max: 1500 })),
      }),
      { maxLength: 8 },
    )
    .map((runs) => runs.flatMap(({ rank, subject, count }) => many(count, rank, subject)));

  test('is that of a stable sort by rank, at each call', () => {
    fc.assert(
      fc.property(things, fc.boolean(), (list, narrows) => {
        const { told } = ranked(list, { narrows });
        expect([...told()]).toEqual(sorted(list));
        expect([...told()]).toEqual(sorted(list));
      }),
      { numRuns: 60 },
    );
  });

  test('is kept where it is little: nothing is gone through again', () => {
    const { told, counts } = ranked([...many(10, 1), ...many(10, 0)]);
    expect([...told()]).toHaveLength(20);
    expect(counts).toEqual({ passed: 0, told: 20 });
  });

  test('is told anew where it is much, one by one as it is asked for', () => {
    const { told, counts } = ranked(many(50_000, 0));
    counts.told = 0;
    const pulled = told()[Symbol.iterator]();
    expect(counts).toEqual({ passed: 0, told: 0 });
    expect(pulled.next().value).toBe('0 0');
    expect(pulled.next().value).toBe('0 1');
    expect(counts).toEqual({ passed: 2, told: 2 });
  });

  test('goes through the subjects of a rank alone, and no further than its last thing', () => {
    const list = [...many(2000, 1, 'a'), ...many(3000, 0, 'b'), ...many(4000, 1, 'c')];
    const { told, counts } = ranked([...list, ...many(10, 2, 'b')]);
    expect([...told()]).toHaveLength(9010);
    // 3,000 of b, and 2,000 of a with 4,000 of c; the ten are kept.
    expect(counts.passed).toBe(9000);
  });

  test('never goes through more than once a rank', () => {
    const list = [...many(2000, 1), ...many(2000, 0)];
    const { told, counts } = ranked(list);
    expect([...told()]).toEqual(sorted(list));
    expect(counts.passed).toBe(4000 + 2000);
  });
});
