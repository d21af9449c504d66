import { share } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';

export const servicesMetrics = defineMetrics<CountId>()({
  onlineAvailabilityRate: {
    label: '网上可办率',
    english: {
      label: 'Rate of service items available online',
      meaning: 'The share of government service items that can be handled online.',
    },
    aliases: ['政务服务事项网上可办率'],
    meaning: '政务服务事项中可以网上办理的比例。',
    formula: share('serviceItemsOnline', 'serviceItems'),
    better: 'higher',
    definition: 'implied',
    ambiguity: '2021年的92.1%是截断，四舍五入为92.2%。',
    source: {
      document: 'S0',
      section: '四（七）7',
      quote:
        '2021年、2022年、2023年区政务服务事项分别为1637个、1629个、1676个,其中可网办事项分别为1509个、1496个、1574个,网上可办率分别为92.1%、91.8%、93.9%',
    },
    example: {
      counts: { serviceItemsOnline: 1509, serviceItems: 1637 },
      text: '92.1%',
      rounding: 'truncate',
    },
  },
  fullyOnlineRate: {
    label: '全程网办率',
    english: {
      label: 'Rate of service items handled online throughout',
      meaning:
        'The share of government service items that can be handled online from start to finish.',
    },
    aliases: ['政务服务事项全程网办率'],
    meaning: '政务服务事项中可以全程网上办理的比例。',
    formula: share('serviceItemsFullyOnline', 'serviceItems'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只有76.72%，未定义分子分母，也可能按办件量计算；与网上可办率不是同一指标。',
    source: { document: 'S0', section: '四（七）2', quote: '全程网办率达 76.72%' },
    example: { counts: { serviceItemsFullyOnline: 45, serviceItems: 60 }, text: '75.00%' },
  },
});
