import type { Figure, RestatedFigure, Restatement } from '../batch/restate.ts';
import { attentionOf, type BatchReport, tallyOf } from './batch.ts';
import { countIn, emptyTally, optionName } from './batch-restatement.ts';
import { SCHEMA_VERSION } from './formats.ts';
import { encodeJson, lineList } from './json-text.ts';

/** What a run of `batch` did, as JSON, one file or figure a line. */
export function* writeBatchJson(report: BatchReport): Iterable<string> {
  const { folder, restatement } = report;
  const head = { schemaVersion: SCHEMA_VERSION, folder, files: tallyOf(report) };
  const attention = attentionOf(report).map(({ path, outcome, issues }) => ({
    path,
    outcome,
    issues,
  }));
  yield `${encodeJson(head).slice(0, -1)},\n"attention": ${lineList(attention)},\n"restatement": `;
  if (restatement === null) yield 'null';
  else yield* restatementText(restatement);
  yield '\n}\n';
}

function* restatementText(restatement: Restatement): Iterable<string> {
  const { before, compared, differs, redefined, restandardised, alone } = restatement;
  const head = {
    before,
    compared,
    differs: { ...differs, options: differs.options.map(optionName) },
    standardsChanged: restandardised,
  };
  yield `${encodeJson(head).slice(0, -1)},\n"definitionsChanged": ${lineList(redefined)}`;
  yield `,\n"filesAlone": ${lineList(alone)},\n"figures": [`;
  const tally = emptyTally();
  let separator = '\n';
  for (const figure of restatement.figures()) {
    countIn(tally, figure);
    yield separator + encodeJson(figureObject(figure));
    separator = ',\n';
  }
  yield `\n],\n"changes": ${encodeJson(tally)}\n}`;
}

function figureObject({ path, before, after, causes }: RestatedFigure) {
  const { unit, period, metric, label } = (after ?? before) as Figure;
  return {
    file: path,
    unit: unit || null,
    period: period || null,
    metric,
    label,
    before: before && sideObject(before),
    after: after && sideObject(after),
    causes,
  };
}

const sideObject = ({ value, numerator, denominator, text, reason, flag }: Figure) => ({
  value: value === '' ? null : Number(value),
  numerator: quantity(numerator),
  denominator: quantity(denominator),
  text,
  reason: reason || null,
  flag: flag || null,
});

/** A count: a number where a double holds it as written, else its digits as text. */
const quantity = (digits: string): number | string | null =>
  digits === '' ? null : String(Number(digits)) === digits ? Number(digits) : digits;
