import type { Source } from '../source.ts';
import { defineStandards } from '../standard.ts';
import { all } from './limits.ts';

const filing: Source = {
  document: 'S0',
  section: '四（二）7',
  quote: '报备率、报备及时率、规范率达100%',
};

/** Normative documents: reviewed, and filed on time in due form. */
export const documentStandards = defineStandards({
  filingComplete: {
    metric: 'filingRate',
    comparison: 'equal',
    limit: all,
    level: 'required',
    scope: 'any',
    source: filing,
  },
  filingOnTime: {
    metric: 'timelyFilingRate',
    comparison: 'equal',
    limit: all,
    level: 'required',
    scope: 'any',
    source: filing,
  },
  filingInDueForm: {
    metric: 'compliantFilingRate',
    comparison: 'equal',
    limit: all,
    level: 'required',
    scope: 'any',
    source: filing,
  },
  legalityReviewComplete: {
    metric: 'legalityReviewRate',
    comparison: 'equal',
    limit: all,
    level: 'implied',
    scope: 'any',
    source: {
      document: 'S0',
      section: '五（二）',
      quote: '行政规范性文件合法性审核率达到100%',
    },
  },
});
