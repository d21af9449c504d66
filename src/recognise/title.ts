import { distinctPeriods, type Period, parsePeriod } from '../period/period.ts';
import { halfWidth } from '../text/width.ts';

/** All that is written of a period on end, a year in front: it is one, or a date, or goes on in a way that is none. */
const RUN =
  /(截[至止]?|[至到])?((?:19|20)\d\d[\d年度第前个季半月日上下一二三四至到和及与、，,()QqHh—–~/.-]*)/g;

/** What kind of report it is, spelled in the words of its period: 2024年7月月报, 2020-2022年前三年度. */
const KIND = /(?<=年度?)前[二三四五2-5]年度?$/;
const REPORT = /(?<=月)月$|(?<=季度)季度?$|(?<=半年)半年$|(?<=年度?)年度?$/;

/** A part of a year somewhere else in a title: 2024年行政复议情况（1—9月）. */
const PART =
  /(累计|截[至止]?|[至到和及与、])?(\d{1,2}月?[-—–~至到]\d{1,2}月|第?[1-4一二三四]季度|[上下]半年|前[二三23]个?季度|\d{1,2}月)/g;

/** What may stand behind or within a period and says nothing of it. */
const FILLING = /[、，,()~/.-]+$/;

/** A day, as of signing; it says nothing of the period. */
const DATE = /日|^\d{4}([-./])\d{1,2}\1\d{1,2}$/;

interface Run {
  readonly text: string;
  /** Null where it cannot be read. */
  readonly period: Period | null;
}

const plainOf = (title: string): string => halfWidth(title).replace(/\s+/g, '');

function runsIn(titles: readonly string[]): Run[] {
  return titles.flatMap((title) => {
    const plain = plainOf(title);
    return [...plain.matchAll(RUN)].flatMap(({ 0: all, 1: until, 2: run = '', index }) => {
      const isReport = plain.startsWith('报', index + all.length);
      const written = run.replace(FILLING, '').replace(/[()]/g, '').replace(KIND, '');
      const text = isReport ? written.replace(REPORT, '') : written;
      if (DATE.test(text)) return [];
      return [{ text, period: until === undefined ? parsePeriod(text) : null }];
    });
  });
}

/** The one period that title lines name, or null where they name none, or several, or one that cannot be read. */
export function periodInTitle(titles: readonly string[]): Period | null {
  const runs = runsIn(titles);
  const [only, ...others] = distinctPeriods(runs.map(({ period }) => period));
  if (only === undefined || others.length > 0 || runs.some(({ period }) => period === null)) {
    return null;
  }
  const parts = titles.flatMap((title) => [...plainOf(title).replace(RUN, ' ').matchAll(PART)]);
  const [part] = parts;
  if (part === undefined) return only;
  // Of a year, one part that nothing leads up to: 1—9月, and not 截至9月.
  const isYear = only.start % 12 === 0 && only.end === only.start + 11;
  const isOne = parts.length === 1 && part[1] === undefined;
  return isYear && isOne ? parsePeriod(`${Math.floor(only.start / 12)}年${part[2]}`) : null;
}

/** The one year in which all periods of the title lines lie, or null. */
export function yearInTitle(titles: readonly string[]): number | null {
  const years = runsIn(titles).flatMap(({ text }) => text.match(/(?:19|20)\d\d/g) ?? []);
  const [only, ...others] = new Set(years.map(Number));
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
