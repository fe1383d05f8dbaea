import type { changeApiKeyEndpoint } from '#shared/contract/platforms/endpoints.ts';
import { isUsableApiKey } from '#shared/domain/payments/connect-platform.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { secretNameOf, writeSecret } from '#functions/gateways/parameter-store.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findConnectedPlatform, nameApiKey } from '#functions/stores/connected-platforms.ts';
import { commit } from '#functions/stores/table.ts';
import { platformView } from './view.ts';

/**
 * Gives a platform the key by which it is asked: the first one, or another. The key is kept first
 * and its name written next: cut short between, asked again, it ends well.
 */
export const changeApiKey: UseCase<typeof changeApiKeyEndpoint> = async (call) => {
  const { scope, params, body, actor, now, requestId } = call;
  const platform = await findConnectedPlatform(scope, params.endpointId);
  if (!platform) return reject('not_found');
  if (platform.status === 'disabled') return reject('endpoint_disabled');
  if (!isUsableApiKey(platform.provider, body.apiKey)) return reject('api_key_unusable', 'apiKey');
  const { endpointId, provider } = platform;
  const apiKeyName = platform.apiKeyName ?? secretNameOf(scope, endpointId, 'key');
  await writeSecret(apiKeyName, body.apiKey);
  await commit([
    nameApiKey(endpointId, apiKeyName),
    recordAct(scope, {
      act: 'change-api-key',
      target: `${provider}.${endpointId.slice(0, 24)}`,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(await platformView({ ...platform, apiKeyName }));
};
