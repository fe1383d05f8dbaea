import type { Routes } from '../endpoint.ts';
import {
  changeApiKeyEndpoint,
  changePlatformStatusEndpoint,
  connectPlatformEndpoint,
  listPlatformsEndpoint,
  rotateSecretEndpoint,
} from './endpoints.ts';

export const platformsRoutes = {
  listPlatforms: listPlatformsEndpoint,
  connectPlatform: connectPlatformEndpoint,
  rotateSecret: rotateSecretEndpoint,
  changeApiKey: changeApiKeyEndpoint,
  changePlatformStatus: changePlatformStatusEndpoint,
} as const satisfies Routes;
