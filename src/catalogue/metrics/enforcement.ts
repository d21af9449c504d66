import { priorYear, ratio, share } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';
import type { Source } from '../source.ts';

const inspections: Source = {
  document: 'S0',
  section: '五（四）',
  quote:
    '2022年相关行政执法部门共实施行政检查216429件，行政处罚7875件，分别是2021年行政检查（214625件）、行政处罚（6928件）的100.84%、113.67%',
};

const scanInspection: Source = {
  document: 'S2',
  section: '一、4',
  quote: '“扫码检查”绑定率、扫码率基本实现100%',
};

export const enforcementMetrics = defineMetrics<CountId>()({
  legalReviewStaffShare: {
    label: '法制审核人员占比',
    english: {
      label: 'Share of legal review staff among enforcement staff',
      meaning: 'The share of legal review staff in all law-enforcement staff of this unit.',
    },
    aliases: ['法制审核人员比率', '法制审核人员比例', '负责法制审核人员比率'],
    meaning: '本单位执法人员总数中法制审核人员所占的比例。',
    formula: share('legalReviewStaff', 'enforcementStaff'),
    better: 'higher',
    definition: 'implied',
    ambiguity: '原文未写人数不足一人时如何取整，也未写法制审核人员是否必须在执法人员之内。',
    source: {
      document: 'S0',
      section: '六（四）',
      quote: '原则上各级行政执法机关的法制审核人员不少于本单位执法人员总数的5%',
    },
    example: { counts: { legalReviewStaff: 3, enforcementStaff: 60 }, text: '5.00%' },
  },
  examinationPassRate: {
    label: '执法资格考试通过率',
    english: {
      label: 'Pass rate of the enforcement qualification examination',
      meaning:
        'The share of people taking the administrative law-enforcement qualification examination who passed it.',
    },
    aliases: ['行政执法资格考试通过率', '考试通过率'],
    meaning: '参加行政执法资格考试的人员中通过的比例。',
    formula: share('examinationsPassed', 'examinationsTaken'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文未定义分子分母；多次考试按人还是按人次、以参考还是以报名为分母均未写。',
    source: {
      document: 'S2',
      section: '一、4',
      quote: '组织5次行政执法资格考试,通过率96.76%',
    },
    example: { counts: { examinationsPassed: 57, examinationsTaken: 60 }, text: '95.00%' },
  },
  caseFileDefectRate: {
    label: '案卷瑕疵率',
    english: {
      label: 'Rate of case files with defects of form',
      meaning:
        'The share of administrative law-enforcement case files inspected in a sample that have defects of form.',
    },
    aliases: ['案卷规范瑕疵率'],
    meaning: '抽查的行政执法案卷中存在规范瑕疵的比例。',
    formula: share('caseFilesDefective', 'caseFilesInspected'),
    better: 'lower',
    definition: 'implied',
    ambiguity: '原文只有本数，没有百分比；抽查结果不代表全部案卷。',
    source: {
      document: 'S0',
      section: '四（四）18',
      quote: '抽查的 20 本案卷中有 5 本案卷存在规范瑕疵',
    },
    example: { counts: { caseFilesDefective: 5, caseFilesInspected: 20 }, text: '25.00%' },
  },
  trainingHoursPerPerson: {
    label: '人均培训学时',
    english: {
      label: 'Training hours per member of the enforcement staff',
      meaning:
        'The training hours of all law-enforcement staff together, divided by the total number of law-enforcement staff.',
    },
    aliases: ['执法人员人均培训学时', '行政执法人员人均培训学时'],
    meaning: '全体执法人员培训总学时与执法人员总数之比。',
    formula: ratio('trainingHours', 'enforcementStaff'),
    display: { unit: '学时/人' },
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文要求的是每人每年学时，没有写人均；人均达到60学时不能证明每个人都达到。',
    source: {
      document: 'S0',
      section: '八（四）',
      quote: '确保每人每年接受不少于60学时的业务培训和法律法规培训',
    },
    example: { counts: { trainingHours: 750, enforcementStaff: 12 }, text: '62.5学时/人' },
  },
  mobileEnforcementCoverageRate: {
    label: '移动执法终端覆盖率',
    english: {
      label: 'Coverage of the mobile enforcement application',
      meaning:
        'The share of law-enforcement staff required to use the mobile application of the integrated law-enforcement case-handling platform who do use it.',
    },
    aliases: ['移动终端APP覆盖率', '移动执法覆盖率'],
    meaning: '应当启用综合执法办案平台移动终端APP的执法人员中已经启用的比例。',
    formula: share('mobileTerminalUsers', 'mobileTerminalUsersRequired'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只有100%，未写覆盖的是人员、单位还是案件，按字面以执法人员计。',
    source: {
      document: 'S0',
      section: '四（四）16',
      quote:
        '综合执法办案平台移动终端 APP 于 2022 年 4 月 20 日起在基层执法中全面启用，覆盖率达 100%',
    },
    example: {
      counts: { mobileTerminalUsers: 57, mobileTerminalUsersRequired: 60 },
      text: '95.00%',
    },
  },
  inspectionsYearOnYearRatio: {
    label: '行政检查为上年的百分比',
    english: {
      label: 'Administrative inspections as a percentage of the year before',
      meaning:
        'The administrative inspections of this period as a percentage of those in the same period of the year before; subtract 100% for the growth rate.',
    },
    meaning: '本期行政检查是上年同期的百分之几，减去100%才是增速。',
    formula: ratio('administrativeInspections', priorYear('administrativeInspections')),
    better: 'higher',
    definition: 'implied',
    ambiguity: '“是2021年的100.84%”不是增长100.84%。',
    source: inspections,
    example: {
      counts: { administrativeInspections: 216429 },
      priorYear: { administrativeInspections: 214625 },
      text: '100.84%',
    },
  },
  penaltiesYearOnYearRatio: {
    label: '行政处罚为上年的百分比',
    english: {
      label: 'Administrative penalties as a percentage of the year before',
      meaning:
        'The administrative penalties of this period as a percentage of those in the same period of the year before; subtract 100% for the growth rate.',
    },
    meaning: '本期行政处罚是上年同期的百分之几，减去100%才是增速。',
    formula: ratio('administrativePenalties', priorYear('administrativePenalties')),
    better: 'higher',
    definition: 'implied',
    ambiguity: '“是2021年的113.67%”不是增长113.67%。',
    source: inspections,
    example: {
      counts: { administrativePenalties: 7875 },
      priorYear: { administrativePenalties: 6928 },
      text: '113.67%',
    },
  },
  penaltiesPerInspection: {
    label: '处罚检查比',
    english: {
      label: 'Administrative penalties per inspection',
      meaning: 'The ratio of administrative penalties to administrative inspections.',
    },
    aliases: ['行政处罚与行政检查之比'],
    meaning: '行政处罚与行政检查之比。',
    formula: ratio('administrativePenalties', 'administrativeInspections'),
    better: 'neutral',
    definition: 'plain-reading',
    ambiguity: '原文未给出比率，也未写处罚是否都出自这些检查。',
    source: inspections,
    example: {
      counts: { administrativePenalties: 7875, administrativeInspections: 216429 },
      text: '3.64%',
    },
  },
  scanInspectionBindingRate: {
    label: '扫码检查绑定率',
    english: {
      label: 'Binding rate of inspection by code',
      meaning:
        'The share of subjects due to be bound to a code for inspection by code that have been bound.',
    },
    aliases: ['绑定率'],
    meaning: '扫码检查应当绑定的对象中已经绑定的比例。',
    formula: share('scanInspectionsBound', 'scanInspectionsToBeBound'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只写“基本实现100%”，未定义分子分母，按字面理解。',
    source: scanInspection,
    example: {
      counts: { scanInspectionsBound: 57, scanInspectionsToBeBound: 60 },
      text: '95.00%',
    },
  },
  scanInspectionScanRate: {
    label: '扫码检查扫码率',
    english: {
      label: 'Scan rate of inspection by code',
      meaning:
        'The share of inspections to be carried out by scanning a code that were carried out so.',
    },
    aliases: ['扫码率'],
    meaning: '应当扫码的检查中已经扫码的比例。',
    formula: share('scanInspectionsScanned', 'scanInspectionsToBeScanned'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文只写“基本实现100%”，未定义分子分母，按字面理解。',
    source: scanInspection,
    example: {
      counts: { scanInspectionsScanned: 48, scanInspectionsToBeScanned: 50 },
      text: '96.00%',
    },
  },
  rectificationCompletionRate: {
    label: '整改完成率',
    english: {
      label: 'Rate of enforcement problems rectified',
      meaning:
        'The share of administrative law-enforcement problems due to be rectified whose rectification is complete.',
    },
    aliases: ['执法问题整改完成率'],
    meaning: '应当整改的行政执法问题中已经完成整改的比例。',
    formula: share('rectificationsCompleted', 'rectificationsDue'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文未写分母是问题线索124件、督办单43件还是意见书3件，按字面理解。',
    source: {
      document: 'S3',
      section: '一',
      quote: '共查出涉及行政执法问题线索124件,制发督办单43件,执法监督意见书3件,整改完成率100%',
    },
    example: { counts: { rectificationsCompleted: 57, rectificationsDue: 60 }, text: '95.00%' },
  },
});
