import { count, share } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';

export const reconsiderationProcedureMetrics = defineMetrics<CountId>()({
  reconsiderationInformationEntryRate: {
    label: '复议案件信息录入率',
    english: {
      label: 'Rate of reconsideration cases entered on the platform',
      meaning:
        'The share of cases to be entered on the administrative reconsideration and litigation-response platform that were entered.',
    },
    aliases: ['行政复议案件信息录入率'],
    meaning: '应当录入复议与应诉工作平台的案件中已经录入的比例。',
    formula: share('reconsiderationCasesEntered', 'reconsiderationCasesToBeEntered'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只有100%，没有定义和件数，按字面理解。',
    source: {
      document: 'S0',
      section: '四（六）11',
      quote: '西城区行政复议案件信息录入率达到 100%',
    },
    example: {
      counts: { reconsiderationCasesEntered: 57, reconsiderationCasesToBeEntered: 60 },
      text: '95.00%',
    },
  },
  reconsiderationDecisionPerformanceRate: {
    label: '行政复议决定履行率',
    english: {
      label: 'Rate of reconsideration decisions performed',
      meaning:
        'The share of administrative reconsideration decisions in force and to be performed by the respondent that were performed.',
    },
    aliases: ['复议决定履行率'],
    meaning: '已经生效、需要被申请人履行的行政复议决定中已经履行的比例。',
    formula: share('reconsiderationDecisionsPerformed', 'reconsiderationDecisionsToBePerformed'),
    better: 'higher',
    definition: 'implied',
    ambiguity: '原文写明范围并称均已履行，没有件数和公式。',
    source: {
      document: 'S0',
      section: '四（六）15',
      quote: '西城区已经生效的、需要被申请人履行的行政复议决定均已依法履行',
    },
    example: {
      counts: { reconsiderationDecisionsPerformed: 39, reconsiderationDecisionsToBePerformed: 40 },
      text: '97.50%',
    },
  },
  reconsiderationCasesHeardByFewerThanTwo: {
    label: '审理人员不足两人的复议案件',
    english: {
      label: 'Reconsideration cases heard by fewer than two officers',
      meaning:
        'The number of administrative reconsideration cases heard by fewer than two reconsideration officers.',
    },
    meaning: '审理的行政复议人员不足两人的复议案件数。',
    formula: count('reconsiderationCasesHeardByFewerThanTwo'),
    display: { unit: '件' },
    better: 'lower',
    definition: 'implied',
    source: {
      document: 'S0',
      section: '四（六）12',
      quote: '未发现审理行政复议案件的行政复议人员数量不足两人的情况',
    },
    example: { counts: { reconsiderationCasesHeardByFewerThanTwo: 0 }, text: '0件' },
  },
});
