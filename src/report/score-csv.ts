import { doubleOf, type Exact, fractionText } from '../exact/exact.ts';
import { certain, type GroupResult, type Result } from '../score/score.ts';
import type { Sensitivity } from '../score/sensitivity.ts';
import type { Standing } from '../score/standing.ts';
import { recordsCsv } from './csv.ts';
import { createScoreWords, type ScoreReport, type ScoreWords } from './score.ts';

type Record = Readonly<globalThis.Record<string, string>>;

/** A row for the whole, each domain, each group inside one and each indicator; an unknown figure is an empty cell. */
export function scoreCsv(report: ScoreReport): string {
  const said = createScoreWords(report.words);
  const { result, standings } = report;
  const of = new Map(standings.map((standing) => [standing.indicator.id, standing]));
  return recordsCsv([
    resultRecord('overall', '', '', said.phrases.overall, result.overall, said),
    ...result.domains.flatMap((domain) => [...groupRecords(domain, 'domain', '', of, said)]),
  ]);
}

function* groupRecords(
  result: GroupResult,
  level: string,
  parent: string,
  of: ReadonlyMap<string, Standing>,
  said: ScoreWords,
): Iterable<Record> {
  const { group, groups } = result;
  const record = resultRecord(level, group.id, parent, said.title(group), result, said);
  yield group.counted ? record : { ...record, gradeText: said.phrases.uncounted };
  const inside = new Map(groups.map((each) => [each.group.id, each]));
  for (const child of group.children) {
    const inner = inside.get(child.id);
    const standing = of.get(child.id);
    if (inner !== undefined) yield* groupRecords(inner, 'group', group.id, of, said);
    else if (standing !== undefined) yield indicatorRecord(standing, group.id);
  }
}

const exactText = (value: Exact | null): string => (value === null ? '' : fractionText(value));

const text = (value: Exact | null): string => (value === null ? '' : String(doubleOf(value)));

const resultRecord = (
  level: string,
  id: string,
  parent: string,
  title: string,
  result: Result & Pick<GroupResult, 'grade'>,
  said: ScoreWords,
): Record => ({
  level,
  id,
  parent,
  title,
  status: '',
  points: exactText(certain(result.points)),
  indicators: String(result.indicators),
  degree: text(certain(result.degree)),
  degreeWorst: text(result.degree?.worst ?? null),
  degreeBest: text(result.degree?.best ?? null),
  score: text(certain(result.score)),
  scoreWorst: text(result.score?.worst ?? null),
  scoreBest: text(result.score?.best ?? null),
  grade: result.grade.kind === 'graded' ? result.grade.grade.name : '',
  gradeText: said.grade(result.grade),
  open: result.open.join(' '),
  judged: '',
  by: '',
  remark: '',
  evidence: '',
});

function indicatorRecord(
  { indicator, status, score, by, judged, statement, state }: Standing,
  parent: string,
): Record {
  return {
    level: 'indicator',
    id: indicator.id,
    parent,
    title: indicator.title,
    status: status?.word ?? '',
    points: '',
    indicators: state === 'scored' || state === 'missing' ? '1' : '0',
    degree: '',
    degreeWorst: '',
    degreeBest: '',
    score: text(score),
    scoreWorst: '',
    scoreBest: '',
    grade: '',
    gradeText: '',
    open: '',
    judged: judged?.result ?? '',
    by: by ?? '',
    remark: statement?.remark ?? '',
    evidence: statement?.evidence ?? '',
  };
}

/** A row for each score of a status from which on a domain has another grade; a window that is not settled is blank. */
export const sensitivityCsv = ({ words }: Sensitivity): string =>
  recordsCsv(
    words.flatMap(({ word, score, window, thresholds }) => {
      const common = {
        status: word,
        score: text(score),
        windowFrom: exactText(window?.from ?? null),
        windowTo: exactText(window?.to ?? null),
        windowClosed: window === null ? '' : String(window.closed),
      };
      if (thresholds.length === 0) {
        return [{ ...common, from: '', fromExact: '', domain: '', below: '', grade: '' }];
      }
      return thresholds.map(({ from, domain, below, grade }) => ({
        ...common,
        from: text(from),
        fromExact: fractionText(from),
        domain,
        below: below?.name ?? '',
        grade: grade.name,
      }));
    }),
  );
