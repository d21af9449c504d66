const BRACKETED_UNIT =
  /\((?:%|件次|人次|件|人|名|位|次|项|份|个|本|册|篇|期|户|家|台|条|起|学时\/人|学时|小时)\)$/;

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
