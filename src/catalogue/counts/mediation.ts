import { defineCounts } from '../count.ts';
import type { Source } from '../source.ts';

const peoplesMediation2024: Source = {
  document: 'S2',
  section: '一、6',
  quote: '各街道、社区人民调解组织调解7493件成功6702件,成功率89.4%',
};

const diversion: Source = {
  document: 'S0',
  section: '四（六）5',
  quote: '西城人民调解委员会自 2018 年以来，直接受理案件共计 1548 件，分流案件共计 676 件',
};

const screeningEntry: Source = {
  document: 'S0',
  section: '四（六）5',
  quote: '矛盾纠纷排查及案件录入率均达到 100%',
};

export const mediationCounts = defineCounts({
  peoplesMediations: {
    label: '人民调解案件量',
    english: "Disputes mediated by people's mediation",
    short: '调解',
    aliases: ['人民调解组织调解'],
    unit: '件',
    nature: 'flow',
    source: peoplesMediation2024,
  },
  peoplesMediationsSuccessful: {
    label: '人民调解成功案件量',
    english: "Disputes mediated successfully by people's mediation",
    short: '调解成功',
    aliases: ['人民调解组织调解成功'],
    unit: '件',
    nature: 'flow',
    source: peoplesMediation2024,
  },
  fullTimeStreetMediators: {
    label: '街道专职人民调解员',
    english: "Full-time people's mediators of a subdistrict",
    aliases: ['专职人民调解员', '各街道专职人民调解员'],
    unit: '名',
    nature: 'stock',
    source: {
      document: 'S0',
      section: '四（六）3',
      quote: '全区共 15 个街道，各街道专职人民调解员均达到 2 名',
    },
  },
  fullTimeMediators: {
    label: '街道、社区专职调解员',
    english: 'Full-time mediators of subdistricts and communities',
    aliases: ['街道社区专职调解员', '专职调解员'],
    unit: '名',
    nature: 'stock',
    source: {
      document: 'S0',
      section: '四（六）3',
      quote: '街道、社区专职调解员没有比上一年减少',
    },
  },
  mediationCasesAcceptedDirectly: {
    label: '直接受理案件量',
    english: 'Mediation cases accepted directly',
    short: '直接受理',
    aliases: ['人民调解直接受理'],
    unit: '件',
    nature: 'flow',
    source: diversion,
  },
  mediationCasesDiverted: {
    label: '分流案件量',
    english: 'Mediation cases diverted',
    short: '分流',
    aliases: ['人民调解分流'],
    unit: '件',
    nature: 'flow',
    source: diversion,
  },
  disputesEntered: {
    label: '已录入矛盾纠纷及案件量',
    english: 'Disputes and cases entered on the system',
    short: '已录入',
    unit: '件',
    nature: 'flow',
    source: screeningEntry,
    note: '原文只有比率，未定义分子分母。',
  },
  disputesToBeEntered: {
    label: '应录入矛盾纠纷及案件量',
    english: 'Disputes and cases to be entered on the system',
    short: '应录入',
    unit: '件',
    nature: 'flow',
    source: screeningEntry,
    note: '原文只有比率，未定义分子分母。',
  },
  administrativeMediationStatistics: {
    label: '行政调解案件统计次数',
    english: 'Statistics compiled on administrative mediation',
    aliases: ['行政调解案件统计', '行政调解统计', '行政调解统计次数'],
    unit: '次',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '四（六）6',
      quote: '西城区能够做到每季度对行政调解案件情况进行统计',
    },
  },
  administrativeMediationReports: {
    label: '行政调解工作信息',
    english: 'Reports written on administrative mediation',
    aliases: ['行政调解工作信息篇数', '行政调解信息'],
    unit: '篇',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '四（六）7',
      quote: '西城区能够做到每季度撰写行政调解工作信息',
    },
  },
  administrativeMediationTypicalCases: {
    label: '行政调解典型案例',
    english: 'Typical cases compiled on administrative mediation',
    aliases: ['行政调解案例'],
    unit: '个',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '四（六）8',
      quote: '西城区能够做到每季度编写行政调解典型案例',
    },
  },
});
