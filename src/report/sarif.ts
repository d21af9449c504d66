import type { Place } from '../issue/issue.ts';
import { fingerprintDigest, slashedPath } from './forge.ts';
import { encodeJson, itemLines } from './json-text.ts';
import { type Item, itemsOf, type Rule, type RunReport, ruleKey } from './run.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en-US' } as const;

const BASELINE_STATES = {
  new: 'new',
  worse: 'updated',
  known: 'unchanged',
  better: 'updated',
} as const;

/** Writes a SARIF 2.1.0 log of one run, one result a line. */
export function* writeSarif(report: RunReport): Iterable<string> {
  const { version, words, judged, rules } = report;
  const run = {
    tool: {
      driver: {
        name: 'xc-eval',
        version,
        semanticVersion: version,
        rules: rules.map(ruleObject),
      },
    },
    invocations: [{ executionSuccessful: judged }],
    columnKind: 'utf16CodeUnits',
    language: LANGUAGE_TAGS[words.style.language],
  };
  const head = encodeJson({ $schema: SCHEMA, version: '2.1.0' }).slice(0, -1);
  yield `${head},"runs":[${encodeJson(run).slice(0, -1)},"results":[`;
  yield* itemLines(results(report));
  yield '\n]}]}\n';
}

function* results(report: RunReport): Iterable<object> {
  const indexes = new Map(report.rules.map((rule, index) => [ruleKey(rule, rule.id), index]));
  for (const item of itemsOf(report)) {
    yield resultObject(item, indexes.get(ruleKey(item, item.rule)) as number, report);
  }
}

function ruleObject({ id, kind, name, description, help, severity, level, source }: Rule) {
  return {
    id,
    shortDescription: messageOf(name),
    ...(description !== null && { fullDescription: messageOf(description) }),
    ...(help !== null && { help: messageOf(help) }),
    defaultConfiguration: { level: severity },
    properties: { kind, ...(level !== null && { level }), ...(source !== null && { source }) },
  };
}

/** Where a baseline is compared with, the format wants every result to say how; data is in none, so it is new. */
const resultObject = (item: Item, ruleIndex: number, report: RunReport): object => ({
  ruleId: item.rule,
  ruleIndex,
  level: item.severity,
  message: messageOf(item.message),
  locations: [locationOf(item.place, report)],
  partialFingerprints: { 'xcEval/v1': fingerprintDigest(item) },
  ...(report.baseline && { baselineState: BASELINE_STATES[item.standing ?? 'new'] }),
});

function locationOf(place: Place, { textSpan, words }: RunReport): object {
  const { file, line } = place;
  if (file === '-') {
    const name = words.phrases.standardInput;
    return { logicalLocations: [{ name, fullyQualifiedName: words.place(place) }] };
  }
  const span = textSpan(place);
  const region =
    span === null
      ? { startLine: line }
      : { startLine: span.line, startColumn: span.column, endColumn: span.endColumn };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(region.startLine !== undefined && { region }),
    },
  };
}

/** Braces are doubled, and no bracket is followed by a parenthesis: they would be a placeholder and a link. */
const messageOf = (text: string): { text: string } => ({
  text: text.replace(/[{}]/g, '$&$&').replaceAll('](', '] ('),
});

/** A relative reference, or a `file:` URI for an absolute path, which a host can cut down to its checkout. */
function uriOf(file: string): string {
  const path = slashedPath(file)
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')))
    .join('/')
    .replace(/^([A-Za-z])%3A\//, '/$1:/');
  return path.startsWith('/') ? `file://${path}` : path;
}
