import { priorYear, ratio, share, sum } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';
import type { Source } from '../source.ts';

const applications2025: Source = {
  document: 'S3',
  section: '一',
  quote: '全年共收到行政复议申请4006件,其中审结3834件,案前调解612件',
};

export const reconsiderationMetrics = defineMetrics<CountId>()({
  reconsiderationCorrectionRate: {
    label: '复议纠错率',
    english: {
      label: 'Reconsideration correction rate',
      meaning:
        'The share of cases actually heard by the reconsideration agency in which the original administrative act was revoked, altered or confirmed as illegal, or performance was ordered.',
    },
    aliases: ['行政复议纠错率'],
    meaning: '复议机关实际审理的案件中，原行政行为被撤销、变更、确认违法或者被责令履行的比例。',
    formula: share(
      sum(
        'reconsiderationRevoked',
        'reconsiderationAltered',
        'reconsiderationConfirmedIllegal',
        'reconsiderationOrderedToPerform',
      ),
      'reconsiderationHeard',
    ),
    better: 'lower',
    definition: 'stated',
    ambiguity: '分母“实际审理案件量”不等于审结量，也不等于受理量，结果必须写明口径。',
    source: {
      document: 'S0',
      section: '十、其他 第8条',
      quote:
        '复议纠错率=(复议撤销案件量+复议变更案件量+复议确认违法案件量+复议责令履行案件量)/复议实际审理案件量*100%',
    },
    example: {
      counts: {
        reconsiderationRevoked: 18,
        reconsiderationAltered: 0,
        reconsiderationConfirmedIllegal: 20,
        reconsiderationOrderedToPerform: 2,
        reconsiderationHeard: 554,
      },
      text: '7.2%',
    },
  },
  reconsiderationCorrectionRateByConcluded: {
    label: '复议纠错率（审结口径）',
    english: {
      label: 'Reconsideration corrections by cases concluded',
      meaning:
        'The share of administrative reconsideration cases concluded that were corrected, for use only in years without the four kinds of correction and the number of cases actually heard.',
    },
    aliases: ['复议纠错率（按审结）'],
    meaning: '审结的复议案件中被纠错的比例，只用于没有四项拆分和实际审理数的年份。',
    formula: share('reconsiderationCorrected', 'reconsiderationConcluded'),
    better: 'lower',
    definition: 'plain-reading',
    ambiguity:
      '原文只写审结数和纠错数，没有四项拆分和实际审理数，未给出比率；不是复议纠错率的公式，两者不可比较。',
    source: {
      document: 'S2',
      section: '一、6',
      quote: '审结2270件(不含结转),纠错44件',
    },
    example: {
      counts: { reconsiderationCorrected: 44, reconsiderationConcluded: 2270 },
      text: '1.94%',
    },
  },
  reconsiderationConclusionRatio: {
    label: '复议审结率',
    english: {
      label: 'Reconsideration cases concluded per application',
      meaning:
        'The ratio of administrative reconsideration cases concluded in this period to reconsideration applications received in this period.',
    },
    aliases: ['行政复议审结率', '审结率'],
    meaning: '本期审结的复议案件与本期收到的复议申请之比。',
    formula: ratio('reconsiderationConcluded', 'reconsiderationApplications'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity:
      '原文未给出比率。审结可能含上年结转，可以超过100%；2025年申请4006件与审结3834件、案前调解612件不能勾稽。',
    source: {
      document: 'S2',
      section: '一、6',
      quote: '收到行政复议申请2777件,审结2270件(不含结转)',
    },
    example: {
      counts: { reconsiderationConcluded: 2270, reconsiderationApplications: 2777 },
      text: '81.74%',
    },
  },
  preAcceptanceMediationSuccessRate: {
    label: '受理前调解成功率',
    english: {
      label: 'Success rate of mediation before acceptance',
      meaning:
        'The share of administrative disputes mediated before acceptance that were mediated successfully.',
    },
    aliases: ['复议受理前调解成功率', '行政争议受理前调解成功率'],
    meaning: '受理前调解的行政争议中调解成功的比例。',
    formula: share('preAcceptanceMediationsSuccessful', 'preAcceptanceMediations'),
    better: 'higher',
    definition: 'implied',
    source: {
      document: 'S2',
      section: '一、6',
      quote: '调解2769件成功1197件,成功率43.2%',
    },
    example: {
      counts: { preAcceptanceMediationsSuccessful: 1197, preAcceptanceMediations: 2769 },
      text: '43.2%',
    },
  },
  preAcceptanceMediationToApplicationRatio: {
    label: '受理前调解与复议申请之比',
    english: {
      label: 'Mediations before acceptance per application',
      meaning:
        'The ratio of administrative disputes mediated before acceptance to administrative reconsideration applications received.',
    },
    meaning: '受理前调解的行政争议与收到的复议申请之比。',
    formula: ratio('preAcceptanceMediations', 'reconsiderationApplications'),
    better: 'neutral',
    definition: 'plain-reading',
    ambiguity: '原文未给出比率，也未写受理前调解与复议申请是否同一批案件，可以超过100%。',
    source: {
      document: 'S2',
      section: '一、6',
      quote: '调解2769件成功1197件,成功率43.2%。发挥行政复议层级监督作用,收到行政复议申请2777件',
    },
    example: {
      counts: { preAcceptanceMediations: 2769, reconsiderationApplications: 2777 },
      text: '99.71%',
    },
  },
  preCaseMediationToApplicationRatio: {
    label: '案前调解与复议申请之比',
    english: {
      label: 'Mediations before filing per application',
      meaning:
        'The ratio of cases mediated before filing to administrative reconsideration applications received.',
    },
    meaning: '案前调解的案件与收到的复议申请之比。',
    formula: ratio('preCaseMediations', 'reconsiderationApplications'),
    better: 'neutral',
    definition: 'plain-reading',
    ambiguity:
      '原文未给出比率。“案前调解”与2024年“受理前调解”口径不同，不可同比；也不是前端化解争议占比72.5%。',
    source: applications2025,
    example: {
      counts: { preCaseMediations: 612, reconsiderationApplications: 4006 },
      text: '15.28%',
    },
  },
  disputesResolvedBeforehandShare: {
    label: '前端化解争议占比',
    english: {
      label: 'Share of disputes resolved ahead of reconsideration',
      meaning:
        'The share of disputes resolved ahead of administrative reconsideration by explaining the law and by departments acting together.',
    },
    aliases: ['复议前端化解争议占比'],
    meaning: '争议中通过释法说理、部门联动化解在复议前端的比例。',
    formula: share('disputesResolvedBeforehand', 'administrativeDisputes'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity:
      '原文只有72.5%，没有定义和件数，按字面理解；案前调解612件与申请4006件之比是15.28%，与72.5%不符。',
    source: {
      document: 'S3',
      section: '一',
      quote: '全年有72.5%的争议通过释法说理、部门联动的办法化解止纷在复议前端',
    },
    example: {
      counts: { disputesResolvedBeforehand: 45, administrativeDisputes: 60 },
      text: '75.00%',
    },
  },
  reconsiderationApplicationsYearOnYearRatio: {
    label: '复议申请为上年的百分比',
    english: {
      label: 'Reconsideration applications as a percentage of the year before',
      meaning:
        'The administrative reconsideration applications received in this period as a percentage of those in the same period of the year before; subtract 100% for the growth rate.',
    },
    aliases: ['行政复议申请为上年的百分比'],
    meaning: '本期收到的复议申请是上年同期的百分之几，减去100%才是增速。',
    formula: ratio('reconsiderationApplications', priorYear('reconsiderationApplications')),
    better: 'neutral',
    definition: 'plain-reading',
    ambiguity: '原文未给出比率；2024年和2025年的申请数出自不同机关的报告。',
    source: applications2025,
    example: {
      counts: { reconsiderationApplications: 4006 },
      priorYear: { reconsiderationApplications: 2777 },
      text: '144.26%',
    },
  },
});
