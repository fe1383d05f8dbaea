import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
  type QueryCommandInput,
  type TransactWriteCommandInput,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { requireEnv } from '#functions/platform/config.ts';

/** The place of an item. Only `keys.ts` and the scope make one. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** An item as it comes out, before its store has parsed it. */
export type Item = Readonly<Record<string, unknown>>;

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** What was decided on has moved meanwhile: read again and decide again. */
export class StaleRead extends Error {
  override readonly name = 'StaleRead';
}

let client: DynamoDBDocumentClient | undefined;

const documents = (): DynamoDBDocumentClient =>
  (client ??= DynamoDBDocumentClient.from(
    new DynamoDBClient({ maxAttempts: 4, requestHandler: { requestTimeout: 3_000 } }),
    { marshallOptions: { removeUndefinedValues: true } },
  ));

export const tableName = (): string => requireEnv('TABLE_NAME');

/** The item, read consistently: answers decide about money. */
export async function getItem({ pk, sk }: Key): Promise<Item | undefined> {
  const { Item } = await documents().send(
    new GetCommand({ TableName: tableName(), Key: { pk, sk }, ConsistentRead: true }),
  );
  return Item;
}

const batchMax = 100;

/** The items that exist, in no given order; drained until nothing is left. */
export async function getItems(keys: readonly Key[]): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (let start = 0; start < keys.length; start += batchMax) {
    let rest: Record<string, unknown>[] = keys
      .slice(start, start + batchMax)
      .map(({ pk, sk }) => ({ pk, sk }));
    for (let attempt = 0; rest.length > 0; attempt += 1) {
      if (attempt > 0) await sleep(Math.min(1_000, 20 * 2 ** attempt) * Math.random());
      const { Responses, UnprocessedKeys } = await documents().send(
        new BatchGetCommand({
          RequestItems: { [tableName()]: { Keys: rest, ConsistentRead: true } },
        }),
      );
      found.push(...(Responses?.[tableName()] ?? []));
      rest = UnprocessedKeys?.[tableName()]?.Keys ?? [];
    }
  }
  return found;
}

export interface Page {
  readonly items: readonly Item[];
  /** The sort key to go on after; absent on the last page. */
  readonly next?: string;
}

/** One page of the items of a partition whose sort key begins so, in order; all of it without. */
export async function queryPage(
  pk: string,
  skPrefix: string,
  {
    after,
    limit,
    newestFirst = false,
  }: { after?: string | undefined; limit?: number; newestFirst?: boolean } = {},
): Promise<Page> {
  const input: QueryCommandInput = {
    TableName: tableName(),
    KeyConditionExpression: skPrefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ...(skPrefix !== '' && { ':prefix': skPrefix }) },
    ConsistentRead: true,
    ScanIndexForward: !newestFirst,
    ...(limit !== undefined && { Limit: limit }),
    ...(after !== undefined && { ExclusiveStartKey: { pk, sk: after } }),
  };
  const { Items = [], LastEvaluatedKey } = await documents().send(new QueryCommand(input));
  const next: unknown = LastEvaluatedKey?.['sk'];
  return typeof next === 'string' ? { items: Items, next } : { items: Items };
}

const pagesMax = 200;

/** All the items of a partition whose sort key begins so: follows every page, within a bound. */
export async function queryAll(pk: string, skPrefix: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const answer = await queryPage(pk, skPrefix, { after });
    items.push(...answer.items);
    if (answer.next === undefined) return items;
    after = answer.next;
  }
  throw new Error('more pages than any partition should have');
}

/** The indices of the table, each with the attribute that puts an item in it. */
export const indices = { waiting: 'waitingIn' } as const;

/**
 * The items that an index holds under a value, in its order, a little late: never to decide about
 * money.
 */
export async function queryIndex(
  index: keyof typeof indices,
  value: string,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: QueryCommandInput['ExclusiveStartKey'];
  do {
    const { Items = [], LastEvaluatedKey } = await documents().send(
      new QueryCommand({
        TableName: tableName(),
        IndexName: index,
        KeyConditionExpression: `${indices[index]} = :value`,
        ExpressionAttributeValues: { ':value': value },
        ExclusiveStartKey: after,
      }),
    );
    items.push(...Items);
    after = LastEvaluatedKey;
  } while (after !== undefined);
  return items;
}

const retryable = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);
const attemptsMax = 8;

/**
 * Writes all or nothing. `StaleRead` when one of the conditions no longer holds; conflicts and
 * throttles are tried again, bounded and with jitter.
 */
export async function commit(writes: readonly Write[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await documents().send(new TransactWriteCommand({ TransactItems: [...writes] }));
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? [])
        .map(({ Code }) => Code ?? 'None')
        .filter((code) => code !== 'None');
      if (codes.includes('ConditionalCheckFailed'))
        throw new StaleRead('a condition no longer holds', { cause: error });
      if (!codes.every((code) => retryable.has(code)) || attempt === attemptsMax) throw error;
      await sleep(Math.random() * Math.min(1_000, 20 * 2 ** attempt));
    }
  }
}

/** Puts an item unless its key is taken; false when it was. */
export async function putNew(item: Key & Item): Promise<boolean> {
  try {
    await documents().send(
      new PutCommand({
        TableName: tableName(),
        Item: item,
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}

/** Changes one item; false when its condition does not hold. */
export async function changeItem(
  { pk, sk }: Key,
  change: Omit<UpdateCommandInput, 'TableName' | 'Key'>,
): Promise<boolean> {
  try {
    await documents().send(
      new UpdateCommand({ TableName: tableName(), Key: { pk, sk }, ...change }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}

// The writes of a transaction, in the words of the stores.

/** Puts an item that must not exist yet. */
export const putAbsent = (item: Key & Item): Write => ({
  Put: { TableName: tableName(), Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
});

/** Puts an item whatever was there. */
export const putAnyway = (item: Key & Item): Write => ({
  Put: { TableName: tableName(), Item: item },
});

export const updateWhere = (
  { pk, sk }: Key,
  change: {
    readonly UpdateExpression: string;
    readonly ConditionExpression: string;
    readonly ExpressionAttributeNames?: Record<string, string>;
    readonly ExpressionAttributeValues?: Record<string, unknown>;
  },
): Write => ({ Update: { TableName: tableName(), Key: { pk, sk }, ...change } });

export const deleteWhere = (
  { pk, sk }: Key,
  condition: {
    readonly ConditionExpression: string;
    readonly ExpressionAttributeNames?: Record<string, string>;
    readonly ExpressionAttributeValues?: Record<string, unknown>;
  },
): Write => ({ Delete: { TableName: tableName(), Key: { pk, sk }, ...condition } });

/** Requires something of an item that the transaction leaves as it is. */
export const checkWhere = (
  { pk, sk }: Key,
  condition: {
    readonly ConditionExpression: string;
    readonly ExpressionAttributeNames?: Record<string, string>;
    readonly ExpressionAttributeValues?: Record<string, unknown>;
  },
): Write => ({ ConditionCheck: { TableName: tableName(), Key: { pk, sk }, ...condition } });
