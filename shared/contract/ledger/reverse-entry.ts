import * as z from 'zod';
import { daySchema } from '../common/dates.ts';
import { coopIdSchema, idSchema } from '../common/ids.ts';
import { textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';
import { entrySchema, simpleEntrySchema } from './entry.ts';

/** Takes a posted entry back and, in the same act, posts what it should have been. */
export const reverseEntryEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/entries/{entryId}/reversal',
  permission: 'ledger:post',
  summary: 'Reverses a posted entry, and corrects it in the same act',
  params: z.strictObject({ coopId: coopIdSchema, entryId: idSchema }),
  request: z.strictObject({
    reversalId: idSchema,
    on: daySchema,
    reason: textSchema(120),
    correction: z.strictObject({ id: idSchema, entry: simpleEntrySchema }).optional(),
  }),
  response: z.object({ reversal: entrySchema, correction: entrySchema.optional() }),
} as const satisfies Endpoint;
