import { distinctPeriods, type Period, parsePeriod } from '../period/period.ts';

const PERIOD =
  /(?:19|20)\d\d(?:[-—–~至到](?:19|20)\d\d)?年度?(?:第?[1-4一二三四]季度?|[上下]半年|\d{1,2}[-—–~至到]\d{1,2}月|\d{1,2}月)?/g;

function periodsInTitle(titles: readonly string[]): Period[] {
  const found = titles.flatMap((title) => {
    const plain = title.normalize('NFKC').replace(/\s+/g, '');
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

const UNIT = /(?:填报|报送|编制|填表)单位[:：]\s*([^\s,，;；()（）]+)/;

/** The unit that a title line names as the one reporting, or null. */
export function unitInTitle(titles: readonly string[]): string | null {
  for (const title of titles) {
    const unit = UNIT.exec(title)?.[1];
    if (unit !== undefined) return unit;
  }
  return null;
}
