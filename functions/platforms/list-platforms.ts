import type { listPlatformsEndpoint } from '#shared/contract/platforms/endpoints.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listConnectedPlatforms } from '#functions/stores/connected-platforms.ts';
import { platformView } from './view.ts';

/** The platforms that are connected to the cooperative, those that were disconnected included. */
export const listPlatforms: UseCase<typeof listPlatformsEndpoint> = async ({ scope }) => {
  const platforms = await listConnectedPlatforms(scope);
  return accept({ platforms: await Promise.all(platforms.map(platformView)) });
};
