import { createHash } from 'node:crypto';
import * as z from 'zod';
import { endpointKey } from './keys.ts';
import { coopScopeOf, type CoopScope } from './scope.ts';
import { getItem, putAnyway, type Write } from './table.ts';

const endpointItem = z.object({
  department: z.string(),
  coopId: z.string(),
  provider: z.string(),
  /** How this endpoint is signed. Pinned here: a message never chooses. */
  scheme: z.enum(['standard', 'stripe']),
  /** The account of the platform that may call here, where messages name one. */
  accountId: z.string().optional(),
  /** Where the secret is kept: a name, never the secret. */
  secretName: z.string(),
  /** Where the read-only key of the platform's API is kept. */
  apiKeyName: z.string().optional(),
  status: z.enum(['live', 'disabled']),
});

/** Where a platform calls for one cooperative. */
export type WebhookEndpoint = z.output<typeof endpointItem>;

/** The digest of a token: the token itself is written nowhere. */
export const tokenDigest = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

/** Access pattern A27: the endpoint behind a token's digest. */
export async function findEndpoint(digest: string): Promise<WebhookEndpoint | undefined> {
  const item = await getItem(endpointKey(digest));
  return item && endpointItem.parse(item);
}

export const keepEndpoint = (token: string, endpoint: WebhookEndpoint): Write =>
  putAnyway({ ...endpointKey(tokenDigest(token)), kind: 'endpoint', ...endpoint });

export const scopeOfEndpoint = ({ department, coopId }: WebhookEndpoint): CoopScope =>
  coopScopeOf(department, coopId);
