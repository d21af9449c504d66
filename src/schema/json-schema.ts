import { z } from 'zod';

/** The JSON Schema (draft 2020-12) of a zod schema. */
export const jsonSchema = (schema: z.ZodType): object => z.toJSONSchema(schema);
