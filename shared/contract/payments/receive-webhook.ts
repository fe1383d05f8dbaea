import * as z from 'zod';
import type { Endpoint } from '../endpoint.ts';

const webhookMaxBytes = 65_536;

/** Where payment platforms call. The token tells the cooperative, the signature tells the truth. */
export const receiveWebhookEndpoint = {
  method: 'POST',
  path: '/hooks/{provider}/{token}',
  permission: 'public',
  summary: 'Receives a signed event of a payment platform',
  params: z.strictObject({
    provider: z.string().regex(/^[a-z]{2,30}$/u),
    token: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/u),
  }),
  bytesMax: webhookMaxBytes,
} as const satisfies Endpoint;
