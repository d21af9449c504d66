import { defineCounts } from '../count.ts';
import type { Source } from '../source.ts';

const lossFormula: Source = {
  document: 'S0',
  section: '十、其他 第9条',
  quote: '行政诉讼败诉率=行政机关作为被告败诉的案件量/本机关被提起行政诉讼的案件量*100%',
};

const litigation2024: Source = {
  document: 'S2',
  section: '一、6',
  quote: '收到以区政府为被告行政诉讼案件584件,结案484件,区政府负责人出庭应诉5次',
};

const secondInstanceReview: Source = {
  document: 'S0',
  section: '十、其他 第3条',
  quote:
    '一审行政诉讼后再审理的案件数量（以二审法院收案量为准）/一审行政诉讼案件数量（以一审行政诉讼审结量为准）',
};

const postReconsiderationLoss: Source = {
  document: 'S0',
  section: '十、其他 第6条',
  quote: '行政复议案件在一审行政诉讼中被纠错的数量/一审行政诉讼受理行政复议案件数量',
};

export const litigationCounts = defineCounts({
  litigationAccepted: {
    label: '诉讼案件受理数量',
    english: 'Litigation cases accepted',
    short: '诉讼受理',
    aliases: ['诉讼受理'],
    unit: '件',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '十、其他 第1条',
      quote: '（信访案件+复议案件+诉讼案件总受理案件数量）',
    },
    note: '原文未写诉讼案件是只计一审还是计全部审级。',
  },
  firstInstanceAccepted: {
    label: '受理的一审行政诉讼案件数量',
    english: 'First-instance administrative lawsuits accepted',
    short: '一审诉讼受理',
    aliases: ['一审行政诉讼受理', '一审行政诉讼案件受理', '一审诉讼受理'],
    unit: '件',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '四（六）17',
      quote: '西城区人民法院受理的一审行政诉讼案件数量为1105件',
    },
  },
  litigationLost: {
    label: '行政机关作为被告败诉的案件量',
    english: 'Lawsuits lost by the agency as defendant',
    short: '败诉',
    aliases: ['行政机关作为被告败诉', '行政机关败诉', '行政诉讼败诉', '败诉'],
    unit: '件',
    nature: 'flow',
    source: lossFormula,
  },
  litigationBrought: {
    label: '本机关被提起行政诉讼的案件量',
    english: 'Lawsuits brought against the agency',
    short: '被提起诉讼',
    aliases: ['本机关被提起行政诉讼', '被提起行政诉讼', '被提起行政诉讼的案件'],
    unit: '件',
    nature: 'flow',
    source: lossFormula,
  },
  litigationReceived: {
    label: '以区政府为被告行政诉讼案件量',
    english: 'Administrative lawsuits received with the district government as defendant',
    short: '收案',
    aliases: ['以区政府为被告的行政诉讼', '以区政府为被告行政诉讼收案', '行政诉讼收案'],
    unit: '件',
    nature: 'flow',
    source: litigation2024,
  },
  litigationConcluded: {
    label: '以区政府为被告行政诉讼结案量',
    english: 'Administrative lawsuits concluded with the district government as defendant',
    short: '结案',
    aliases: ['以区政府为被告的行政诉讼结案', '行政诉讼结案', '应诉结案', '结案'],
    unit: '件',
    nature: 'flow',
    source: litigation2024,
  },
  headAppearances: {
    label: '负责人出庭应诉次数',
    english: 'Appearances of the head of the agency in court',
    short: '出庭',
    aliases: [
      '区政府负责人出庭应诉次数',
      '区政府负责人出庭应诉',
      '行政机关负责人出庭应诉次数',
      '行政机关负责人出庭应诉',
      '负责人出庭应诉',
    ],
    unit: '次',
    nature: 'flow',
    source: litigation2024,
  },
  relitigationReceived: {
    label: '行政复议后再诉讼的案件数量',
    english: 'Lawsuits received at first instance after reconsideration',
    short: '再诉讼一审收案',
    aliases: [
      '行政复议后再诉讼的案件数量（以一审诉讼收案量为准）',
      '行政复议后再诉讼',
      '行政复议后再诉讼一审收案',
      '复议后再诉讼',
    ],
    unit: '件',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '十、其他 第2条',
      quote: '行政复议后再诉讼的案件数量（以一审诉讼收案量为准）',
    },
  },
  secondInstanceReceived: {
    label: '二审行政诉讼受理一审行政诉讼案件数量',
    english: 'First-instance lawsuits received at second instance',
    short: '二审收案',
    aliases: [
      '一审行政诉讼后再审理的案件数量（以二审法院收案量为准）',
      '一审行政诉讼后再审理的案件',
      '一审行政诉讼后再审理',
      '二审法院收案',
      '二审行政诉讼收案',
      '二审收案',
    ],
    unit: '件',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '十、其他 第7条',
      quote: '一审行政诉讼案件在二审行政诉讼中被纠错的数量/二审行政诉讼受理一审行政诉讼案件数量',
    },
    note: '公式3写“二审法院收案量”，公式7写“二审行政诉讼受理”，按同一数量理解。',
  },
  firstInstanceConcluded: {
    label: '一审行政诉讼审结量',
    english: 'First-instance administrative lawsuits concluded',
    short: '一审审结',
    aliases: [
      '一审行政诉讼案件数量（以一审行政诉讼审结量为准）',
      '一审行政诉讼案件审结',
      '一审审结',
    ],
    unit: '件',
    nature: 'flow',
    source: secondInstanceReview,
  },
  reconsiderationCorrectedInFirstInstance: {
    label: '行政复议案件在一审行政诉讼中被纠错的数量',
    english: 'Reconsideration cases corrected at first instance',
    short: '一审纠错',
    aliases: ['行政复议案件在一审行政诉讼中被纠错', '复议案件在一审被纠错'],
    unit: '件',
    nature: 'flow',
    source: postReconsiderationLoss,
  },
  reconsiderationReceivedInFirstInstance: {
    label: '一审行政诉讼受理行政复议案件数量',
    english: 'Reconsideration cases received at first instance',
    short: '一审受理复议案件',
    aliases: ['一审受理复议案件'],
    unit: '件',
    nature: 'flow',
    source: postReconsiderationLoss,
    note: '公式2的分子按“一审诉讼收案量”计，是否同一数量原文未写，分别填报。',
  },
  firstInstanceCorrectedInSecondInstance: {
    label: '一审行政诉讼案件在二审行政诉讼中被纠错的数量',
    english: 'First-instance lawsuits corrected at second instance',
    short: '二审纠错',
    aliases: ['一审行政诉讼案件在二审行政诉讼中被纠错', '一审案件在二审被纠错'],
    unit: '件',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '十、其他 第7条',
      quote: '一审行政诉讼案件在二审行政诉讼中被纠错的数量',
    },
  },
});
