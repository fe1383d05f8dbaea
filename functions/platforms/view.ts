import { findPlatform } from '#shared/domain/payments/platform-catalogue.ts';
import { platformNameOf } from '#shared/domain/payments/payout-entry.ts';
import type { ConnectedPlatform } from '#functions/stores/connected-platforms.ts';
import { findSweep } from '#functions/stores/sweeps.ts';

/** A connected platform as its page shows it: that it has a secret, never which. */
export async function platformView(platform: ConnectedPlatform) {
  const { endpointId, provider, scheme, mode, accountId, status, createdAt } = platform;
  const sweep = await findSweep(endpointId);
  return {
    id: endpointId,
    provider,
    name: findPlatform(provider)?.name ?? platformNameOf(provider),
    scheme,
    mode,
    accountId,
    status,
    createdAt,
    hasSecret: platform.secretName !== undefined,
    previousUntil: platform.previousUntil,
    hasApiKey: platform.apiKeyName !== undefined,
    sweep: sweep && { seenUntil: sweep.watermark, failedSince: sweep.failedSince },
  };
}
