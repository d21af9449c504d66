import { exemptionsFrom } from '../aggregate/exempt.ts';
import type { Group } from '../aggregate/group.ts';
import { type GroupSource, groupSource } from '../aggregate/totals.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { evaluate, type Outcome } from '../formula/evaluate.ts';
import type { Flag } from '../judge/flag.ts';
import { flagOf, type JudgedPlace, judge, type Verdict } from '../judge/judge.ts';
import { type DataScope, type Entry, entryReported } from '../validate/dataset.ts';
import { type Lack, lacksOf } from './lack.ts';

/** One metric of one group: its value or why there is none, and what the standards say of it. */
export interface Assessment {
  readonly metric: string;
  readonly outcome: Outcome;
  /** Where the formula found its counts. */
  readonly source: GroupSource;
  /** Units (and periods) that keep missing inputs from being known, and which each lacks. */
  readonly gaps: readonly Lack[];
  /** Set where the value covers only the units that reported. */
  readonly coverage: Coverage | null;
  /** The rate as published for this group, in the words of the data. */
  readonly reported: string | null;
  readonly verdicts: readonly Verdict[];
  /** Null where no standard is stated. */
  readonly flag: Flag | null;
}

export interface Coverage {
  readonly reporting: number;
  readonly expected: number;
  readonly missing: readonly string[];
}

export interface AssessedGroup {
  readonly group: Group;
  readonly assessments: readonly Assessment[];
}

export interface AssessOptions {
  readonly metrics: readonly string[];
  /** Compute a group over those of its units that reported, with the coverage beside it. */
  readonly partial: boolean;
}

/** A group with its metrics evaluated and nothing more. */
export interface EvaluatedGroup {
  readonly group: Group;
  /** In the order of the metrics asked for. */
  readonly outcomes: readonly Outcome[];
}

/** Evaluates and judges the groups of a dataset, one after the other. */
export interface Assessor {
  /** The values alone, where nobody asks what standards say of them. */
  evaluate(group: Group): EvaluatedGroup;
  assess(group: Group): AssessedGroup;
}

