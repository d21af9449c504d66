import { administrativeMediationStandards } from './standards/administrative-mediation.ts';
import { comparisonStandards } from './standards/comparisons.ts';
import { conductStandards } from './standards/conduct.ts';
import { disputeStandards } from './standards/disputes.ts';
import { documentStandards } from './standards/documents.ts';
import { oversightStandards } from './standards/oversight.ts';
import { staffStandards } from './standards/staff.ts';

/** Every threshold and comparison of the sources that counts can decide. */
export const standards = {
  ...staffStandards,
  ...disputeStandards,
  ...documentStandards,
  ...oversightStandards,
  ...administrativeMediationStandards,
  ...conductStandards,
  ...comparisonStandards,
};

export type StandardId = keyof typeof standards;
