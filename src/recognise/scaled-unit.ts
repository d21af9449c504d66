import { MEASURE_WORDS } from '../text/measure-words.ts';

const MEASURE = `(?:${MEASURE_WORDS}|户次|条次|课时|案件|百分比|[元例卷页张天批所支笔只辆吨亩%])`;

const SCALE = '[十百千万亿萬億拾佰仟]';

/** What a line says that figures are counted in, in other words than 单位：…: 以千件为单位, 按万元计. */
const COUNTED_BY = /以([^\s以]{1,8}?)[为作]\S{0,3}单位|按([^\s按]{1,6}?)计/g;

/** What stands between 单位 and what it is: the colon of 单位(数量):, 均为, or nothing. */
const LINK = /^(?:\([^()]*\)\s*)?(?::|-{1,2}|—{1,2}|(?:统一|[均都])?[为是])\s*/;

/** 百人, 1000件 or, where a unit is stated, 万, 件×100 and 以万计; and not 件, 1件 or a name that begins so (百色市). */
const SCALED = new RegExp(
  `^(?:以上)?[均都]?[以按为是每]?((?!1${MEASURE}$)\\d[\\d,.]*${MEASURE}|(?:\\d[\\d,.]*|[一二三四五六七八九两])?${SCALE}+${MEASURE}?|${MEASURE}?[×xX*]1[\\d,]*0${MEASURE}?)计?$`,
);

const IS_MEASURE = new RegExp(`^(?:${MEASURE}|.)$`, 'u');

/** A factor in brackets, or one with a measure that is all of a cell. 十项 and the like are more often said of something else. */
const BARE = new RegExp(
  `\\(([百千万亿萬億佰仟]+${MEASURE}?)\\)|^([百千万亿萬億佰仟]+${MEASURE})$`,
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

/** Whether a unit is one that some counts are meant in, as 万元 may be. */
type IsOwn = (unit: string) => boolean;

const noneIsOwn: IsOwn = () => false;

/** What any statement of a unit has in it. Most texts have not, and the patterns below take time to be made ready. */
const MAY_STATE = /单.*位\s*\S|[以按]|[Uu]nit|[Ii]n|000/s;

/** The unit with a factor that a text states for figures (单位：百人), or null. */
export const statedScaledUnit = (text: string, isOwn = noneIsOwn): string | null =>
  MAY_STATE.test(text.normalize('NFKC')) ? firstOther(stated(plainOf(text)), isOwn) : null;

/** The same of a cell above a header, where a unit with a factor may also stand by itself: （百人）. */
export function scaledUnitInTitle(cell: string, isOwn = noneIsOwn): string | null {
  const plain = plainOf(cell);
  return firstOther([...stated(plain), ...groupsOf(plain.trim().matchAll(BARE))], isOwn);
}

const firstOther = (units: readonly string[], isOwn: IsOwn): string | null =>
  units.find((unit) => !isOwn(unit)) ?? null;

function stated(plain: string): readonly string[] {
  // 金额单位：万元、件数单位：百件 states two.
  const [, ...clauses] = plain.split(/单\s*位/);
  return [
    ...clauses.flatMap(scaledIn),
    ...scaledOf(groupsOf(plain.matchAll(COUNTED_BY))),
    ...groupsOf(plain.matchAll(ENGLISH)),
  ];
}

/** What is stated behind 单位. */
function scaledIn(clause: string): readonly string[] {
  const tail = clause.trimStart();
  // 参加单位（100家）, 单位100家
  if (/^[(\d]/.test(tail) && !LINK.test(tail)) return groupsOf(tail.matchAll(BARE));
  const found: string[] = [];
  for (const part of tail.replace(LINK, '').split(/[\s():]+/)) {
    const units = part.split(BETWEEN).filter((unit) => unit !== '');
    const scaled = scaledOf(units);
    found.push(...scaled);
    // Behind a name something else is said: 单位：西城区司法局 100人.
    if (scaled.length === 0 && !units.every((unit) => IS_MEASURE.test(unit))) break;
  }
  return found;
}

const scaledOf = (units: readonly string[]): readonly string[] =>
  units.flatMap((unit) => SCALED.exec(unit)?.[1] ?? []);

const groupsOf = (matches: Iterable<RegExpMatchArray>): readonly string[] =>
  [...matches].flatMap(([, ...groups]) => groups.find((each) => each !== undefined) ?? []);

/** Within a factor and its measure: 万 件. */
const GAP = new RegExp(`([\\d,.十百千万亿萬億拾佰仟])\\s+(?=${MEASURE}(?!\\p{L}))`, 'gu');

const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/["'“”‘’「」『』]/g, '')
    .replace(/[[【〔]/g, '(')
    .replace(/[\]】〕]/g, ')')
    .replace(/\s*([、,;/])\s*/g, '$1')
    .replace(GAP, '$1');
