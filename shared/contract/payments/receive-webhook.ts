import * as z from 'zod';
import { providerSchema } from '../common/ids.ts';
import { fields } from '../common/fields.ts';
import type { Endpoint } from '../endpoint.ts';

const webhookMaxBytes = 65_536;

/** Where payment platforms call. The token tells the cooperative, the signature tells the truth. */
export const receiveWebhookEndpoint = {
  method: 'POST',
  path: '/hooks/{provider}/{token}',
  permission: 'public',
  summary: 'Receives a signed event of a payment platform',
  params: z.strictObject({
    provider: providerSchema,
    token: z
      .string()
      .regex(/^[A-Za-z0-9_-]{22,64}$/u)
      .register(fields, { kind: 'code', example: 'a_-9'.padEnd(22, 'x') }),
  }),
  bytesMax: webhookMaxBytes,
} as const satisfies Endpoint;
