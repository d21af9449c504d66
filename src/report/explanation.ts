import type { Group } from '../aggregate/group.ts';
import type { Gap, GroupSource } from '../aggregate/totals.ts';
import type { AssessedGroup, Assessment } from '../assess/assess.ts';
import type { NoProportion } from '../assess/proportion.ts';
import { stocksOf } from '../assess/stocks.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Metric } from '../catalogue/metric.ts';
import type { Standard } from '../catalogue/standard.ts';
import { type CountValue, evaluate } from '../formula/evaluate.ts';
import { writeFormula } from '../formula/explain.ts';
import type { MeanOf } from '../formula/formula.ts';
import type { Place } from '../issue/issue.ts';
import { unknownCount } from '../message/group-names.ts';
import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import type { Interval } from '../statistics/interval.ts';
import { type CitedSource, cite } from './cite.ts';
import { explainedRows } from './explained-rows.ts';
import { intervalObject } from './interval.ts';
import { coveredAside } from './report.ts';
import { stocksObject } from './stocks.ts';

/** All that can be said of a metric without data. */
export interface Definition {
  readonly id: string;
  readonly label: string;
  readonly meaning: string;
  /** The formula in words. */
  readonly formula: string;
  readonly better: string;
  readonly definition: string;
  readonly ambiguity: string | null;
  readonly source: CitedSource;
  readonly inputs: readonly InputDefinition[];
  readonly standards: readonly StandardDefinition[];
}

interface InputDefinition {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly nature: string;
  readonly aliases: readonly string[];
  /** What the sources leave open about the count. */
  readonly note: string | null;
}

interface StandardDefinition {
  readonly id: string;
  readonly demand: string;
  /** Level, scope, length of period and dates, in words. */
  readonly terms: string;
  readonly note: string | null;
  readonly source: CitedSource;
}

/** A metric with the numbers of one group put in. */
export interface Calculation {
  readonly unit: string;
  readonly period: string;
  /** 复议纠错率 = (撤销 18 + …) ÷ 实际审理 554 = 7.22% */
  readonly text: string;
  /** The 95 % interval of a proportion as JSON has it; only where asked for. */
  readonly interval?: Interval | null;
  readonly noInterval?: NoProportion;
  readonly verdicts: readonly string[];
  /** Of which period the stocks are; only where there are several. */
  readonly stocks: { readonly period: string; readonly counts: readonly string[] } | undefined;
  /** The rows of the data that it is made of. */
  readonly places: readonly Place[];
}

export function defineMetric(id: string, catalogue: Catalogue, words: Words): Definition {
  const metric = catalogue.metrics[id];
  if (metric === undefined) throw new Error(`no metric '${id}' in the catalogue`);
  const { explain } = words.phrases;
  return {
    id,
    label: words.metric(id),
    meaning: (words.style.language === 'zh' ? metric : metric.english).meaning,
    formula: formulaInWords(id, catalogue, words),
    better: explain.better[metric.better],
    definition: definitionText(id, catalogue, words),
    ambiguity: metric.ambiguity ?? null,
    source: cite(metric.source),
    inputs: catalogue.inputsOf(id).map((count) => {
      const { unit = '', nature = 'flow', aliases = [], note } = catalogue.counts[count] ?? {};
      return {
        id: count,
        label: words.count(count),
        unit,
        nature: explain.nature[nature],
        aliases,
        note: note ?? null,
      };
    }),
    standards: catalogue.standardsOf(id).map((standard) => ({
      id: standard.id,
      demand: words.standard(standard),
      terms: standardTerms(standard, catalogue, words),
      note: standard.note ?? null,
      source: cite(standard.source),
    })),
  };
}

/** How far the sources define a metric; of one that a configuration defines, where, and what it replaces. */
function definitionText(id: string, catalogue: Catalogue, words: Words): string {
  const { definition, custom } = catalogue.metrics[id] as Metric;
  const { explain } = words.phrases;
  if (custom === undefined) return explain.definition[definition];
  const { file, line, change, replaced } = custom;
  const place = words.place({ file, line });
  if (replaced !== undefined) {
    return explain.replaces(place, writeFormula(replaced, termsOf(words), catalogue.formulaOf));
  }
  return explain.customised[change](place);
}

