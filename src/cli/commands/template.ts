import { DEFAULT_FIGURES } from '../../exact/roundings.ts';
import { createWords } from '../../message/words.ts';
import type { TemplateSubject } from '../../report/formats.ts';
import { encodeJson } from '../../report/json-text.ts';
import { type TemplateShape, writePairTemplate, writeTemplate } from '../../report/template.ts';
import { configured } from '../config.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Host } from '../host.ts';
import type { CommonOptions } from '../options.ts';
import { deliver } from '../output.ts';
import { metricId } from '../selection.ts';

export interface TemplateOptions extends CommonOptions, TemplateShape {
  readonly metric: readonly string[];
}

/** Writes an empty input table for the chosen metrics or their published figures, or a framework or mapping to start from. */
export async function runTemplate(
  subject: TemplateSubject,
  mapping: string | undefined,
  options: TemplateOptions,
  host: Host,
): Promise<ExitCode> {
  if (subject === 'framework') {
    const { exampleFramework } = await import('../../score/built-in/example.ts');
    await deliver([`${encodeJson(exampleFramework, 2)}\n`], options, host.stdout);
    return EXIT.done;
  }
  if (subject === 'tally') {
    const { readyMapping } = await import('../mapping.ts');
    const ready = await readyMapping(mapping ?? '复议');
    await deliver([`${encodeJson(ready, 2)}\n`], options, host.stdout);
    return EXIT.done;
  }
  const { catalogue } = await configured(options, host);
  const words = await createWords(catalogue, { language: options.lang, ...DEFAULT_FIGURES });
  if (subject === 'pairs') {
    const chosen = options.metric.map((text) => metricId(text, catalogue));
    await deliver([writePairTemplate(chosen, options.format, words)], options, host.stdout);
    return EXIT.done;
  }
  const metrics =
    options.metric.length === 0
      ? Object.keys(catalogue.metrics)
      : options.metric.map((text) => metricId(text, catalogue));
  await deliver([writeTemplate(metrics, options, catalogue, words)], options, host.stdout);
  return EXIT.done;
}
