import type { DocumentId, Source } from './source.ts';
import { type StandardId, standards } from './standards.ts';

/** Whether a threshold or comparison of the sources can be decided from counts, and by which standards. */
export type Ruling = {
  /** T1..T33 for thresholds, R1..R12 for comparisons. */
  readonly seed: string;
  readonly title: string;
  readonly source: Source;
} & (
  | { readonly decidable: true; readonly standards: readonly StandardId[] }
  | { readonly decidable: false; readonly reason: string }
);

/** The words that a ruling decides are those of its first standard. */
const decided = (
  seed: string,
  title: string,
  first: StandardId,
  ...others: readonly StandardId[]
): Ruling => ({
  seed,
  title,
  source: standards[first].source,
  decidable: true,
  standards: [first, ...others],
});

const undecided = (
  seed: string,
  title: string,
  [document, section, quote]: readonly [DocumentId, string, string],
  reason: string,
): Ruling => ({
  seed,
  title,
  source: { document, section, quote },
  decidable: false,
  reason,
});

export const rulings: readonly Ruling[] = [
  undecided(
    'T1',
    '完成度等级',
    ['S0', '二', '良好水平（即完成度 80%-90%，含 80%、不含 90%）'],
    '属于指标体系的完成度评分，由各三级指标的完成状态得出，不由计数得出。',
  ),
  undecided(
    'T2',
    '重大行政决策公开征求意见期限',
    [
      'S0',
      '四（三）6',
      '公开征求意见的期限一般不少于30日；因情况紧急等原因需要缩短期限的，公开征求意见时应当予以说明。',
    ],
    '需要每项决策征求意见的起止日期，以及不足30日时有无说明。',
  ),
  decided('T3', '法制审核人员占比', 'legalReviewStaffMinimum'),
  undecided(
    'T4',
    '执法人数与亮证',
    ['S0', '四（四）4', '严格执行2人以上执法、亮证执法的规范要求'],
    '需要每次执法的人数和亮证记录，原文没有可以汇总的计数。',
  ),
  decided('T5', '执法人员年培训学时（2021年起）', 'trainingHoursMinimum'),
  decided('T6', '执法人员年培训学时（2011年规划）', 'trainingHoursMinimumUntil2020'),
  decided('T7', '街道专职人民调解员', 'streetMediatorsMinimum'),
  decided('T8', '专职调解员不减少', 'mediatorsNotReduced'),
  decided('T9', '复议审理人员', 'reconsiderationHeardByTwo'),
  decided('T10', '复议案件信息录入率', 'reconsiderationInformationEntryComplete'),
  decided('T11', '矛盾纠纷排查及案件录入率', 'disputeScreeningEntryComplete'),
  decided('T12', '复议决定履行', 'reconsiderationDecisionsAllPerformed'),
  decided('T13', '规范性文件报备', 'filingComplete', 'filingOnTime', 'filingInDueForm'),
  decided('T14', '合法性审核率', 'legalityReviewComplete'),
  decided('T15', '议案提案满意（同意）率', 'motionsAllSatisfactory', 'proposalsAllSatisfactory'),
  decided('T16', '网络诉求办结率、回复率', 'onlineAppealsAllConcluded', 'onlineAppealsAllReplied'),
  decided(
    'T17',
    '行政调解统计、信息、案例',
    'administrativeMediationStatisticsQuarterly',
    'administrativeMediationReportsQuarterly',
    'administrativeMediationTypicalCasesQuarterly',
  ),
  undecided(
    'T18',
    '年度报告公布期限',
    ['S0', '四（八）13', '上一年度法治政府建设情况报告均在次年4月1日前公布'],
    '需要每份年度报告的公布日期，不是计数。',
  ),
  undecided(
    'T19',
    '常务会专题讨论次数',
    ['S0', '四（八）9', '2022年，区政府常务会议专题讨论法治政府建设议题已经达到5次，符合要求。'],
    '原文只写2022年5次“符合要求”，没有写要求的次数；2021年3次同样判为已经完成。',
  ),
  decided('T20', '常务会听取依法行政工作汇报', 'standingMeetingReportsMinimum'),
  undecided(
    'T21',
    '突发事件信息发布',
    [
      'S0',
      '四（九）8',
      '未发现特别重大、重大突发事件舆情超过5小时未通报权威信息、24小时内未召开新闻发布会的情况',
    ],
    '需要每起突发事件的发生、通报和发布会时间，不是计数。',
  ),
  decided('T22', '法律职业资格', 'legalQualificationMinimum'),
  decided('T23', '案卷规范', 'caseFilesWithoutDefects'),
  undecided(
    'T24',
    '执法资格考试通过率',
    ['S0', '四（四）9', '部分行政执法机关及街道仍存在行政执法资格考试通过率未达标的情况'],
    '原文只写“未达标”，没有写达标的阈值。',
  ),
  undecided(
    'T25',
    '复议纠错率',
    [
      'S0',
      '四（四）22',
      '虽然仍存在行政执法决定被撤销、确认违法或责令履行的情形，但总体来看复议纠错率较低',
    ],
    '原文把7.2%判为未完成又称“较低”，没有写阈值。',
  ),
  decided('T26', '移动执法覆盖率', 'mobileEnforcementCoverageComplete'),
  undecided(
    'T27',
    '智能咨询',
    ['S0', '四（七）3', '智能咨询模式提供 7x24 小时在线咨询服务'],
    '是对服务时段的描述，需要服务运行记录，不是计数。',
  ),
  decided('T28', '法制讲座', 'legalLecturesMinimum'),
  undecided(
    'T29',
    '规范性文件全面清理',
    ['S1', '二（三）7', '每隔 2年进行一次全面清理'],
    '需要历次全面清理的日期才能判断间隔，单个时期的次数不能判断。',
  ),
  decided('T30', '扫码检查', 'scanInspectionBindingComplete', 'scanInspectionScanComplete'),
  undecided(
    'T31',
    '接诉即办三率',
    ['S0', '六（一）', '西城区“接诉即办”工作解决率与满意率仍有提升空间'],
    '原文只写“仍有提升空间”，没有写阈值。',
  ),
  undecided(
    'T32',
    '新进热线人员',
    [
      'S4',
      '一（六）',
      '新进员工必须经过为期一月的业务知识的全方位培训，业务考试合格，方能进入实操岗位，然后经过一月试用期',
    ],
    '需要每名新进人员的培训、考试和试用记录，不是计数。',
  ),
  undecided(
    'T33',
    '“未发现”类指标',
    ['S0', '四 多处', '未发现'],
    '属于指标体系的定性核查，各指标只写“未发现”，没有核查范围和件数。',
  ),
  decided('R1', '复议主渠道', 'reconsiderationAboveLitigation'),
  decided('R2', '再诉讼低于再审理', 'relitigationBelowSecondInstanceReview'),
  decided(
    'R3',
    '复议认可度不低于裁判认可度',
    'meanRecognitionNotBelowJudgments',
    'recognitionNotBelowJudgments',
  ),
  decided('R4', '执法力度同比', 'inspectionsIncreased', 'penaltiesIncreased'),
  decided('R5', '专职调解员不减', 'mediatorsNotReduced'),
  undecided(
    'R6',
    '三率逐年提升',
    [
      'S0',
      '六（一）',
      '2021年度的区政府“接诉即办”工作月度解决率平均为90.67%，2022年度的区政府“接诉即办”工作月度解决率平均为96.1%',
    ],
    '原文只并列两年数值，逐年上升仍列为主要问题，没有把逐年提升写成标准。',
  ),
  undecided(
    'R7',
    '目录逐年更新',
    ['S0', '四（三）3', '均根据当年度西城区的实际情况有所更新'],
    '需要逐项比对各年度决策目录的内容，不是计数。',
  ),
  undecided(
    'R8',
    '法治考核权重',
    ['S0', '五（八）', '考核权重分别为 20%和 15%'],
    '是考核权重而不是计数；2021年为二级指标，2022年起为一级指标，层级不同不可直接比较。',
  ),
  undecided(
    'R9',
    '横向排名',
    ['S2', '一、5', '全年投诉量城六区最低'],
    '需要其他区的数据，原文没有数字。',
  ),
  undecided(
    'R10',
    '清单一致',
    ['S0', '四（一）1', '与本区政务服务事项基本目录中的职权事项保持一致'],
    '需要逐项比对两份清单，数量相同不能证明内容一致。',
  ),
  undecided(
    'R11',
    '会前学法次数勾稽',
    ['S0', '四（八）6', '（其中 2021 年 6 次、2022 年 4 次）'],
    '是同一段文字内总数与逐条记录的核对，不是对计数的要求。',
  ),
  undecided(
    'R12',
    '常务会专题讨论次数勾稽',
    ['S0', '四（八）9', '分别是:①2021年3月24日,第146次区政府常务会'],
    '是同一段文字内次数与逐条记录的核对，不是对计数的要求。',
  ),
];
