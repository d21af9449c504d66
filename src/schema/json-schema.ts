import { z } from 'zod';

/** The JSON Schema (draft 2020-12) of a zod schema. It lets fields be added, as later versions may. */
export const jsonSchema = (schema: z.ZodType): object => z.toJSONSchema(schema, { io: 'input' });
