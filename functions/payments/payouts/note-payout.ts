import type { HeldReason } from '#shared/domain/payments/held.ts';
import {
  mergePayout,
  samePayout,
  type Payout,
  type PayoutFacts,
} from '#shared/domain/payments/payout.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { readSecret } from '#functions/gateways/secrets.ts';
import { listPayoutMovements, PlatformRefused } from '#functions/gateways/stripe.ts';
import { findPayout, keepPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';

/** Adds what a message says of a payout; with its detail, from the platform's API if need be. */
export async function notePayout(
  scope: CoopScope,
  endpoint: WebhookEndpoint,
  facts: PayoutFacts,
  now: string,
): Promise<Result<Payout, HeldReason>> {
  const { provider } = endpoint;
  const known = await findPayout(scope, provider, facts.id);
  const detailed = known?.entryId === undefined ? await withDetail(endpoint, facts) : accept(facts);
  if (!detailed.ok) return detailed;
  const merged = mergePayout(known, provider, detailed.value, now);
  if (!merged.ok) return merged;
  if (known && samePayout(known, merged.value)) return accept(known);
  await commit([keepPayout(scope, merged.value)]);
  return accept({ ...merged.value, version: merged.value.version + 1 });
}

/** Stripe's messages carry no detail: it is read again from Stripe itself once it is paid. */
async function withDetail(
  { scheme, apiKeyName, accountId }: WebhookEndpoint,
  facts: PayoutFacts,
): Promise<Result<PayoutFacts, HeldReason>> {
  if (scheme !== 'stripe' || facts.status !== 'paid' || !facts.itemised) return accept(facts);
  if (apiKeyName === undefined) return reject('platform_refused');
  const apiKey = await readSecret(apiKeyName);
  const lines = await listPayoutMovements(apiKey, facts.id, accountId).catch(refused);
  return lines ? accept({ ...facts, lines }) : reject('platform_refused');
}

const refused = (error: unknown): undefined => {
  if (!(error instanceof PlatformRefused)) throw error;
};
