import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import type { Item, RunReport } from './run.ts';

interface Suite {
  readonly name: string;
  readonly cases: string[];
  readonly counts: Record<Outcome, number>;
  readonly nameOnce: (name: string) => string;
}

type Outcome = 'ok' | 'failure' | 'error' | 'skipped';

/**
 * Writes JUnit XML as Jenkins and GitLab read it: a suite a unit and a case a thing that was looked at, those that
 * are well among them. What does not fail the run is skipped and says why: it is neither a failure nor a pass.
 */
export function* writeJunit(run: RunReport): Iterable<string> {
  const { words, problems, found, caseCount } = run;
  const errors = problems.filter((item) => outcomeOf(item) === 'error').length;
  const tests = problems.length + caseCount;
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="xc-eval" tests="${tests}" failures="${found.failing}" errors="${errors}">\n`;
  const suiteNameOnce = eachOnce();
  const open = (name: string) => openSuite(suiteNameOnce(segment(name)));
  if (problems.length > 0) {
    const suite = open(words.phrases.check.dataProblem);
    for (const item of problems) addCase(suite, item.message, item, words);
    yield suiteText(suite);
  }
  yield* suites(run, open);
  yield '</testsuites>\n';
}

function* suites({ cases, words }: RunReport, open: (name: string) => Suite): Iterable<string> {
  let key: string | null | undefined;
  let suite: Suite | undefined;
  for (const each of cases()) {
    if (suite === undefined || each.suite.key !== key) {
      if (suite !== undefined) yield suiteText(suite);
      key = each.suite.key;
      suite = open(each.suite.name);
    }
    addCase(suite, each.name, each.item, words);
  }
  if (suite !== undefined) yield suiteText(suite);
}

const openSuite = (name: string): Suite => ({
  name,
  cases: [],
  counts: { ok: 0, failure: 0, error: 0, skipped: 0 },
  nameOnce: eachOnce(),
});

/** Of cases with one name GitLab counts the first alone: the name of the suite keeps those of two units apart. */
function addCase(suite: Suite, name: string, item: Item | null, words: Words): void {
  const outcome = outcomeOf(item);
  suite.counts[outcome]++;
  const unique = suite.nameOnce(`${suite.name} / ${escapeXml(name)}`);
  const start = `<testcase classname="xc-eval.${suite.name}" name="${unique}"`;
  if (item === null) {
    suite.cases.push(`${start}/>\n`);
    return;
  }
  const type = item.kind === 'data' ? item.rule : item.flag;
  const attributes =
    outcome === 'skipped' ? '' : ` type="${escapeXml(type)}" message="${escapeXml(item.message)}"`;
  const text = escapeXml(textOf(item, words));
  suite.cases.push(`${start}><${outcome}${attributes}>${text}</${outcome}></testcase>\n`);
}

function outcomeOf(item: Item | null): Outcome {
  if (item === null) return 'ok';
  if (item.severity !== 'error') return 'skipped';
  return item.kind === 'data' ? 'error' : 'failure';
}

/** The message too, because GitLab reads no attribute of a failure. */
function textOf({ message, source, place }: Item, words: Words): string {
  const { check, colon } = words.phrases;
  return [
    message,
    ...(source === null ? [] : [check.headings.source + colon + source]),
    check.headings.data + colon + words.place(place),
  ].join('\n');
}

function suiteText({ name, cases, counts }: Suite): string {
  const { failure, error, skipped } = counts;
  return `<testsuite name="${name}" tests="${cases.length}" failures="${failure}" errors="${error}" skipped="${skipped}">\n${cases.join('')}</testsuite>\n`;
}

/** A name as one part of others: Jenkins splits class names at dots, and a slash stands between parts here. */
const segment = (name: string): string =>
  escapeXml(name).replaceAll('.', '．').replaceAll('/', '／');

/** Numbers a name that was there before. */
function eachOnce(): (name: string) => string {
  const uses = new Map<string, number>();
  return (name) => {
    let nth = uses.get(name) ?? 0;
    let unique: string;
    do {
      nth++;
      unique = nth === 1 ? name : `${name} (${nth})`;
    } while (uses.has(unique));
    uses.set(unique, 1);
    uses.set(name, nth);
    return unique;
  };
}

const SPECIAL = /[&<>"\n\ud800-\udfff\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Any text as the content of an element or attribute; what XML cannot hold, half a character too, is written out. */
const escapeXml = (text: string): string =>
  text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(
      SPECIAL,
      (character) => ENTITIES[character] ?? `\\u${character.charCodeAt(0).toString(16)}`,
    );
