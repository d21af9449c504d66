import type { Catalogue } from '../catalogue/catalogue.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { reportFaults } from '../schema/config-faults.ts';
import { checkMappingForm, mappingSchema } from '../schema/mapping.ts';
import type { Mapping } from '../tally/mapping.ts';
import { type MappingReport, resolveMapping } from '../tally/resolve.ts';
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

/** What is wrong with the counts whose form is right, so that all is said at once. */
function reportRest(
  value: unknown,
  faults: readonly { readonly path: readonly PropertyKey[] }[],
  catalogue: Catalogue,
  report: MappingReport,
): void {
  const rest = structuredClone(value);
  if (typeof rest !== 'object' || rest === null || !('counts' in rest)) return;
  const { counts } = rest;
  if (typeof counts !== 'object' || counts === null) return;
  for (const { path } of faults) {
    const [section, name] = path;
    if (section === 'counts' && name !== undefined) Reflect.deleteProperty(counts, name);
  }
  // What surrounds the counts has no bearing on them.
  const around = { title: '-', unit: '-', period: { column: '-', holds: 'date', grain: 'year' } };
  const form = checkMappingForm({ ...around, counts });
  if ('file' in form) resolveMapping(form.file, catalogue, report);
}
