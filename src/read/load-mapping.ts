import type { Catalogue } from '../catalogue/catalogue.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { holderAt, memberOf, removeAt } from '../schema/at-path.ts';
import { reportFaults } from '../schema/config-faults.ts';
import { checkMappingForm, mappingSchema } from '../schema/mapping.ts';
import type { Condition, Mapping } from '../tally/mapping.ts';
import { type MappingPath, type MappingReport, resolveMapping } from '../tally/resolve.ts';
import { readConfig } from './config-file.ts';

/** Reads a mapping. All that is wrong goes to `report`; then the result is not to be used. */
export function loadMapping(file: string, catalogue: Catalogue, sink: IssueSink): Mapping | null {
  const text = readConfig(file, sink);
  if (text === null) return null;
  const report: MappingReport = (code, path, details) => {
    const atKey = code === 'config-unknown-key' || code === 'mapping-unknown-count';
    sink(issue(code, text.placeOf(path, atKey), details));
  };
  return mappingOf(text.value, catalogue, report);
}

/** A mapping that is at hand as a value. */
export function mappingOf(
  value: unknown,
  catalogue: Catalogue,
  report: MappingReport,
): Mapping | null {
  const form = checkMappingForm(value);
  if ('file' in form) return resolveMapping(form.file, catalogue, report);
  reportFaults(form.faults, mappingSchema, value, report);
  reportRest(value, form.faults, catalogue, report);
  return null;
}

type Faults = Extract<ReturnType<typeof checkMappingForm>, { faults: unknown }>['faults'];

/** Values in form, which have no bearing on anything else, for those that are missing or out of form. */
const AROUND: Readonly<Record<string, unknown>> = {
  title: '-',
  unit: '-',
  period: { column: '-', holds: 'date', grain: 'year' },
};

/** A condition of which nothing can be wrong. */
const HARMLESS: Condition = { kind: 'absent', column: '-' };

/**
 * What is wrong beside the form, so that all is said at once: looked for with the smallest parts that are out of form
 * left out or replaced. What follows from that is not said.
 */
function reportRest(
  value: unknown,
  faults: Faults,
  catalogue: Catalogue,
  report: MappingReport,
): void {
  const rest = structuredClone(value);
  const misspelt = new Set<string>();
  for (const fault of faults) {
    if (fault.code !== 'unrecognized_keys') continue;
    for (const key of fault.keys) removeAt(rest, [...fault.path, key]);
    misspelt.add(JSON.stringify(fault.path));
  }
  for (const { code, path } of faults) {
    if (code !== 'unrecognized_keys') mend(rest, path as MappingPath, code === 'invalid_key');
  }
  const counts = memberOf(rest, 'counts');
  const isEmpty = typeof counts !== 'object' || counts === null || Object.keys(counts).length === 0;
  if (isEmpty) putAt(rest, ['counts'], { [Object.keys(catalogue.counts)[0] ?? '']: {} });
  const form = checkMappingForm(rest);
  if ('faults' in form) return;
  resolveMapping(form.file, catalogue, (code, path, details) => {
    // The limit may be what stands under a key that nobody knows.
    if (code === 'mapping-no-limit' && misspelt.has(JSON.stringify(path))) return;
    report(code, path, details);
  });
}

/** Puts what is out of form, or whatever of its surroundings makes no sense without it, in form. */
function mend(rest: unknown, path: MappingPath, isKey: boolean): void {
  const [section = '', name] = path;
  const where = conditionAround(path);
  if (where !== null) putAt(rest, where, HARMLESS);
  else if (Object.hasOwn(AROUND, section)) putAt(rest, [section], AROUND[section]);
  else if (section === 'counts' && path.length === 2 && !isKey) putAt(rest, path, {});
  else if (section === 'counts' || section === 'leftOut') removeAt(rest, path);
  else removeAt(rest, section === 'columns' && name !== undefined ? [section, name] : [section]);
}

/** The path of the innermost condition that a path leads into; null where it leads into none. */
function conditionAround(path: MappingPath): MappingPath | null {
  let end = path[0] === 'leftOut' ? 2 : 3;
  if (path[0] !== 'leftOut' && path[0] !== 'counts') return null;
  if (path[end - 1] !== 'where') return null;
  while (path[end] === 'of' && end + 1 < path.length) {
    end += typeof path[end + 1] === 'number' ? 2 : 1;
  }
  return path.slice(0, end);
}

function putAt(value: unknown, path: MappingPath, part: unknown): void {
  const at = holderAt(value, path);
  if (at !== null) Reflect.set(at.holder, at.key, part);
}
