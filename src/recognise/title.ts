import { distinctPeriods, type Period, parsePeriod } from '../period/period.ts';
import { halfWidth } from '../text/width.ts';

/** A period, unless it goes on in a way that is none (2024年1月1日): then the title names no period. */
const PERIOD =
  /(?:19|20)\d\d(?:[-—–~至到](?:19|20)\d\d)?年度?(?:第?[1-4一二三四]季度?|前[二三23]个?季度|[一1][-—–~至到][二三四234]季度|[上下]半年|\d{1,2}月?[-—–~至到]\d{1,2}月|\d{1,2}月)?(?![\d日上下至到一二三四季—–~-]|前.?.?[季半月])/g;

function periodsInTitle(titles: readonly string[]): Period[] {
  const found = titles.flatMap((title) => {
    const plain = halfWidth(title).replace(/\s+/g, '');
    return [...plain.matchAll(PERIOD)].map(([text]) => parsePeriod(text));
  });
  return distinctPeriods(found);
}

/** The one period that title lines name, or null where they name none or several. */
export function periodInTitle(titles: readonly string[]): Period | null {
  const [only, ...others] = periodsInTitle(titles);
  return others.length === 0 ? (only ?? null) : null;
}

/** The one year in which all periods of the title lines lie, or null. */
export function yearInTitle(titles: readonly string[]): number | null {
  const years = periodsInTitle(titles).flatMap(({ start, end }) =>
    [start, end].map((month) => Math.floor(month / 12)),
  );
  const [only, ...others] = new Set(years);
  return others.length === 0 ? (only ?? null) : null;
}

const UNIT = /(?:填报|报送|编制|填表)单位(?:[(（][^)）]*[)）])?[:：]\s*([^\s,，;；()（）]+)/;

/** The unit that a title line names as the one reporting, or null. */
export function unitInTitle(titles: readonly string[]): string | null {
  for (const title of titles) {
    const unit = UNIT.exec(title)?.[1];
    if (unit !== undefined) return unit;
  }
  return null;
}
