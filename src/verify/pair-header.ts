import type { Catalogue } from '../catalogue/catalogue.ts';
import { type IssueSink, issue, type Place } from '../issue/issue.ts';
import {
  type Column,
  hasPercentUnit,
  type Layout,
  meaningOf,
  type Row,
} from '../recognise/layout.ts';
import type { Kind } from './figure.ts';

/** The headers of a table of pairs, first the one that a template has. */
export const ROLES = {
  label: ['名称', '指标名称', '指标', '项目', 'label', 'name'],
  numerator: ['分子', 'numerator'],
  denominator: ['分母', 'denominator'],
  reported: ['公布值', '公布', '公布数', '公布数据', 'reported', 'published'],
  kind: ['类型', 'kind', 'type'],
  group: ['组', '分组', '整体', 'group', 'whole'],
} as const;

export type Role = keyof typeof ROLES;

const ROLE_OF: ReadonlyMap<string, Role> = new Map(
  Object.entries(ROLES).flatMap(([role, names]) => names.map((name) => [name, role as Role])),
);

/** What the cells of a 类型 column mean. */
const KIND_NAMES: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  share: ['占比', '份额', '率', 'share'],
  ratio: ['比率', '比例', '比', 'ratio'],
  'ratio-to-base': ['与基数之比', '为基数的百分比', '为上年的百分比', '比上年', 'ratiotobase'],
  growth: ['增长', '增长率', '增速', '增幅', '同比', 'growth', 'change'],
  number: ['数值', '人均', '平均', 'number', 'average'],
  part: ['部分', '其中', 'part'],
  total: ['合计', '总计', 'total', 'sum'],
};

const KIND_OF: ReadonlyMap<string, Kind> = new Map(
  Object.entries(KIND_NAMES).flatMap(([kind, names]) => names.map((name) => [name, kind as Kind])),
);

/** The names of kinds that a sentence can offer. */
export const KIND_LABELS: readonly string[] = Object.values(KIND_NAMES).map(
  ([first]) => first as string,
);

const key = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s_-]/g, '')
    .toLowerCase();

/** The kind that a cell names; null: none, undefined: nobody knows it. */
export const kindNamed = (text: string): Kind | null | undefined =>
  text.trim() === '' ? null : KIND_OF.get(key(text));

const roleOf = (header: string): Role | undefined =>
  ROLE_OF.get(key(header)) ?? ROLE_OF.get(key(header).replace(/\([^()]*\)$/, ''));

/** Where the columns of a table of pairs stand; -1: nowhere. */
export interface PairLayout {
  readonly at: Readonly<Record<Role, number>>;
  /** Columns that are none of the others: their numbers may be denominators. */
  readonly others: readonly number[];
  readonly headers: readonly string[];
  /** Whether bare figures are percentages: 公布值（%）. */
  readonly percentHeader: boolean;
  /** The same columns as those of any table, for unit and period. */
  readonly layout: Layout;
}

/** Whether a row is the header of a table of pairs: it names 公布值 beside a name or a count, or both counts. */
function isPairHeader(cells: readonly string[]): boolean {
  const roles = new Set(cells.map(roleOf));
  const counts = roles.has('numerator') || roles.has('denominator');
  return roles.has('reported')
    ? counts || roles.has('label')
    : roles.has('numerator') && roles.has('denominator');
}

/** The header of a table of pairs among the first rows, or null. */
export function findPairHeader(rows: readonly Row[]): number | null {
  const index = rows.findIndex(({ cells }) => isPairHeader(cells));
  return index < 0 ? null : index;
}

/** Turns a header row into a layout; what is missing or stands twice is a problem. */
export function pairLayout(
  headers: readonly string[],
  catalogue: Catalogue,
  placeOf: (index: number) => Place,
  report: IssueSink,
): PairLayout {
  const at: Record<Role, number> = {
    label: -1,
    numerator: -1,
    denominator: -1,
    reported: -1,
    kind: -1,
    group: -1,
  };
  const others: number[] = [];
  const firsts = new Map<string, number>();
  const columns = headers.map((header, index): Column => {
    const role = roleOf(header);
    const meaning = role === undefined ? fixedMeaning(header, catalogue) : null;
    const name = role ?? meaning?.kind;
    if (name === undefined) {
      others.push(index);
      return { kind: 'ignored' };
    }
    const first = firsts.get(name);
    if (first !== undefined && name !== 'ignored' && name !== 'nameless') {
      const details = { text: header, name: headers[first] as string, first: first + 1 };
      report(issue('duplicate-column', placeOf(index), details));
      return { kind: 'ignored' };
    }
    firsts.set(name, index);
    if (role !== undefined) at[role] = index;
    return meaning ?? { kind: 'ignored' };
  });
  if (at.label < 0) report(issue('pair-missing-column', placeOf(0), { column: 'label' }));
  if (at.reported < 0 && at.kind < 0) {
    report(issue('pair-missing-column', placeOf(0), { column: 'reported' }));
  }
  const percentHeader = hasPercentUnit(headers[at.reported] ?? '');
  return { at, others, headers, percentHeader, layout: { kind: 'wide', columns, headers } };
}

/** A column of unit or period, one that holds no numbers, or one without a name; null: any other. */
function fixedMeaning(header: string, catalogue: Catalogue): Column | null {
  const meaning = meaningOf(header, catalogue);
  const kind = meaning?.kind;
  return kind === 'unit' || kind === 'period' || kind === 'ignored' || kind === 'nameless'
    ? { kind }
    : null;
}
