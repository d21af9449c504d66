import { defineCounts } from '../count.ts';
import type { Source } from '../source.ts';

const promotions: Source = {
  document: 'S2',
  section: '一、10',
  quote: '全年共提拔和进一步使用干部105名,其中具有法学专业教育背景或法治相关从业经历的占35.2%',
};

export const capacityCounts = defineCounts({
  cadresPromoted: {
    label: '提拔和进一步使用干部',
    english: 'Cadres promoted or given further tasks',
    short: '提拔使用干部',
    aliases: ['提拔和进一步使用的干部', '提拔干部'],
    unit: '名',
    nature: 'flow',
    source: promotions,
  },
  cadresPromotedWithLegalBackground: {
    label: '具有法学专业教育背景或法治相关从业经历的干部',
    english: 'Promoted cadres with a legal education or legal work experience',
    short: '法学背景干部',
    aliases: ['法学背景干部'],
    unit: '名',
    nature: 'flow',
    source: promotions,
    note: '只计当年提拔和进一步使用的干部。',
  },
  staffWithLegalQualification: {
    label: '持法律职业资格证书人员',
    english: 'Staff with the legal professional qualification',
    aliases: ['有法律职业资格证书的工作人员', '法律职业资格证书持证人员'],
    unit: '名',
    nature: 'stock',
    source: {
      document: 'S0',
      section: '六（八）',
      quote: '各职能部门、街道办事处均至少有一位工作人员有法律职业资格证书',
    },
  },
  standingMeetingReports: {
    label: '区政府常务会听取依法行政工作汇报次数',
    english: 'Reports on administration by law heard by the standing meeting',
    aliases: ['区政府常务会议听取依法行政工作汇报次数', '听取依法行政工作汇报次数'],
    unit: '次',
    nature: 'flow',
    source: {
      document: 'S1',
      section: '三（八）22',
      quote: '区政府常务会议每年至少听取两次依法行政工作汇报',
    },
  },
  legalLectures: {
    label: '法制讲座期数',
    english: 'Legal lectures held',
    aliases: ['法制讲座'],
    unit: '期',
    nature: 'flow',
    source: { document: 'S1', section: '二（一）1', quote: '每年举办 2期法制讲座' },
  },
  emergencyDrills: {
    label: '应急演练',
    english: 'Emergency drills',
    aliases: ['应急演练项数', '应急演练次数'],
    unit: '项',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '四（九）6',
      quote: '2021 年和 2022年分别开展 176 项和 96项应急演练',
    },
  },
});
