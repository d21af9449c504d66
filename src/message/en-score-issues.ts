import type { ScoreIssueArguments } from '../issue/score.ts';
import type { Sentences } from './phrases.ts';

export const enScoreIssues: Sentences<ScoreIssueArguments> = {
  'framework-duplicate-id': ({ text }, { data }) =>
    `"${data(text)}" is the number or another name of something else`,
  'framework-orphan': ({ id, text, known }, { data, nearest }) =>
    `${data(id)} is put under "${data(text)}", which is not among the groups${nearest(text, known)}`,
  'framework-cycle': ({ ring }, { data }) =>
    `groups inside themselves: ${ring.map(data).join(' → ')}`,
  'framework-empty-group': ({ id }, { data }) =>
    `"${data(id)}" holds no indicators; add them or remove the group`,
  'framework-nothing-counted': () =>
    'no domain counts (all are counted: false), so there is nothing to score',
  'framework-not-a-weight': ({ text }, { data }) =>
    `the weight "${data(text)}" must be above 0 and at most 1, like 0.2, "20%" or "1/3"`,
  'framework-weight-missing': ({ id, parent }, { data }) =>
    `${data(id)} has no weight while others ${parent === null ? 'among the domains' : `under ${data(parent)}`} have; give all of them one, or none (equal weights)`,
  'framework-weight-uncounted': ({ id }, { data }) =>
    `${data(id)} does not count (counted: false), so its weight is of no use; remove one of them`,
  'framework-weights-sum': ({ parent, sum }, { data, number }) =>
    `the weights ${parent === null ? 'of the domains' : `under ${data(parent)}`} add up to ${number(sum)}, not 1`,
  'framework-not-a-share': ({ text }, { data }) =>
    `"${data(text)}" must be a number from 0 to 1, like 0.5, "50%" or "1/3"`,
  'framework-duplicate-grade': ({ text }, { data }) =>
    `the grade "${data(text)}" has the name or the lower bound of another`,
  'framework-duplicate-word': ({ text }, { data }) => `the status "${data(text)}" stands twice`,
  'framework-unknown-word': ({ text, known }, { data, list, nearest }) =>
    `no status "${data(text)}" to be used here${nearest(text, known)}; known: ${list(known.map(data))}`,
  'framework-missing-word': ({ word }, { data }) => `no score for the status "${data(word)}"`,
  'framework-unknown-model': ({ text, known }, { data, list, nearest }) =>
    `no scoring model "${data(text)}"${nearest(text, known)}; known: ${list(known.map(data))}`,
  'score-no-header': ({ text }, { data }) =>
    `no header, that is a row with the columns 指标 (indicator) and 状态 (status); the first row is "${data(text)}". 得分 (score), 备注 (remark) and 依据 (evidence) may stand beside them`,
  'score-unknown-header': ({ text, known }, { data, nearest }) =>
    `unknown header "${data(text)}"${nearest(text, known)}; known: 指标 (indicator), 状态 (status), 得分 (score), 备注 (remark), 依据 (evidence), 名称 (title)`,
  'score-blank-indicator': () => 'no indicator; undo merged cells and fill in every row',
  'score-unknown-indicator': ({ text, known }, { data, nearest }) =>
    `no indicator "${data(text)}"${nearest(text, known)} (xc-eval list framework --format csv names them all)`,
  'score-not-an-indicator': ({ text, title }, { data }) =>
    `"${data(text)}" (${data(title)}) is made up of indicators; state them one by one`,
  'score-duplicate-indicator': ({ id, first }, { data, place }) =>
    `indicator ${data(id)} already stands at ${place(first)}; keep one row. A spreadsheet turns ${data(id)}0 into ${data(id)} unless the column is text`,
  'score-other-name': ({ id, title, text, other }, { data }) =>
    `"${data(text)}" is the name of ${data(other)}, and this row is ${data(id)} (${data(title)}); correct the number or the name`,
  'score-unknown-status': ({ text, known, words }, { data, list, nearest }) =>
    `no status "${data(text)}"${nearest(text, known)}; known: ${list(words.map(data))}`,
  'score-uncounted-status': ({ text, id }, { data }) =>
    `"${data(text)}" is for indicators outside the reckoning, and ${data(id)} is in it; what does not apply is 不适用`,
  'score-without-status': ({ id, word }, { data }) =>
    word === null
      ? `indicator ${data(id)} has a score and no status`
      : `indicator ${data(id)} is "${data(word)}", which has no score; remove the score or change the status`,
  'score-not-a-number': ({ text }, { data }) =>
    `the score "${data(text)}" is not a number; write 0.5, 50% or 1/2, or leave it blank`,
  'score-out-of-range': ({ text }, { data }) =>
    `the score "${data(text)}" is not from 0 to 1; 85 points of a hundred are 0.85 or 85%`,
};
