import type { Catalogue } from '../catalogue/catalogue.ts';
import { type IssueSink, issue } from '../issue/issue.ts';
import { holderAt, removeAt } from '../schema/at-path.ts';
import { reportFaults } from '../schema/config-faults.ts';
import {
  checkFrameworkForm,
  checkModelForm,
  frameworkSchema,
  modelSchema,
} from '../schema/framework.ts';
import type { Framework, Model } from '../score/framework.ts';
import { resolveModel } from '../score/model.ts';
import type { FilePath, Report } from '../score/report.ts';
import { resolveFramework } from '../score/resolve.ts';
import { type ConfigText, readConfig } from './config-file.ts';

type Faults = Extract<ReturnType<typeof checkFrameworkForm>, { faults: unknown }>['faults'];

/** Reads a framework. All that is wrong goes to `report`; then the result is not to be used. */
export function loadFramework(
  file: string,
  catalogue: Catalogue,
  sink: IssueSink,
): Framework | null {
  const text = readConfig(file, sink);
  if (text === null) return null;
  const report = reportIn(text, sink);
  const form = checkFrameworkForm(text.value);
  if ('file' in form) return resolveFramework(form.file, catalogue, report);
  reportFaults(form.faults, frameworkSchema, text.value, report);
  reportRest(text.value, form.faults, catalogue, report);
  return null;
}

/** Reads a table of scores for the status words of a framework. */
export function loadModel(
  file: string,
  { statuses }: Pick<Framework, 'statuses'>,
  sink: IssueSink,
): Model | null {
  const text = readConfig(file, sink);
  if (text === null) return null;
  const report = reportIn(text, sink);
  const form = checkModelForm(text.value);
  if ('file' in form) return resolveModel(file, form.file, statuses, [], report);
  reportFaults(form.faults, modelSchema, text.value, report);
  return null;
}

const reportIn =
  ({ placeOf }: ConfigText, sink: IssueSink): Report =>
  (code, path, details) => {
    const atKey = code === 'config-unknown-key' || code === 'framework-unknown-word';
    sink(issue(code, placeOf(path, atKey), details));
  };

/**
 * What is wrong beside the form, so that all is said at once: looked for with the values that are out of form
 * left out. What follows from leaving them out is not said.
 */
function reportRest(value: unknown, faults: Faults, catalogue: Catalogue, report: Report): void {
  const rest = structuredClone(value);
  const removed = faults.flatMap((fault): FilePath[] => {
    const path = fault.path as FilePath;
    return fault.code === 'unrecognized_keys' ? fault.keys.map((key) => [...path, key]) : [path];
  });
  for (const path of removed) leaveOut(rest, path);
  const form = checkFrameworkForm(rest);
  if ('faults' in form) return;
  const lacks = (key: string): boolean => removed.some((path) => path.at(-1) === key);
  resolveFramework(form.file, catalogue, (code, path, details) => {
    if (code.startsWith('framework-weight') && (lacks('weight') || lacks('counted'))) return;
    if (removed.some((each) => each.every((key, at) => path[at] === key))) return;
    report(code, path, details);
  });
}

/** A title is nothing that anything depends on, and may be any text where it is missing. */
function leaveOut(value: unknown, path: FilePath): void {
  if (path.at(-1) === 'title') {
    const at = holderAt(value, path);
    if (at !== null) Reflect.set(at.holder, at.key, '-');
  } else {
    removeAt(value, path);
  }
}
