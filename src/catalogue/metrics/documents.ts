import { share } from '../../formula/formula.ts';
import type { CountId } from '../counts.ts';
import { defineMetrics } from '../metric.ts';
import type { Source } from '../source.ts';

const filing: Source = {
  document: 'S0',
  section: '四（二）7',
  quote: '7份行政规范性文件按照法定程序和时限报送备案，报备率、报备及时率、规范率达100%',
};

export const documentsMetrics = defineMetrics<CountId>()({
  legalityReviewRate: {
    label: '行政规范性文件合法性审核率',
    english: {
      label: 'Rate of normative documents reviewed for legality',
      meaning:
        'The share of administrative normative documents made that went through legality review.',
    },
    aliases: ['合法性审核率'],
    meaning: '制定的行政规范性文件中经过合法性审核的比例。',
    formula: share('normativeDocumentsReviewed', 'normativeDocuments'),
    better: 'higher',
    definition: 'implied',
    source: {
      document: 'S0',
      section: '五（二）',
      quote: '行政规范性文件合法性审核率达到100%',
    },
    example: { counts: { normativeDocumentsReviewed: 7, normativeDocuments: 7 }, text: '100%' },
  },
  filingRate: {
    label: '行政规范性文件报备率',
    english: {
      label: 'Rate of normative documents filed',
      meaning:
        'The share of administrative normative documents made that were submitted for filing.',
    },
    aliases: ['报备率'],
    meaning: '制定的行政规范性文件中报送备案的比例。',
    formula: share('normativeDocumentsFiled', 'normativeDocuments'),
    better: 'higher',
    definition: 'implied',
    ambiguity: '原文以7份文件说明100%，没有公式；分母按制定份数理解。',
    source: filing,
    example: { counts: { normativeDocumentsFiled: 7, normativeDocuments: 7 }, text: '100%' },
  },
  timelyFilingRate: {
    label: '行政规范性文件报备及时率',
    english: {
      label: 'Rate of filed normative documents filed on time',
      meaning:
        'The share of administrative normative documents submitted for filing that were submitted within the time limit.',
    },
    aliases: ['报备及时率'],
    meaning: '报送备案的行政规范性文件中按时限报送的比例。',
    formula: share('normativeDocumentsFiledOnTime', 'normativeDocumentsFiled'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文未写分母是已报备还是应报备的文件，按字面以已报备的文件为分母。',
    source: filing,
    example: {
      counts: { normativeDocumentsFiledOnTime: 7, normativeDocumentsFiled: 7 },
      text: '100%',
    },
  },
  compliantFilingRate: {
    label: '行政规范性文件报备规范率',
    english: {
      label: 'Rate of filed normative documents filed in due form',
      meaning:
        'The share of administrative normative documents submitted for filing that were submitted in accordance with the prescribed procedure.',
    },
    aliases: ['报备规范率', '规范率'],
    meaning: '报送备案的行政规范性文件中按程序规范报送的比例。',
    formula: share('normativeDocumentsFiledCompliantly', 'normativeDocumentsFiled'),
    better: 'higher',
    definition: 'plain-reading',
    ambiguity: '原文未写分母是已报备还是应报备的文件，按字面以已报备的文件为分母。',
    source: filing,
    example: {
      counts: { normativeDocumentsFiledCompliantly: 7, normativeDocumentsFiled: 7 },
      text: '100%',
    },
  },
  publicationRate: {
    label: '行政规范性文件公布率',
    english: {
      label: 'Rate of normative documents published',
      meaning: 'The share of administrative normative documents made that were published.',
    },
    aliases: ['公布率'],
    meaning: '制定的行政规范性文件中向社会公布的比例。',
    formula: share('normativeDocumentsPublished', 'normativeDocuments'),
    better: 'higher',
    definition: 'implied',
    ambiguity: '原文写7份均向社会公布，没有写比率。',
    source: {
      document: 'S0',
      section: '四（二）5',
      quote: '7份行政规范性文件均向社会公布',
    },
    example: { counts: { normativeDocumentsPublished: 7, normativeDocuments: 7 }, text: '100%' },
  },
});
