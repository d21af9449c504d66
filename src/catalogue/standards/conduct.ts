import type { Source } from '../source.ts';
import { defineStandards } from '../standard.ts';
import { all, none } from './limits.ts';

const scanInspection: Source = {
  document: 'S2',
  section: '一、4',
  quote: '“扫码检查”绑定率、扫码率基本实现100%',
};

/** How the district leads, learns and enforces. */
export const conductStandards = defineStandards({
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
});
