/** Reads what checks write for other programs, as those programs do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { XmlDocument, type XmlElement, type XmlNode, XsdValidator } from 'libxml2-wasm';
import { ROOT } from './bin.ts';

const schemaText = (name: string): string =>
  readFileSync(join(ROOT, 'fixtures/schemas', name), 'utf8');

const xsd = XsdValidator.fromDoc(XmlDocument.fromString(schemaText('junit-jenkins.xsd')));

/** A test case: its names, how it ended, and what is said of it. */
export interface JunitCase {
  readonly name: string;
  readonly classname: string;
  readonly outcome: string;
  readonly type: string | null;
  readonly message: string | null;
  readonly text: string;
}

export interface JunitSuite {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly cases: readonly JunitCase[];
}

const attribute = (node: XmlNode, name: string): string | null =>
  (node as XmlElement).attr(name)?.value ?? null;

const attributeNames = (node: XmlNode): string[] =>
  (node as XmlElement).attrs.map(({ name }) => name);

/** Parses JUnit XML, or throws where it is not valid by both editions of Jenkins' schema. */
export function readJunit(text: string) {
  const document = XmlDocument.fromString(text);
  try {
    xsd.validate(document);
    const [all] = document.find('/testsuites');
    if (all === undefined) throw new Error('no testsuites');
    return {
      totals: countsOf(all, ['tests', 'failures', 'errors']),
      suites: document.find('/testsuites/testsuite').map(readSuite),
    };
  } finally {
    document.dispose();
  }
}

const countsOf = (node: XmlNode, names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, Number(attribute(node, name) ?? Number.NaN)]));

function readSuite(node: XmlNode): JunitSuite {
  refuseUnless(attributeNames(node), ['name', 'tests', 'failures', 'errors', 'skipped']);
  return {
    name: attribute(node, 'name') as string,
    counts: countsOf(node, ['tests', 'failures', 'errors', 'skipped']),
    cases: node.find('testcase').map(readCase),
  };
}

function readCase(node: XmlNode): JunitCase {
  refuseUnless(attributeNames(node), ['classname', 'name']);
  const [child, ...more] = node.find('*') as XmlElement[];
  if (more.length > 0) throw new Error('a case ended in several ways');
  if (child?.name === 'skipped') refuseUnless(attributeNames(child), []);
  return {
    name: attribute(node, 'name') as string,
    classname: attribute(node, 'classname') as string,
    outcome: child?.name ?? 'ok',
    type: child === undefined ? null : attribute(child, 'type'),
    message: child === undefined ? null : attribute(child, 'message'),
    text: child?.content ?? '',
  };
}

/** What junit-10 allows of junit-4, and neither time nor date, so that two runs write the same. */
function refuseUnless(names: readonly string[], allowed: readonly string[]): void {
  const other = names.filter((name) => !allowed.includes(name));
  if (other.length > 0) throw new Error(`attributes: ${other.join()}`);
}

const faultsBy = (validate: ValidateFunction, document: unknown): string[] =>
  validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

const {
  id: _id,
  $schema: _dialect,
  ...sarifSchema
} = JSON.parse(schemaText('sarif-2.1.0.json')) as {
  id: string;
  $schema: string;
  definitions: { region: object };
};

// Errata 01 of the standard.
Object.assign(sarifSchema.definitions.region, {
  anyOf: ['startLine', 'charOffset', 'byteOffset'].map((name) => ({ required: [name] })),
});

const sarifAjv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(sarifAjv);
const sarifValidator = sarifAjv.compile(sarifSchema);
const gitlabValidator = new Ajv({ allErrors: true }).compile(
  JSON.parse(schemaText('gitlab-code-quality.json')),
);

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation?: {
      readonly artifactLocation: { readonly uri: string };
      readonly region?: Readonly<Record<string, number>>;
    };
    readonly logicalLocations?: readonly Readonly<Record<string, string>>[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState?: string;
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription?: { readonly text: string };
  readonly help?: { readonly text: string };
  readonly defaultConfiguration: { readonly level: string };
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SarifRun {
  readonly tool: { readonly driver: { readonly version: string; readonly rules: SarifRule[] } };
  readonly invocations: readonly { readonly executionSuccessful: boolean }[];
  readonly language: string;
  readonly results: readonly SarifResult[];
}

/** Parses a SARIF log of one run, or throws where it is not valid. */
export function readSarif(text: string): SarifRun {
  const log = JSON.parse(text) as { version: string; runs: SarifRun[] };
  const faults = faultsBy(sarifValidator, log);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const [run, ...more] = log.runs;
  if (run === undefined || more.length > 0) throw new Error('not one run');
  return run;
}

/** A message as SARIF shows it: doubled braces stand for one. */
export const shownMessage = ({ text }: { readonly text: string }): string =>
  text.replace(/([{}])\1/g, '$1');

export interface Violation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** Parses a Code Quality report, or throws where it is not valid or GitLab would merge two findings. */
export function readGitlab(text: string): Violation[] {
  const violations = JSON.parse(text) as Violation[];
  const faults = faultsBy(gitlabValidator, violations);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  if (new Set(violations.map(({ fingerprint }) => fingerprint)).size !== violations.length) {
    throw new Error('two findings of one fingerprint');
  }
  return violations;
}

export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

const unescapeProperty = (text: string): string =>
  unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

/** Takes lines as the runner does: workflow commands, and all else for the log. */
export function readGithub(text: string) {
  if (!text.endsWith('\n')) throw new Error('the last line is cut off');
  const commands: WorkflowCommand[] = [];
  const log: string[] = [];
  for (const line of text.slice(0, -1).split(/\r\n|\n|\r/)) {
    const command = commandOf(line);
    if (command !== null) commands.push(command);
    else if (line.includes('##[')) throw new Error(`a command of the old form: ${line}`);
    else log.push(line);
  }
  return { commands, log };
}

function commandOf(line: string): WorkflowCommand | null {
  const text = line.trimStart();
  if (!text.startsWith('::')) return null;
  const end = text.indexOf('::', 2);
  if (end < 0) return null;
  const match = /^(error|warning|notice)(?: (.+))?$/s.exec(text.slice(2, end));
  if (match === null) throw new Error(`not a command of a report: ${line}`);
  const properties = (match[2] ?? '').split(',').map((property) => {
    const [, name, value] = /^(file|line|endLine|col|endColumn|title)=(.+)$/s.exec(property) ?? [];
    if (name === undefined || value === undefined) throw new Error(`not a property: ${property}`);
    return [name, unescapeProperty(value)] as const;
  });
  if (new Set(properties.map(([name]) => name)).size !== properties.length) {
    throw new Error(`a property twice: ${line}`);
  }
  return {
    command: match[1] as string,
    properties: Object.fromEntries(properties),
    message: unescapeData(text.slice(end + 2)),
  };
}
