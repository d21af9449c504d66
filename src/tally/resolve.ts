import type { Catalogue } from '../catalogue/catalogue.ts';
import { compare, type Exact } from '../exact/exact.ts';
import type { IssueArguments, IssueCode } from '../issue/issue.ts';
import { parseAmount, parseDay } from './cell.ts';
import type { Condition, CountRule, Mapping, MappingFile } from './mapping.ts';

/** Keys and indices from the root of a mapping to one of its values. */
export type MappingPath = readonly (string | number)[];

/** What can be wrong with a mapping, and where. */
export type MappingReport = <
  Code extends Extract<IssueCode, `mapping-${string}` | `config-${string}`>,
>(
  code: Code,
  path: MappingPath,
  details: IssueArguments[Code],
) => void;

/**
 * A mapping from its file, its counts by id. All that is wrong with it goes to `report`; then the result is not
 * to be used.
 */
export function resolveMapping(
  file: MappingFile,
  catalogue: Catalogue,
  report: MappingReport,
): Mapping {
  const values = new Map(
    Object.entries(file.columns ?? {}).map(([column, { values: known }]) => [
      column,
      new Set(known.map((value) => value.trim())),
    ]),
  );
  if (file.leftOut !== undefined) {
    checkCondition(file.leftOut.where, ['leftOut', 'where'], values, report);
  }
  const rules: CountRule[] = [];
  for (const [name, { where, sum }] of Object.entries(file.counts)) {
    const path = ['counts', name];
    if (where !== undefined) checkCondition(where, [...path, 'where'], values, report);
    const named = catalogue.named(name);
    if (named?.kind !== 'count') report('mapping-unknown-count', path, { text: name });
    else if (rules.some(({ count }) => count === named.id)) {
      report('mapping-count-twice', path, { count: named.id });
    } else {
      const decimals = catalogue.counts[named.id]?.decimals === true;
      rules.push({ count: named.id, where: where ?? null, sum: sum ?? null, decimals });
    }
  }
  return {
    title: file.title,
    unit: file.unit,
    period: file.period,
    caseNumber: file.caseNumber ?? null,
    values,
    leftOut: file.leftOut?.where ?? null,
    noCases: file.noCases?.means ?? 'unreported',
    rules,
  };
}

function checkCondition(
  condition: Condition,
  path: MappingPath,
  values: Mapping['values'],
  report: MappingReport,
): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const [index, each] of condition.of.entries()) {
        checkCondition(each, [...path, 'of', index], values, report);
      }
      return;
    case 'not':
      checkCondition(condition.of, [...path, 'of'], values, report);
      return;
    case 'equals':
      checkValue(condition.value, condition.column, [...path, 'value'], values, report);
      return;
    case 'in':
      for (const [index, value] of condition.values.entries()) {
        checkValue(value, condition.column, [...path, 'values', index], values, report);
      }
      return;
    case 'dates':
      checkRange(condition, path, parseDay, 'mapping-not-a-day', report);
      return;
    case 'numbers':
      checkRange(condition, path, parseAmount, 'mapping-not-a-number', report);
      return;
    case 'present':
    case 'absent':
  }
}

/** A value that its column never has is a slip of the pen. */
function checkValue(
  text: string,
  column: string,
  path: MappingPath,
  values: Mapping['values'],
  report: MappingReport,
): void {
  const known = values.get(column);
  if (known !== undefined && !known.has(text)) {
    report('mapping-unknown-value', path, { text, column, known: [...known] });
  }
}

function checkRange(
  { from, until }: { readonly from?: string; readonly until?: string },
  path: MappingPath,
  parse: (text: string) => Exact | null,
  code: 'mapping-not-a-day' | 'mapping-not-a-number',
  report: MappingReport,
): void {
  if (from === undefined && until === undefined) report('mapping-no-limit', path, {});
  for (const [key, text] of Object.entries({ from, until })) {
    if (text !== undefined && parse(text) === null) report(code, [...path, key], { text });
  }
  if (from === undefined || until === undefined) return;
  const [first, last] = [parse(from), parse(until)];
  if (first !== null && last !== null && compare(first, last) > 0) {
    report('mapping-reversed-range', [...path, 'from'], { from, until });
  }
}
