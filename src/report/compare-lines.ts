import type { Unpaired } from '../compare/pairs.ts';
import type { SideName } from '../compare/side.ts';
import { comparePhrases } from '../message/compare-phrases.ts';
import { visible } from '../message/visible.ts';
import { type Period, periodKey } from '../period/period.ts';
import { type CompareReport, type DerivedPeriod, derivedPeriods, labelOf } from './compare.ts';
import { formulaInWords } from './explanation.ts';

/** How many names a line holds; machine formats have them all. */
const NAMED = 10;

const SIDES = ['before', 'after'] as const;

/** What is held against what, how the two vocabularies differ, and what has no counterpart. */
export function* linesBefore(report: CompareReport): Iterable<string> {
  const { comparison, words } = report;
  const { listSeparator } = words.after.phrases;
  const compare = comparePhrases(words.after);
  const heading = compare.pairing[comparison.pairing];
  if (heading !== '') yield heading;
  for (const { metric } of comparison.redefined) {
    const [before, after] = SIDES.map((side) => formulaText(metric, side, report));
    yield compare.redefined(labelOf('metric', metric, report), before ?? null, after ?? null);
  }
  const restandardised = comparison.restandardised.map((id) => labelOf('metric', id, report));
  if (restandardised.length > 0) yield compare.restandardised(restandardised.join(listSeparator));
  yield* unpairedLines(report);
}

/** The formula of a metric in the words of a side, or null where the side does not know it. */
function formulaText(metric: string, side: SideName, report: CompareReport): string | null {
  const { catalogue } = report.comparison.sides[side];
  return Object.hasOwn(catalogue.metrics, metric)
    ? formulaInWords(metric, catalogue, report.words[side])
    : null;
}

function* unpairedLines(report: CompareReport): Iterable<string> {
  const { unpaired } = report.comparison;
  yield* periodLines(unpaired, report);
  yield* unitLines(unpaired, report);
  const { after } = report.words;
  for (const found of unpaired) {
    if (found.kind !== 'pool') continue;
    const names = namesOf(found.missing.map(visible), report);
    yield comparePhrases(after).missingPool(after.unit(found), names, found.missing.length);
  }
}

function* periodLines(unpaired: readonly Unpaired[], report: CompareReport): Iterable<string> {
  const { listSeparator } = report.words.after.phrases;
  const compare = comparePhrases(report.words.after);
  for (const side of [...SIDES, null]) {
    const periods = unpaired.flatMap((found) =>
      found.kind === 'period' && found.onlyOn === side ? [found.period] : [],
    );
    if (periods.length === 0) continue;
    yield compare.periodsAlone(
      side && compare.sides[side],
      periods.map((period) => periodText(period, report)).join(listSeparator),
      seemCumulative(periods),
    );
  }
}

/** Whether periods begin together, as those of January to March and to June do. */
const seemCumulative = (periods: readonly (Period | null)[]): boolean => {
  const starts = periods.flatMap((period) => period?.start ?? []);
  return new Set(starts).size < starts.length;
};

type UnpairedUnit = Extract<Unpaired, { kind: 'unit' }>;

/** One line for the units that the same side lacks in the same period. */
function* unitLines(unpaired: readonly Unpaired[], report: CompareReport): Iterable<string> {
  const lines = new Map<string, UnpairedUnit[]>();
  for (const found of unpaired) {
    if (found.kind !== 'unit') continue;
    const { missingFrom, why, periods } = found;
    const period = periods[missingFrom];
    const key = `${missingFrom} ${why} ${period === null ? '' : periodKey(period)}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [found]);
    else line.push(found);
  }
  const { after } = report.words;
  for (const [first, ...others] of lines.values()) {
    if (first === undefined) continue;
    const units = [first, ...others].map(({ unit }) => after.unit({ unit }));
    yield comparePhrases(after).missingUnits(
      comparePhrases(after).sides[first.missingFrom],
      periodText(first.periods[first.missingFrom], report),
      first.why,
      namesOf(units, report),
      units.length,
    );
  }
}

function namesOf(names: readonly string[], { words }: CompareReport): string {
  const { listSeparator } = words.after.phrases;
  const compare = comparePhrases(words.after);
  return compare.and(names.slice(0, NAMED).join(listSeparator), Math.max(0, names.length - NAMED));
}

const periodText = (period: Period | null, { words }: CompareReport): string =>
  period === null ? words.after.phrases.noPeriod : words.after.phrases.period(period);

/** How each derived period came about, once, in a line; none where nothing is derived. */
export function derivedLines(report: CompareReport): string[] {
  const { comparison, words } = report;
  const found = new Map<SideName, Map<number, DerivedPeriod>>();
  for (const pair of comparison.pairs) {
    for (const side of SIDES) {
      const ofSide = found.get(side) ?? new Map<number, DerivedPeriod>();
      found.set(side, ofSide);
      for (const each of derivedPeriods(pair[side], side, report)) {
        ofSide.set(periodKey(each.period), each);
      }
    }
  }
  const { period: named } = words.after.phrases;
  const compare = comparePhrases(words.after);
  const lines = [...found.values()].flatMap((ofSide) =>
    [...ofSide.values()].map(({ period, from, minus }) =>
      compare.derived(named(period), named(from), named(minus)),
    ),
  );
  return lines.length === 0 ? [] : [compare.derivedFrom([...new Set(lines)])];
}

/** Names of what a table leaves out because one side cannot know it. */
export const foldedLine = (names: readonly string[], report: CompareReport): string =>
  comparePhrases(report.words.after).oneSided(namesOf(names, report), names.length);
