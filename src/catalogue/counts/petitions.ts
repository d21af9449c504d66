import { defineCounts } from '../count.ts';

export const petitionsCounts = defineCounts({
  petitionsAccepted: {
    label: '信访案件受理数量',
    english: 'Petitions accepted',
    short: '信访受理',
    aliases: ['信访受理'],
    unit: '件',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '十、其他 第1条',
      quote: '受理信访案件比例=信访案件受理数量/（信访案件+复议案件+诉讼案件总受理案件数量）*100%',
    },
  },
});
