import { share } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';
import type { Source } from '../source.ts';

const onlineAppeals: Source = {
  document: 'S0',
  section: '四（五）6',
  quote: '做好市委网信办《网络诉求舆情》督促办理及回复工作，每月办结率、回复率达 100%',
};

export const oversightMetrics = defineMetrics<CountId>()({
  motionSatisfactionRate: {
    label: '议案办理满意（同意）率',
    english: {
      label: "Satisfaction rate with the handling of the people's congress's motions",
      meaning:
        "The share of motions of people's congress deputies handled where the deputies were satisfied with the handling or agreed to it.",
    },
    aliases: ['人大代表议案办理满意（或同意）率', '议案办理满意率', '人大议案满意率'],
    meaning: '办理的人大代表议案中，代表满意或者同意的比例。',
    formula: share('motionsAnsweredSatisfactorily', 'motionsHandled'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只有100%，没有件数；满意与同意合并计算，分母按办理件数理解。',
    source: {
      document: 'S0',
      section: '四（五）1',
      quote: '人大代表所提议案办理后的满意（或同意）率为100%',
    },
    example: { counts: { motionsAnsweredSatisfactorily: 19, motionsHandled: 20 }, text: '95.00%' },
  },
  proposalSatisfactionRate: {
    label: '建议提案办理满意（同意）率',
    english: {
      label: "Satisfaction rate with the handling of the consultative conference's proposals",
      meaning:
        'The share of suggestions and proposals of consultative conference members handled where the members were satisfied with the handling or agreed to it.',
    },
    aliases: ['政协委员建议、提案办理满意（或同意）率', '建议提案办理满意率', '政协提案满意率'],
    meaning: '办理的政协委员建议、提案中，委员满意或者同意的比例。',
    formula: share('proposalsAnsweredSatisfactorily', 'proposalsHandled'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只有100%，没有件数；满意与同意合并计算，分母按办理件数理解。',
    source: {
      document: 'S0',
      section: '四（五）2',
      quote: '政协委员建议、提案办理后的满意（或同意）率为100%',
    },
    example: {
      counts: { proposalsAnsweredSatisfactorily: 19, proposalsHandled: 20 },
      text: '95.00%',
    },
  },
  onlineAppealConclusionRate: {
    label: '网络诉求办结率',
    english: {
      label: 'Rate of online appeals concluded',
      meaning: 'The share of online appeals that were concluded.',
    },
    aliases: ['网络诉求舆情办结率'],
    meaning: '网络诉求中已经办结的比例。',
    formula: share('onlineAppealsConcluded', 'onlineAppeals'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只有每月100%，未定义分子分母，按字面理解。',
    source: onlineAppeals,
    example: { counts: { onlineAppealsConcluded: 57, onlineAppeals: 60 }, text: '95.00%' },
  },
  onlineAppealReplyRate: {
    label: '网络诉求回复率',
    english: {
      label: 'Rate of online appeals replied to',
      meaning: 'The share of online appeals that were replied to.',
    },
    aliases: ['网络诉求舆情回复率'],
    meaning: '网络诉求中已经回复的比例。',
    formula: share('onlineAppealsReplied', 'onlineAppeals'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只有每月100%，未定义分子分母，按字面理解。',
    source: onlineAppeals,
    example: { counts: { onlineAppealsReplied: 57, onlineAppeals: 60 }, text: '95.00%' },
  },
});
