import type { Group, Selection } from '../aggregate/group.ts';
import { type Grouped, grouped } from '../aggregate/grouped.ts';
import type { Grouping } from '../aggregate/grouping.ts';
import { type AssessedGroup, createAssessor, type EvaluatedGroup } from '../assess/assess.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Issue } from '../issue/issue.ts';
import type { FailOn } from '../judge/flag.ts';
import { reaches } from '../judge/judge.ts';
import type { Words } from '../message/words.ts';
import type { Loaded } from '../read/load.ts';
import type { Dataset } from '../validate/dataset.ts';
import { loadData } from './data.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { usageError } from './failure.ts';
import type { Host } from './host.ts';
import type { DataOptions, GroupingOption } from './options.ts';
import { selectionOf } from './selection.ts';

/** The data of a command, grouped, and what evaluates and judges a group of it. */
export interface Analysis extends Grouped {
  readonly issues: readonly Issue[];
  /** Ids of those that are computed. */
  readonly metrics: readonly string[];
  assess(group: Group): AssessedGroup;
  /** The values of a group alone, unless its findings decide how the run ends. */
  evaluate(group: Group): EvaluatedGroup;
  /** All of the selection as one group. It is shown beside the groups and does not decide how the run ends. */
  total(): AssessedGroup;
  /** Whether a group assessed so far holds a finding that the run has to fail on. */
  exitCode(): ExitCode;
}

/** Reads and groups the data of a command. Null where it is invalid; all that is wrong has been said. */
export async function analyse(
  files: readonly string[],
  options: DataOptions & GroupingOption,
  metricsFor: (dataset: Dataset) => readonly string[],
  catalogue: Catalogue,
  words: Words,
  host: Host,
): Promise<Analysis | null> {
  assertGroups(options.by, catalogue);
  const data = await loadData(files, options, catalogue, words, host);
  if (!data.usable) return null;
  const selection = selectionOf(options, data.dataset, catalogue);
  return analysisOf(data, selection, options, metricsFor(data.dataset), catalogue);
}

/** Throws a UsageError where groups of units are asked for and none are defined. */
export function assertGroups(by: Grouping, { unitGroups }: Catalogue): void {
  if (by.startsWith('group') && Object.keys(unitGroups).length === 0) {
    throw usageError('no-groups', {});
  }
}

/** What is asked of groups. */
type Asked = Pick<DataOptions, 'partial' | 'failOn'>;

/** Groups data that has been read. */
export const analysisOf = (
  { dataset, issues }: Pick<Loaded, 'dataset' | 'issues'>,
  selection: Selection,
  options: Asked & GroupingOption,
  metrics: readonly string[],
  catalogue: Catalogue,
): Analysis =>
  analysisOfGroups(
    grouped(dataset, options.by, selection, catalogue),
    issues,
    options,
    metrics,
    catalogue,
  );

export function analysisOfGroups(
  data: Grouped,
  issues: readonly Issue[],
  { partial, failOn }: Asked,
  metrics: readonly string[],
  catalogue: Catalogue,
): Analysis {
  const assessor = createAssessor(data.scope, catalogue, { metrics, partial: partial === true });
  const watch = failureWatch(failOn);
  return {
    ...data,
    issues,
    metrics,
    assess: (group) => watch.see(assessor.assess(group)),
    evaluate(group) {
      if (failOn !== 'never') watch.see(assessor.assess(group));
      return assessor.evaluate(group);
    },
    total: () => assessor.assess(data.whole()),
    exitCode: () => (watch.failed() ? EXIT.finding : EXIT.done),
  };
}

function failureWatch(failOn: FailOn) {
  let failed = false;
  return {
    see(assessed: AssessedGroup): AssessedGroup {
      failed ||= assessed.assessments.some(({ flag }) => flag !== null && reaches(flag, failOn));
      return assessed;
    },
    failed: () => failed,
  };
}
