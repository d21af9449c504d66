import { ratio, share } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';

export const litigationMetrics = defineMetrics<CountId>()({
  litigationLossRate: {
    label: '行政诉讼败诉率',
    english: {
      label: 'Rate of administrative lawsuits lost',
      meaning:
        'The share of administrative lawsuits brought against this agency that the administrative agency lost as defendant.',
    },
    aliases: ['败诉率'],
    meaning: '本机关被提起的行政诉讼案件中，行政机关作为被告败诉的比例。',
    formula: share('litigationLost', 'litigationBrought'),
    better: 'lower',
    definition: 'stated',
    ambiguity: '分母“被提起”不同于法院常用的“审结”“作出实体判决”，结果必须写明口径。',
    source: {
      document: 'S0',
      section: '十、其他 第9条',
      quote: '行政诉讼败诉率=行政机关作为被告败诉的案件量/本机关被提起行政诉讼的案件量*100%',
    },
    example: { counts: { litigationLost: 3, litigationBrought: 60 }, text: '5.00%' },
  },
  litigationConclusionRatio: {
    label: '行政诉讼结案率',
    english: {
      label: 'Administrative lawsuits concluded per lawsuit received',
      meaning:
        'The ratio of administrative lawsuits concluded in this period to those received in this period, with the district government as defendant.',
    },
    aliases: ['应诉结案率', '结案率'],
    meaning: '以区政府为被告的行政诉讼案件，本期结案与本期收案之比。',
    formula: ratio('litigationConcluded', 'litigationReceived'),
    better: 'neutral',
    definition: 'plain-reading',
    ambiguity: '原文未给出比率，也未写结案是否含上年结转，可以超过100%。',
    source: {
      document: 'S2',
      section: '一、6',
      quote: '收到以区政府为被告行政诉讼案件584件,结案484件',
    },
    example: { counts: { litigationConcluded: 484, litigationReceived: 584 }, text: '82.88%' },
  },
  headAppearanceRatio: {
    label: '负责人出庭应诉率',
    english: {
      label: 'Court appearances of the head per lawsuit received',
      meaning:
        'The ratio of appearances in court by the head of the administrative agency to administrative lawsuits received with the district government as defendant.',
    },
    aliases: ['行政机关负责人出庭应诉率', '出庭应诉率'],
    meaning: '行政机关负责人出庭应诉次数与以区政府为被告的收案之比。',
    formula: ratio('headAppearances', 'litigationReceived'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只有次数和收案数，没有比率；不是以应当出庭或者开庭审理的案件为分母的出庭率。',
    source: {
      document: 'S2',
      section: '一、6',
      quote: '收到以区政府为被告行政诉讼案件584件,结案484件,区政府负责人出庭应诉5次',
    },
    example: { counts: { headAppearances: 5, litigationReceived: 584 }, text: '0.86%' },
  },
});
