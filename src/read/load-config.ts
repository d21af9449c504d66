import type { Catalogue, Vocabulary } from '../catalogue/catalogue.ts';
import type { ConfigPath } from '../config/config.ts';
import { mergeConfig } from '../config/merge.ts';
import type { Report } from '../config/report.ts';
import { DEFAULT_SEVERITIES, type Severities } from '../config/severities.ts';
import { type IssueCode, type IssueSink, issue, type Place } from '../issue/issue.ts';
import { memberOf, removeAt } from '../schema/at-path.ts';
import { checkConfigForm, configSchema } from '../schema/config.ts';
import { reportFaults } from '../schema/config-faults.ts';
import { type ConfigText, readConfig } from './config-file.ts';

/** A configuration put over a catalogue. */
export interface LoadedConfig {
  readonly vocabulary: Vocabulary;
  /** What not meeting a standard of each level, and a problem with the data, is called. */
  readonly severities: Severities;
  /** Where the configuration says what stands at a path of the vocabulary; null where it does not. */
  readonly originOf: (path: ConfigPath) => Place | null;
}

/**
 * Reads `xc-eval.config.json` and puts it over a catalogue. All that is wrong goes to `report`, each with its
 * place in the file; then the result, where there is one, is not to be used.
 */
export function loadConfig(
  file: string,
  catalogue: Catalogue,
  sink: IssueSink,
): LoadedConfig | null {
  const text = readConfig(file, sink);
  if (text === null) return null;
  const report: Report = (code, path, details) => {
    sink(issue(code, text.placeOf(path, code === 'config-unknown-key'), details));
  };
  const form = checkConfigForm(text.value, catalogue);
  if ('faults' in form) {
    reportFaults(form.faults, configSchema(catalogue), text.value, report);
    reportRest(text, form.faults, catalogue, report);
    return null;
  }
  const { config } = form;
  return {
    vocabulary: mergeConfig(config, catalogue, text.placeOf, report),
    severities: { ...DEFAULT_SEVERITIES, ...config.severities },
    originOf(path) {
      // A value has its origin where its field stands; parts of a formula or a limit come with it.
      for (let length = path.length; length > 1; length--) {
        const part = path.slice(0, length);
        if (length === 2 && part[0] !== 'severities' && path.length > 2) return null;
        if (text.has(part)) return text.placeOf(part);
      }
      return null;
    },
  };
}

type Faults = Extract<ReturnType<typeof checkConfigForm>, { faults: unknown }>['faults'];

/** The sections whose records these problems look for by name. */
const NAMED_IN: Readonly<Partial<Record<IssueCode, string>>> = {
  'config-unknown-count': 'counts',
  'config-unknown-metric': 'metrics',
  'config-unknown-standard': 'standards',
};

/**
 * What is wrong beside the form, so that all is said at once: looked for without the keys that nobody knows, and
 * without the records of which the rest is still out of form.
 */
function reportRest(
  { value, placeOf }: ConfigText,
  faults: Faults,
  catalogue: Catalogue,
  report: Report,
): void {
  const rest = structuredClone(value);
  if (typeof rest !== 'object' || rest === null) return;
  const misspelt = new Set<string>();
  for (const fault of faults) {
    if (fault.code !== 'unrecognized_keys') continue;
    for (const key of fault.keys) removeAt(rest, [...fault.path, key]);
    misspelt.add(recordAt(fault.path));
  }
  const removed = new Set<string>();
  const form = checkConfigForm(rest, catalogue);
  for (const { path } of 'faults' in form ? form.faults : []) {
    const [section, id] = path as ConfigPath;
    if (section === undefined) return;
    for (const name of namesOf(rest, section, id)) removed.add(`${section} ${name}`);
    removeAt(rest, path.slice(0, 2));
  }
  const left = checkConfigForm(rest, catalogue);
  if ('faults' in left) return;
  mergeConfig(left.config, catalogue, placeOf, (code, path, details) => {
    // What names a record that was left out may be right.
    if ('text' in details && removed.has(`${NAMED_IN[code]} ${details.text}`)) return;
    // The source may be what stands under a key that nobody knows.
    if (code === 'config-source-needed' && misspelt.has(recordAt(path))) return;
    report(code, path, details);
  });
}

const recordAt = (path: readonly PropertyKey[]): string => path.slice(0, 2).map(String).join(' ');

/** What a record may be called by others. */
function namesOf(config: object, section: string | number, id?: string | number): unknown[] {
  if (id === undefined) return [];
  const record = memberOf(memberOf(config, section), id);
  const aliases = memberOf(record, 'aliases');
  return [id, memberOf(record, 'label'), ...(Array.isArray(aliases) ? aliases : [])];
}
