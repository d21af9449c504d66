import type { Assessment } from '../assess/assess.ts';
import { type NoProportion, proportionOf } from '../assess/proportion.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { decimalOf } from '../exact/decimal.ts';
import { asQuotient } from '../exact/exact.ts';
import { roundedText } from '../exact/rounding.ts';
import type { Style, Words } from '../message/words.ts';
import { type Interval, LEVEL } from '../statistics/interval.ts';
import { wilsonInterval } from '../statistics/wilson.ts';

/** The 95 % interval of an assessed proportion, in 0..1, or why there is none. */
export function intervalOf(
  { metric, outcome }: Assessment,
  catalogue: Catalogue,
): Interval | NoProportion {
  const proportion = proportionOf(metric, outcome, catalogue);
  return typeof proportion === 'string'
    ? proportion
    : wilsonInterval(proportion.part, proportion.whole);
}

/** The interval of a proportion as machine formats have it. */
export function intervalObject(assessment: Assessment, catalogue: Catalogue) {
  const found = intervalOf(assessment, catalogue);
  return typeof found === 'string'
    ? { interval: null, noInterval: found }
    : { interval: { ...found, level: LEVEL } };
}

/** The interval as percentages, or an empty text. */
export function intervalText(
  assessment: Assessment,
  catalogue: Catalogue,
  { style }: Words,
): string {
  const interval = intervalOf(assessment, catalogue);
  if (typeof interval === 'string') return '';
  const [low, high] = [interval.low, interval.high].map((limit) => pointsText(limit, style));
  return `${low}%–${high}%`;
}

/** A limit times 100, rounded as every other figure: of the digits that machine formats have of it. */
export const pointsText = (
  limit: number,
  { precision, rounding }: Pick<Style, 'precision' | 'rounding'>,
): string => roundedText(asQuotient(decimalOf(limit)), precision, rounding, 100);
