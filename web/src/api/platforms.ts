import type { BodyOf, ParamsOf } from '#shared/contract/endpoint.ts';
import type {
  changeApiKeyEndpoint,
  changePlatformStatusEndpoint,
  connectPlatformEndpoint,
  listPlatformsEndpoint,
  rotateSecretEndpoint,
} from '#shared/contract/platforms/endpoints.ts';
import { call, type Sent } from './call.ts';

/** The payment platforms that are connected to the cooperative. */
export const listPlatforms = (params: ParamsOf<typeof listPlatformsEndpoint>) =>
  call<typeof listPlatformsEndpoint>('GET', '/api/coops/{coopId}/platforms', { params });

/** Connects a payment platform. */
export const connectPlatform = (
  params: ParamsOf<typeof connectPlatformEndpoint>,
  body: Sent<BodyOf<typeof connectPlatformEndpoint>>,
) =>
  call<typeof connectPlatformEndpoint>('POST', '/api/coops/{coopId}/platforms', { params, body });

/** Gives a new secret, the one before staying good for some days. */
export const rotateSecret = (
  params: ParamsOf<typeof rotateSecretEndpoint>,
  body: Sent<BodyOf<typeof rotateSecretEndpoint>>,
) =>
  call<typeof rotateSecretEndpoint>('POST', '/api/coops/{coopId}/platforms/{endpointId}/secret', {
    params,
    body,
  });

/** Sets or changes the key by which the platform is asked. */
export const changeApiKey = (
  params: ParamsOf<typeof changeApiKeyEndpoint>,
  body: Sent<BodyOf<typeof changeApiKeyEndpoint>>,
) =>
  call<typeof changeApiKeyEndpoint>('POST', '/api/coops/{coopId}/platforms/{endpointId}/key', {
    params,
    body,
  });

/** Pauses, resumes or disconnects a platform. */
export const changePlatformStatus = (
  params: ParamsOf<typeof changePlatformStatusEndpoint>,
  body: Sent<BodyOf<typeof changePlatformStatusEndpoint>>,
) =>
  call<typeof changePlatformStatusEndpoint>(
    'POST',
    '/api/coops/{coopId}/platforms/{endpointId}/status',
    { params, body },
  );
