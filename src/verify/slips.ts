import { decimalText, parseDecimal } from '../exact/decimal.ts';
import { divide, type Exact, multiply } from '../exact/exact.ts';
import type { RoundingRule } from '../exact/roundings.ts';
import type { Published } from '../validate/published.ts';
import type { Kind, PublishedFigure } from './figure.ts';
import { isPositive, rateOf } from './rate.ts';
import { matchingRules } from './rules.ts';
import type { Slip, Suggestion } from './suggest.ts';

/** Longer numbers than this are no slip of a hand that copies them. */
const LONGEST = 20;

/** The texts that two neighbouring digits of a number make when they change places. */
function* swapped(text: string): Iterable<string> {
  const at = [...text].flatMap((character, index) => (/\d/.test(character) ? [index] : []));
  if (at.length > LONGEST) return;
  for (const [nth, left] of at.entries()) {
    const right = at[nth + 1];
    if (right === undefined || text[left] === text[right]) continue;
    const characters = [...text];
    [characters[left], characters[right]] = [text[right] as string, text[left] as string];
    const meant = characters.join('');
    // A whole number does not begin with 0.
    if (!/^-?0\d/.test(meant)) yield meant;
  }
}

/** The digits of a published figure as plain text, the decimals as written. */
function digitsText({ digits, decimals }: Published): string {
  const text = decimalText(digits) ?? '';
  const [units, behind = ''] = text.split('.') as [string, string?];
  return decimals === 0 ? units : `${units}.${behind.padEnd(decimals, '0')}`;
}

/**
 * Digits that changed places in the figure or in one of its counts, and points that moved by one or two
 * places: at most one guess a number.
 */
export function* transpositions(
  { numerator, denominator }: PublishedFigure,
  kind: Kind | null,
  published: Published,
  isCustomary: (rules: readonly RoundingRule[]) => boolean,
): Iterable<Suggestion> {
  if (numerator === null || denominator === null || !isPositive(denominator.value)) return;
  const [top, bottom] = [numerator.value, denominator.value];
  const guess = (
    reason: 'transposed' | 'decimal-point',
    [numeratorMeant, denominatorMeant, publishedMeant]: readonly [Exact, Exact, Published],
    slip: Slip,
  ): Suggestion | null => {
    const rate = rateOf(kind, numeratorMeant, denominatorMeant);
    const matches = matchingRules(rate, publishedMeant);
    return isCustomary(matches) ? { kind: reason, rate, matches, other: null, slip } : null;
  };

  const written = digitsText(published);
  for (const meant of swapped(written)) {
    const corrected = { ...published, digits: parseDecimal(meant) as Exact };
    const slip = { field: 'reported', written, meant } as const;
    const found = guess('transposed', [top, bottom, corrected], slip);
    if (found !== null) {
      yield found;
      break;
    }
  }
  for (const places of [1, -1, 2, -2]) {
    const corrected = movedPoint(published, places);
    if (corrected === null) continue;
    const slip = { field: 'reported', written, meant: digitsText(corrected) } as const;
    const found = guess('decimal-point', [top, bottom, corrected], slip);
    if (found !== null) {
      yield found;
      break;
    }
  }
  for (const field of ['numerator', 'denominator'] as const) {
    const text = decimalText(field === 'numerator' ? top : bottom) ?? '';
    for (const meant of swapped(text)) {
      const value = parseDecimal(meant) as Exact;
      if (!isPositive(value)) continue;
      const counts = field === 'numerator' ? ([value, bottom] as const) : ([top, value] as const);
      const found = guess('transposed', [...counts, published], { field, written: text, meant });
      if (found === null) continue;
      yield found;
      break;
    }
  }
}

/** The figure with its point moved to the right, or with negative places to the left; null where it is 0. */
function movedPoint(published: Published, places: number): Published | null {
  if (published.digits === 0) return null;
  const decimals = Math.max(0, published.decimals - places);
  const digits =
    places > 0 ? multiply(published.digits, 10 ** places) : divide(published.digits, 10 ** -places);
  return { ...published, digits, decimals };
}
