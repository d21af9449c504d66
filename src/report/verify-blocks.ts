import { verifyPhrases } from '../message/verify-phrases.ts';
import type { Verification } from '../verify/verify.ts';
import type { Block } from './blocks.ts';
import { titleOf, type VerifyReport } from './verify.ts';
import { recomputedText, statedText } from './verify-figure.ts';
import { verifySummary } from './verify-summary.ts';
import { remarkOf } from './verify-text.ts';

/** What people read: a table with a row a figure, and last what it comes to. */
export function* verifyBlocks(report: VerifyReport): Iterable<Block> {
  const { words, results } = report;
  const { check } = words.phrases;
  const verify = verifyPhrases(words);
  const shown = listed(results);
  if (results.length === 0) yield { kind: 'line', text: verify.nothing };
  else if (shown.length > 0) {
    const { columns } = verify;
    yield {
      kind: 'table',
      title: '',
      columns: [
        { title: columns.label, align: 'left' },
        { title: columns.exact, align: 'right' },
        { title: columns.published, align: 'right' },
        { title: columns.verdict, align: 'left' },
        { title: columns.remark, align: 'left' },
      ],
      flagColumn: 3,
      rows: shown.map((result) => ({
        cells: [
          titleOf(result, words),
          recomputedText(result, words),
          statedText(result, words) || '—',
          verify.flags[result.flag],
          remarkOf(result, words),
        ],
        flag: result.flag,
      })),
    };
  }
  if (shown.length < results.length) {
    yield { kind: 'line', text: check.more(results.length - shown.length) };
  }
  yield { kind: 'line', text: verifySummary(report) };
}

/** How many figures people are shown. */
const LISTED = 100;

/** All figures, or of many those that need attention. */
function listed(results: readonly Verification[]): readonly Verification[] {
  if (results.length <= LISTED) return results;
  return results.filter(({ flag }) => flag !== 'ok').slice(0, LISTED);
}
