import * as z from 'zod';
import { coopParams } from '../common/ids.ts';
import { amountSchema } from '../common/money.ts';
import type { Endpoint } from '../endpoint.ts';

/** What platforms told us, and what became of it. */
export const listInboxEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/inbox',
  permission: 'collections:read',
  summary: 'The events received from payment platforms and what became of them',
  params: coopParams,
  response: z.object({
    events: z.array(
      z.object({
        provider: z.string(),
        eventId: z.string(),
        type: z.string(),
        status: z.enum(['received', 'done', 'ignored', 'held', 'failed']),
        /** Why it is held or failed, in French. */
        reason: z.string().optional(),
        receivedAt: z.string(),
        deliveries: z.int(),
      }),
    ),
  }),
} as const satisfies Endpoint;

export const listPayoutsEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/payouts',
  permission: 'collections:read',
  summary: 'The payouts of payment platforms and their entries',
  params: coopParams,
  response: z.object({
    payouts: z.array(
      z.object({
        id: z.string(),
        provider: z.string(),
        status: z.enum(['pending', 'paid', 'failed']),
        arrivalOn: z.string(),
        grossCents: amountSchema,
        feeCents: amountSchema,
        netCents: amountSchema,
        lineCount: z.int(),
        bankReference: z.string().optional(),
        entryId: z.string().optional(),
        voucherId: z.string().optional(),
        /** Why no entry could be written yet, in French. */
        heldBecause: z.string().optional(),
        /** An entry typed by hand that may be this payout: the mandate holder says. */
        suspectId: z.string().optional(),
        /** The entry that took the one of a failed payout back. */
        reversalId: z.string().optional(),
        /** It brought nothing to the bank: settled without an entry. */
        withoutEntry: z.boolean().optional(),
      }),
    ),
  }),
} as const satisfies Endpoint;