const termsOf = (words: Words) =>
  words.formulaWords((count, priorYear) =>
    priorYear ? words.phrases.priorYear(words.count(count)) : words.count(count),
  );

export const formulaInWords = (id: string, catalogue: Catalogue, words: Words): string =>
  writeFormula(catalogue.formulaOf(id), termsOf(words), catalogue.formulaOf);

/** Level, scope, length of period, dates and units of a standard, as far as they are stated. */
export function standardTerms(
  { level, scope, per, from, until, units, suspended = [], replacedBy = [] }: Standard,
  catalogue: Catalogue,
  words: Words,
): string {
  const { explain, listSeparator } = words.phrases;
  const named = (names: readonly string[]) => names.map(visible).join(listSeparator);
  return [
    explain.level[level],
    explain.scope[scope],
    ...(per === undefined ? [] : [explain.per[per]]),
    ...(from === undefined && until === undefined ? [] : [explain.inForce(from, until)]),
    ...(units === undefined ? [] : [explain.onlyFor(named(units))]),
    ...suspended.map((off) =>
      explain.suspended(off.units && named(off.units), off.from, off.until),
    ),
    ...replacedBy.flatMap((id) => {
      const by = catalogue.standards[id];
      return by === undefined ? [] : explain.replacedBy(words.standard(by));
    }),
  ].join(listSeparator);
}

/** Puts the numbers of a group into the formula. */
export function calculate(
  assessed: AssessedGroup,
  catalogue: Catalogue,
  words: Words,
  interval = false,
): Calculation {
  const { group, assessments } = assessed;
  const [assessment] = assessments as readonly [Assessment];
  return {
    unit: words.unit(group),
    period: words.period(group),
    text: `${words.metric(assessment.metric)} = ${calculation(assessment, group, catalogue, words)}`,
    stocks: stocksObject(stocksOf(assessment, group, catalogue)),
    ...(interval && intervalObject(assessment, catalogue)),
    verdicts: assessment.verdicts.flatMap((verdict) => {
      const standard = catalogue.standards[verdict.standard];
      if (standard === undefined) return [];
      return words.judgement(assessment.metric, standard, verdict);
    }),
    places: explainedRows(assessed, catalogue),
  };
}

function calculation(
  assessment: Assessment,
  group: Group,
  catalogue: Catalogue,
  words: Words,
): string {
  const { metric, outcome, source } = assessment;
  const { aside } = words.phrases;
  const figure = outcome.known
    ? words.value(assessment)
    : words.phrases.unknown + aside(words.reason(assessment, group));
  const covered = coveredAside(assessment, group, catalogue, words);
  if (outcome.known && outcome.basis === 'reported' && outcome.meanOf === undefined) {
    return figure + aside(words.phrases.reportedMark);
  }
  const formula = catalogue.formulaOf(metric);
  if (formula.kind === 'mean') {
    const terms = meanTerms(formula, source, catalogue, words);
    const sum = terms.length === 0 ? '' : `(${terms.join(' + ')}) ÷ ${terms.length} = `;
    return sum + figure + covered;
  }
  const numbered = words.formulaWords((count, priorYear) => {
    const of = priorYear ? source.priorYear() : source;
    const value = of?.count(count) ?? null;
    const term = words.shortCount(count);
    const name = priorYear ? words.phrases.priorYear(term) : term;
    return `${name} ${countText(value, of?.missing(count) ?? [], words)}`;
  });
  return `${writeFormula(formula, numbered, catalogue.formulaOf)} = ${figure}${covered}`;
}

const countText = (value: CountValue, gaps: readonly Gap[], words: Words): string => {
  if (value === null) return unknownCount(gaps, words.phrases.explain);
  if (value === 'not-applicable') return words.phrases.notJudged['not-applicable'];
  return words.number(value);
};

/** The rates that a mean adds up: recomputed ones as fractions, so that nothing in the sum is rounded. */
function meanTerms(
  { metric, over }: MeanOf,
  source: GroupSource,
  catalogue: Catalogue,
  words: Words,
): string[] {
  return source.parts(over).map((part) => {
    const outcome = evaluate(metric, catalogue.formulaOf(metric), part, catalogue.formulaOf);
    if (!outcome.known || outcome.basis === 'reported') {
      return words.value({ metric, outcome, reported: null });
    }
    return `${words.number(outcome.numerator)}/${words.number(outcome.denominator)}`;
  });
}
