import { MEASURE_WORDS } from '../text/measure-words.ts';

const BRACKETED_UNIT = new RegExp(`\\((?:(?:计量)?单位:)?(?:%|学时/人|${MEASURE_WORDS})\\)$`);

const QUANTITY_SUFFIX = /(?:案件)?(?:数量|件数|人数|数|量)?$/;

/** What remains of a name or header after dropping everything that does not tell two names apart. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s_-]/g, '')
    .replace(BRACKETED_UNIT, '')
    .toLowerCase()
    .replace(QUANTITY_SUFFIX, '');
}

/** Whether a unit is one that may stand in brackets behind any name. */
export const isMeasureWord = (unit: string): boolean =>
  BRACKETED_UNIT.test(`(${unit.normalize('NFKC')})`);
