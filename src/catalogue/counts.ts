import { capacityCounts } from './counts/capacity.ts';
import { documentsCounts } from './counts/documents.ts';
import { enforcementCounts } from './counts/enforcement.ts';
import { hotlineCounts } from './counts/hotline.ts';
import { litigationCounts } from './counts/litigation.ts';
import { mediationCounts } from './counts/mediation.ts';
import { oversightCounts } from './counts/oversight.ts';
import { petitionsCounts } from './counts/petitions.ts';
import { reconsiderationCounts } from './counts/reconsideration.ts';
import { servicesCounts } from './counts/services.ts';

/** Every count, family by family. */
export const counts = {
  ...reconsiderationCounts,
  ...litigationCounts,
  ...petitionsCounts,
  ...hotlineCounts,
  ...servicesCounts,
  ...enforcementCounts,
  ...mediationCounts,
  ...documentsCounts,
  ...oversightCounts,
  ...capacityCounts,
};

export type CountId = keyof typeof counts;
