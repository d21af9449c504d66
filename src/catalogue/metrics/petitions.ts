import { share, sum } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';

export const petitionsMetrics = defineMetrics<CountId>()({
  petitionAcceptanceShare: {
    label: '受理信访案件比例',
    english: {
      label: 'Share of petitions among all cases accepted',
      meaning:
        'The share of petition cases in all petition, reconsideration and litigation cases accepted.',
    },
    aliases: ['信访案件比例'],
    meaning: '受理的信访、复议、诉讼案件中，信访案件所占的比例。',
    formula: share(
      'petitionsAccepted',
      sum('petitionsAccepted', 'reconsiderationAccepted', 'litigationAccepted'),
    ),
    better: 'neutral',
    definition: 'stated',
    ambiguity:
      '“总受理案件数量”按三类受理量之和理解；诉讼是否只计一审未写明；没有三级指标使用这一比例。',
    source: {
      document: 'S0',
      section: '十、其他 第1条',
      quote: '受理信访案件比例=信访案件受理数量/（信访案件+复议案件+诉讼案件总受理案件数量）*100%',
    },
    example: {
      counts: { petitionsAccepted: 50, reconsiderationAccepted: 30, litigationAccepted: 20 },
      text: '50.00%',
    },
  },
});
