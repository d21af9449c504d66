import { capacityMetrics } from './metrics/capacity.ts';
import { documentsMetrics } from './metrics/documents.ts';
import { enforcementMetrics } from './metrics/enforcement.ts';
import { hotlineMetrics } from './metrics/hotline.ts';
import { judicialReviewMetrics } from './metrics/judicial-review.ts';
import { litigationMetrics } from './metrics/litigation.ts';
import { mediationMetrics } from './metrics/mediation.ts';
import { oversightMetrics } from './metrics/oversight.ts';
import { petitionsMetrics } from './metrics/petitions.ts';
import { reconsiderationMetrics } from './metrics/reconsideration.ts';
import { reconsiderationProcedureMetrics } from './metrics/reconsideration-procedure.ts';
import { servicesMetrics } from './metrics/services.ts';

/** Every metric, family by family. */
export const metrics = {
  ...reconsiderationMetrics,
  ...reconsiderationProcedureMetrics,
  ...litigationMetrics,
  ...judicialReviewMetrics,
  ...petitionsMetrics,
  ...hotlineMetrics,
  ...servicesMetrics,
  ...enforcementMetrics,
  ...mediationMetrics,
  ...documentsMetrics,
  ...oversightMetrics,
  ...capacityMetrics,
};
