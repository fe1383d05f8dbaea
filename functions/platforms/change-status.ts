import type { changePlatformStatusEndpoint } from '#shared/contract/platforms/endpoints.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { changeStatus, findConnectedPlatform } from '#functions/stores/connected-platforms.ts';
import { commit } from '#functions/stores/table.ts';
import { platformView } from './view.ts';

/** Pauses a platform, resumes it, or disconnects it: from that there is no way back. */
export const changePlatformStatus: UseCase<typeof changePlatformStatusEndpoint> = async (call) => {
  const { scope, params, body, actor, now, requestId } = call;
  const platform = await findConnectedPlatform(scope, params.endpointId);
  if (!platform) return reject('not_found');
  const { state: status } = body;
  if (platform.status === status) return accept(await platformView(platform));
  if (platform.status === 'disabled') return reject('endpoint_disabled');
  await commit([
    ...changeStatus(platform, status),
    recordAct(scope, {
      act: `platform-${status}`,
      target: `${platform.provider}.${platform.endpointId.slice(0, 24)}`,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(await platformView({ ...platform, status }));
};
