import { isZero, multiply, subtract } from '../exact/exact.ts';
import { scorePhrases } from '../message/score-phrases.ts';
import type { Framework, FrameworkNode, Group, Indicator } from '../score/framework.ts';
import { groupsIn } from '../score/framework.ts';
import type { Standing } from '../score/standing.ts';
import { effectiveWeights } from '../score/weights.ts';
import { cite } from './cite.ts';
import type { NodeExplanation } from './explain-node.ts';
import { createScoreWords, type ScoreReport, type ScoreWords } from './score.ts';
import { indicatorDocument } from './score-document.ts';
import { judgedLines } from './score-judged.ts';

/** A score of which something is explained. */
export interface ExplainedScore
  extends Pick<
    ScoreReport,
    'catalogue' | 'words' | 'framework' | 'model' | 'standings' | 'result'
  > {
  /** Whether statuses were given: without them nothing is missing, but nothing is known either. */
  readonly stated: boolean;
}

type Parts = NodeExplanation['parts'][number][];

/** What an indicator is, how it stands, what that does to its domain, and by which standards counts decide it. */
export function explainIndicator(
  indicator: Indicator,
  score: ExplainedScore,
): Omit<NodeExplanation, 'metrics'> {
  const { framework, standings, words } = score;
  const said = createScoreWords(words);
  const { headings } = said.phrases.explain;
  const standing = standings.find((each) => each.indicator === indicator) as Standing;
  const domain = framework.domains.find(({ id }) => id === indicator.path[0]) as Group;
  const parts: Parts = [
    [headings.framework, frameworkTitle(framework, said)],
    [headings.domain, pathText(indicator, framework, said)],
    ...sourceParts(indicator, score),
    ...weightParts(indicator, framework, said),
    ...(score.stated || standing.judged !== null ? statusParts(standing, domain, score, said) : []),
    ...tieParts(indicator, standing, score, said),
  ];
  if (!score.stated && standing.score === null) {
    parts.push([headings.score, said.phrases.explain.giveStatuses]);
  }
  return {
    id: indicator.id,
    title: said.title(indicator),
    parts,
    lines: [],
    data: {
      indicator: {
        ...indicatorDocument(standing, score, effectiveWeights(framework, score.result, standings)),
        judgedBy: indicator.judgedBy,
        undecided: indicator.undecided,
        source: indicator.source && cite(indicator.source),
      },
    },
  };
}

export const frameworkTitle = ({ title, english }: Framework, said: ScoreWords): string =>
  said.title({ title, english: english?.title ?? null });

export const sourceParts = (
  { source }: FrameworkNode,
  { words }: Pick<ExplainedScore, 'words'>,
): Parts => {
  const { headings } = scorePhrases(words).explain;
  return source === null ? [] : [[headings.source, words.phrases.explain.cited(cite(source))]];
};

/** The groups around an indicator, the domain first. */
const pathText = ({ path }: Indicator, { domains }: Framework, said: ScoreWords): string =>
  path
    .flatMap((id) => [...groupsIn(domains)].filter((group) => group.id === id))
    .map(said.named)
    .join(' › ');

function weightParts(indicator: Indicator, { domains }: Framework, said: ScoreWords): Parts {
  const { headings, equalWeight } = said.phrases.explain;
  const around = [...groupsIn(domains)].find(({ children }) => children.includes(indicator));
  const siblings = (around?.children ?? []).filter(({ counted }) => counted);
  if (!indicator.counted || siblings.length === 0) return [];
  const isEqual = siblings.every(({ weight }) => said.exact(weight) === '1');
  return [[headings.weight, isEqual ? equalWeight(siblings.length) : said.exact(indicator.weight)]];
}

function statusParts(
  standing: Standing,
  domain: Group,
  { framework, model, result, standings, words, stated }: ExplainedScore,
  said: ScoreWords,
): Parts {
  const { headings, notStated, states, by, effect, noEffect } = said.phrases.explain;
  const { statement, status, score, state } = standing;
  const parts: Parts = stated ? [[headings.status, statement?.status ?? notStated]] : [];
  if (score === null) parts.push([headings.score, states[state]]);
  else {
    const how =
      standing.by === null
        ? ''
        : words.phrases.aside(
            standing.by === 'model'
              ? `${by.model} ${model.name}`
              : by[standing.by] + (standing.by === 'counts' ? ` ${status?.word ?? ''}` : ''),
          );
    parts.push([headings.score, said.exact(score) + how]);
    const weight = effectiveWeights(framework, result, standings).get(standing.indicator.id);
    const lacking = multiply(subtract(1, score), weight?.domain ?? 0);
    const measure = said.phrases.columns[framework.gradeOf];
    const points = said.difference(lacking).replace('+', '');
    parts.push([
      headings.effect,
      isZero(lacking) ? noEffect : effect(said.named(domain), measure, points),
    ]);
  }
  if (statement?.remark != null) parts.push([headings.remark, statement.remark]);
  if (statement?.evidence != null) parts.push([headings.evidence, statement.evidence]);
  if (statement !== null) parts.push([headings.place, words.place(statement.place)]);
  return parts;
}

/** The standards that decide it, and what the data says to each; or why there are none. */
function tieParts(
  indicator: Indicator,
  { judged }: Standing,
  { catalogue, words }: ExplainedScore,
  said: ScoreWords,
): Parts {
  const { results, places, explain } = said.phrases;
  const { headings, over, noStandard } = explain;
  const { judgedBy, undecided } = indicator;
  if (judgedBy === null) {
    return [[headings.undecided, undecided ?? noStandard]];
  }
  if (judged === null) {
    return judgedBy.standards.flatMap((id) => {
      const record = catalogue.standards[id];
      if (record === undefined) return [];
      const demand = `${words.metric(record.metric)} ${words.standard(record)}`;
      return [[headings.judgedBy, demand + words.phrases.aside(over[judgedBy.over])]];
    });
  }
  return [
    [headings.judged, results[judged.result]],
    ...judgedLines(judged, { catalogue, words }).map(
      ({ text, met, breached, unknown, examples }): Parts[number] => [
        headings.judgedBy,
        [
          text +
            words.phrases.aside(
              `${over[judgedBy.over]}${words.phrases.comma}${places(met, breached, unknown)}`,
            ),
          ...examples,
        ].join(words.phrases.check.separator),
      ],
    ),
  ];
}
