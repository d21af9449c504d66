import { defineCounts } from '../count.ts';
import type { Source } from '../source.ts';

const motions: Source = {
  document: 'S0',
  section: '四（五）1',
  quote: '人大代表所提议案办理后的满意（或同意）率为100%',
};

const proposals: Source = {
  document: 'S0',
  section: '四（五）2',
  quote: '政协委员建议、提案办理后的满意（或同意）率为100%',
};

const onlineAppeals: Source = {
  document: 'S0',
  section: '四（五）6',
  quote: '做好市委网信办《网络诉求舆情》督促办理及回复工作，每月办结率、回复率达 100%',
};

export const oversightCounts = defineCounts({
  motionsHandled: {
    label: '办理的人大代表议案量',
    english: "Motions of the people's congress handled",
    short: '办理议案',
    aliases: ['办理人大代表议案', '人大代表议案办理', '人大议案办理'],
    unit: '件',
    nature: 'flow',
    source: motions,
  },
  motionsAnsweredSatisfactorily: {
    label: '满意（或同意）的人大代表议案量',
    english: "Motions of the people's congress whose movers were satisfied or agreed",
    short: '满意或同意',
    aliases: ['人大代表议案满意（或同意）', '人大议案满意（同意）', '人大议案满意'],
    unit: '件',
    nature: 'flow',
    source: motions,
  },
  proposalsHandled: {
    label: '办理的政协委员建议、提案量',
    english: 'Suggestions and proposals of the consultative conference handled',
    short: '办理建议提案',
    aliases: ['办理政协委员建议提案', '政协建议提案办理', '政协提案办理'],
    unit: '件',
    nature: 'flow',
    source: proposals,
  },
  proposalsAnsweredSatisfactorily: {
    label: '满意（或同意）的政协委员建议、提案量',
    english: 'Suggestions and proposals whose authors were satisfied or agreed',
    short: '满意或同意',
    aliases: ['政协建议提案满意（同意）', '政协提案满意（同意）', '政协提案满意'],
    unit: '件',
    nature: 'flow',
    source: proposals,
  },
  onlineAppeals: {
    label: '网络诉求量',
    english: 'Online appeals',
    short: '网络诉求',
    aliases: ['网络诉求舆情', '网络诉求总量'],
    unit: '件',
    nature: 'flow',
    source: onlineAppeals,
  },
  onlineAppealsConcluded: {
    label: '网络诉求办结量',
    english: 'Online appeals concluded',
    short: '办结',
    aliases: ['网络诉求舆情办结'],
    unit: '件',
    nature: 'flow',
    source: onlineAppeals,
  },
  onlineAppealsReplied: {
    label: '网络诉求回复量',
    english: 'Online appeals replied to',
    short: '回复',
    aliases: ['网络诉求舆情回复'],
    unit: '件',
    nature: 'flow',
    source: onlineAppeals,
  },
});
