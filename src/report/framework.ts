import { fractionText } from '../exact/exact.ts';
import type { Words } from '../message/words.ts';
import type { Framework, FrameworkNode, Group, Indicator } from '../score/framework.ts';
import { groupsIn } from '../score/framework.ts';
import { cite } from './cite.ts';
import type { CatalogueList } from './list.ts';
import { createScoreWords, type ScoreWords } from './score.ts';
import { table } from './score-table.ts';

/** A framework for people: its domains with how many groups and indicators they hold; for machines: all of it. */
export function frameworkList(framework: Framework, words: Words): CatalogueList {
  const said = createScoreWords(words);
  const note = words.style.language === 'en' ? framework.english?.note : framework.note;
  return {
    block: countsBlock(framework, words, said),
    records: framework.domains.flatMap((domain) => [...records(domain, '', 'domain', said)]),
    ...(note != null && { notes: [note] }),
  };
}

interface Counted {
  readonly domains: number;
  readonly groups: number;
  readonly indicators: number;
}

/** A domain with what it holds. Groups that its source counts stand for those that it does not name. */
const countsOf = (domain: Group): Counted => {
  const [, ...inside] = groupsIn([domain]);
  const stated = [domain, ...inside].reduce((sum, group) => sum + (group.statedGroups ?? 0), 0);
  return {
    domains: 1,
    groups: stated > 0 ? stated : inside.length,
    indicators: indicatorsIn(domain),
  };
};

const indicatorsIn = (node: FrameworkNode): number =>
  node.kind === 'indicator'
    ? 1
    : node.children.reduce((sum, child) => sum + indicatorsIn(child), 0);

const sum = (counts: readonly Counted[]): Counted => ({
  domains: counts.reduce((total, each) => total + each.domains, 0),
  groups: counts.reduce((total, each) => total + each.groups, 0),
  indicators: counts.reduce((total, each) => total + each.indicators, 0),
});

function countsBlock({ title, english, domains }: Framework, words: Words, said: ScoreWords) {
  const { columns, list, uncounted } = said.phrases;
  const cells = (name: string, { domains: count, groups, indicators }: Counted, mark: string) => [
    name,
    words.number(count),
    words.number(groups),
    words.number(indicators),
    mark,
  ];
  const counted = domains.filter((domain) => domain.counted);
  const total = (of: readonly Group[], name: string) => cells(name, sum(of.map(countsOf)), '');
  return table(
    said.title({ title, english: english?.title ?? null }),
    [
      [columns.domain],
      [list.domains, 'right'],
      [columns.secondLevel, 'right'],
      [list.indicators, 'right'],
      [list.counted],
    ],
    [
      ...domains.map((domain) =>
        cells(said.named(domain), countsOf(domain), domain.counted ? '' : uncounted),
      ),
      total(counted, list.total(false)),
      ...(counted.length === domains.length ? [] : [total(domains, list.total(true))]),
    ],
  );
}

function* records(
  node: FrameworkNode,
  parent: string,
  level: string,
  said: ScoreWords,
): Iterable<Readonly<Record<string, string>>> {
  yield {
    level,
    id: node.id,
    parent,
    title: said.title(node),
    counted: String(node.counted),
    weight: fractionText(node.weight),
    secondLevel: node.kind === 'group' && node.statedGroups !== null ? `${node.statedGroups}` : '',
    ...toldOf(node),
    document: node.source === null ? '' : cite(node.source).document,
    section: node.source?.section ?? '',
  };
  if (node.kind === 'indicator') return;
  for (const child of node.children) {
    yield* records(child, node.id, child.kind === 'group' ? 'group' : 'indicator', said);
  }
}

const toldOf = (
  node: FrameworkNode,
): Record<'standards' | 'over' | 'metrics' | 'undecided', string> => {
  const { judgedBy, metrics, undecided }: Pick<Indicator, 'judgedBy' | 'metrics' | 'undecided'> =
    node.kind === 'indicator' ? node : { judgedBy: null, metrics: [], undecided: null };
  return {
    standards: judgedBy?.standards.join(' ') ?? '',
    over: judgedBy?.over ?? '',
    metrics: metrics.join(' '),
    undecided: undecided ?? '',
  };
};
