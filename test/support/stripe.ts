import { findEvent } from '#functions/stores/inbox.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { newCoop } from './calls.ts';
import { deliverStripe, newCollection, newEndpoint, workOnInbox } from './platform.ts';

let last = 0;
/** An id that no other test uses. */
export const nextId = (kind: string): string => `${kind}_${Date.now()}${(last += 1)}`;

/** When the payouts of the tests arrive, in seconds. */
export const arrival = Date.parse('2026-03-16T00:00:00Z') / 1000;

/** A cooperative whose platform is Stripe, with a collecte; `tell` delivers an event and works. */
export async function stripeCoopWith(families: number) {
  const scope = await newCoop();
  const accountId = nextId('acct');
  const token = await newEndpoint(scope, {
    provider: 'stripe',
    scheme: 'stripe',
    secretName: '/test/stripe',
    apiKeyName: '/test/stripe-key',
    accountId,
  });
  const opened = await newCollection(scope, { families });
  const tell = async (type: string, object: Record<string, unknown>, account = accountId) => {
    const id = nextId('evt');
    const created = arrival - 3_600;
    await deliverStripe(token, { id, type, created, account, data: { object } });
    return { id, failures: await workOnInbox(scope) };
  };
  return { scope, tell, collectionId: opened.collection.id, families: opened.families };
}

export const payoutObject = (
  id: string,
  amount: number,
  changed: Record<string, unknown> = {},
) => ({
  id,
  object: 'payout',
  amount,
  currency: 'eur',
  arrival_date: arrival,
  automatic: true,
  statement_descriptor: 'COOP TILLEULS',
  status: 'paid',
  ...changed,
});

/** What the API will answer of a payout. */
export const register = (payoutId: string, lines: readonly object[]) =>
  fetch(`${process.env['STRIPE_API_URL']}/payouts/${payoutId}`, {
    method: 'POST',
    body: JSON.stringify(lines),
  });

export const inboxStatus = async (scope: CoopScope, id: string) =>
  (await findEvent(scope, 'stripe', id))?.status;
