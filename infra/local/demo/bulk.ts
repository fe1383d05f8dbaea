import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DynamoDBDocumentClient,
  type BatchWriteCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import type { Write } from '#functions/stores/table.ts';
import { localTableName } from '../dynamodb.ts';

type Requests = NonNullable<BatchWriteCommand['input']['RequestItems']>[string];

const batchMax = 25;
const atOnce = 4;

/**
 * Puts many new items at once, without their conditions: only for a table that was empty and that
 * nobody reads yet. Updates are left out: who fills a table knows how its items end.
 */
export async function putAll(writes: readonly Write[]): Promise<void> {
  const client = new DynamoDBClient({});
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const items = writes.flatMap(({ Put }) =>
    Put?.Item ? [{ PutRequest: { Item: Put.Item } }] : [],
  );
  const batches: Requests[] = [];
  for (let start = 0; start < items.length; start += batchMax)
    batches.push(items.slice(start, start + batchMax));
  const work = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      let rest: Requests | undefined = batch;
      while (rest && rest.length > 0) {
        const left: BatchWriteCommandOutput = await documents.send(
          new BatchWriteCommand({ RequestItems: { [localTableName]: rest } }),
        );
        rest = left.UnprocessedItems?.[localTableName];
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  client.destroy();
}
