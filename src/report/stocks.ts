import type { Stocks } from '../assess/stocks.ts';
import type { Words } from '../message/words.ts';
import { periodId } from '../period/period.ts';

/** Of which period the stocks of a figure are that speaks of several; empty where that goes without saying. */
export function stocksText(stocks: Stocks | null, { phrases, shortCount }: Words): string {
  if (stocks === null) return '';
  const text = phrases.asOf(phrases.period(stocks.period));
  if (stocks.isAll) return text;
  return phrases.stocksAsOf(stocks.counts.map(shortCount).join(phrases.listSeparator), text);
}

/** The same as machine formats have it; undefined, which JSON leaves out, where it goes without saying. */
export const stocksObject = (stocks: Stocks | null) =>
  stocks === null ? undefined : { period: periodId(stocks.period), counts: stocks.counts };