export function createAssessor(
  dataset: DataScope,
  catalogue: Catalogue,
  { metrics, partial }: AssessOptions,
): Assessor {
  const { formulaOf } = catalogue;
  const asked = metrics.map((id) => ({
    id,
    formula: formulaOf(id),
    inputs: catalogue.inputsOf(id),
    standards: catalogue.standardsOf(id),
  }));
  const onlyUnit = dataset.units.length === 1;
  const statesRates = dataset.tables.some(({ columns }) => columns.reported.length > 0);

  /** A metric's outcome in a group and, as far as that goes, who is missing from it. */
  function measure(
    { id, formula, inputs }: (typeof asked)[number],
    group: Group,
    all: GroupSource,
  ): Measured {
    const source = all.forMetric(id);
    const outcome = evaluate(id, formula, source, formulaOf);
    if (outcome.known) return { outcome, source, gaps: NO_GAPS, coverage: null };
    if (outcome.reason.code === 'not-applicable') {
      // Counts that are left out were stated: the reason is those that do not apply.
      const plain = evaluate(id, formula, all, formulaOf);
      const isSame = !plain.known && plain.reason.code === 'not-applicable';
      return { outcome: isSame ? plain : outcome, source, gaps: NO_GAPS, coverage: null };
    }
    const gaps = lacksOf(outcome.reason, source);
    if (!partial || gaps.length === 0 || !group.pooled) {
      return { outcome, source, gaps, coverage: null };
    }
    const exempt = exemptionsFrom(id, group, dataset, catalogue).units;
    const expected = group.units.filter((unit) => isAsked(unit, inputs) && !exempt.has(unit));
    const missing = new Set<string>();
    // Who reported this year may be missing from the year before: that shows when the others are left out.
    for (let left = gaps; ; ) {
      for (const { unit } of left) missing.add(unit);
      const reporting = expected.filter((unit) => !missing.has(unit));
      if (reporting.length === 0) return { outcome, source, gaps, coverage: null };
      const members = new Set(reporting);
      const entries = group.entries.filter(({ unit }) => members.has(unit));
      const among = { ...group, units: reporting, entries };
      const covered = groupSource(among, dataset, catalogue).forMetric(id);
      const found = evaluate(id, formula, covered, formulaOf);
      // That it does not apply to those who are left says nothing of the others.
      const isNothing = !found.known && found.reason.code === 'not-applicable';
      if (isNothing) return { outcome, source, gaps, coverage: null };
      left = found.known ? NO_GAPS : lacksOf(found.reason, covered);
      if (left.length > 0) continue;
      const coverage = {
        reporting: reporting.length,
        expected: expected.length,
        missing: [...missing],
      };
      return { outcome: found, source: covered, gaps: NO_GAPS, coverage };
    }
  }

  /** Whether a unit is asked for the inputs of a metric: it has columns for them. */
  const isAsked = (unit: string, inputs: readonly string[]): boolean =>
    !dataset.knows(unit) || inputs.some((input) => dataset.expects(unit, input));

  /** All units of the data; some of them, selected, are not the whole. */
  const isAllUnits = ({ unit, units }: Group): boolean =>
    unit === null && units.length === dataset.units.length;

  const verdictsOn = (
    outcome: Outcome,
    standards: ReturnType<Catalogue['standardsOf']>,
    place: JudgedPlace,
  ): Verdict[] => standards.map((standard) => judge(standard, outcome, place, catalogue));

  const judgedPlace = (
    metric: string,
    group: Group,
    isWhole: boolean,
    { outcome, source }: Measured,
  ): JudgedPlace => ({
    period: group.period,
    units: group.units,
    isUnit: !group.pooled || onlyUnit,
    isWhole,
    metric(id) {
      const outcomeIn = (by: string, beside?: string): Outcome =>
        evaluate(by, formulaOf(by), source.forMetric(by, beside), formulaOf);
      const value = outcomeIn(id);
      // What is known by itself and not together with the other is of other units than that.
      const isLike =
        (!value.known || outcomeIn(id, metric).known) &&
        (!outcome.known || outcomeIn(metric, id).known);
      return isLike ? value : null;
    },
    priorYear: (id) => {
      const earlier = source.priorYear();
      return earlier && evaluate(id, formulaOf(id), earlier.forMetric(id), formulaOf);
    },
  });

  return {
    evaluate(group) {
      const source = groupSource(group, dataset, catalogue);
      return {
        group,
        // Who is missing matters here only where the others may do without.
        outcomes: asked.map((metric) =>
          partial
            ? measure(metric, group, source).outcome
            : evaluate(metric.id, metric.formula, source.forMetric(metric.id), formulaOf),
        ),
      };
    },
    assess(group) {
      const source = groupSource(group, dataset, catalogue);
      const isWhole =
        isAllUnits(group) || onlyUnit || (!group.pooled && isDistrict(group.unit ?? ''));
      const assessments = asked.map((metric): Assessment => {
        const measured = measure(metric, group, source);
        const { outcome, gaps, coverage } = measured;
        const verdicts =
          metric.standards.length === 0
            ? NO_VERDICTS
            : verdictsOn(
                outcome,
                metric.standards,
                judgedPlace(metric.id, group, isWhole, measured),
              );
        return {
          metric: metric.id,
          outcome,
          source: measured.source,
          gaps,
          coverage,
          reported: statesRates ? reportedText(group.entries, metric.id) : null,
          verdicts,
          flag: flagOf(verdicts),
        };
      });
      return { group, assessments };
    },
  };
}

type Measured = Pick<Assessment, 'outcome' | 'source' | 'gaps' | 'coverage'>;

const NO_GAPS: readonly Lack[] = [];

const NO_VERDICTS: readonly Verdict[] = [];

/** A district or county is a whole of its own, also among others in one file. */
const isDistrict = (unit: string): boolean =>
  /(?:[县市州旗]|(?<![社小园街辖片校景])区|区政府|人民政府)$/.test(unit);

function reportedText(entries: readonly Entry[], metric: string): string | null {
  const [only] = entries;
  if (only === undefined || entries.length > 1) return null;
  const cell = entryReported(only, metric);
  return cell?.value === 'not-applicable' ? null : (cell?.text ?? null);
}
