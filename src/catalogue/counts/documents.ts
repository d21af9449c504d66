import { defineCounts } from '../count.ts';
import type { Source } from '../source.ts';

const filing: Source = {
  document: 'S0',
  section: '四（二）7',
  quote: '7份行政规范性文件按照法定程序和时限报送备案，报备率、报备及时率、规范率达100%',
};

export const documentsCounts = defineCounts({
  normativeDocuments: {
    label: '制定行政规范性文件',
    english: 'Administrative normative documents made',
    short: '制定',
    aliases: ['制定的行政规范性文件', '行政规范性文件'],
    unit: '份',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '四（二）1',
      quote: '2021年至今，西城区共制定7份行政规范性文件',
    },
  },
  normativeDocumentsReviewed: {
    label: '合法性审核行政规范性文件',
    english: 'Normative documents reviewed for legality',
    short: '合法性审核',
    aliases: ['经合法性审核的行政规范性文件', '行政规范性文件合法性审核'],
    unit: '份',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '四（二）4',
      quote: '西城区司法局对7份行政规范性文件均进行了合法性审核',
    },
  },
  normativeDocumentsFiled: {
    label: '报备行政规范性文件',
    english: 'Normative documents filed',
    short: '报备',
    aliases: ['报送备案的行政规范性文件', '行政规范性文件报备'],
    unit: '份',
    nature: 'flow',
    source: filing,
  },
  normativeDocumentsFiledOnTime: {
    label: '及时报备行政规范性文件',
    english: 'Normative documents filed on time',
    short: '及时报备',
    aliases: ['行政规范性文件及时报备'],
    unit: '份',
    nature: 'flow',
    source: filing,
  },
  normativeDocumentsFiledCompliantly: {
    label: '规范报备行政规范性文件',
    english: 'Normative documents filed in due form',
    short: '规范报备',
    aliases: ['行政规范性文件规范报备'],
    unit: '份',
    nature: 'flow',
    source: filing,
  },
  normativeDocumentsPublished: {
    label: '公布行政规范性文件',
    english: 'Normative documents published',
    short: '公布',
    aliases: ['向社会公布的行政规范性文件', '行政规范性文件公布'],
    unit: '份',
    nature: 'flow',
    source: {
      document: 'S0',
      section: '四（二）5',
      quote: '7份行政规范性文件均向社会公布',
    },
  },
});
