import type { Catalogue } from '../catalogue/catalogue.ts';
import { decimalText } from '../exact/decimal.ts';
import {
  absolute,
  asQuotient,
  compare,
  type Exact,
  fractionText,
  isZero,
  multiply,
} from '../exact/exact.ts';
import { roundedText } from '../exact/rounding.ts';
import { type ScorePhrases, scorePhrases } from '../message/score-phrases.ts';
import type { Words } from '../message/words.ts';
import type { ScoreChanges } from '../score/compare.ts';
import type { ScoreFinding } from '../score/findings.ts';
import type { Framework, Grade, Model } from '../score/framework.ts';
import type { Distribution, GradeResult } from '../score/grade.ts';
import type { Range, ScoreResult } from '../score/score.ts';
import type { Sensitivity } from '../score/sensitivity.ts';
import type { Standing } from '../score/standing.ts';

/** What `score` found, before it is written in one format or another. */
export interface ScoreReport {
  readonly catalogue: Catalogue;
  readonly words: Words;
  readonly framework: Framework;
  readonly model: Model;
  readonly standings: readonly Standing[];
  readonly result: ScoreResult;
  readonly distribution: Distribution;
  readonly findings: readonly ScoreFinding[];
  /** Null where nobody asked for it. */
  readonly sensitivity: Sensitivity | null;
  readonly changes: ScoreChanges | null;
}

/** Puts what scores and frameworks are into words. Texts of a framework come out as they are written. */
export interface ScoreWords {
  readonly phrases: ScorePhrases;
  /** 82.61%. */
  share(value: Exact): string;
  /** 82.61%, or 80.00%～90.00% where something is missing. */
  range(range: Range | null): string;
  /** 0.2, or 92/95 where it has no decimals: exact. */
  exact(value: Exact): string;
  /** A sum of scores: 112, 10.5. */
  points(range: Range): string;
  /** The word for what nobody knows. */
  readonly unknown: string;
  /** A difference of shares in percentage points, with its sign: +1.67. */
  difference(value: Exact): string;
  title(node: { readonly title: string; readonly english: string | null }): string;
  /** Number and title. */
  named(node: {
    readonly id: string;
    readonly title: string;
    readonly english: string | null;
  }): string;
  band(grade: Grade | null): string;
  grade(result: GradeResult): string;
  listed(items: readonly string[]): string;
  /** The same, cut where it gets long. */
  listedBriefly(items: readonly string[], most?: number): string;
}

const BRIEF = 12;

export function createScoreWords(words: Words): ScoreWords {
  const { language, precision, rounding } = words.style;
  const { listSeparator } = words.phrases;
  const phrases = scorePhrases(words);
  const share = (value: Exact): string =>
    `${roundedText(asQuotient(value), precision, rounding, 100)}%`;
  const exact = (value: Exact): string => decimalText(value) ?? fractionText(value);
  const spread = (range: Range, write: (value: Exact) => string): string =>
    compare(range.worst, range.best) === 0
      ? write(range.worst)
      : phrases.range(write(range.worst), write(range.best));
  const title: ScoreWords['title'] = (node) =>
    language === 'en' ? (node.english ?? node.title) : node.title;
  const band = (grade: Grade | null): string =>
    grade === null
      ? phrases.ungraded
      : language === 'en'
        ? (grade.english ?? grade.name)
        : grade.name;
  const listed = (items: readonly string[]): string => items.join(listSeparator);
  return {
    phrases,
    share,
    exact,
    title,
    band,
    listed,
    unknown: words.phrases.unknown,
    range: (range) => (range === null ? '' : spread(range, share)),
    points: (range) => spread(range, words.number),
    difference(value) {
      const sign = compare(value, 0) < 0 ? '-' : isZero(value) ? '' : '+';
      return sign + roundedText(asQuotient(absolute(value)), precision, rounding, 100);
    },
    named: (node) => `${node.id} ${title(node)}`,
    grade(result) {
      switch (result.kind) {
        case 'graded':
          return band(result.grade);
        case 'below':
          return result.lowest === null
            ? phrases.ungraded
            : phrases.below(`${exact(multiply(result.lowest.from, 100))}%`);
        case 'open':
          return phrases.undetermined(band(result.worst), band(result.best));
        case 'none':
          return phrases.nothingCounts;
      }
    },
    listedBriefly: (items, most = BRIEF) =>
      items.length <= most
        ? listed(items)
        : listed(items.slice(0, most)) + phrases.notes.more(items.length),
  };
}
