import * as z from 'zod';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { factsOfMovement } from '#shared/domain/payments/facts.ts';
import type { InboxEvent } from '#functions/stores/inbox.ts';
import { readMovements } from '#functions/stores/movements.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { aboutPayments, aboutPayout, type Reading } from './reading.ts';
import { underKnownIds } from './under-known-ids.ts';

/** The kinds of what a file told, as the inbox shows them. */
export const importedTypes = { payout: 'import.payout', payments: 'import.payments' } as const;

const amount = z.int().transform(cents);

/** The movements are kept apart: a thousand of them are more than an item holds. */
const paymentsSchema = z.object({ linesSha256: z.string() });

const payoutSchema = paymentsSchema.extend({
  id: z.string(),
  arrivalOn: z.string().transform(day),
  netCents: amount,
  feeCents: amount,
  bankReference: z.string().optional(),
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
    const { linesSha256 } = paymentsSchema.parse(facts);
    const told = await readMovements(scope, linesSha256);
    const movements = await underKnownIds(scope, provider, told);
    const payments = movements.map((movement) => factsOfMovement(movement));
    return aboutPayments(payments.filter((one) => one !== undefined));
  }
  const { linesSha256, ...payout } = payoutSchema.parse(facts);
  return aboutPayout({
    ...payout,
    status: 'paid',
    itemised: true,
    lines: await readMovements(scope, linesSha256),
    toldAt: `${payout.arrivalOn}T12:00:00.000Z`,
  });
}
