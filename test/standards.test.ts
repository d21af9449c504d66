import { describe, expect, test } from 'vitest';
import { fraction } from '../src/exact/exact.ts';
import { only, type Situation, said, value } from './support/judging.ts';
import { catalogue } from './support/sheets.ts';

describe('training hours: 72 a year by the plan of 2011, 60 from 2021 to 2025 (T5, T6)', () => {
  test.each([
    ['2011', 65, 'not-in-force', 'not-in-force'],
    ['2012', 72, 'met', 'not-in-force'],
    ['2019', 65, 'breached', 'not-in-force'],
    ['2020', 72, 'met', 'not-in-force'],
    ['2021', 65, 'not-in-force', 'met'],
    ['2024', 60, 'not-in-force', 'met'],
    ['2024', 59, 'not-in-force', 'breached'],
    ['2025', 60, 'not-in-force', 'met'],
    ['2026', 60, 'not-in-force', 'not-in-force'],
    // Hours of a quarter are not held against those of a year, nor those of two years.
    ['2024Q1', 15, 'other-period-length', 'other-period-length'],
    ['2023-2024年', 120, 'other-period-length', 'other-period-length'],
  ])('%s, %d hours a person', (period, hours, until2020, since2021) => {
    expect(said('trainingHoursPerPerson', { of: value(hours * 10, 10), period })).toEqual({
      trainingHoursMinimumUntil2020: until2020,
      trainingHoursMinimum: since2021,
    });
  });

  test('without a period nobody can tell', () => {
    const verdicts = Object.values(said('trainingHoursPerPerson', { of: value(1) }));
    expect(verdicts).toEqual(['period-unknown', 'period-unknown']);
  });

  test('59 hours and 59 minutes are too few: 60 is compared exactly', () => {
    const of = { ...value(fraction(3599n, 60n), 1) };
    expect(said('trainingHoursPerPerson', { of, period: '2024' }).trainingHoursMinimum).toBe(
      'breached',
    );
  });
});

describe('who has to meet a standard', () => {
  test.each<[string, string, Situation, string]>([
    [
      'each street has 2 mediators (T7)',
      'fullTimeStreetMediators',
      { of: value(1), as: 'unit' },
      'breached',
    ],
    ['each street', 'fullTimeStreetMediators', { of: value(2), as: 'unit' }, 'met'],
    [
      'not all streets together',
      'fullTimeStreetMediators',
      { of: value(30), as: 'whole' },
      'each-unit',
    ],
    [
      'each office has a reviewer',
      'legalReviewStaffShare',
      { of: value(4, 100), as: 'unit' },
      'breached',
    ],
    [
      'not all offices together',
      'legalReviewStaffShare',
      { of: value(4, 100), as: 'whole' },
      'each-unit',
    ],
    [
      'the district as a whole',
      'reconsiderationToLitigationRatio',
      { of: value(1166, 1105), as: 'whole' },
      'met',
    ],
    [
      'not one office',
      'reconsiderationToLitigationRatio',
      { of: value(1, 2), as: 'unit' },
      'whole-only',
    ],
    ['a file of one unit is both', 'fullTimeStreetMediators', { of: value(2) }, 'met'],
    [
      'a file of one unit is both',
      'reconsiderationToLitigationRatio',
      { of: value(1, 2) },
      'breached',
    ],
    ['100 % is asked of a unit', 'filingRate', { of: value(9, 10), as: 'unit' }, 'breached'],
    ['and of all', 'filingRate', { of: value(10, 10), as: 'whole' }, 'met'],
  ])('%s: %s', (_, metric, situation, expected) => {
    expect(only(metric, situation)).toBe(expected);
  });
});

test('where the seeds state no threshold there is none (T24, T25, T31)', () => {
  const without = [
    'examinationPassRate',
    'reconsiderationCorrectionRate',
    'hotlineResponseRate',
    'hotlineResolutionRate',
    'hotlineSatisfactionRate',
    'litigationLossRate',
  ];
  for (const metric of without) {
    expect(catalogue.metrics, metric).toHaveProperty(metric);
    expect(catalogue.standardsOf(metric), metric).toEqual([]);
  }
});
