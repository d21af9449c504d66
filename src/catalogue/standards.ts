import type { Source } from './source.ts';
import { defineStandards, type Limit } from './standard.ts';

const all: Limit = { kind: 'value', value: '1' };
const none: Limit = { kind: 'value', value: '0' };
const sameAsYearBefore: Limit = { kind: 'value', value: '1' };

const filing: Source = {
  document: 'S0',
  section: '四（二）7',
  quote: '报备率、报备及时率、规范率达100%',
};

const satisfaction: Source = {
  document: 'S0',
  section: '五（五）',
  quote:
    '及时办理本级人大代表提出的议案和本级政协委员提出的建议、提案，办理后的满意（或同意）比例始终保持在 100%',
};

const onlineAppeals: Source = {
  document: 'S0',
  section: '四（五）6',
  quote: '每月办结率、回复率达 100%',
};

const scanInspection: Source = {
  document: 'S2',
  section: '一、4',
  quote: '“扫码检查”绑定率、扫码率基本实现100%',
};

const recognition: Source = {
  document: 'S0',
  section: '四（六）19',
  quote:
    '行政复议决定被一审法院认可度平均值为 97%，一审行政诉讼裁判被二审法院认可度平均值为 100%，前者比后者低',
};

const intensity: Source = {
  document: 'S0',
  section: '五（四）',
  quote:
    '分别是2021年行政检查（214625件）、行政处罚（6928件）的100.84%、113.67%，执法力度进一步加强',
};

