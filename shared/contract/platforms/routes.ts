import type { Routes } from '../endpoint.ts';
import {
  changePlatformStatusEndpoint,
  connectPlatformEndpoint,
  listPlatformsEndpoint,
  rotateSecretEndpoint,
} from './endpoints.ts';

export const platformsRoutes = {
  listPlatforms: listPlatformsEndpoint,
  connectPlatform: connectPlatformEndpoint,
  rotateSecret: rotateSecretEndpoint,
  changePlatformStatus: changePlatformStatusEndpoint,
} as const satisfies Routes;
