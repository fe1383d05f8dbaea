import {
  endpointStatuses,
  isWebhookScheme,
  type EndpointStatus,
  type WebhookMode,
  type WebhookScheme,
} from '#shared/domain/payments/webhook-scheme.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { endpointKey } from './keys.ts';
import { coopScopeOf, type CoopScope } from './scope.ts';
import { getItem, putAnyway, type Item, type Write } from './table.ts';

/** Where a platform calls for one cooperative. */
export interface WebhookEndpoint {
  readonly department: string;
  readonly coopId: string;
  readonly provider: string;
  /** How this endpoint is signed. Pinned here: a message never chooses. */
  readonly scheme: WebhookScheme;
  /** Real money or trials; a message of the other world is refused. */
  readonly mode: WebhookMode;
  /** The account of the platform that may call here, where messages name one. */
  readonly accountId?: string | undefined;
  /** Where the secret is kept: a name, never the secret. Absent where the scheme has none. */
  readonly secretName?: string | undefined;
  /** When the secret before this one stops being good; while absent, it still is. */
  readonly previousUntil?: string | undefined;
  /** Where the read-only key of the platform's API is kept. */
  readonly apiKeyName?: string | undefined;
  readonly status: EndpointStatus;
}

/** The digest of a token: the token itself is written nowhere. */
export const tokenDigest = (token: string): string => sha256Hex(token);

const textIn = (item: Item, name: string): string => {
  const value = item[name];
  if (typeof value !== 'string') throw new TypeError(`an endpoint without its ${name}`);
  return value;
};

const maybeTextIn = (item: Item, name: string): string | undefined =>
  item[name] === undefined ? undefined : textIn(item, name);

/** The endpoint in an item. By hand, not by zod: the receiver must stay small. */
export function endpointOf(item: Item): WebhookEndpoint {
  const scheme = textIn(item, 'scheme');
  const status = endpointStatuses.find((one) => one === item['status']);
  if (!isWebhookScheme(scheme)) throw new TypeError('an endpoint of an unknown scheme');
  if (status === undefined) throw new TypeError('an endpoint without its status');
  return {
    department: textIn(item, 'department'),
    coopId: textIn(item, 'coopId'),
    provider: textIn(item, 'provider'),
    scheme,
    mode: item['mode'] === 'test' ? 'test' : 'live',
    accountId: maybeTextIn(item, 'accountId'),
    secretName: maybeTextIn(item, 'secretName'),
    previousUntil: maybeTextIn(item, 'previousUntil'),
    apiKeyName: maybeTextIn(item, 'apiKeyName'),
    status,
  };
}

/** Access pattern A27: the endpoint behind a token's digest. */
export async function findEndpoint(digest: string): Promise<WebhookEndpoint | undefined> {
  const item = await getItem(endpointKey(digest));
  return item && endpointOf(item);
}

export const keepEndpoint = (token: string, endpoint: WebhookEndpoint): Write =>
  putAnyway({ ...endpointKey(tokenDigest(token)), kind: 'endpoint', ...endpoint });

export const scopeOfEndpoint = ({
  department,
  coopId,
}: Pick<WebhookEndpoint, 'department' | 'coopId'>): CoopScope => coopScopeOf(department, coopId);

/** The digest in the key of an endpoint; undefined for other partitions. */
export const digestOfEndpointKey = (pk: string): string | undefined =>
  /^ENDPOINT#([0-9a-f]{64})$/u.exec(pk)?.[1];
