import { decimalText } from '../exact/decimal.ts';
import { verifyPhrases } from '../message/verify-phrases.ts';
import { visible } from '../message/visible.ts';
import type { Words } from '../message/words.ts';
import type { Quantity } from '../verify/figure.ts';
import type { Verification } from '../verify/verify.ts';
import { exactDigits, publishedText } from './verify.ts';

/** The counts and what they give: 1509/1637 = 92.1808%, 3834+612 = 4446. */
export function recomputedText(result: Verification, words: Words): string {
  const { figure, kind } = result;
  const { numerator, denominator } = figure;
  if ((kind === 'part' || kind === 'total') && figure.text === '') {
    if (numerator === null) return words.phrases.unknown;
    const sum = words.number(numerator.value);
    return numerator.terms.length > 1
      ? `${numerator.terms.map(words.number).join('+')} = ${sum}`
      : sum;
  }
  const digits = exactDigits(result);
  const inPoints = figure.published?.form === 'points' && numerator?.percent === true;
  const counts =
    kind === 'mean' || (numerator === null && denominator === null)
      ? ''
      : quotientText(countText(numerator), countText(denominator), kind, inPoints);
  if (digits === null) return counts || words.phrases.unknown;
  const unit = kind === 'number' ? '' : '%';
  const exact = inPoints ? verifyPhrases(words).points(digits) : digits + unit;
  // A plain number is no quotient.
  return counts === '' || (kind === 'number' && denominator?.value === 1)
    ? exact
    : `${counts} = ${exact}`;
}

/** What is computed: 1509/1637, of a growth 7875/6928-1, of a change in points 96.1%-90.67%. */
function quotientText(
  numerator: string,
  denominator: string,
  kind: Verification['kind'],
  inPoints: boolean,
): string {
  if (inPoints) return `${numerator}-${denominator}`;
  return kind === 'growth' ? `${numerator}/${denominator}-1` : `${numerator}/${denominator}`;
}

const countText = (quantity: Quantity | null): string =>
  quantity === null ? '?' : `${decimalText(quantity.value) ?? ''}${quantity.percent ? '%' : ''}`;

/** What is published, or the total that is stated; empty where nothing is. */
export function statedText(result: Verification, words: Words): string {
  const { figure, kind } = result;
  const text = publishedText(result);
  if (text !== null) return visible(text);
  const isSum = kind === 'part' || kind === 'total';
  return isSum && figure.denominator !== null
    ? verifyPhrases(words).total(words.number(figure.denominator.value))
    : '';
}
