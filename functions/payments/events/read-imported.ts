import * as z from 'zod';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { factsOfMovement } from '#shared/domain/payments/facts.ts';
import { movementKinds } from '#shared/domain/payments/movement.ts';
import { asKnown } from '#shared/domain/payments/reports/known-movements.ts';
import type { InboxEvent } from '#functions/stores/inbox.ts';
import { listPlatformPayments } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { aboutPayments, aboutPayout, type Reading } from './reading.ts';

/** The kinds of what a file told, as the inbox shows them. */
export const importedTypes = { payout: 'import.payout', payments: 'import.payments' } as const;

const amount = z.int().transform(cents);

const movementsSchema = z.array(
  z.object({
    movementId: z.string(),
    kind: z.enum(movementKinds),
    paymentId: z.string().optional(),
    familyReference: z.string().optional(),
    campaign: z.string().optional(),
    payerName: z.string().optional(),
    grossCents: amount,
    feeCents: amount,
    netCents: amount,
    paidAt: z.string(),
  }),
);

const payoutSchema = z.object({
  id: z.string(),
  arrivalOn: z.string().transform(day),
  netCents: amount,
  feeCents: amount,
  bankReference: z.string().optional(),
  lines: movementsSchema,
});

/** What stands for the endpoint of a file: no message, no key, no account. */
export const endpointOfFile = (
  { department, coopId }: CoopScope,
  provider: string,
): WebhookEndpoint => ({
  department,
  coopId,
  provider,
  scheme: 'standard',
  mode: 'live',
  status: 'live',
});

/** Reads back what an import wrote: its payments under the ids that messages gave them. */
export async function readImported(
  scope: CoopScope,
  { provider, type, payload }: Pick<InboxEvent, 'provider' | 'type' | 'payload'>,
): Promise<Reading> {
  const facts: unknown = JSON.parse(payload);
  if (type === importedTypes.payments) {
    const known = await listPlatformPayments(scope, provider);
    const movements = asKnown(movementsSchema.parse(facts), known);
    const told = movements.map((movement) => factsOfMovement(movement));
    return aboutPayments(told.filter((one) => one !== undefined));
  }
  const payout = payoutSchema.parse(facts);
  return aboutPayout({
    ...payout,
    status: 'paid',
    itemised: true,
    toldAt: `${payout.arrivalOn}T12:00:00.000Z`,
  });
}
