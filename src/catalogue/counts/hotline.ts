import { defineCounts } from '../count.ts';
import type { Source } from '../source.ts';

const response: Source = {
  document: 'S0',
  section: '四（一）13',
  quote: '2021 年西城区人民政府接诉即办工作月度响应率平均为 98.86%',
};

const resolution: Source = {
  document: 'S0',
  section: '四（一）14',
  quote: '2021 年西城区人民政府接诉即办工作月度解决率平均为 90.67%',
};

const satisfaction: Source = {
  document: 'S0',
  section: '四（一）15',
  quote: '2021 年西城区人民政府接诉即办工作月度满意率平均为 94.4%',
};

const legalServiceHotline: Source = {
  document: 'S3',
  section: '一',
  quote: '“12348”法律服务热线解答咨询40430人次,热线群众满意率99.97%',
};

const undefinedTerm = '原文只有比率，未定义分子分母。';

export const hotlineCounts = defineCounts({
  hotlineCases: {
    label: '接诉即办诉求总量',
    english: 'Hotline cases in all',
    short: '诉求总量',
    aliases: ['接诉即办诉求', '接诉即办案件', '诉求总量'],
    unit: '件',
    nature: 'flow',
    source: response,
    note: undefinedTerm,
  },
  hotlineResponded: {
    label: '接诉即办响应诉求量',
    english: 'Hotline cases responded to',
    short: '响应',
    aliases: ['响应诉求', '接诉即办响应'],
    unit: '件',
    nature: 'flow',
    source: response,
    note: undefinedTerm,
  },
  hotlineResolutionAssessed: {
    label: '解决率参评诉求量',
    english: 'Hotline cases assessed for resolution',
    short: '解决参评',
    aliases: ['接诉即办解决率参评诉求', '解决参评诉求'],
    unit: '件',
    nature: 'flow',
    source: resolution,
    note: undefinedTerm,
  },
  hotlineResolved: {
    label: '接诉即办解决诉求量',
    english: 'Hotline cases resolved',
    short: '解决',
    aliases: ['解决诉求', '接诉即办解决'],
    unit: '件',
    nature: 'flow',
    source: resolution,
    note: undefinedTerm,
  },
  hotlineSatisfactionAssessed: {
    label: '满意率参评诉求量',
    english: 'Hotline cases assessed for satisfaction',
    short: '满意参评',
    aliases: ['接诉即办满意率参评诉求', '满意参评诉求'],
    unit: '件',
    nature: 'flow',
    source: satisfaction,
    note: undefinedTerm,
  },
  hotlineSatisfied: {
    label: '接诉即办满意诉求量',
    english: 'Hotline cases with a satisfied caller',
    short: '满意',
    aliases: ['满意诉求', '接诉即办满意'],
    unit: '件',
    nature: 'flow',
    source: satisfaction,
    note: undefinedTerm,
  },
  legalServiceHotlineAssessed: {
    label: '12348热线参评人次',
    english: 'Callers of the legal service hotline who gave an assessment',
    short: '参评',
    aliases: ['12348热线参评'],
    unit: '人次',
    nature: 'flow',
    source: legalServiceHotline,
    note: '原文未写满意率以解答咨询40430人次还是以参评人次为分母。',
  },
  legalServiceHotlineSatisfied: {
    label: '12348热线满意人次',
    english: 'Satisfied callers of the legal service hotline',
    short: '满意',
    aliases: ['12348热线满意'],
    unit: '人次',
    nature: 'flow',
    source: legalServiceHotline,
    note: undefinedTerm,
  },
});
