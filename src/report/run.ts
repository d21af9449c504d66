import type { Standing } from '../check/standing.ts';
import type { Issue, Place } from '../issue/issue.ts';
import type { FailOn, Flag } from '../judge/flag.ts';
import { reaches } from '../judge/judge.ts';
import type { Words } from '../message/words.ts';
import type { TextSpan } from '../read/locate.ts';
import type { CitedSource } from './cite.ts';

/** Who is to look at an item. An error makes the run fail. */
export type ItemSeverity = 'error' | 'warning' | 'note';

/** What a rule speaks of: a standard, a published figure, a change, or whether the data can be used at all. */
type RuleKind = 'standard' | 'figure' | 'change' | 'data';

/** One thing that needs attention, in words: what each reporter writes in its own form. */
export interface Item {
  /** The id of its rule. */
  readonly rule: string;
  readonly kind: RuleKind;
  readonly severity: ItemSeverity;
  readonly flag: Extract<Flag, 'breach' | 'warn' | 'unknown'>;
  /** What it is about, in a few words. */
  readonly title: string;
  /** One sentence without line breaks, the title included. */
  readonly message: string;
  /** Where what it is held to stands, in words. */
  readonly source: string | null;
  readonly place: Place;
  /** The same for the same thing in every run, and different for any other. */
  readonly fingerprint: string;
  /** How it stands to the baseline; null without one. */
  readonly standing: Standing | null;
}

/** What items of one id have in common. */
export interface Rule {
  readonly id: string;
  readonly kind: RuleKind;
  /** What is wrong, or what is demanded. */
  readonly name: string;
  /** The source in full. */
  readonly description: string | null;
  /** What to do. */
  readonly help: string | null;
  /** How grave its items are by themselves, whatever the run fails on. */
  readonly severity: ItemSeverity;
  /** How binding a standard is. */
  readonly level: string | null;
  readonly source: CitedSource | null;
}

/** One thing that was looked at, and what needs attention in it; null where it is well. */
export interface Case {
  /** Cases of one suite follow each other. */
  readonly suite: { readonly key: string | null; readonly name: string };
  readonly name: string;
  readonly item: Item | null;
}

/** The items that are not about the data as a table for people, a row an item. */
export interface AttentionTable {
  readonly columns: readonly string[];
  readonly rows: () => Iterable<readonly string[]>;
}

/** What needs attention, problems with the data apart. */
export interface Found {
  readonly count: number;
  /** How many make the run fail. */
  readonly failing: number;
  /** Worst first, since build services show only so many; put into words anew at each call. */
  readonly items: () => Iterable<Item>;
}

/** What a run of any command found, as the reporters for other programs take it. */
export interface RunReport {
  /** The command, as headings name it. */
  readonly command: string;
  readonly version: string;
  readonly words: Words;
  /** Whether anything was looked at: not where the data is invalid. */
  readonly judged: boolean;
  /** Whether there is a baseline. */
  readonly baseline: boolean;
  /** Problems with the data. */
  readonly problems: readonly Item[];
  readonly found: Found;
  /** The rules of all items, each once. */
  readonly rules: readonly Rule[];
  readonly caseCount: number;
  /** All that was looked at, anew at each call. */
  readonly cases: () => Iterable<Case>;
  /** What it comes to, in sentences. */
  readonly summary: readonly string[];
  readonly table: AttentionTable;
  /** Where a place of the input is for an editor. */
  readonly textSpan: (place: Place) => TextSpan | null;
}

/** Writes a report in chunks of text. */
export type RunReporter = (run: RunReport) => Iterable<string>;

/** All that needs attention, problems with the data first. */
export function* itemsOf({ problems, found }: RunReport): Iterable<Item> {
  yield* problems;
  yield* found.items();
}

/** What is known of a run before its data is. */
export type RunHead = Pick<RunReport, 'command' | 'version' | 'words' | 'textSpan'>;

/** Problems with the data, and what is made of them. */
export interface DataProblems {
  readonly issues: readonly Issue[];
  readonly dataSeverity: Item['flag'];
  readonly failOn: FailOn;
  readonly judged: boolean;
}

/** How many problems with the data make a run fail, or keep it from judging. */
export const failingIssues = ({ issues, dataSeverity, failOn, judged }: DataProblems): number =>
  !judged || reaches(dataSeverity, failOn) ? issues.length : 0;

/** The problems with the data as items. */
export function issueItems(problems: DataProblems, words: Words): Item[] {
  const { issues, dataSeverity } = problems;
  const once = eachOnce();
  return issues.map((found) => ({
    rule: found.code,
    kind: 'data',
    flag: dataSeverity,
    severity: failingIssues(problems) > 0 ? 'error' : 'warning',
    title: words.phrases.check.dataProblem,
    message: words.issue(found),
    source: null,
    place: found.place,
    fingerprint: once(detailsText(found)),
    standing: null,
  }));
}

/** What a problem says apart from where it is: lines move when others are put in. */
const detailsText = ({ code, place, details }: Issue): string =>
  JSON.stringify([code, place.file, details], (key, value) => {
    if (key === 'first') return undefined;
    return typeof value === 'bigint' ? String(value) : value;
  });

/** Tells what reads alike apart by its number. */
export function eachOnce(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return nth === 0 ? text : `${text} ${nth}`;
  };
}

const GRAVITY: readonly Item['flag'][] = ['breach', 'warn', 'unknown'];
const SEVERITIES: readonly ItemSeverity[] = ['error', 'warning', 'note'];

/** Lower is worse: what makes the run fail, then by flag. */
export const rankOf = ({ severity, flag }: Pick<Item, 'severity' | 'flag'>): number =>
  SEVERITIES.indexOf(severity) * GRAVITY.length + GRAVITY.indexOf(flag);

/** A rule of a configuration may bear the name of another kind. */
export const ruleKey = ({ kind }: Pick<Rule, 'kind'>, id: string): string => `${kind} ${id}`;

/** The rules of problems with the data, and those of what else is found, in the order of their keys. */
export function rulesOf(problems: readonly Item[], others: Iterable<Rule>, words: Words): Rule[] {
  const rules = new Map<string, Rule>();
  for (const rule of others) rules.set(ruleKey(rule, rule.id), rule);
  for (const item of problems) {
    const key = ruleKey(item, item.rule);
    if (!rules.has(key)) rules.set(key, plainRule(item, words));
  }
  return [...rules].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, rule]) => rule);
}

/** A rule of which there is no more to say than its name. */
function plainRule({ rule, kind, severity }: Item, { phrases }: Words): Rule {
  return {
    id: rule,
    kind,
    name: phrases.check.dataProblem + phrases.colon + rule,
    description: null,
    help: null,
    severity,
    level: null,
    source: null,
  };
}

/** A run that ended at its data. */
export function refusedRun(
  head: RunHead,
  problems: Pick<DataProblems, 'issues' | 'dataSeverity' | 'failOn'>,
): RunReport {
  const { words } = head;
  const items = issueItems({ ...problems, judged: false }, words);
  return {
    ...head,
    judged: false,
    baseline: false,
    problems: items,
    found: { count: 0, failing: 0, items: () => [] },
    rules: rulesOf(items, [], words),
    caseCount: 0,
    cases: () => [],
    summary: [words.phrases.check.problems(items.length, false)],
    table: { columns: [], rows: () => [] },
  };
}
