import { defineCounts } from '../count.ts';
import type { Source } from '../source.ts';

const onlineItems: Source = {
  document: 'S0',
  section: '四（七）7',
  quote:
    '2021年、2022年、2023年区政务服务事项分别为1637个、1629个、1676个,其中可网办事项分别为1509个、1496个、1574个',
};

export const servicesCounts = defineCounts({
  serviceItems: {
    label: '政务服务事项',
    english: 'Government service items',
    aliases: ['区政务服务事项', '政务服务事项总数'],
    unit: '个',
    nature: 'stock',
    source: onlineItems,
  },
  serviceItemsOnline: {
    label: '可网办事项',
    english: 'Government service items available online',
    aliases: ['可网办', '网上可办事项'],
    unit: '个',
    nature: 'stock',
    source: onlineItems,
  },
  serviceItemsFullyOnline: {
    label: '全程网办事项',
    english: 'Government service items handled online throughout',
    aliases: ['全程网办'],
    unit: '个',
    nature: 'stock',
    source: { document: 'S0', section: '四（七）2', quote: '全程网办率达 76.72%' },
    note: '原文只有比率，未定义分子分母。',
  },
});
