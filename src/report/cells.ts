import type { Group } from '../aggregate/group.ts';
import type { AssessedGroup, Assessment } from '../assess/assess.ts';
import { stocksOf } from '../assess/stocks.ts';
import type { Verdict } from '../judge/judge.ts';
import type { Column } from './blocks.ts';
import { intervalText } from './interval.ts';
import { type Report, statedQuotient } from './report.ts';
import { stocksText } from './stocks.ts';

/** Numerator and denominator, figure, its interval where asked for, standard and flag. */
export function judgedColumns({ words, interval }: Report): Column[] {
  const { columns } = words.phrases.report;
  return [
    { title: columns.quotient, align: 'right' },
    { title: columns.value, align: 'right' },
    ...(interval ? [{ title: columns.interval, align: 'right' } as const] : []),
    { title: columns.standard, align: 'left' },
    { title: columns.flag, align: 'left' },
  ];
}

export const judgedCells = (
  assessment: Assessment,
  { group }: AssessedGroup,
  report: Report,
): string[] => [
  quotientCell(assessment, group, report),
  report.words.value(assessment),
  ...(report.interval ? [intervalText(assessment, report.catalogue, report.words)] : []),
  standardCell(assessment, report),
  flagCell(assessment, group, report),
];

/** A figure in a table without a column for its interval. */
export function valueCell(assessment: Assessment, { words, catalogue, interval }: Report): string {
  const limits = interval ? intervalText(assessment, catalogue, words) : '';
  return words.value(assessment) + (limits === '' ? '' : words.phrases.aside(limits));
}

function quotientCell(assessment: Assessment, group: Group, { words, catalogue }: Report): string {
  const { outcome, coverage } = assessment;
  const { phrases } = words;
  const asides: string[] = [];
  if (coverage !== null) asides.push(words.coverage(coverage));
  if (outcome.known && outcome.meanOf !== undefined) asides.push(phrases.meanOf(outcome.meanOf));
  if (outcome.known && outcome.basis === 'reported') asides.push(phrases.reportedMark);
  const quotient = statedQuotient(assessment, catalogue);
  const stocks = stocksText(stocksOf(assessment, group, catalogue), words);
  if (stocks !== '' && (outcome.known || quotient !== null)) asides.push(stocks);
  const counts =
    quotient === null
      ? ''
      : `${words.number(quotient.numerator)}/${words.number(quotient.denominator)}`;
  if (asides.length === 0) return counts;
  const aside = asides.join(phrases.listSeparator);
  return counts === '' ? aside : counts + phrases.aside(aside);
}

/** The verdicts that say something; where none does, the first, for its reason. */
function spokenVerdicts({ verdicts }: Assessment): readonly Verdict[] {
  const judged = verdicts.filter(({ status }) => status !== 'not-judged');
  return judged.length > 0 ? judged : verdicts.slice(0, 1);
}

function standardCell(assessment: Assessment, { words, catalogue }: Report): string {
  const standards = spokenVerdicts(assessment).flatMap(({ standard }) => {
    const record = catalogue.standards[standard];
    return record === undefined ? [] : words.standard(record);
  });
  return standards.length === 0
    ? words.phrases.noStandard
    : standards.join(words.phrases.listSeparator);
}

export function flagCell(assessment: Assessment, group: Group, { words }: Report): string {
  const { metric, flag, outcome } = assessment;
  const { flags } = words.phrases;
  if (!outcome.known) {
    const why = words.reason(assessment, group);
    return flag === null ? why : `${flags[flag]} ${why}`;
  }
  if (flag === null) return '';
  const said = spokenVerdicts(assessment).map((verdict) => words.verdict(metric, verdict));
  return [flags[flag], ...said].filter((text) => text !== '').join(' ');
}
