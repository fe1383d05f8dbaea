import * as z from 'zod';
import { houseOf } from '#shared/domain/payments/platform-catalogue.ts';
import type { EndpointStatus } from '#shared/domain/payments/webhook-scheme.ts';
import { coopKeys, endpointKey, platformAccountKey } from './keys.ts';
import type { CoopScope } from './scope.ts';
import {
  getItem,
  putAbsent,
  putNew,
  queryAll,
  tableName,
  updateWhere,
  type Write,
} from './table.ts';
import { findEndpoint, type WebhookEndpoint } from './webhook-endpoints.ts';

const listedItem = z.object({ endpointId: z.string(), createdAt: z.string() });

/** A connected platform, under the digest of its token. */
export interface ConnectedPlatform extends WebhookEndpoint {
  readonly endpointId: string;
  readonly createdAt: string;
}

/** Lists an endpoint under its cooperative; nothing changes when it is there already. */
export const listEndpointUnder = (
  scope: CoopScope,
  endpointId: string,
  createdAt: string,
): Promise<boolean> => putNew(listed(scope, endpointId, createdAt));

const listed = (scope: CoopScope, endpointId: string, createdAt: string) => ({
  ...coopKeys.endpoint(scope, endpointId),
  kind: 'connectedPlatform',
  endpointId,
  createdAt,
});

/** Access pattern A94 (docs/data-model.md): the platforms of a cooperative, the oldest first. */
export async function listConnectedPlatforms(
  scope: CoopScope,
): Promise<readonly ConnectedPlatform[]> {
  const items = (await queryAll(scope.pk, 'PLATFORM#')).map((item) => listedItem.parse(item));
  const found = await Promise.all(
    items.map(async ({ endpointId, createdAt }) => {
      const endpoint = await findEndpoint(endpointId);
      return endpoint && { ...endpoint, endpointId, createdAt };
    }),
  );
  return found
    .filter((one) => one !== undefined)
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
}

/** Access pattern A94: one of them; undefined for that of another cooperative as well. */
export async function findConnectedPlatform(
  scope: CoopScope,
  endpointId: string,
): Promise<ConnectedPlatform | undefined> {
  const item = await getItem(coopKeys.endpoint(scope, endpointId));
  const endpoint = item && (await findEndpoint(endpointId));
  return endpoint && { ...endpoint, ...listedItem.parse(item) };
}

const accountKeyOf = (endpoint: WebhookEndpoint) =>
  endpoint.accountId === undefined
    ? undefined
    : platformAccountKey(houseOf(endpoint), endpoint.mode, endpoint.accountId);

/** Access pattern A94: whether an account is bound to an endpoint already. */
export async function isAccountTaken(endpoint: WebhookEndpoint): Promise<boolean> {
  const key = accountKeyOf(endpoint);
  return key !== undefined && (await getItem(key)) !== undefined;
}

/** Connects a platform: its endpoint, its place in the list, its account bound to it alone. */
export function connectPlatform(
  scope: CoopScope,
  { endpointId, createdAt, ...endpoint }: ConnectedPlatform,
): readonly Write[] {
  const account = accountKeyOf(endpoint);
  const { department, coopId } = scope;
  return [
    putAbsent({ ...endpointKey(endpointId), kind: 'endpoint', ...endpoint }),
    putAbsent(listed(scope, endpointId, createdAt)),
    ...(account
      ? [putAbsent({ ...account, kind: 'platformAccount', endpointId, department, coopId })]
      : []),
  ];
}

/** Until when the secret before the newest stays good. */
export const endPreviousSecret = (endpointId: string, until: string): Write =>
  updateWhere(endpointKey(endpointId), {
    UpdateExpression: 'SET previousUntil = :until',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':until': until },
  });

/** Where the key of an endpoint is kept; an endpoint that was disabled meanwhile takes none. */
export const nameApiKey = (endpointId: string, apiKeyName: string): Write =>
  updateWhere(endpointKey(endpointId), {
    UpdateExpression: 'SET apiKeyName = :name',
    ConditionExpression: '#status <> :disabled',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':name': apiKeyName, ':disabled': 'disabled' },
  });

/** Another state; once disabled, its account may be bound elsewhere. */
export function changeStatus(
  { endpointId, ...endpoint }: ConnectedPlatform,
  status: EndpointStatus,
): readonly Write[] {
  const account = status === 'disabled' ? accountKeyOf(endpoint) : undefined;
  return [
    updateWhere(endpointKey(endpointId), {
      UpdateExpression: 'SET #status = :status',
      ConditionExpression: '#status = :before',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': status, ':before': endpoint.status },
    }),
    ...(account ? [{ Delete: { TableName: tableName(), Key: { ...account } } }] : []),
  ];
}
