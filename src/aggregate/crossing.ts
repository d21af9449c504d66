import { contains, overlaps, type Period } from '../period/period.ts';
import type { Entry } from '../validate/dataset.ts';

/** Whether rows speak of periods that overlap some others without lying in them or around them: they do not add up. */
export const cross = (entries: readonly Entry[], others: readonly Period[]): boolean =>
  entries.some(
    ({ period }) =>
      period !== null &&
      others.some(
        (other) => overlaps(period, other) && !contains(period, other) && !contains(other, period),
      ),
  );
