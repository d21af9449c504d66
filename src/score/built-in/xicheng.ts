import type { Source } from '../../catalogue/source.ts';
import type { FrameworkFile, GroupFile, IndicatorFile, ModelFile } from '../framework.ts';
import { TIES } from './ties.ts';
import { TITLES } from './titles.ts';

type Domain = readonly [id: string, title: string, english: string, secondLevel: number];

/** The second level is counted by the report; which indicators are in which group it does not say. */
const DOMAINS: readonly Domain[] = [
  ['一', '依法全面履行政府职能', 'Full performance of government functions by law', 4],
  ['二', '健全依法行政制度体系', 'A sound system of rules for administration by law', 2],
  [
    '三',
    '重大行政决策科学民主合法',
    'Major decisions made scientifically, democratically, lawfully',
    4,
  ],
  ['四', '严格规范公正文明执法', 'Strict, regular, fair and civil law enforcement', 6],
  ['五', '健全行政权力制约监督体系', 'Checks on and supervision of administrative power', 4],
  ['六', '社会矛盾纠纷依法有效化解', 'Effective settlement of disputes by law', 4],
  ['七', '推进数字法治政府建设', 'A digital government under the rule of law', 3],
  [
    '八',
    '加强党对法治政府建设的领导及保障体系',
    'Party leadership and the means for rule-of-law government',
    5,
  ],
  ['九', '突发事件应对法治化', 'Emergencies handled by law', 3],
  ['十', '附加项', 'Extra items', 2],
];

const EXTRA = '十';

const s0 = (section: string, quote: string): Source => ({ document: 'S0', section, quote });

const groups = DOMAINS.map(([id, title, english, statedGroups], index): GroupFile => {
  const indicators = TITLES[id]?.length ?? 0;
  return {
    id,
    title,
    english,
    aliases: [String(index + 1)],
    statedGroups,
    ...(id === EXTRA && { counted: false }),
    source: s0(
      `三（${id}）`,
      `本领域一级指标共包含${statedGroups}项二级指标和${indicators}项三级指标`,
    ),
  };
});

const indicators = DOMAINS.flatMap(([domain], index) =>
  (TITLES[domain] ?? []).map((title, at): IndicatorFile => {
    const id = `${index + 1}.${at + 1}`;
    return {
      id,
      parent: domain,
      title,
      source: s0(`四（${domain}）${at + 1}`, title),
      ...TIES[id],
    };
  }),
);

const half: ModelFile = {
  note: '“未全部完成”“尚需进一步加强”按一半计；按报告写明的状态，由此得出报告公布的2项良好、7项优秀。报告没有写明各状态的分值。',
  english:
    'what is not wholly done counts one half, from which, with the statuses of the report, the 2 good and 7 excellent domains of the report follow; the report does not state the scores of the statuses',
  scores: {
    已经完成: 1,
    已经基本完成: 1,
    未全部完成: '0.5',
    尚需进一步加强: '0.5',
    未完成: 0,
    尚未完成: 0,
  },
};

const strict: ModelFile = {
  note: '只有完成的才计；按报告写明的状态，得不出报告公布的2项良好、7项优秀。',
  english:
    'only what is done counts; with the statuses of the report its 2 good and 7 excellent domains do not follow',
  scores: {
    已经完成: 1,
    已经基本完成: 1,
    未全部完成: 0,
    尚需进一步加强: 0,
    未完成: 0,
    尚未完成: 0,
  },
};

/** The system of the mid-term evaluation of Xicheng's 十四五 plan: ten domains, the tenth outside the reckoning. */
export const xicheng: FrameworkFile = {
  title: '西城区法治政府建设中期评估指标体系',
  note: '报告所写“10 项一级指标、35 项二级指标、120 项三级指标”口径不一：10 项一级指标含附加项，35 项二级指标、120 项三级指标不含。逐域相加，不含附加项为 9/35/120，含附加项为 10/37/125；占比 22.22%、77.78% 的分母是 9。三级指标属于哪个二级指标没有公布，各三级指标在其一级指标内等权。',
  english: {
    title: 'Indicator system of the mid-term evaluation of Xicheng District',
    note: 'The report\'s "10 first-level, 35 second-level and 120 third-level indicators" mixes two ways of counting: the 10 include the extra domain, the 35 and the 120 do not. Added up, it is 9/35/120 without the extra domain and 10/37/125 with it; 22.22% and 77.78% are shares of 9. Which second-level indicator a third-level one belongs to is not published, so that all of a domain weigh the same.',
  },
  source: s0(
    '二',
    '“西城区法治政府建设中期评估指标体系”包括 10 项一级指标、35 项二级指标、120 项三级指标。一级指标十“附加项”不计算完成度。',
  ),
  gradeOf: 'degree',
  grades: [
    { name: '优秀', english: 'excellent', from: '0.9' },
    { name: '良好', english: 'good', from: '0.8' },
  ],
  statuses: [
    { word: '已经完成', means: 'done', aliases: ['已完成', '完成'] },
    { word: '已经基本完成', means: 'done', aliases: ['已基本完成', '基本完成'] },
    { word: '未全部完成', means: 'open' },
    { word: '尚需进一步加强', means: 'open' },
    { word: '未完成', means: 'open' },
    { word: '尚未完成', means: 'open' },
    { word: '不适用', means: 'not-applicable' },
    { word: '附加项（不计完成度）', means: 'uncounted', aliases: ['附加项', '不计完成度'] },
  ],
  judged: { met: '已经完成', breached: '未完成' },
  models: { half, strict },
  model: 'half',
  groups,
  indicators,
};
