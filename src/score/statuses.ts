import type { Exact } from '../exact/exact.ts';
import { type IssueSink, issue, type Place } from '../issue/issue.ts';
import { namelessColumns } from '../validate/nameless.ts';
import type { PlaceOf, RowSink } from '../validate/table.ts';
import {
  type Framework,
  groupNamed,
  indicatorNamed,
  nameKey,
  type StatusWord,
} from './framework.ts';
import { isNamed } from './model.ts';
import { otherNames } from './other-name.ts';
import { isShare, parseShare } from './share.ts';
import type { Statement } from './statement.ts';

type Column =
  | 'indicator'
  | 'status'
  | 'score'
  | 'remark'
  | 'evidence'
  | 'title'
  | 'ignored'
  | 'nameless';

/** Headers of a table of statuses. The number counts; a name beside it is only held against it. */
const HEADERS: Readonly<Record<string, Column>> = {
  指标: 'indicator',
  指标序号: 'indicator',
  指标编号: 'indicator',
  三级指标: 'indicator',
  序号: 'indicator',
  编号: 'indicator',
  indicator: 'indicator',
  id: 'indicator',
  no: 'indicator',
  状态: 'status',
  完成状态: 'status',
  完成情况: 'status',
  评估结论: 'status',
  status: 'status',
  得分: 'score',
  分值: 'score',
  score: 'score',
  备注: 'remark',
  说明: 'remark',
  remark: 'remark',
  依据: 'evidence',
  evidence: 'evidence',
  名称: 'title',
  指标名称: 'title',
  title: 'title',
  一级指标: 'ignored',
  二级指标: 'ignored',
  domain: 'ignored',
  '': 'nameless',
};

/** How far down a header is looked for. */
const HEADER_SEARCH_ROWS = 30;

const columnOf = (header: string): Column | null => {
  const key = nameKey(header).toLowerCase();
  return Object.hasOwn(HEADERS, key) ? (HEADERS[key] as Column) : null;
};

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  readonly placeOf: PlaceOf;
}

/**
 * Reads what an evaluation states of the indicators of a framework. Every problem goes to `report`: numbers and
 * words that the framework does not have, an indicator twice, scores outside 0..1; then the result is not to be
 * used.
 */
