import { builtInCatalogue } from '../../catalogue/catalogue.ts';
import { originatedValues } from '../../config/origins.ts';
import { DEFAULT_FIGURES } from '../../exact/roundings.ts';
import { createWords } from '../../message/words.ts';
import { type ConfigFormat, SCHEMA_VERSION } from '../../report/formats.ts';
import { encodeJson, lineList } from '../../report/json-text.ts';
import { configured } from '../config.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Host } from '../host.ts';
import type { CommonOptions } from '../options.ts';
import { deliver } from '../output.ts';

export interface ConfigOptions extends CommonOptions {
  readonly format: ConfigFormat;
}

/** Lists every value of the vocabulary in use and where it was written. */
export async function runConfig(options: ConfigOptions, host: Host): Promise<ExitCode> {
  const { catalogue, severities, file, originOf } = await configured(options, host);
  const values = originatedValues(catalogue, builtInCatalogue(), severities, originOf);
  if (options.format === 'json') {
    const head = encodeJson({ schemaVersion: SCHEMA_VERSION, file }).slice(0, -1);
    await deliver([`${head},\n"values": ${lineList(values)}\n}\n`], options, host.stdout);
    return EXIT.done;
  }
  const words = await createWords(catalogue, { language: options.lang, ...DEFAULT_FIGURES });
  const lines = values.map(({ path, value, origin }) => {
    const from = origin === null ? words.phrases.builtIn : words.place(origin);
    return `${from}\t${path.map(keyText).join('.')} = ${encodeJson(value)}\n`;
  });
  await deliver(lines, options, host.stdout);
  return EXIT.done;
}

const keyText = (key: string | number): string =>
  /^[\w-]+$/.test(String(key)) ? String(key) : encodeJson(key);
