import { builtInCatalogue } from '../../catalogue/catalogue.ts';
import type { SchemaSubject } from '../../report/formats.ts';
import { inputSchema } from '../../schema/input.ts';
import { jsonSchema } from '../../schema/json-schema.ts';
import { outputLineSchema, outputSchema } from '../../schema/output.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Host } from '../host.ts';
import type { CommonOptions } from '../options.ts';
import { deliver } from '../output.ts';

/** Writes the JSON Schema of the input, of the JSON output or of a line of JSON Lines output. */
export async function runSchema(
  subject: SchemaSubject,
  options: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const text = JSON.stringify(jsonSchema(schemaOf(subject)), null, 2);
  await deliver([`${text}\n`], options, host.stdout);
  return EXIT.done;
}

function schemaOf(subject: SchemaSubject) {
  switch (subject) {
    case 'input':
      return inputSchema(builtInCatalogue());
    case 'output':
      return outputSchema;
    case 'jsonl':
      return outputLineSchema;
  }
}
