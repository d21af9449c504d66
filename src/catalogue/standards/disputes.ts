import { defineStandards } from '../standard.ts';
import { all, none } from './limits.ts';

/** Mediators, and how disputes and reconsideration are handled. */
export const disputeStandards = defineStandards({
  streetMediatorsMinimum: {
    metric: 'fullTimeStreetMediators',
    comparison: 'at-least',
    limit: { kind: 'value', value: '2' },
    level: 'required',
    scope: 'unit',
    source: {
      document: 'S0',
      section: '四（六）3',
      quote: '全区共 15 个街道，各街道专职人民调解员均达到 2 名',
    },
    note: '逐街道判断，只适用于街道。',
  },
  mediatorsNotReduced: {
    metric: 'fullTimeMediators',
    comparison: 'at-least',
    limit: { kind: 'prior-year' },
    level: 'implied',
    scope: 'whole',
    per: 'year',
    source: {
      document: 'S0',
      section: '四（六）3',
      quote: '街道、社区专职调解员没有比上一年减少',
    },
  },
  reconsiderationHeardByTwo: {
    metric: 'reconsiderationCasesHeardByFewerThanTwo',
    comparison: 'at-most',
    limit: none,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '四（六）12',
      quote: '未发现审理行政复议案件的行政复议人员数量不足两人的情况',
    },
  },
  reconsiderationInformationEntryComplete: {
    metric: 'reconsiderationInformationEntryRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '四（六）11',
      quote: '西城区行政复议案件信息录入率达到 100%',
    },
  },
  disputeScreeningEntryComplete: {
    metric: 'disputeScreeningEntryRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '四（六）5',
      quote: '矛盾纠纷排查及案件录入率均达到 100%',
    },
  },
  reconsiderationDecisionsAllPerformed: {
    metric: 'reconsiderationDecisionPerformanceRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '四（六）15',
      quote: '未发生不履行行政复议决定的情况',
    },
  },
});
