import { builtInCatalogue, type Catalogue } from '../../catalogue/catalogue.ts';
import type { SchemaSubject } from '../../report/formats.ts';
import { batchSchema, manifestSchema } from '../../schema/batch.ts';
import { checkSchema } from '../../schema/check.ts';
import { compareLineSchema, compareSchema } from '../../schema/compare.ts';
import { configSchema } from '../../schema/config.ts';
import { frameworkSchema } from '../../schema/framework.ts';
import { inputSchema, pairsSchema } from '../../schema/input.ts';
import { jsonSchema } from '../../schema/json-schema.ts';
import { mappingSchema } from '../../schema/mapping.ts';
import { outputLineSchema, outputSchema } from '../../schema/output.ts';
import { scoreSchema } from '../../schema/score.ts';
import { verifyLineSchema, verifySchema } from '../../schema/verify.ts';
import { configured } from '../config.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Host } from '../host.ts';
import type { CommonOptions } from '../options.ts';
import { deliver } from '../output.ts';

/** Writes the JSON Schema of an input, of a JSON output or of a line of a JSON Lines output. */
export async function runSchema(
  subject: SchemaSubject,
  options: CommonOptions,
  host: Host,
): Promise<ExitCode> {
  const text = JSON.stringify(
    jsonSchema(schemaOf(subject, await catalogueFor(subject, options, host))),
    null,
    2,
  );
  await deliver([`${text}\n`], options, host.stdout);
  return EXIT.done;
}

/** The schema of a configuration is wanted most where the present one is broken. */
const catalogueFor = async (
  subject: SchemaSubject,
  options: CommonOptions,
  host: Host,
): Promise<Catalogue> =>
  subject === 'config' ? builtInCatalogue() : (await configured(options, host)).catalogue;

function schemaOf(subject: SchemaSubject, catalogue: Catalogue) {
  switch (subject) {
    case 'input':
      return inputSchema(catalogue);
    case 'pairs':
      return pairsSchema;
    case 'check':
      return checkSchema;
    case 'verify':
      return verifySchema;
    case 'verify-jsonl':
      return verifyLineSchema;
    case 'compare':
      return compareSchema;
    case 'compare-jsonl':
      return compareLineSchema;
    case 'score':
      return scoreSchema;
    case 'batch':
      return batchSchema;
    case 'manifest':
      return manifestSchema;
    case 'framework':
      return frameworkSchema;
    case 'config':
      return configSchema(catalogue);
    case 'tally':
      return mappingSchema;
    case 'output':
      return outputSchema;
    case 'jsonl':
      return outputLineSchema;
  }
}
