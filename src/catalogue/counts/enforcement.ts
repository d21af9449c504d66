import { defineCounts } from '../count.ts';
import type { Source } from '../source.ts';

const legalReview: Source = {
  document: 'S0',
  section: '六（四）',
  quote: '原则上各级行政执法机关的法制审核人员不少于本单位执法人员总数的5%',
};

const examination: Source = {
  document: 'S2',
  section: '一、4',
  quote: '组织5次行政执法资格考试,通过率96.76%',
};

const caseFiles: Source = {
  document: 'S0',
  section: '四（四）18',
  quote: '抽查的 20 本案卷中有 5 本案卷存在规范瑕疵',
};

const mobileTerminal: Source = {
  document: 'S0',
  section: '四（四）16',
  quote: '综合执法办案平台移动终端 APP 于 2022 年 4 月 20 日起在基层执法中全面启用，覆盖率达 100%',
};

const inspections: Source = {
  document: 'S0',
  section: '五（四）',
  quote: '2022年相关行政执法部门共实施行政检查216429件，行政处罚7875件',
};

const scanInspection: Source = {
  document: 'S2',
  section: '一、4',
  quote: '“扫码检查”绑定率、扫码率基本实现100%',
};

const rectification: Source = {
  document: 'S3',
  section: '一',
  quote: '共查出涉及行政执法问题线索124件,制发督办单43件,执法监督意见书3件,整改完成率100%',
};

const undefinedTerm = '原文只有比率，未定义分子分母。';

export const enforcementCounts = defineCounts({
  legalReviewStaff: {
    label: '法制审核人员',
    english: 'Legal review staff',
    aliases: ['负责法制审核人员', '法制审核人数'],
    unit: '名',
    nature: 'stock',
    source: legalReview,
  },
  enforcementStaff: {
    label: '执法人员总数',
    english: 'Enforcement staff in all',
    short: '执法人员',
    aliases: ['执法人员', '行政执法人员', '行政执法人员总数', '本单位执法人员总数'],
    unit: '名',
    nature: 'stock',
    source: legalReview,
  },
  examinationsTaken: {
    label: '执法资格考试参考人数',
    english: 'Candidates in the enforcement qualification examination',
    short: '参考',
    aliases: ['行政执法资格考试参考人数', '执法资格考试参加人数', '行政执法资格考试参加人数'],
    unit: '人',
    nature: 'flow',
    source: examination,
    note: '一年多次考试，原文未写按人还是按人次。',
  },
  examinationsPassed: {
    label: '执法资格考试通过人数',
    english: 'Candidates who passed the enforcement qualification examination',
    short: '通过',
    aliases: ['行政执法资格考试通过人数'],
    unit: '人',
    nature: 'flow',
    source: examination,
    note: '一年多次考试，原文未写按人还是按人次。',
  },
  caseFilesInspected: {
    label: '抽查案卷量',
    english: 'Case files inspected',
    short: '抽查案卷',
    aliases: ['抽查的案卷', '抽查行政执法案卷'],
    unit: '本',
    nature: 'flow',
    source: caseFiles,
  },
  caseFilesDefective: {
    label: '存在规范瑕疵的案卷量',
    english: 'Case files with defects of form',
    short: '瑕疵案卷',
    aliases: ['存在规范瑕疵案卷', '瑕疵案卷'],
    unit: '本',
    nature: 'flow',
    source: caseFiles,
  },
  trainingHours: {
    label: '培训总学时',
    english: 'Training hours of all enforcement staff together',
    short: '总学时',
    aliases: ['执法人员培训总学时', '行政执法人员培训总学时'],
    unit: '学时',
    nature: 'flow',
    decimals: true,
    source: {
      document: 'S0',
      section: '八（四）',
      quote: '确保每人每年接受不少于60学时的业务培训和法律法规培训',
    },
    note: '全体执法人员参训学时之和。',
  },
  mobileTerminalUsers: {
    label: '启用移动终端APP的执法人员',
    english: 'Enforcement staff who use the mobile application',
    short: '已启用',
    aliases: ['移动执法终端启用人数'],
    unit: '名',
    nature: 'stock',
    source: mobileTerminal,
    note: undefinedTerm,
  },
  mobileTerminalUsersRequired: {
    label: '应启用移动终端APP的执法人员',
    english: 'Enforcement staff who have to use the mobile application',
    short: '应启用',
    aliases: ['移动执法终端应启用人数'],
    unit: '名',
    nature: 'stock',
    source: mobileTerminal,
    note: undefinedTerm,
  },
  administrativeInspections: {
    label: '行政检查量',
    english: 'Administrative inspections',
    short: '行政检查',
    aliases: ['实施行政检查'],
    unit: '件',
    nature: 'flow',
    source: inspections,
  },
  administrativePenalties: {
    label: '行政处罚量',
    english: 'Administrative penalties',
    short: '行政处罚',
    aliases: ['实施行政处罚'],
    unit: '件',
    nature: 'flow',
    source: inspections,
  },
  scanInspectionsBound: {
    label: '扫码检查已绑定量',
    english: 'Bindings made for inspection by code',
    short: '已绑定',
    unit: '个',
    nature: 'stock',
    source: scanInspection,
    note: '原文只有比率，未写绑定的是检查对象还是执法人员。',
  },
  scanInspectionsToBeBound: {
    label: '扫码检查应绑定量',
    english: 'Bindings due for inspection by code',
    short: '应绑定',
    unit: '个',
    nature: 'stock',
    source: scanInspection,
    note: '原文只有比率，未写绑定的是检查对象还是执法人员。',
  },
  scanInspectionsScanned: {
    label: '已扫码检查量',
    english: 'Inspections carried out by code',
    short: '已扫码',
    unit: '次',
    nature: 'flow',
    source: scanInspection,
    note: undefinedTerm,
  },
  scanInspectionsToBeScanned: {
    label: '应扫码检查量',
    english: 'Inspections to be carried out by code',
    short: '应扫码',
    unit: '次',
    nature: 'flow',
    source: scanInspection,
    note: undefinedTerm,
  },
  rectificationsCompleted: {
    label: '已完成整改问题量',
    english: 'Enforcement problems rectified',
    short: '已整改',
    aliases: ['完成整改', '整改完成'],
    unit: '件',
    nature: 'flow',
    source: rectification,
    note: undefinedTerm,
  },
  rectificationsDue: {
    label: '应整改问题量',
    english: 'Enforcement problems to be rectified',
    short: '应整改',
    aliases: ['应整改'],
    unit: '件',
    nature: 'flow',
    source: rectification,
    note: '原文未写以问题线索124件、督办单43件还是意见书3件为准。',
  },
});
