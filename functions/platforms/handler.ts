import { platformsRoutes } from '#shared/contract/platforms/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { changeApiKey } from './change-api-key.ts';
import { changePlatformStatus } from './change-status.ts';
import { connectPlatform } from './connect-platform.ts';
import { listPlatforms } from './list-platforms.ts';
import { rotateSecret } from './rotate-secret.ts';

export const handler = mount(platformsRoutes, {
  listPlatforms,
  connectPlatform,
  rotateSecret,
  changeApiKey,
  changePlatformStatus,
});
