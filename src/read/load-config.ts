import type { Catalogue, Vocabulary } from '../catalogue/catalogue.ts';
import type { ConfigPath } from '../config/config.ts';
import { mergeConfig } from '../config/merge.ts';
import type { Report } from '../config/report.ts';
import { DEFAULT_SEVERITIES, type Severities } from '../config/severities.ts';
import { type IssueSink, issue, type Place } from '../issue/issue.ts';
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
    reportFaults(form.faults, configSchema(catalogue), report);
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

/** What is wrong with the records whose form is right, so that all is said at once. */
function reportRest(
  { value, placeOf }: ConfigText,
  faults: readonly { readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] }[],
  catalogue: Catalogue,
  report: Report,
): void {
  const rest = structuredClone(value);
  const removed = new Set<unknown>();
  const places = faults.flatMap(({ path, keys = [] }) =>
    keys.length === 0 ? [path] : keys.map((key) => [...path, key]),
  );
  for (const path of places) {
    const [section, id] = path as ConfigPath;
    const records = section === undefined ? null : valueAt(rest, section);
    if (section === undefined || typeof rest !== 'object' || rest === null) return;
    if (id === undefined || typeof records !== 'object' || records === null) {
      Reflect.deleteProperty(rest, section);
      continue;
    }
    removed.add(id).add(valueAt(valueAt(records, id), 'label'));
    Reflect.deleteProperty(records, id);
  }
  const form = checkConfigForm(rest, catalogue);
  if ('faults' in form) return;
  mergeConfig(form.config, catalogue, placeOf, (code, path, details) => {
    // What names a record that was left out may be right.
    if ('text' in details && removed.has(details.text)) return;
    report(code, path, details);
  });
}

const valueAt = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && key in value
    ? value[key as keyof typeof value]
    : undefined;
