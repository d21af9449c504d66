import type { Source } from '../source.ts';
import { defineStandards } from '../standard.ts';
import { all } from './limits.ts';

const satisfaction: Source = {
  document: 'S0',
  section: '五（五）',
  quote:
    '及时办理本级人大代表提出的议案和本级政协委员提出的建议、提案，办理后的满意（或同意）比例始终保持在 100%',
};

const onlineAppeals: Source = {
  document: 'S0',
  section: '四（五）6',
  quote: '每月办结率、回复率达 100%',
};

/** Answers to deputies, committee members and the public. */
export const oversightStandards = defineStandards({
  motionsAllSatisfactory: {
    metric: 'motionSatisfactionRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: satisfaction,
  },
  proposalsAllSatisfactory: {
    metric: 'proposalSatisfactionRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: satisfaction,
  },
  onlineAppealsAllConcluded: {
    metric: 'onlineAppealConclusionRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: onlineAppeals,
  },
  onlineAppealsAllReplied: {
    metric: 'onlineAppealReplyRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: onlineAppeals,
  },
});
