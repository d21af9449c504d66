import type { z } from 'zod';

/** The path of what is first wrong with a document; `JSON` where that is the document itself. */
export const wrongAt = ({ issues }: z.ZodError): string => issues[0]?.path.join('.') || 'JSON';
