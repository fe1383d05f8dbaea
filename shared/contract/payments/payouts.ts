import * as z from 'zod';
import { fields } from '../common/fields.ts';
import { coopIdSchema, coopYearParams, idSchema, providerSchema } from '../common/ids.ts';
import { amountSchema } from '../common/money.ts';
import type { Endpoint } from '../endpoint.ts';

const payoutParams = z.strictObject({
  coopId: coopIdSchema,
  provider: providerSchema,
  payoutId: z
    .string()
    .regex(/^[\w.:-]{1,100}$/u, { error: 'Ce versement est inconnu.' })
    .register(fields, { kind: 'code', example: 'po_2026.03:16-1' }),
});

const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('book') }),
  z.strictObject({ kind: z.literal('link'), entryId: idSchema }),
]);

/** Says of a payout that waits whether an entry typed by hand is the same money. */
export const decidePayoutEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/payouts/{provider}/{payoutId}/decision',
  permission: 'ledger:post',
  summary: 'Links a payout to an entry typed by hand, or has it booked anyway',
  params: payoutParams,
  request: decisionSchema,
  response: decisionSchema,
} as const satisfies Endpoint;

/** The voucher of a payout for a meeting of parents: nobody is named, nothing is proved. */
export const printAnonymousCopyEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/payouts/{provider}/{payoutId}/anonymous-copy',
  permission: 'ledger:read',
  summary: 'A signed link to the anonymous copy of the voucher of a payout, as PDF',
  params: payoutParams,
  response: z.object({ url: z.string() }),
} as const satisfies Endpoint;

/** Books what payment platforms hold on the last day of a year. */
export const bookHeldEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/years/{yearId}/held-by-platforms',
  permission: 'ledger:post',
  summary: 'Books what payment platforms held on the last day of the year',
  params: coopYearParams,
  response: z.object({
    /** Absent when there was nothing to book. */
    entryId: z.string().optional(),
    bookedCents: amountSchema,
    movementCount: z.int(),
    /** Movements of payments that belong to no collecte yet. */
    leftOutCount: z.int(),
  }),
} as const satisfies Endpoint;
