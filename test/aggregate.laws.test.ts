import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupsOf } from '../src/aggregate/group.ts';
import { GROUPINGS } from '../src/aggregate/grouping.ts';
import { groupSource } from '../src/aggregate/totals.ts';
import { createAssessor } from '../src/assess/assess.ts';
import { type Period, parsePeriod, periodId } from '../src/period/period.ts';
import { createDataset, type Dataset } from '../src/validate/dataset.ts';
import { catalogue, type Sheet, tableOf } from './support/sheets.ts';

const header = '单位,期间,撤销,变更,确认违法,责令履行,实际审理,执法人员总数';
const counts = ['reconsiderationRevoked', 'reconsiderationHeard', 'enforcementStaff'];

/** Some cells blank, some not applicable, most of them small counts. */
const cell = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 50 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('', '—', '不适用') },
);

const periods = ['2023', '2024', '2024Q1', '2024Q2', '2024-07', '2024H2'];

const rows = fc
  .uniqueArray(fc.tuple(fc.constantFrom('甲', '乙', '丙'), fc.constantFrom(...periods)), {
    minLength: 1,
    maxLength: 12,
    selector: (key) => key.join(),
  })
  .chain((keys) =>
    fc.tuple(
      ...keys.map(([unit, period]) =>
        fc
          .array(cell, { minLength: 6, maxLength: 6 })
          .map((cells) => [unit, period, ...cells].join()),
      ),
    ),
  );

const datasetOf = (lines: Sheet): Dataset => createDataset([tableOf(lines)]);

/** All that a run says of its groups, without regard to their order. */
function resultsOf(dataset: Dataset): string[] {
  const names = (units: readonly string[]) => [...units].sort().join();
  return GROUPINGS.flatMap((by) =>
    groupsOf(dataset, by, {}).map((group) => {
      const source = groupSource(group, dataset, catalogue);
      const values = counts.map((id) => {
        const gaps = source
          .missing(id)
          .map(({ unit, period }) => `${unit}${period && periodId(period)}`);
        return `${String(source.count(id))} ${gaps.sort().join('+')}`;
      });
      const period = group.period && periodId(group.period);
      return `${by}: ${group.unit} of ${names(group.units)} ${period}: ${values.join('; ')}`;
    }),
  ).sort();
}

describe('laws of adding up', () => {
  test('the order of rows does not matter', () => {
    const shuffled = rows.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    fc.assert(
      fc.property(shuffled, ([lines, other]) => {
        expect(resultsOf(datasetOf([header, ...other]))).toEqual(
          resultsOf(datasetOf([header, ...lines])),
        );
      }),
    );
  });

  test('splitting a sheet into two files by row does not matter', () => {
    fc.assert(
      fc.property(rows, fc.nat(11), (lines, at) => {
        const [first, second] = [lines.slice(0, at), lines.slice(at)].filter(
          (part) => part.length > 0,
        );
        fc.pre(second !== undefined);
        const split = createDataset([
          tableOf([header, ...(first ?? [])]),
          tableOf([header, ...(second ?? [])]),
        ]);
        expect(resultsOf(split)).toEqual(resultsOf(datasetOf([header, ...lines])));
      }),
    );
  });

  test('the total of all units and months is the sum over rows, where no row is missing', () => {
    const full = fc.array(
      fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 6, maxLength: 6 }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(full, (units) => {
        const lines = units.flatMap((months, unit) =>
          months.map((value, month) => `单位${unit},2024-0${month + 1},${value},${value}`),
        );
        const dataset = datasetOf(['单位,期间,实际审理,执法人员总数', ...lines]);
        const [total] = groupsOf(dataset, 'total', {});
        if (total === undefined) throw new Error('no group');
        const source = groupSource(total, dataset, catalogue);
        const cases = units.flat().reduce((sum, value) => sum + BigInt(value), 0n);
        const staff = units.reduce((sum, months) => sum + BigInt(months[5] as number), 0n);
        expect(BigInt(source.count('reconsiderationHeard') as number)).toBe(cases);
        expect(BigInt(source.count('enforcementStaff') as number)).toBe(staff);
        expect(total.period).toEqual(parsePeriod('2024H1') as Period);
      }),
    );
  });
});

/** Freezes what a value holds, as deep as it goes, so that any write to it throws. */
function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}

/** Everything a dataset holds, as text, maps and sets included. */
const contentOf = ({ tables, units, entries }: Dataset): string =>
  JSON.stringify({ tables, units, entries }, (_, value) =>
    typeof value === 'bigint'
      ? String(value)
      : value instanceof Map || value instanceof Set
        ? [...value]
        : value,
  );

test('grouping, adding up and judging leave the data as it was', () => {
  fc.assert(
    fc.property(rows, (lines) => {
      const dataset = deepFreeze(datasetOf([header, ...lines]));
      const before = contentOf(dataset);
      const metrics = Object.keys(catalogue.metrics);
      for (const partial of [false, true]) {
        const { assess } = createAssessor(dataset, catalogue, { metrics, partial });
        for (const by of GROUPINGS) {
          for (const group of groupsOf(dataset, by, {})) {
            expect(assess(deepFreeze(group)).assessments).toHaveLength(metrics.length);
          }
        }
      }
      expect(contentOf(dataset)).toBe(before);
    }),
    { numRuns: 30 },
  );
});
