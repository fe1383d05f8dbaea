import * as z from 'zod';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import type { PayoutFacts } from '#shared/domain/payments/payout.ts';
import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import type { InboxEvent } from '#functions/stores/inbox.ts';
import { aboutPayment, aboutPayout, type Reading } from './reading.ts';

/** The kinds of what we asked ourselves, as the inbox shows them. */
export const sweptTypes = { payment: 'sweep.payment', payout: 'sweep.payout' } as const;

const amount = z.int().transform(cents);
const onDay = z.string().transform(day);
const amountsById = z.record(z.string(), amount);

const paymentSchema = z.object({
  paymentId: z.string(),
  heardOn: onDay,
  familyReference: z.string().optional(),
  campaign: z.string().optional(),
  payerName: z.string().optional(),
  charge: z.object({ grossCents: amount, paidOn: onDay, feeCents: amount.optional() }).optional(),
  failed: z.boolean().optional(),
  refunds: amountsById.optional(),
  refundedAtLeastCents: amount.optional(),
  disputes: amountsById.optional(),
  payoutId: z.string().optional(),
});

const payoutSchema = z.object({
  id: z.string(),
  status: z.enum(['pending', 'paid', 'failed']),
  arrivalOn: onDay,
  netCents: amount,
  feeCents: amount.optional(),
  bankReference: z.string().optional(),
  itemised: z.boolean(),
  toldAt: z.string(),
});

/** Reads back what a sweep wrote: facts in our own words, from the platform's API. */
export function readSwept({ type, payload }: Pick<InboxEvent, 'type' | 'payload'>): Reading {
  const facts: unknown = JSON.parse(payload);
  if (type === sweptTypes.payout)
    return aboutPayout(payoutSchema.parse(facts) satisfies PayoutFacts);
  return aboutPayment(paymentSchema.parse(facts) satisfies PaymentFacts);
}
