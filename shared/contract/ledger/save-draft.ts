import * as z from 'zod';
import { countSchema } from '../common/counts.ts';
import { coopIdSchema, idSchema } from '../common/ids.ts';
import type { Endpoint } from '../endpoint.ts';
import { entrySchema, simpleEntrySchema } from './entry.ts';

const draftParams = z.strictObject({ coopId: coopIdSchema, entryId: idSchema });

/** Keeps a draft; `version` is the one the form started from, 0 for a new draft. */
export const saveDraftEndpoint = {
  method: 'PUT',
  path: '/api/coops/{coopId}/drafts/{entryId}',
  permission: 'ledger:draft',
  summary: 'Keeps a draft entry, unnumbered',
  params: draftParams,
  request: z.strictObject({
    version: countSchema({ min: 0, max: 100_000 }),
    entry: simpleEntrySchema,
  }),
  response: entrySchema,
} as const satisfies Endpoint;

export const discardDraftEndpoint = {
  method: 'DELETE',
  path: '/api/coops/{coopId}/drafts/{entryId}',
  permission: 'ledger:draft',
  summary: 'Discards a draft entry',
  params: draftParams,
  response: z.object({ discarded: z.boolean() }),
} as const satisfies Endpoint;
