import type { rotateSecretEndpoint } from '#shared/contract/platforms/endpoints.ts';
import { secretFault } from '#shared/domain/payments/connect-platform.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { readSecretNow, writeSecret } from '#functions/gateways/parameter-store.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { endPreviousSecret, findConnectedPlatform } from '#functions/stores/connected-platforms.ts';
import { commit } from '#functions/stores/table.ts';
import { platformView } from './view.ts';

const dayMs = 86_400_000;

/**
 * Gives an endpoint a new secret, the one before staying good for some days: never more than two.
 * The secret is kept first and its end written next: cut short between, asked again, it ends well.
 */
export const rotateSecret: UseCase<typeof rotateSecretEndpoint> = async (call) => {
  const { scope, params, body, actor, now, requestId } = call;
  const platform = await findConnectedPlatform(scope, params.endpointId);
  if (!platform) return reject('not_found');
  if (platform.status === 'disabled') return reject('endpoint_disabled');
  const fault = secretFault(platform.scheme, body.secret);
  if (fault) return reject(fault, 'secret');
  const { endpointId, secretName } = platform;
  if (secretName === undefined) return reject('secret_not_used', 'secret');
  const [current = '', previous] = (await readSecretNow(secretName)).split(/\s+/u).filter(Boolean);
  if (current !== body.secret) await writeSecret(secretName, `${body.secret} ${current}`);
  if (current === body.secret && previous === undefined)
    return accept(await platformView(platform));
  const until = new Date(Date.parse(now) + body.keepPreviousDays * dayMs).toISOString();
  await commit([
    endPreviousSecret(endpointId, until),
    recordAct(scope, {
      act: 'rotate-secret',
      target: `${platform.provider}.${endpointId.slice(0, 24)}`,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(await platformView({ ...platform, previousUntil: until }));
};
