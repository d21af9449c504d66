import type { AssessedGroup, Assessment } from '../assess/assess.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { CountValue } from '../formula/evaluate.ts';
import type { Place } from '../issue/issue.ts';
import { placeOfRow, statedValue } from '../validate/stated.ts';
import type { Observation } from '../validate/table.ts';

/**
 * The rows that a figure is made of. Where there is none, or it was published or is a mean, all rows of those whom
 * it covers.
 */
export function explainedRows(
  { group, assessments }: AssessedGroup,
  catalogue: Catalogue,
): Place[] {
  const [assessment] = assessments as readonly [Assessment];
  const adding = addingRows(assessment, catalogue);
  const leftOut = new Set(assessment.coverage?.missing);
  return group.entries.flatMap(({ unit, observations }) =>
    leftOut.has(unit)
      ? []
      : observations.filter((each) => adding === null || adding.has(each)).map(placeOfRow),
  );
}

/** The rows whose numbers went into a sum; null where that is not how the figure was made. */
function addingRows(
  { metric, outcome, source }: Assessment,
  catalogue: Catalogue,
): ReadonlySet<Observation> | null {
  if (!outcome.known || outcome.basis === 'reported' || outcome.meanOf !== undefined) return null;
  const rows = catalogue
    .inputsOf(metric)
    .flatMap((count) =>
      source
        .entries(count)
        .flatMap(({ observations }) =>
          observations.filter((each) => isNumber(statedValue(each, count))),
        ),
    );
  return rows.length === 0 ? null : new Set(rows);
}

const isNumber = (value: CountValue): boolean => value !== null && value !== 'not-applicable';
