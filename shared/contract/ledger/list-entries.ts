import * as z from 'zod';
import { coopYearParams, idSchema } from '../common/ids.ts';
import { amountSchema } from '../common/money.ts';
import type { Endpoint } from '../endpoint.ts';
import { entrySchema } from './entry.ts';

/** The entries of a year, a page at a time, in the order of their ids. */
export const listEntriesEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/years/{yearId}/entries',
  permission: 'ledger:read',
  summary: 'The entries of a fiscal year, drafts included, a page at a time',
  params: coopYearParams,
  query: z.strictObject({ after: idSchema.optional() }),
  response: z.object({ entries: z.array(entrySchema), next: z.string().optional() }),
} as const satisfies Endpoint;

/** A fiscal year: its state, its balances by account. */
export const findYearEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/years/{yearId}',
  permission: 'ledger:read',
  summary: 'A fiscal year and its balances',
  params: coopYearParams,
  response: z.object({
    id: z.string(),
    startOn: z.string(),
    endOn: z.string(),
    status: z.enum(['open', 'closed']),
    lastNumber: z.int(),
    balanceCents: z.record(z.string(), amountSchema),
  }),
} as const satisfies Endpoint;
