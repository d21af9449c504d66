import { count, ratio, share } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';

export const mediationMetrics = defineMetrics<CountId>()({
  peoplesMediationSuccessRate: {
    label: '人民调解成功率',
    english: {
      label: "Success rate of people's mediation",
      meaning:
        "The share of disputes mediated by the people's mediation organizations of subdistricts and communities that were mediated successfully.",
    },
    meaning: '街道、社区人民调解组织调解的纠纷中调解成功的比例。',
    formula: share('peoplesMediationsSuccessful', 'peoplesMediations'),
    better: 'higher',
    definition: 'implied',
    source: {
      document: 'S2',
      section: '一、6',
      quote: '各街道、社区人民调解组织调解7493件成功6702件,成功率89.4%',
    },
    example: {
      counts: { peoplesMediationsSuccessful: 6702, peoplesMediations: 7493 },
      text: '89.4%',
    },
  },
  fullTimeStreetMediators: {
    label: '街道专职人民调解员',
    english: {
      label: "Full-time people's mediators of a subdistrict",
      meaning: "The number of full-time people's mediators of one subdistrict.",
    },
    meaning: '一个街道的专职人民调解员人数。',
    formula: count('fullTimeStreetMediators'),
    display: { unit: '名' },
    better: 'higher',
    definition: 'implied',
    source: {
      document: 'S0',
      section: '四（六）3',
      quote: '全区共 15 个街道，各街道专职人民调解员均达到 2 名',
    },
    example: { counts: { fullTimeStreetMediators: 2 }, text: '2名' },
  },
  fullTimeMediators: {
    label: '街道、社区专职调解员',
    english: {
      label: 'Full-time mediators of subdistricts and communities',
      meaning: 'The number of full-time mediators of subdistricts and communities.',
    },
    meaning: '街道和社区的专职调解员人数。',
    formula: count('fullTimeMediators'),
    display: { unit: '名' },
    better: 'higher',
    definition: 'implied',
    ambiguity: '原文没有人数，也未写与“街道专职人民调解员”是否重合。',
    source: {
      document: 'S0',
      section: '四（六）3',
      quote: '街道、社区专职调解员没有比上一年减少',
    },
    example: { counts: { fullTimeMediators: 30 }, text: '30名' },
  },
  diversionRatio: {
    label: '分流比例',
    english: {
      label: 'Mediation cases diverted per case accepted directly',
      meaning:
        "The ratio of cases diverted to cases accepted directly by people's mediation committees.",
    },
    aliases: ['分流案件与直接受理案件之比'],
    meaning: '人民调解委员会分流的案件与直接受理的案件之比。',
    formula: ratio('mediationCasesDiverted', 'mediationCasesAcceptedDirectly'),
    better: 'neutral',
    definition: 'plain-reading',
    ambiguity: '原文未给出比率，也未写分流案件是否含在直接受理案件之内。',
    source: {
      document: 'S0',
      section: '四（六）5',
      quote: '直接受理案件共计 1548 件，分流案件共计 676 件',
    },
    example: {
      counts: { mediationCasesDiverted: 676, mediationCasesAcceptedDirectly: 1548 },
      text: '43.67%',
    },
  },
  disputeScreeningEntryRate: {
    label: '矛盾纠纷排查及案件录入率',
    english: {
      label: 'Rate of disputes and cases entered on the system',
      meaning:
        "The share of disputes and cases to be entered on the integrated people's mediation management system that were entered.",
    },
    aliases: ['矛盾纠纷排查录入率'],
    meaning: '应当录入人民调解综合管理系统的矛盾纠纷和案件中已经录入的比例。',
    formula: share('disputesEntered', 'disputesToBeEntered'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只有100%，未定义分子分母；“均达到”表明可能是排查、录入两个率，这里合并计算。',
    source: {
      document: 'S0',
      section: '四（六）5',
      quote: '矛盾纠纷排查及案件录入率均达到 100%',
    },
    example: { counts: { disputesEntered: 57, disputesToBeEntered: 60 }, text: '95.00%' },
  },
  administrativeMediationStatistics: {
    label: '行政调解案件统计次数',
    english: {
      label: 'Statistics compiled on administrative mediation',
      meaning: 'The number of times statistics were compiled on administrative mediation cases.',
    },
    meaning: '对行政调解案件情况进行统计的次数。',
    formula: count('administrativeMediationStatistics'),
    display: { unit: '次' },
    better: 'higher',
    definition: 'implied',
    source: {
      document: 'S0',
      section: '四（六）6',
      quote: '西城区能够做到每季度对行政调解案件情况进行统计',
    },
    example: { counts: { administrativeMediationStatistics: 1 }, text: '1次' },
  },
  administrativeMediationReports: {
    label: '行政调解工作信息',
    english: {
      label: 'Reports written on administrative mediation',
      meaning: 'The number of reports written on administrative mediation work.',
    },
    meaning: '撰写的行政调解工作信息篇数。',
    formula: count('administrativeMediationReports'),
    display: { unit: '篇' },
    better: 'higher',
    definition: 'implied',
    source: {
      document: 'S0',
      section: '四（六）7',
      quote: '西城区能够做到每季度撰写行政调解工作信息',
    },
    example: { counts: { administrativeMediationReports: 1 }, text: '1篇' },
  },
  administrativeMediationTypicalCases: {
    label: '行政调解典型案例',
    english: {
      label: 'Typical cases compiled on administrative mediation',
      meaning: 'The number of typical cases of administrative mediation compiled.',
    },
    meaning: '编写的行政调解典型案例个数。',
    formula: count('administrativeMediationTypicalCases'),
    display: { unit: '个' },
    better: 'higher',
    definition: 'implied',
    source: {
      document: 'S0',
      section: '四（六）8',
      quote: '西城区能够做到每季度编写行政调解典型案例',
    },
    example: { counts: { administrativeMediationTypicalCases: 1 }, text: '1个' },
  },
});
