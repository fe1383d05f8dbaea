import type { HeldReason } from '#shared/domain/payments/held.ts';
import {
  mergePayout,
  samePayout,
  type Payout,
  type PayoutFacts,
} from '#shared/domain/payments/payout.ts';
import { accept, reject, type Result } from '#shared/domain/result.ts';
import { accessOf } from '#functions/gateways/platforms/access.ts';
import { apiOf } from '#functions/gateways/platforms/apis.ts';
import { PlatformRefused } from '#functions/gateways/platforms/platform-api.ts';
import { keepMovements } from '#functions/stores/movements.ts';
import { findPayout, keepPayout } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { underKnownIds } from '../events/under-known-ids.ts';

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
  const { lines } = detailed.value;
  const told = lines
    ? { ...detailed.value, lines: await underKnownIds(scope, provider, lines) }
    : detailed.value;
  const merged = mergePayout(known, provider, told, now);
  if (!merged.ok) return merged;
  if (known && samePayout(known, merged.value)) return accept(known);
  if (merged.value.lines) await keepMovements(scope, merged.value.lines);
  await commit([keepPayout(scope, merged.value)]);
  return accept({ ...merged.value, version: merged.value.version + 1 });
}

/**
 * The detail that the message leaves out is read from the platform itself, once the payout is paid.
 * What it cannot itemise waits for a file, or for a person.
 */
async function withDetail(
  endpoint: WebhookEndpoint,
  facts: PayoutFacts,
): Promise<Result<PayoutFacts, HeldReason>> {
  const api = apiOf(endpoint.scheme);
  if (!api || facts.lines || facts.status !== 'paid' || !facts.itemised) return accept(facts);
  try {
    const lines = await api.readPayoutLines(await accessOf(endpoint), facts.id);
    return accept(lines ? { ...facts, lines } : { ...facts, itemised: false });
  } catch (error) {
    if (error instanceof PlatformRefused) return reject('platform_refused');
    throw error;
  }
}
