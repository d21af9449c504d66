import { complement, meanOver, ratio, share } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';
import type { Source } from '../source.ts';

const meanRecognition: Source = {
  document: 'S0',
  section: '四（六）19',
  quote:
    '行政复议决定被一审法院认可度平均值为 97%，一审行政诉讼裁判被二审法院认可度平均值为 100%，前者比后者低',
};

const meanAmbiguity = '“前三年度”未写起止；“平均值”按各年度比率的算术平均理解，不是三年合并计算。';

export const judicialReviewMetrics = defineMetrics<CountId>()({
  relitigationRatio: {
    label: '行政复议后再诉讼的比例',
    english: {
      label: 'Lawsuits after reconsideration per case concluded',
      meaning:
        'The ratio of first-instance lawsuits received after administrative reconsideration to administrative reconsideration cases concluded.',
    },
    aliases: ['行政复议后再诉讼比例', '再诉讼比例'],
    meaning: '行政复议后又提起一审诉讼的收案量与行政复议审结量之比。',
    formula: ratio('relitigationReceived', 'reconsiderationConcluded'),
    better: 'lower',
    definition: 'stated',
    ambiguity: '分子按收案、分母按审结，不是同一批案件，可以超过100%。',
    source: {
      document: 'S0',
      section: '十、其他 第2条',
      quote:
        '行政复议后再诉讼的比例=行政复议后再诉讼的案件数量（以一审诉讼收案量为准）/行政复议案件数量（以审结量为准）*100%',
    },
    example: {
      counts: { relitigationReceived: 3, reconsiderationConcluded: 60 },
      text: '5.00%',
    },
  },
  secondInstanceReviewRatio: {
    label: '行政诉讼后再审理的比例',
    english: {
      label: 'Second-instance cases per first-instance case concluded',
      meaning:
        'The ratio of second-instance cases received after first-instance administrative litigation to first-instance administrative lawsuits concluded.',
    },
    aliases: ['行政诉讼后再审理比例', '再审理比例'],
    meaning: '一审行政诉讼后的二审收案量与一审行政诉讼审结量之比。',
    formula: ratio('secondInstanceReceived', 'firstInstanceConcluded'),
    better: 'neutral',
    definition: 'stated',
    ambiguity: '“再审理”指二审收案，不是审判监督程序的再审；分子按收案、分母按审结，可以超过100%。',
    source: {
      document: 'S0',
      section: '十、其他 第3条',
      quote:
        '行政诉讼后再审理的比例=一审行政诉讼后再审理的案件数量（以二审法院收案量为准）/一审行政诉讼案件数量（以一审行政诉讼审结量为准）*100%',
    },
    example: { counts: { secondInstanceReceived: 40, firstInstanceConcluded: 50 }, text: '80.00%' },
  },
  postReconsiderationLossRate: {
    label: '行政复议后一审行政诉讼败诉率',
    english: {
      label: 'Loss rate at first instance after reconsideration',
      meaning:
        'The share of administrative reconsideration cases received in first-instance administrative litigation that were corrected at first instance.',
    },
    aliases: ['复议后一审败诉率'],
    meaning: '一审行政诉讼受理的行政复议案件中被一审纠错的比例。',
    formula: share(
      'reconsiderationCorrectedInFirstInstance',
      'reconsiderationReceivedInFirstInstance',
    ),
    better: 'lower',
    definition: 'stated',
    ambiguity: '分母按受理计，未结案件也在内；纠错的可能是往期受理的案件，短期数据须核对。',
    source: {
      document: 'S0',
      section: '十、其他 第6条',
      quote:
        '行政复议后一审行政诉讼败诉率=行政复议案件在一审行政诉讼中被纠错的数量/一审行政诉讼受理行政复议案件数量*100%',
    },
    example: {
      counts: {
        reconsiderationCorrectedInFirstInstance: 3,
        reconsiderationReceivedInFirstInstance: 60,
      },
      text: '5.00%',
    },
  },
  secondInstanceLossRate: {
    label: '一审行政诉讼之后二审行政诉讼败诉率',
    english: {
      label: 'Rate of first-instance judgments corrected at second instance',
      meaning:
        'The share of first-instance cases received in second-instance administrative litigation that were corrected at second instance.',
    },
    aliases: ['一审后二审败诉率'],
    meaning: '二审行政诉讼受理的一审案件中被二审纠错的比例。',
    formula: share('firstInstanceCorrectedInSecondInstance', 'secondInstanceReceived'),
    better: 'neutral',
    definition: 'stated',
    ambiguity: '分母按受理计，未结案件也在内；纠错的可能是往期受理的案件，短期数据须核对。',
    source: {
      document: 'S0',
      section: '十、其他 第7条',
      quote:
        '一审行政诉讼之后二审行政诉讼败诉率=一审行政诉讼案件在二审行政诉讼中被纠错的数量/二审行政诉讼受理一审行政诉讼案件数量*100%',
    },
    example: {
      counts: { firstInstanceCorrectedInSecondInstance: 1, secondInstanceReceived: 40 },
      text: '2.50%',
    },
  },
  reconsiderationRecognitionRate: {
    label: '行政复议决定被一审法院认可度',
    english: {
      label: 'Recognition of reconsideration decisions by the court of first instance',
      meaning:
        'The share of cases litigated after administrative reconsideration that were not corrected by the court of first instance.',
    },
    aliases: ['复议决定认可度', '复议认可度'],
    meaning: '行政复议后又诉讼的案件中，没有被一审法院纠错的比例。',
    formula: complement('postReconsiderationLossRate'),
    better: 'higher',
    definition: 'stated',
    ambiguity: '受理未结的案件也计为认可。',
    source: {
      document: 'S0',
      section: '十、其他 第4条',
      quote: '行政复议决定被一审法院认可度=1-行政复议后一审行政诉讼败诉率',
    },
    example: {
      counts: {
        reconsiderationCorrectedInFirstInstance: 3,
        reconsiderationReceivedInFirstInstance: 60,
      },
      text: '95.00%',
    },
  },
  judgmentRecognitionRate: {
    label: '一审行政诉讼裁判被二审法院认可度',
    english: {
      label: 'Recognition of first-instance judgments by the court of second instance',
      meaning:
        'The share of administrative lawsuits appealed after first instance that were not corrected by the court of second instance.',
    },
    aliases: ['裁判认可度'],
    meaning: '一审后又上诉的行政诉讼案件中，没有被二审法院纠错的比例。',
    formula: complement('secondInstanceLossRate'),
    better: 'neutral',
    definition: 'stated',
    ambiguity: '受理未结的案件也计为认可。',
    source: {
      document: 'S0',
      section: '十、其他 第5条',
      quote: '一审行政诉讼裁判被二审法院认可度=1-一审行政诉讼之后二审行政诉讼败诉率',
    },
    example: {
      counts: { firstInstanceCorrectedInSecondInstance: 1, secondInstanceReceived: 40 },
      text: '97.50%',
    },
  },
  meanReconsiderationRecognitionRate: {
    label: '行政复议决定被一审法院认可度平均值',
    english: {
      label: 'Mean yearly recognition of reconsideration decisions',
      meaning:
        'The arithmetic mean of the yearly recognition of administrative reconsideration decisions by the court of first instance.',
    },
    aliases: ['复议认可度平均值'],
    meaning: '各年度行政复议决定被一审法院认可度的算术平均。',
    formula: meanOver('year', 'reconsiderationRecognitionRate'),
    better: 'higher',
    definition: 'implied',
    ambiguity: meanAmbiguity,
    source: meanRecognition,
    example: null,
  },
  meanJudgmentRecognitionRate: {
    label: '一审行政诉讼裁判被二审法院认可度平均值',
    english: {
      label: 'Mean yearly recognition of first-instance judgments',
      meaning:
        'The arithmetic mean of the yearly recognition of first-instance administrative litigation judgments by the court of second instance.',
    },
    aliases: ['裁判认可度平均值'],
    meaning: '各年度一审行政诉讼裁判被二审法院认可度的算术平均。',
    formula: meanOver('year', 'judgmentRecognitionRate'),
    better: 'neutral',
    definition: 'implied',
    ambiguity: meanAmbiguity,
    source: meanRecognition,
    example: null,
  },
  reconsiderationToLitigationRatio: {
    label: '复议受理量与一审诉讼受理量之比',
    english: {
      label: 'Reconsideration cases per first-instance lawsuit accepted',
      meaning:
        'The ratio of administrative reconsideration cases accepted by the district government to first-instance administrative lawsuits accepted by the district court.',
    },
    aliases: ['复议诉讼比'],
    meaning: '区政府受理的行政复议案件与区法院受理的一审行政诉讼案件之比。',
    formula: ratio('reconsiderationAccepted', 'firstInstanceAccepted'),
    better: 'higher',
    definition: 'implied',
    ambiguity: '原文只比较两个数量的高低，没有写比率。',
    source: {
      document: 'S0',
      section: '四（六）17',
      quote:
        '西城区人民政府受理的行政复议案件数量为1166件，西城区人民法院受理的一审行政诉讼案件数量为1105件，行政复议案件略高于行政诉讼案件量',
    },
    example: {
      counts: { reconsiderationAccepted: 1166, firstInstanceAccepted: 1105 },
      text: '105.52%',
    },
  },
});
