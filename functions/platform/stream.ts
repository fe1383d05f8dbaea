import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { log } from './log.ts';

/** What a record of the table's stream says: which item, of which kind, new or changed. */
export interface StreamedItem {
  readonly pk: string;
  readonly sk: string;
  readonly kind: string;
  readonly isNew: boolean;
  /** The texts among the attributes of the new image, and its numbers as they are written. */
  readonly texts: Readonly<Record<string, string | undefined>>;
}

/** The item of a record; undefined for a removal. */
function itemOf({ dynamodb, eventName }: DynamoDBRecord): StreamedItem | undefined {
  if (!dynamodb?.NewImage) return undefined;
  const texts: Record<string, string | undefined> = Object.fromEntries(
    Object.entries(dynamodb.NewImage).map(([name, value]) => [name, value.S ?? value.N]),
  );
  const { pk = '', sk = '', kind = '' } = texts;
  return { pk, sk, kind, isNew: eventName === 'INSERT', texts };
}

/**
 * Works on the items of a batch in order. The first that fails stops the batch: the stream gives it
 * and what follows again, and what cannot succeed ends in the dead-letter queue.
 */
export async function workThrough(
  event: DynamoDBStreamEvent,
  work: (item: StreamedItem) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  for (const record of event.Records) {
    const item = itemOf(record);
    try {
      if (item) await work(item);
    } catch (error) {
      log.error('stream record failed', {
        kind: item?.kind,
        fault: error instanceof Error ? error.name : typeof error,
        at: error instanceof Error ? error.stack?.split('\n').slice(1, 6) : undefined,
      });
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
}
