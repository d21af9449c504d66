import type { Group } from '../aggregate/group.ts';
import type { Assessment } from '../assess/assess.ts';
import { type Stocks, stocksOf } from '../assess/stocks.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Words } from '../message/words.ts';
import { periodId } from '../period/period.ts';

type Measured = Pick<Assessment, 'metric' | 'outcome'>;
type Over = Pick<Group, 'periods'>;

/** Of which period the stocks of a figure are that speaks of several; empty where that goes without saying. */
export const stocksText = (measured: Measured, group: Over, catalogue: Catalogue, words: Words) =>
  wordsOf(stocksOf(measured, group, catalogue), words);

export function wordsOf(stocks: Stocks | null, { phrases, shortCount }: Words): string {
  if (stocks === null) return '';
  const text = phrases.asOf(phrases.period(stocks.period));
  if (stocks.isAll) return text;
  return phrases.stocksAsOf(stocks.counts.map(shortCount).join(phrases.listSeparator), text);
}

/** The same as machine formats have it; nothing where it goes without saying. */
export const stocksObject = (measured: Measured, group: Over, catalogue: Catalogue) =>
  objectOf(stocksOf(measured, group, catalogue));

export const objectOf = (stocks: Stocks | null) =>
  stocks === null ? {} : { stocks: { period: periodId(stocks.period), counts: stocks.counts } };
