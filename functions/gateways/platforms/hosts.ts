import { platformHosts, type Platform } from '#shared/contract/payments/platform-hosts.ts';
import { requireEnv } from '#functions/platform/config.ts';
import type { PlatformAccess } from './platform-api.ts';

/** The one host of a platform's API. */
export const hostOf = (platform: Platform, mode: PlatformAccess['mode']): string =>
  requireEnv(platformHosts[platform][mode]);