/** Every threshold and comparison of the sources that counts can decide. */
export const standards = defineStandards({
  legalReviewStaffMinimum: {
    metric: 'legalReviewStaffShare',
    comparison: 'at-least',
    limit: { kind: 'value', value: '0.05' },
    level: 'in-principle',
    scope: 'unit',
    source: {
      document: 'S0',
      section: '六（四）',
      quote: '原则上各级行政执法机关的法制审核人员不少于本单位执法人员总数的5%',
    },
    note: '按比例比较，不取整：12人的单位有1人即达到，没有人则未达到。',
  },
  trainingHoursMinimum: {
    metric: 'trainingHoursPerPerson',
    comparison: 'at-least',
    limit: { kind: 'value', value: '60' },
    level: 'required',
    scope: 'unit',
    per: 'year',
    from: '2021-01',
    until: '2025-12',
    source: {
      document: 'S0',
      section: '八（四）',
      quote: '确保每人每年接受不少于60学时的业务培训和法律法规培训',
    },
    note: '要求的是每一个人；人均达到不能证明每个人都达到，人均未达到则必有人未达到。有效期按《北京市法治政府建设实施意见（2021-2025年）》。',
  },
  trainingHoursMinimumUntil2020: {
    metric: 'trainingHoursPerPerson',
    comparison: 'at-least',
    limit: { kind: 'value', value: '72' },
    level: 'required',
    scope: 'unit',
    per: 'year',
    from: '2011-11',
    until: '2020-12',
    source: {
      document: 'S1',
      section: '二（一）2',
      quote:
        '区政府各部门应当组织行政执法人员参加专门法律知识轮训，及时组织有关新法律法规规章的专题培训，每年累计不少于 72 学时',
    },
    note: '2011年规划未写截止时间，2021年起按60学时判断。人均达到不能证明每个人都达到。',
  },
  streetMediatorsMinimum: {
    metric: 'fullTimeStreetMediators',
    comparison: 'at-least',
    limit: { kind: 'value', value: '2' },
    level: 'required',
    scope: 'unit',
    source: {
      document: 'S0',
      section: '四（六）3',
      quote: '全区共 15 个街道，各街道专职人民调解员均达到 2 名',
    },
    note: '逐街道判断，只适用于街道。',
  },
  mediatorsNotReduced: {
    metric: 'fullTimeMediators',
    comparison: 'at-least',
    limit: { kind: 'prior-year' },
    level: 'implied',
    scope: 'whole',
    per: 'year',
    source: {
      document: 'S0',
      section: '四（六）3',
      quote: '街道、社区专职调解员没有比上一年减少',
    },
  },
  reconsiderationHeardByTwo: {
    metric: 'reconsiderationCasesHeardByFewerThanTwo',
    comparison: 'at-most',
    limit: none,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '四（六）12',
      quote: '未发现审理行政复议案件的行政复议人员数量不足两人的情况',
    },
  },
  reconsiderationInformationEntryComplete: {
    metric: 'reconsiderationInformationEntryRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '四（六）11',
      quote: '西城区行政复议案件信息录入率达到 100%',
    },
  },
  disputeScreeningEntryComplete: {
    metric: 'disputeScreeningEntryRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '四（六）5',
      quote: '矛盾纠纷排查及案件录入率均达到 100%',
    },
  },
  reconsiderationDecisionsAllPerformed: {
    metric: 'reconsiderationDecisionPerformanceRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '四（六）15',
      quote: '未发生不履行行政复议决定的情况',
    },
  },
  filingComplete: {
    metric: 'filingRate',
    comparison: 'equal',
    limit: all,
    level: 'required',
    scope: 'any',
    source: filing,
  },
  filingOnTime: {
    metric: 'timelyFilingRate',
    comparison: 'equal',
    limit: all,
    level: 'required',
    scope: 'any',
    source: filing,
  },
  filingInDueForm: {
    metric: 'compliantFilingRate',
    comparison: 'equal',
    limit: all,
    level: 'required',
    scope: 'any',
    source: filing,
  },
  legalityReviewComplete: {
    metric: 'legalityReviewRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '五（二）',
      quote: '行政规范性文件合法性审核率达到100%',
    },
  },
  motionsAllSatisfactory: {
    metric: 'motionSatisfactionRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: satisfaction,
  },
  proposalsAllSatisfactory: {
    metric: 'proposalSatisfactionRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: satisfaction,
  },
  onlineAppealsAllConcluded: {
    metric: 'onlineAppealConclusionRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: onlineAppeals,
  },
  onlineAppealsAllReplied: {
    metric: 'onlineAppealReplyRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: onlineAppeals,
  },
  administrativeMediationStatisticsQuarterly: {
    metric: 'administrativeMediationStatistics',
    comparison: 'at-least',
    limit: { kind: 'value', value: '1' },
    level: 'required',
    scope: 'whole',
    per: 'quarter',
    source: {
      document: 'S0',
      section: '四（六）6',
      quote: '西城区能够做到每季度对行政调解案件情况进行统计',
    },
  },
  administrativeMediationReportsQuarterly: {
    metric: 'administrativeMediationReports',
    comparison: 'at-least',
    limit: { kind: 'value', value: '1' },
    level: 'required',
    scope: 'whole',
    per: 'quarter',
    source: {
      document: 'S0',
      section: '四（六）7',
      quote: '西城区能够做到每季度撰写行政调解工作信息',
    },
  },
  administrativeMediationTypicalCasesQuarterly: {
    metric: 'administrativeMediationTypicalCases',
    comparison: 'at-least',
    limit: { kind: 'value', value: '1' },
    level: 'required',
    scope: 'whole',
    per: 'quarter',
    source: {
      document: 'S0',
      section: '四（六）8',
      quote: '西城区能够做到每季度编写行政调解典型案例',
    },
  },
  standingMeetingReportsMinimum: {
    metric: 'standingMeetingReports',
    comparison: 'at-least',
    limit: { kind: 'value', value: '2' },
    level: 'required',
    scope: 'whole',
    per: 'year',
    from: '2011-11',
    source: {
      document: 'S1',
      section: '三（八）22',
      quote: '区政府常务会议每年至少听取两次依法行政工作汇报',
    },
  },
  legalQualificationMinimum: {
    metric: 'staffWithLegalQualification',
    comparison: 'at-least',
    limit: { kind: 'value', value: '1' },
    level: 'required',
    scope: 'unit',
    source: {
      document: 'S0',
      section: '六（八）',
      quote:
        '评估过程中将“各职能部门、街道办事处均至少有一位工作人员有法律职业资格证书”的顶格要求作为对西城区的评估标准',
    },
    note: '是评估自设的顶格要求；有一人持证不能证明专职法治工作人员都持证。',
  },
  caseFilesWithoutDefects: {
    metric: 'caseFileDefectRate',
    comparison: 'at-most',
    limit: none,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '四（四）18',
      quote: '抽查的 20 本案卷中有 5 本案卷存在规范瑕疵',
    },
    note: '原文未写阈值，只因20本中有5本瑕疵判为未完成。',
  },
  mobileEnforcementCoverageComplete: {
    metric: 'mobileEnforcementCoverageRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: { document: 'S0', section: '四（四）16', quote: '覆盖率达 100%' },
    note: '原文只就区市场监管局而言。',
  },
  legalLecturesMinimum: {
    metric: 'legalLectures',
    comparison: 'at-least',
    limit: { kind: 'value', value: '2' },
    level: 'required',
    scope: 'whole',
    per: 'year',
    from: '2011-11',
    source: {
      document: 'S1',
      section: '二（一）1',
      quote:
        '每年举办 2期法制讲座，5年内完成处级领导干部基本法律知识和与业务相关法律知识的轮训工作',
    },
    note: '只判断每年2期讲座；“5年内轮训”需要逐人记录，不在此判断。',
  },
  scanInspectionBindingComplete: {
    metric: 'scanInspectionBindingRate',
    comparison: 'equal',
    limit: all,
    level: 'in-principle',
    scope: 'any',
    source: scanInspection,
    note: '“基本实现”的余地未写，按100%比较。',
  },
  scanInspectionScanComplete: {
    metric: 'scanInspectionScanRate',
    comparison: 'equal',
    limit: all,
    level: 'in-principle',
    scope: 'any',
    source: scanInspection,
    note: '“基本实现”的余地未写，按100%比较。',
  },
  reconsiderationAboveLitigation: {
    metric: 'reconsiderationToLitigationRatio',
    comparison: 'above',
    limit: { kind: 'value', value: '1' },
    level: 'implied',
    scope: 'whole',
    source: {
      document: 'S0',
      section: '四（六）17',
      quote: '行政复议案件略高于行政诉讼案件量',
    },
    note: '原文比较前三年度合计；两者相等时如何判断未写，按未达到处理。',
  },
  relitigationBelowSecondInstanceReview: {
    metric: 'relitigationRatio',
    comparison: 'below',
    limit: { kind: 'metric', metric: 'secondInstanceReviewRatio' },
    level: 'implied',
    scope: 'whole',
    source: {
      document: 'S0',
      section: '四（六）18',
      quote: '行政复议后再诉讼的比例是16.43%，行政诉讼后再审理的比例是72.50%，前者比后者低',
    },
    note: '原文比较前三年度。',
  },
  meanRecognitionNotBelowJudgments: {
    metric: 'meanReconsiderationRecognitionRate',
    comparison: 'at-least',
    limit: { kind: 'metric', metric: 'meanJudgmentRecognitionRate' },
    level: 'implied',
    scope: 'whole',
    source: recognition,
    note: '97%低于100%即判为尚未完成，没有容差。',
  },
  recognitionNotBelowJudgments: {
    metric: 'reconsiderationRecognitionRate',
    comparison: 'at-least',
    limit: { kind: 'metric', metric: 'judgmentRecognitionRate' },
    level: 'implied',
    scope: 'whole',
    source: recognition,
    note: '原文比较的是三年平均值；对单个时期沿用同一比较，没有容差。',
  },
  inspectionsIncreased: {
    metric: 'inspectionsYearOnYearRatio',
    comparison: 'above',
    limit: sameAsYearBefore,
    level: 'implied',
    scope: 'whole',
    per: 'year',
    source: intensity,
  },
  penaltiesIncreased: {
    metric: 'penaltiesYearOnYearRatio',
    comparison: 'above',
    limit: sameAsYearBefore,
    level: 'implied',
    scope: 'whole',
    per: 'year',
    source: intensity,
  },
});

export type StandardId = keyof typeof standards;
