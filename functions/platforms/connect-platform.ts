import type { connectPlatformEndpoint } from '#shared/contract/platforms/endpoints.ts';
import { checkConnection } from '#shared/domain/payments/connect-platform.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { secretNameOf, writeSecret } from '#functions/gateways/parameter-store.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import {
  connectPlatform as connect,
  findConnectedPlatform,
  isAccountTaken,
  type ConnectedPlatform,
} from '#functions/stores/connected-platforms.ts';
import { commit } from '#functions/stores/table.ts';
import { findEndpoint, tokenDigest } from '#functions/stores/webhook-endpoints.ts';
import { platformView } from './view.ts';

type ConnectCall = Call<typeof connectPlatformEndpoint>;

/**
 * Connects a platform: checks what was typed, keeps its secrets where only the receiver reads them,
 * then opens the endpoint. The same asking again answers the same; the address is shown by the
 * browser that made its token, and by nobody else.
 */
export const connectPlatform: UseCase<typeof connectPlatformEndpoint> = async (call) => {
  const { scope, body, actor, now, requestId } = call;
  const checked = checkConnection(body);
  if (!checked.ok) return checked;
  const platform = platformOf(call, checked.value.scheme);
  const { endpointId } = platform;
  const before = await findConnectedPlatform(scope, endpointId);
  if (before)
    return isSame(before, platform)
      ? accept(await platformView(before))
      : reject('endpoint_id_reused');
  if (await findEndpoint(endpointId)) return reject('endpoint_id_reused');
  if (await isAccountTaken(platform)) return reject('platform_account_taken', 'accountId');
  const { secretName, apiKeyName } = platform;
  if (secretName !== undefined) await writeSecret(secretName, body.secret ?? '');
  if (apiKeyName !== undefined) await writeSecret(apiKeyName, body.apiKey ?? '');
  const target = `${body.provider}.${endpointId.slice(0, 24)}`;
  await commit([
    ...connect(scope, platform),
    recordAct(scope, {
      act: 'connect-platform',
      target,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(await platformView(platform));
};

function platformOf(
  { scope, body, now }: ConnectCall,
  scheme: ConnectedPlatform['scheme'],
): ConnectedPlatform {
  const endpointId = tokenDigest(body.token);
  const { department, coopId } = scope;
  return {
    endpointId,
    createdAt: now,
    department,
    coopId,
    provider: body.provider,
    scheme,
    mode: body.mode,
    status: 'live',
    ...(body.accountId !== undefined && { accountId: body.accountId }),
    ...(body.secret !== undefined && { secretName: secretNameOf(scope, endpointId, 'secret') }),
    ...(body.apiKey !== undefined && { apiKeyName: secretNameOf(scope, endpointId, 'key') }),
  };
}

const isSame = (one: ConnectedPlatform, other: ConnectedPlatform): boolean =>
  one.provider === other.provider &&
  one.mode === other.mode &&
  one.accountId === other.accountId &&
  one.secretName === other.secretName &&
  one.apiKeyName === other.apiKeyName;
