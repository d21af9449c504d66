import { meanOver, share } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';
import type { Source } from '../source.ts';

const response: Source = {
  document: 'S0',
  section: '四（一）13',
  quote:
    '2021 年西城区人民政府接诉即办工作月度响应率平均为 98.86%，2022 年西城区人民政府接诉即办工作月度响应率平均为 99.87%',
};

const resolution: Source = {
  document: 'S0',
  section: '四（一）14',
  quote:
    '2021 年西城区人民政府接诉即办工作月度解决率平均为 90.67%，2022 年西城区人民政府接诉即办工作月度解决率平均为 96.1%',
};

const satisfaction: Source = {
  document: 'S0',
  section: '四（一）15',
  quote:
    '2021 年西城区人民政府接诉即办工作月度满意率平均为 94.4%，2022 年西城区人民政府接诉即办工作月度满意率平均为 96.6%',
};

const monthlyMeanAmbiguity =
  '是各月比率的算术平均，不是全年诉求合并计算的比率；原文未给出单月数据。';

export const hotlineMetrics = defineMetrics<CountId>()({
  hotlineResponseRate: {
    label: '接诉即办响应率',
    english: {
      label: 'Hotline response rate',
      meaning: "The share of citizens' hotline cases that were responded to.",
    },
    aliases: ['响应率'],
    meaning: '接诉即办诉求中得到响应的比例。',
    formula: share('hotlineResponded', 'hotlineCases'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文未定义分子分母，按字面以诉求总量为分母。',
    source: response,
    example: { counts: { hotlineResponded: 594, hotlineCases: 600 }, text: '99.00%' },
  },
  hotlineResolutionRate: {
    label: '接诉即办解决率',
    english: {
      label: 'Hotline resolution rate',
      meaning: "The share of citizens' hotline cases assessed for resolution that were resolved.",
    },
    aliases: ['解决率'],
    meaning: '参加解决率评价的接诉即办诉求中得到解决的比例。',
    formula: share('hotlineResolved', 'hotlineResolutionAssessed'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文未定义分子分母，按字面以参评诉求为分母，与响应率的分母不同。',
    source: resolution,
    example: { counts: { hotlineResolved: 57, hotlineResolutionAssessed: 60 }, text: '95.00%' },
  },
  hotlineSatisfactionRate: {
    label: '接诉即办满意率',
    english: {
      label: 'Hotline satisfaction rate',
      meaning:
        "The share of citizens' hotline cases assessed for satisfaction in which the caller was satisfied.",
    },
    aliases: ['满意率'],
    meaning: '参加满意率评价的接诉即办诉求中群众满意的比例。',
    formula: share('hotlineSatisfied', 'hotlineSatisfactionAssessed'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文未定义分子分母，按字面以参评诉求为分母，与响应率的分母不同。',
    source: satisfaction,
    example: { counts: { hotlineSatisfied: 48, hotlineSatisfactionAssessed: 50 }, text: '96.00%' },
  },
  meanMonthlyHotlineResponseRate: {
    label: '接诉即办月度响应率平均',
    english: {
      label: 'Mean monthly hotline response rate',
      meaning: 'The arithmetic mean of the monthly hotline response rates.',
    },
    aliases: ['接诉即办月度响应率平均值', '月度响应率平均', '月度响应率平均值'],
    meaning: '各月接诉即办响应率的算术平均。',
    formula: meanOver('month', 'hotlineResponseRate'),
    better: 'higher',
    definition: 'implied',
    ambiguity: monthlyMeanAmbiguity,
    source: response,
    example: null,
  },
  meanMonthlyHotlineResolutionRate: {
    label: '接诉即办月度解决率平均',
    english: {
      label: 'Mean monthly hotline resolution rate',
      meaning: 'The arithmetic mean of the monthly hotline resolution rates.',
    },
    aliases: ['接诉即办月度解决率平均值', '月度解决率平均', '月度解决率平均值'],
    meaning: '各月接诉即办解决率的算术平均。',
    formula: meanOver('month', 'hotlineResolutionRate'),
    better: 'higher',
    definition: 'implied',
    ambiguity: monthlyMeanAmbiguity,
    source: resolution,
    example: null,
  },
  meanMonthlyHotlineSatisfactionRate: {
    label: '接诉即办月度满意率平均',
    english: {
      label: 'Mean monthly hotline satisfaction rate',
      meaning: 'The arithmetic mean of the monthly hotline satisfaction rates.',
    },
    aliases: ['接诉即办月度满意率平均值', '月度满意率平均', '月度满意率平均值'],
    meaning: '各月接诉即办满意率的算术平均。',
    formula: meanOver('month', 'hotlineSatisfactionRate'),
    better: 'higher',
    definition: 'implied',
    ambiguity: monthlyMeanAmbiguity,
    source: satisfaction,
    example: null,
  },
  legalServiceHotlineSatisfactionRate: {
    label: '12348热线群众满意率',
    english: {
      label: 'Satisfaction rate of the legal service hotline',
      meaning:
        'The share of callers of the 12348 legal service hotline giving an assessment who were satisfied.',
    },
    aliases: ['12348热线满意率', '热线群众满意率'],
    meaning: '“12348”法律服务热线参评群众中满意的比例。',
    formula: share('legalServiceHotlineSatisfied', 'legalServiceHotlineAssessed'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只有99.97%和解答咨询40430人次，未写满意率的分子分母，按字面以参评人次为分母。',
    source: {
      document: 'S3',
      section: '一',
      quote: '“12348”法律服务热线解答咨询40430人次,热线群众满意率99.97%',
    },
    example: {
      counts: { legalServiceHotlineSatisfied: 99, legalServiceHotlineAssessed: 100 },
      text: '99.00%',
    },
  },
});
