import { defineStandards } from '../standard.ts';

/** What is drawn up each quarter on administrative mediation. */
export const administrativeMediationStandards = defineStandards({
  administrativeMediationStatisticsQuarterly: {
    metric: 'administrativeMediationStatistics',
    comparison: 'at-least',
    limit: { kind: 'value', value: '1' },
    level: 'required',
    scope: 'whole',
    per: 'quarter',
    source: {
      document: 'S0',
      section: '四（六）6',
      quote: '西城区能够做到每季度对行政调解案件情况进行统计',
    },
  },
  administrativeMediationReportsQuarterly: {
    metric: 'administrativeMediationReports',
    comparison: 'at-least',
    limit: { kind: 'value', value: '1' },
    level: 'required',
    scope: 'whole',
    per: 'quarter',
    source: {
      document: 'S0',
      section: '四（六）7',
      quote: '西城区能够做到每季度撰写行政调解工作信息',
    },
  },
  administrativeMediationTypicalCasesQuarterly: {
    metric: 'administrativeMediationTypicalCases',
    comparison: 'at-least',
    limit: { kind: 'value', value: '1' },
    level: 'required',
    scope: 'whole',
    per: 'quarter',
    source: {
      document: 'S0',
      section: '四（六）8',
      quote: '西城区能够做到每季度编写行政调解典型案例',
    },
  },
});