export function statusReader(file: string, framework: Framework, sink: IssueSink) {
  let troubled = false;
  const report: IssueSink = (found) => {
    troubled = true;
    sink(found);
  };
  const statements = new Map<string, Statement>();
  const otherNamed = otherNames(framework);
  const above: Row[] = [];
  let columns: readonly (Column | null)[] | null = null;
  let tellNameless = namelessColumns([], report);

  const row: RowSink = (cells, line, given) => {
    const placeOf = given ?? ((index: number): Place => ({ file, line, column: index + 1 }));
    if (cells.every((cell) => cell.trim() === '')) return;
    if (columns !== null) {
      readRow({ cells, line, placeOf }, columns);
      return;
    }
    const read = cells.map(columnOf);
    if (read.includes('indicator') && read.includes('status')) {
      columns = header(cells, placeOf);
      const nameless = columns.flatMap((column, index) => (column === 'nameless' ? [index] : []));
      tellNameless = namelessColumns(nameless, report);
    } else if (above.length < HEADER_SEARCH_ROWS) above.push({ cells, line, placeOf });
  };

  function header(cells: readonly string[], placeOf: PlaceOf): readonly (Column | null)[] {
    const first = new Map<Column, number>();
    return cells.map((text, index) => {
      const column = columnOf(text);
      if (column === null) {
        const known = Object.keys(HEADERS).filter((name) => name !== '');
        report(issue('score-unknown-header', placeOf(index), { text, known }));
        return null;
      }
      if (column === 'title' || column === 'ignored' || column === 'nameless') return column;
      const earlier = first.get(column);
      if (earlier !== undefined) {
        const name = cells[earlier] as string;
        report(issue('duplicate-column', placeOf(index), { text, name, first: earlier + 1 }));
        return null;
      }
      first.set(column, index);
      return column;
    });
  }

  function readRow({ cells, placeOf }: Row, layout: readonly (Column | null)[]): void {
    tellNameless((index) => cells[index] ?? '', placeOf);
    for (const [index, text] of cells.entries()) {
      if (index < layout.length || text.trim() === '') continue;
      report(issue('extra-cell', placeOf(index), { text, columns: layout.length }));
    }
    const at = (column: Column): number => layout.indexOf(column);
    const textOf = (column: Column): string => (cells[at(column)] ?? '').trim();
    const indicator = indicatorAt(textOf('indicator'), placeOf(at('indicator')));
    const status = statusAt(textOf('status'), placeOf(at('status')), indicator);
    const score = at('score') < 0 ? null : scoreAt(textOf('score'), placeOf(at('score')));
    if (indicator === null) return;
    for (const [index, column] of layout.entries()) {
      if (column === 'title') nameAt((cells[index] ?? '').trim(), placeOf(index), indicator);
    }
    if (score !== null && (status === null || !isScored(status))) {
      const word = status?.word ?? null;
      report(issue('score-without-status', placeOf(at('score')), { id: indicator, word }));
    }
    const earlier = statements.get(indicator);
    if (earlier !== undefined) {
      const place = placeOf(at('indicator'));
      report(issue('score-duplicate-indicator', place, { id: indicator, first: earlier.place }));
      return;
    }
    statements.set(indicator, {
      indicator,
      status: status?.word ?? null,
      score,
      remark: textOf('remark') || null,
      evidence: textOf('evidence') || null,
      place: placeOf(at('status')),
    });
  }

  function indicatorAt(text: string, place: Place): string | null {
    if (text === '') {
      report(issue('score-blank-indicator', place, {}));
      return null;
    }
    const found = indicatorNamed(framework, text);
    if (found !== undefined) return found.id;
    const group = groupNamed(framework, text);
    if (group !== undefined) {
      report(issue('score-not-an-indicator', place, { text, title: group.title }));
    } else {
      const known = framework.indicators.map(({ id }) => id);
      report(issue('score-unknown-indicator', place, { text, known }));
    }
    return null;
  }

  function nameAt(text: string, place: Place, indicator: string): void {
    const other = text === '' ? null : otherNamed(text, indicator);
    if (other === null) return;
    const { title = '' } = indicatorNamed(framework, indicator) ?? {};
    report(issue('score-other-name', place, { id: indicator, title, text, other: other.id }));
  }

  function statusAt(text: string, place: Place, indicator: string | null): StatusWord | null {
    if (text === '') return null;
    const found = framework.statuses.find((each) => isNamed(each, text));
    if (found === undefined) {
      const known = framework.statuses.flatMap(({ word, aliases }) => [word, ...aliases]);
      const words = framework.statuses.map(({ word }) => word);
      report(issue('score-unknown-status', place, { text, known, words }));
      return null;
    }
    const { counted = false } = framework.indicators.find(({ id }) => id === indicator) ?? {};
    if (found.means === 'uncounted' && counted) {
      report(issue('score-uncounted-status', place, { text, id: indicator as string }));
    }
    return found;
  }

  function scoreAt(text: string, place: Place): Exact | null {
    if (text === '' || BLANKS.has(text)) return null;
    const score = parseShare(text);
    if (score === null) report(issue('score-not-a-number', place, { text }));
    else if (!isShare(score)) report(issue('score-out-of-range', place, { text }));
    return score;
  }

  return {
    row,
    /** Null where there is no header; the problem has been reported. */
    finish(): readonly Statement[] | null {
      const [first] = above;
      if (columns === null && first !== undefined) {
        const text = first.cells.filter((cell) => cell.trim() !== '').join(',');
        report(issue('score-no-header', first.placeOf(0), { text }));
        return null;
      }
      if (statements.size === 0 && !troubled) report(issue('no-rows', { file }, {}));
      return [...statements.values()];
    },
  };
}

const BLANKS = new Set(['-', '—', '——', '/']);

const isScored = ({ means }: StatusWord): boolean => means === 'done' || means === 'open';
