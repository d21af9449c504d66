import type { Source } from '../source.ts';
import { defineStandards, type Limit } from '../standard.ts';

const sameAsYearBefore: Limit = { kind: 'value', value: '1' };

const recognition: Source = {
  document: 'S0',
  section: '四（六）19',
  quote:
    '行政复议决定被一审法院认可度平均值为 97%，一审行政诉讼裁判被二审法院认可度平均值为 100%，前者比后者低',
};

const intensity: Source = {
  document: 'S0',
  section: '五（四）',
  quote:
    '分别是2021年行政检查（214625件）、行政处罚（6928件）的100.84%、113.67%，执法力度进一步加强',
};

/** Rates held against other rates, or against the year before. */
export const comparisonStandards = defineStandards({
  reconsiderationAboveLitigation: {
    metric: 'reconsiderationToLitigationRatio',
    comparison: 'above',
    limit: { kind: 'value', value: '1' },
    level: 'implied',
    scope: 'whole',
    source: {
      document: 'S0',
      section: '四（六）17',
      quote: '行政复议案件略高于行政诉讼案件量',
    },
    note: '原文比较前三年度合计；两者相等时如何判断未写，按未达到处理。',
  },
  relitigationBelowSecondInstanceReview: {
    metric: 'relitigationRatio',
    comparison: 'below',
    limit: { kind: 'metric', metric: 'secondInstanceReviewRatio' },
    level: 'implied',
    scope: 'whole',
    source: {
      document: 'S0',
      section: '四（六）18',
      quote: '行政复议后再诉讼的比例是16.43%，行政诉讼后再审理的比例是72.50%，前者比后者低',
    },
    note: '原文比较前三年度。',
  },
  meanRecognitionNotBelowJudgments: {
    metric: 'meanReconsiderationRecognitionRate',
    comparison: 'at-least',
    limit: { kind: 'metric', metric: 'meanJudgmentRecognitionRate' },
    level: 'implied',
    scope: 'whole',
    source: recognition,
    note: '97%低于100%即判为尚未完成，没有容差。',
  },
  recognitionNotBelowJudgments: {
    metric: 'reconsiderationRecognitionRate',
    comparison: 'at-least',
    limit: { kind: 'metric', metric: 'judgmentRecognitionRate' },
    level: 'implied',
    scope: 'whole',
    source: recognition,
    note: '原文比较的是三年平均值；对单个时期沿用同一比较，没有容差。',
  },
  inspectionsIncreased: {
    metric: 'inspectionsYearOnYearRatio',
    comparison: 'above',
    limit: sameAsYearBefore,
    level: 'implied',
    scope: 'whole',
    per: 'year',
    source: intensity,
  },
  penaltiesIncreased: {
    metric: 'penaltiesYearOnYearRatio',
    comparison: 'above',
    limit: sameAsYearBefore,
    level: 'implied',
    scope: 'whole',
    per: 'year',
    source: intensity,
  },
});
