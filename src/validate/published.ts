import { type Exact, multiply } from '../exact/exact.ts';
import type { Place } from '../issue/issue.ts';
import { halfWidth } from '../text/width.ts';
import { type NumberProblem, type Parsed, readNumber } from './cell.ts';

/** How a figure is written: 92.1%, 0.921, 5.4个百分点, 1.14倍, or a plain number of hours or people. */
export type Form = 'percent' | 'fraction' | 'points' | 'times' | 'number';

export type Bound = 'above' | 'at-least' | 'below' | 'at-most';

/** A published figure, read from its text with all that the text says of its exactness. */
export interface Published {
  /** The number that is written, with its sign: 92.1 of 92.1%, 0.921 of 0.921. */
  readonly digits: Exact;
  /** How many decimals are written; 72.50 has two. */
  readonly decimals: number;
  readonly form: Form;
  /** What a rate is multiplied by to be written so. */
  readonly scale: 1 | 100;
  /** Whether it is said to be about so much: 约24%, 近97%, 90%以上. */
  readonly approximate: boolean;
  /** On which side of the number the value is said to be: 超过38% is above, 90%以上 at least; null where on none. */
  readonly bound: Bound | null;
  /** Whether it is said to be a change: 增长0.84%, 下降3.2%. A fall has negative digits. */
  readonly direction: 'rise' | 'fall' | null;
}

/** Why a text is no published figure. */
export type PublishedProblem = NumberProblem | 'ambiguous-rate';

/** A published rate in a table, with its place. */
export interface WrittenRate {
  readonly place: Place;
  /** Null where the text states no figure, or none that can be read. */
  readonly published: Published | null;
  readonly problem: PublishedProblem | null;
}

const APPROXIMATE_START =
  /^(?:大约|约为|约|将近|接近|近|about|approximately|approx\.?|around|nearly|~|≈)\s*/i;
const APPROXIMATE_END = /\s*(?:左右|上下|余|多|强|弱)$/;
const BOUNDS: readonly (readonly [Bound, RegExp])[] = [
  ['at-least', /^(?:不低于|不少于|至少|≥|>=|at least)\s*|\s*以上$/i],
  ['at-most', /^(?:不超过|不高于|不多于|至多|≤|<=|at most)\s*|\s*以下$/i],
  ['above', /^(?:超过|超|逾|高于|>|over|more than)\s*/i],
  ['below', /^(?:不足|不到|低于|<|under|less than)\s*/i],
];
const COMPARED = '(?:(?:同比|环比|[比较](?:上年|去年)(?:同期)?)\\s*)*';
const RISE = new RegExp(`^${COMPARED}(?:增长|上升|提高|提升|增加|上涨)了?\\s*`);
const FALL = new RegExp(`^${COMPARED}(?:下降|降低|减少|下滑|回落)了?\\s*`);
const LEAD = /^(?:达到|达|占|为)\s*/;
const POINTS = /\s*(?:个?百分点|percentage points?|pp)$/i;
const TIMES = /\s*倍$/;

interface Stripped {
  readonly rest: string;
  readonly approximate: boolean;
  readonly bound: Bound | null;
  readonly direction: Published['direction'];
}

/** Takes away the words around the number, in whatever order they stand. */
function strip(text: string): Stripped {
  let rest = text;
  let approximate = false;
  let bound: Bound | null = null;
  let direction: Published['direction'] = null;
  const cut = (pattern: RegExp): boolean => {
    const shorter = rest.replace(pattern, '');
    const found = shorter !== rest;
    rest = shorter;
    return found;
  };
  for (let more = true; more; ) {
    more = cut(LEAD);
    if (cut(APPROXIMATE_START)) [approximate, more] = [true, true];
    for (const [side, pattern] of BOUNDS) {
      if (cut(pattern)) [bound, approximate, more] = [bound ?? side, true, true];
    }
    if (direction === null && cut(RISE)) [direction, more] = ['rise', true];
    if (direction === null && cut(FALL)) [direction, more] = ['fall', true];
  }
  if (cut(APPROXIMATE_END)) approximate = true;
  return { rest, approximate, bound, direction };
}

const UNITS: readonly (readonly [Form, RegExp, 1 | 100])[] = [
  ['points', POINTS, 100],
  ['times', TIMES, 1],
];

/**
 * Reads a published figure as `parseReported` does, and beyond it what can be held against counts without
 * being used in their place: approximations, changes, points, multiples, negative figures and shares above
 * 100 %. A bare number is a fraction, whole 0 and 1 are 0 % and 100 %; above 1 it could be either and is
 * refused unless the header has (%). Null where nothing is stated. With `asNumber` it is no rate.
 */
export function parsePublished(
  text: string,
  { percentHeader, asNumber }: { readonly percentHeader: boolean; readonly asNumber: boolean },
): Parsed<Published | null, PublishedProblem> {
  const plain = halfWidth(text).trim();
  const { rest, approximate, bound, direction } = strip(plain);
  const unit = asNumber ? undefined : UNITS.find(([, pattern]) => pattern.test(rest));
  // A word alone, like 约, states nothing that could be read.
  const words = unit === undefined ? rest : rest.replace(unit[1], '');
  if (words === '' && plain !== '') return { problem: 'not-a-number' };
  const read = readNumber(words);
  if ('problem' in read) return read;
  if (read.value === null || read.value === 'not-applicable') return { value: null };
  const { number, digits: written, percent } = read.value;
  if (percent && (asNumber || unit !== undefined)) return { problem: 'not-a-number' };
  const digits = direction === 'fall' ? multiply(number, -1) : number;
  const decimals = (written.split('.')[1] ?? '').length;
  const common = { digits, decimals, approximate, bound, direction };
  if (unit !== undefined) return { value: { ...common, form: unit[0], scale: unit[2] } };
  if (asNumber) return { value: { ...common, form: 'number', scale: 1 } };
  if (percent || percentHeader) return { value: { ...common, form: 'percent', scale: 100 } };
  if (decimals === 0 && (number === 0 || number === 1)) {
    return { value: { ...common, digits: multiply(digits, 100), form: 'percent', scale: 100 } };
  }
  return isAtMostOne(number)
    ? { value: { ...common, form: 'fraction', scale: 1 } }
    : { problem: 'ambiguous-rate' };
}

const isAtMostOne = (value: Exact): boolean =>
  typeof value === 'object'
    ? value.numerator <= value.denominator && -value.numerator <= value.denominator
    : value <= 1 && value >= -1;
