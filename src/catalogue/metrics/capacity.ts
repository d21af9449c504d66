import { count, priorYear, ratio, share } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';

export const capacityMetrics = defineMetrics<CountId>()({
  legalBackgroundCadreShare: {
    label: '法学背景干部占比',
    english: {
      label: 'Share of promoted cadres with a legal background',
      meaning:
        'The share of cadres promoted or given further tasks who have a degree in law or law-related work experience.',
    },
    aliases: ['提拔干部法学背景占比'],
    meaning: '提拔和进一步使用的干部中，具有法学专业教育背景或者法治相关从业经历的比例。',
    formula: share('cadresPromotedWithLegalBackground', 'cadresPromoted'),
    better: 'higher',
    definition: 'implied',
    ambiguity: '原文只有105名和35.2%，分子37名是反推的唯一整数。',
    source: {
      document: 'S2',
      section: '一、10',
      quote: '全年共提拔和进一步使用干部105名,其中具有法学专业教育背景或法治相关从业经历的占35.2%',
    },
    example: {
      counts: { cadresPromotedWithLegalBackground: 37, cadresPromoted: 105 },
      text: '35.2%',
    },
  },
  staffWithLegalQualification: {
    label: '持法律职业资格证书人员',
    english: {
      label: 'Staff with the legal professional qualification',
      meaning:
        'The number of staff members of this unit who hold the legal professional qualification certificate.',
    },
    meaning: '本单位持有法律职业资格证书的工作人员人数。',
    formula: count('staffWithLegalQualification'),
    display: { unit: '名' },
    better: 'higher',
    definition: 'implied',
    ambiguity:
      '评估标准看每个单位是否至少有一人，评估结论却写专职法治工作人员没有证书，两者口径不同。',
    source: {
      document: 'S0',
      section: '六（八）',
      quote: '各职能部门、街道办事处均至少有一位工作人员有法律职业资格证书',
    },
    example: { counts: { staffWithLegalQualification: 1 }, text: '1名' },
  },
  standingMeetingReports: {
    label: '区政府常务会听取依法行政工作汇报次数',
    english: {
      label: 'Reports on administration by law heard by the standing meeting',
      meaning:
        'The number of times the standing meeting of the district government heard a report on administration by law.',
    },
    meaning: '区政府常务会议听取依法行政工作汇报的次数。',
    formula: count('standingMeetingReports'),
    display: { unit: '次' },
    better: 'higher',
    definition: 'implied',
    ambiguity: '与2021年、2022年的“专题讨论法治政府建设议题”次数是否同一口径，原文未写。',
    source: {
      document: 'S1',
      section: '三（八）22',
      quote: '区政府常务会议每年至少听取两次依法行政工作汇报',
    },
    example: { counts: { standingMeetingReports: 2 }, text: '2次' },
  },
  legalLectures: {
    label: '法制讲座期数',
    english: {
      label: 'Legal lectures held',
      meaning: 'The number of legal lectures held.',
    },
    meaning: '举办的法制讲座期数。',
    formula: count('legalLectures'),
    display: { unit: '期' },
    better: 'higher',
    definition: 'implied',
    source: { document: 'S1', section: '二（一）1', quote: '每年举办 2期法制讲座' },
    example: { counts: { legalLectures: 2 }, text: '2期' },
  },
  emergencyDrillsYearOnYearRatio: {
    label: '应急演练为上年的百分比',
    english: {
      label: 'Emergency drills as a percentage of the year before',
      meaning:
        'The emergency drills of this period as a percentage of those in the same period of the year before; subtract 100% for the growth rate.',
    },
    meaning: '本期应急演练是上年同期的百分之几，减去100%才是增速。',
    formula: ratio('emergencyDrills', priorYear('emergencyDrills')),
    better: 'neutral',
    definition: 'plain-reading',
    ambiguity: '原文只有两年的项数，没有比率。',
    source: {
      document: 'S0',
      section: '四（九）6',
      quote: '2021 年和 2022年分别开展 176 项和 96项应急演练',
    },
    example: {
      counts: { emergencyDrills: 96 },
      priorYear: { emergencyDrills: 176 },
      text: '54.55%',
    },
  },
});
