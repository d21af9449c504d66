import { MEASURE_WORDS } from '../text/measure-words.ts';

const MEASURE = `(?:${MEASURE_WORDS}|户次|课时|案件|元|例|卷|页|张|天|批|所|支)`;

/** What a line says that figures are counted in: 单位：百人、件, 以千件为单位, 按万元计. */
const STATED =
  /单\s*位(?:\([^()]*\))?\s*[:为]?\s*([^\s():]+)|以([^\s以]{1,8}?)[为作]\S{0,3}单位|按([^\s按]{1,6}?)计/g;

/** 百人, 1000件 or, where a unit is stated, 万; and not 件, 1件 or a name that begins so (百色市). */
const SCALED = new RegExp(
  `^(?:(?!1${MEASURE}$)\\d[\\d,.]*${MEASURE}|(?:\\d[\\d,.]*|[一二三四五六七八九两])?[十百千万亿萬億拾佰仟]+${MEASURE}?)$`,
);

/** A measure in brackets, or one that is all of a cell. 十项 and the like are more often said of something else. */
const BARE = new RegExp(
  `\\(([百千万亿萬億佰仟]+${MEASURE})\\)|^([百千万亿萬億佰仟]+${MEASURE})$`,
  'g',
);

const ENGLISH_SCALE =
  '(?:1[\\d,]*0|(?:[Tt]en |[Hh]undred )?(?:[Tt]ens?|[Hh]undreds?|[Tt]housands?|[Mm]illions?))';
const ENGLISH = new RegExp(
  `(?:\\b[Uu]nits?\\s*:\\s*(?:in )?|\\((?:[Ff]igures |[Nn]umbers )?[Ii]n )(${ENGLISH_SCALE}(?: of)?(?: thousands?)?(?: \\p{Ll}+)?)\\s*(?:[),;]|$)|\\(('?000s?)\\)`,
  'gu',
);

/** Between the units of a list; the comma of 1,000 is none. */
const BETWEEN = /[、;/和或及]|,(?!\d{3})/;

/** The unit with a factor that a text states for figures (单位：百人), or null. */
export function statedScaledUnit(text: string): string | null {
  const plain = plainOf(text);
  for (const [, ...found] of plain.matchAll(STATED)) {
    const scaled = found
      .flatMap((list) => list?.split(BETWEEN) ?? [])
      .find((each) => SCALED.test(each));
    if (scaled !== undefined) return scaled;
  }
  return firstOf(plain.matchAll(ENGLISH));
}

/** The same of a cell above a header, where a unit with a factor may also stand by itself: （百人）. */
export const scaledUnitInTitle = (cell: string): string | null =>
  statedScaledUnit(cell) ?? firstOf(plainOf(cell).trim().matchAll(BARE));

const plainOf = (text: string): string => text.normalize('NFKC').replace(/\s*([、,;/])\s*/g, '$1');

const firstOf = (matches: Iterable<RegExpMatchArray>): string | null => {
  for (const [, ...found] of matches) return found.find((each) => each !== undefined) ?? null;
  return null;
};
