import { type Period, parsePeriod, periodId } from '../period/period.ts';

const PERIOD =
  /(?:19|20)\d\d(?:[-—–~至到](?:19|20)\d\d)?年度?(?:第?[1-4一二三四]季度?|[上下]半年|\d{1,2}[-—–~至到]\d{1,2}月|\d{1,2}月)?/g;

/** The one period that title lines name, or null where they name none or several. */
export function periodsInTitle(titles: readonly string[]): Period | null {
  const found = new Map<string, Period>();
  for (const title of titles) {
    const plain = title.normalize('NFKC').replace(/\s+/g, '');
    for (const [text] of plain.matchAll(PERIOD)) {
      const period = parsePeriod(text);
      if (period !== null) found.set(periodId(period), period);
    }
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined ? only : null;
}

const UNIT = /(?:填报|报送|编制|填表)单位[:：]\s*([^\s,，;；()（）]+)/;

/** The unit that a title line names as the one reporting, or null. */
export function unitInTitle(titles: readonly string[]): string | null {
  for (const title of titles) {
    const unit = UNIT.exec(title)?.[1];
    if (unit !== undefined) return unit;
  }
  return null;
}
