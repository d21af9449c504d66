import { groupsOf, type Selection } from '../../src/aggregate/group.ts';
import type { Grouping } from '../../src/aggregate/grouping.ts';
import { type GroupSource, groupSource } from '../../src/aggregate/totals.ts';
import { periodId } from '../../src/period/period.ts';
import type { Dataset } from '../../src/validate/dataset.ts';
import { catalogue, datasetOf, type Sheet } from './sheets.ts';

/** The groups of some sheets with a way to ask them, by "unit period" ("all" for all units). */
export function grouped(dataset: Dataset, by: Grouping, selection: Selection = {}) {
  return groupsOf(dataset, by, selection).map((group) => {
    const source = groupSource(group, dataset, catalogue);
    const period = group.period === null ? 'no period' : periodId(group.period);
    return { name: `${group.unit ?? 'all'} ${period}`, group, source };
  });
}

export const sourcesOf = (by: Grouping, ...sheets: Sheet[]) =>
  grouped(datasetOf(...sheets).dataset, by);

export const totalOf = (...sheets: Sheet[]): GroupSource => {
  const [only] = sourcesOf('total', ...sheets);
  if (only === undefined) throw new Error('no group');
  return only.source;
};
