import { describe, expect, test } from 'vitest';
import { fraction } from '../src/exact/exact.ts';
import { only, type Situation, value } from './support/judging.ts';

describe('the comparison rules as the seeds applied them', () => {
  test.each<[string, string, Situation, string]>([
    [
      'R1: 1166 reconsiderations > 1105 suits',
      'reconsiderationToLitigationRatio',
      { of: value(1166, 1105) },
      'met',
    ],
    [
      'R1: as many is not more',
      'reconsiderationToLitigationRatio',
      { of: value(1105, 1105) },
      'breached',
    ],
    [
      'R2: 16.43 % < 72.50 %',
      'relitigationRatio',
      { of: value(fraction(1643n, 10000n)), against: value(fraction(725n, 1000n)) },
      'met',
    ],
    [
      'R2: equal is not lower',
      'relitigationRatio',
      { of: value(1, 2), against: value(2, 4) },
      'breached',
    ],
    [
      'R3: 97 % < 100 % was unfinished, without tolerance',
      'meanReconsiderationRecognitionRate',
      { of: value(fraction(97n, 100n)), against: value(1) },
      'breached',
    ],
    [
      'R3: equal is not lower',
      'meanReconsiderationRecognitionRate',
      { of: value(fraction(97n, 100n)), against: value(97, 100) },
      'met',
    ],
    [
      'R4: 100.84 % is more than the year before',
      'inspectionsYearOnYearRatio',
      { of: value(216429, 214625), period: '2022' },
      'met',
    ],
    [
      'R4: as many is not more',
      'penaltiesYearOnYearRatio',
      { of: value(6928, 6928), period: '2022' },
      'breached',
    ],
    [
      'R5: no fewer mediators than before',
      'fullTimeMediators',
      { of: value(30), before: value(30), period: '2022' },
      'met',
    ],
    [
      'R5: one fewer',
      'fullTimeMediators',
      { of: value(29), before: value(30), period: '2022' },
      'breached',
    ],
    ['R5: no year before', 'fullTimeMediators', { of: value(29), period: '2022' }, 'unknown'],
    ['T23: 5 of 20 files with defects', 'caseFileDefectRate', { of: value(5, 20) }, 'breached'],
    ['T23: none', 'caseFileDefectRate', { of: value(0, 20) }, 'met'],
  ])('%s', (_, metric, situation, expected) => {
    expect(only(metric, situation)).toBe(expected);
  });
});
