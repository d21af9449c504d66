import { defineCounts } from '../count.ts';
import type { Source } from '../source.ts';

const correctionFormula: Source = {
  document: 'S0',
  section: '十、其他 第8条',
  quote:
    '复议纠错率=(复议撤销案件量+复议变更案件量+复议确认违法案件量+复议责令履行案件量)/复议实际审理案件量*100%',
};

const applications2024: Source = {
  document: 'S2',
  section: '一、6',
  quote: '收到行政复议申请2777件,审结2270件(不含结转),纠错44件',
};

const mediation2024: Source = {
  document: 'S2',
  section: '一、6',
  quote: '加强行政争议受理前调解,调解2769件成功1197件,成功率43.2%',
};

const resolvedBeforehand2025: Source = {
  document: 'S3',
  section: '一',
  quote: '全年有72.5%的争议通过释法说理、部门联动的办法化解止纷在复议前端',
};

const informationEntry: Source = {
  document: 'S0',
  section: '四（六）11',
  quote: '西城区行政复议案件信息录入率达到 100%',
};

const performance: Source = {
  document: 'S0',
  section: '四（六）15',
  quote: '西城区已经生效的、需要被申请人履行的行政复议决定均已依法履行',
};

export const reconsiderationCounts = defineCounts({
  reconsiderationApplications: {
    label: '行政复议申请量',
    english: 'Applications for administrative reconsideration',
    short: '申请',
    aliases: ['复议申请', '收到行政复议申请'],
    unit: '件',
    nature: 'flow',
    source: applications2024,
  },
  reconsiderationAccepted: {
    label: '复议案件受理数量',
    english: 'Reconsideration cases accepted',
    short: '复议受理',
    aliases: ['复议受理', '行政复议受理', '行政复议案件受理', '受理的行政复议案件'],
    unit: '件',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '四（六）17',
      quote: '西城区人民政府受理的行政复议案件数量为1166件',
    },
  },
  reconsiderationConcluded: {
    label: '行政复议审结量',
    english: 'Reconsideration cases concluded',
    short: '审结',
    aliases: [
      '复议审结',
      '复议案件审结',
      '行政复议案件审结',
      '行政复议案件数量（以审结量为准）',
      '审结',
    ],
    unit: '件',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '十、其他 第2条',
      quote: '行政复议案件数量（以审结量为准）',
    },
    note: '2024年注明“不含结转”，2025年未注明；跨年比较须先核对。',
  },
  reconsiderationHeard: {
    label: '复议实际审理案件量',
    english: 'Reconsideration cases actually heard',
    short: '实际审理',
    aliases: ['行政复议实际审理', '实际审理'],
    unit: '件',
    nature: 'flow',
    source: correctionFormula,
    note: '不等于受理量，也不等于审结量。',
  },
  reconsiderationRevoked: {
    label: '复议撤销案件量',
    english: 'Reconsideration decisions revoking the act',
    short: '撤销',
    aliases: ['行政复议撤销', '撤销'],
    unit: '件',
    nature: 'flow',
    source: correctionFormula,
  },
  reconsiderationAltered: {
    label: '复议变更案件量',
    english: 'Reconsideration decisions altering the act',
    short: '变更',
    aliases: ['行政复议变更', '变更'],
    unit: '件',
    nature: 'flow',
    source: correctionFormula,
  },
  reconsiderationConfirmedIllegal: {
    label: '复议确认违法案件量',
    english: 'Reconsideration decisions confirming the act as illegal',
    short: '确认违法',
    aliases: ['行政复议确认违法', '确认违法'],
    unit: '件',
    nature: 'flow',
    source: correctionFormula,
  },
  reconsiderationOrderedToPerform: {
    label: '复议责令履行案件量',
    english: 'Reconsideration decisions ordering performance',
    short: '责令履行',
    aliases: ['行政复议责令履行', '责令履行'],
    unit: '件',
    nature: 'flow',
    source: correctionFormula,
  },
  reconsiderationCorrected: {
    label: '复议纠错案件量',
    english: 'Reconsideration cases corrected, without their kinds',
    short: '纠错',
    aliases: ['行政复议纠错', '纠错'],
    unit: '件',
    nature: 'flow',
    source: applications2024,
    note: '只有总数，未分撤销、变更、确认违法、责令履行四项，不能代入复议纠错率的公式。',
  },
  preAcceptanceMediations: {
    label: '受理前调解案件量',
    english: 'Disputes mediated before acceptance',
    short: '受理前调解',
    aliases: ['复议受理前调解', '行政争议受理前调解'],
    unit: '件',
    nature: 'flow',
    source: mediation2024,
  },
  preAcceptanceMediationsSuccessful: {
    label: '受理前调解成功案件量',
    english: 'Disputes mediated successfully before acceptance',
    short: '调解成功',
    aliases: ['复议受理前调解成功', '行政争议受理前调解成功'],
    unit: '件',
    nature: 'flow',
    source: mediation2024,
  },
  preCaseMediations: {
    label: '案前调解案件量',
    english: 'Cases mediated before filing',
    short: '案前调解',
    aliases: ['复议案前调解'],
    unit: '件',
    nature: 'flow',
    source: { document: 'S3', section: '一', quote: '案前调解612件' },
    note: '与2024年“受理前调解”口径不同，不可同比。',
  },
  disputesResolvedBeforehand: {
    label: '化解在复议前端的争议量',
    english: 'Disputes resolved ahead of reconsideration',
    short: '前端化解',
    aliases: ['前端化解争议', '复议前端化解争议'],
    unit: '件',
    nature: 'flow',
    source: resolvedBeforehand2025,
    note: '原文只有百分比，没有件数。',
  },
  administrativeDisputes: {
    label: '行政争议总量',
    english: 'Administrative disputes in all',
    short: '争议总量',
    aliases: ['争议总量'],
    unit: '件',
    nature: 'flow',
    source: resolvedBeforehand2025,
    note: '原文未写“争议”指全部申请还是全部来访争议。',
  },
  reconsiderationCasesEntered: {
    label: '已录入行政复议案件量',
    english: 'Reconsideration cases entered on the platform',
    short: '已录入',
    unit: '件',
    nature: 'flow',
    source: informationEntry,
  },
  reconsiderationCasesToBeEntered: {
    label: '应录入行政复议案件量',
    english: 'Reconsideration cases to be entered on the platform',
    short: '应录入',
    unit: '件',
    nature: 'flow',
    source: informationEntry,
  },
  reconsiderationDecisionsPerformed: {
    label: '已履行行政复议决定量',
    english: 'Reconsideration decisions performed',
    short: '已履行',
    unit: '件',
    nature: 'flow',
    source: performance,
  },
  reconsiderationDecisionsToBePerformed: {
    label: '应履行行政复议决定量',
    english: 'Reconsideration decisions in force that the respondent has to perform',
    short: '应履行',
    unit: '件',
    nature: 'flow',
    source: performance,
    note: '只计已经生效、需要被申请人履行的决定。',
  },
  reconsiderationCasesHeardByFewerThanTwo: {
    label: '审理人员不足两人的复议案件',
    english: 'Reconsideration cases heard by fewer than two officers',
    unit: '件',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '四（六）12',
      quote: '未发现审理行政复议案件的行政复议人员数量不足两人的情况',
    },
  },
});
