import * as z from 'zod';
import { coopParams, idSchema } from '../common/ids.ts';
import type { Endpoint } from '../endpoint.ts';
import { entrySchema, simpleEntrySchema } from './entry.ts';

/** Posts an entry. The same id and content again answer as at first. */
export const postEntryEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/entries',
  permission: 'ledger:post',
  summary: 'Posts an entry: numbered, sealed, final',
  params: coopParams,
  request: z.strictObject({ id: idSchema, entry: simpleEntrySchema }),
  response: entrySchema,
} as const satisfies Endpoint;
