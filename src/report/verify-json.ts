import { SCHEMA_VERSION } from './formats.ts';
import { issueObject } from './json.ts';
import { encodeJson, itemLines, lineList } from './json-text.ts';
import type { VerifyReport } from './verify.ts';
import { verifyRow } from './verify-row.ts';

/** The JSON document, one figure a line. */
export function* writeVerifyJson(report: VerifyReport): Iterable<string> {
  const { words, tally, issues, failOn, fails } = report;
  const head = { passed: !fails, failOn, summary: tally };
  yield `{\n"schemaVersion": ${SCHEMA_VERSION},\n`;
  for (const [key, value] of Object.entries(head)) {
    yield `${encodeJson(key)}: ${encodeJson(value)},\n`;
  }
  yield '"rows": [';
  yield* itemLines(rowsOf(report));
  yield `\n],\n"issues": ${lineList(issues.map((found) => issueObject(found, words)))}\n}\n`;
}

/** One figure a line, each a document of its own. */
export function* writeVerifyJsonLines(report: VerifyReport): Iterable<string> {
  for (const row of rowsOf(report)) {
    yield `${encodeJson({ schemaVersion: SCHEMA_VERSION, ...row })}\n`;
  }
}

function* rowsOf({ results, words }: VerifyReport): Iterable<ReturnType<typeof verifyRow>> {
  for (const result of results) yield verifyRow(result, words);
}
