/** What cases, people and things are counted in, as part of a pattern: behind a number, in brackets behind a header. */
export const MEASURE_WORDS = '件次|人次|学时|小时|[件人名位项次个份本册篇期条户家台宗起处场]';

/** What of them English says behind a number. */
export const ENGLISH_MEASURES: Readonly<Record<string, string>> = {
  学时: ' hours',
  '学时/人': ' hours per person',
};
