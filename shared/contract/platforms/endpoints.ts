import * as z from 'zod';
import {
  endpointStatuses,
  webhookModes,
  webhookSchemes,
} from '#shared/domain/payments/webhook-scheme.ts';
import { countSchema } from '../common/counts.ts';
import { fields } from '../common/fields.ts';
import { coopIdSchema, coopParams, providerSchema, tokenSchema } from '../common/ids.ts';
import { opaqueSchema, textSchema } from '../common/text.ts';
import type { Endpoint } from '../endpoint.ts';

const secretMax = 512;

const endpointSchema = z.object({
  /** The digest of the token: what names the endpoint once its address is forgotten. */
  id: z.string(),
  provider: z.string(),
  name: z.string(),
  scheme: z.enum(webhookSchemes),
  mode: z.enum(webhookModes),
  accountId: z.string().optional(),
  status: z.enum(endpointStatuses),
  createdAt: z.string().optional(),
  hasSecret: z.boolean(),
  /** Until when the secret before this one is still good. */
  previousUntil: z.string().optional(),
  hasApiKey: z.boolean(),
  sweep: z
    .object({
      seenUntil: z.string(),
      failedSince: z.string().optional(),
    })
    .optional(),
});

export const listPlatformsEndpoint = {
  method: 'GET',
  path: '/api/coops/{coopId}/platforms',
  permission: 'collections:read',
  summary: 'The payment platforms that are connected to the cooperative',
  params: coopParams,
  response: z.object({ platforms: z.array(endpointSchema) }),
} as const satisfies Endpoint;

/**
 * Connects a platform. The token is made by the browser, which alone ever shows the address; the
 * portal keeps its digest. There is no address of a platform to type.
 */
export const connectPlatformEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/platforms',
  permission: 'platforms:write',
  summary: 'Connects a payment platform to the cooperative',
  params: coopParams,
  request: z.strictObject({
    token: tokenSchema,
    provider: providerSchema,
    mode: z.enum(webhookModes),
    accountId: textSchema(100).optional(),
    secret: opaqueSchema(secretMax).optional(),
    apiKey: opaqueSchema(secretMax).optional(),
  }),
  response: endpointSchema,
} as const satisfies Endpoint;

const endpointParams = z.strictObject({
  coopId: coopIdSchema,
  endpointId: z
    .string()
    .regex(/^[0-9a-f]{64}$/u, { error: 'Cette plateforme est inconnue.' })
    .register(fields, { kind: 'code', example: '0a'.repeat(32) }),
});

/** Gives a new secret; the one before stays good for some days, so that no message is lost. */
export const rotateSecretEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/platforms/{endpointId}/secret',
  permission: 'platforms:write',
  summary: 'Changes the secret of a payment platform, the former one staying good for some days',
  params: endpointParams,
  request: z.strictObject({
    secret: opaqueSchema(secretMax),
    keepPreviousDays: countSchema({ min: 0, max: 30 }),
  }),
  response: endpointSchema,
} as const satisfies Endpoint;

/** Gives the key by which the platform is asked; from then on the one before is not used. */
export const changeApiKeyEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/platforms/{endpointId}/key',
  permission: 'platforms:write',
  summary: 'Sets or changes the read-only key of a payment platform',
  params: endpointParams,
  request: z.strictObject({ apiKey: opaqueSchema(secretMax) }),
  response: endpointSchema,
} as const satisfies Endpoint;

/** Pauses, resumes, or disconnects for good. */
export const changePlatformStatusEndpoint = {
  method: 'POST',
  path: '/api/coops/{coopId}/platforms/{endpointId}/status',
  permission: 'platforms:write',
  summary: 'Pauses, resumes or disconnects a payment platform',
  params: endpointParams,
  request: z.strictObject({ state: z.enum(endpointStatuses) }),
  response: endpointSchema,
} as const satisfies Endpoint;
