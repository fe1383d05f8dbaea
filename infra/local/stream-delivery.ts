import { setTimeout as sleep } from 'node:timers/promises';
import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import * as z from 'zod';
import type { Invoke } from './functions.ts';
import { localRegion } from './dynamodb.ts';

/** A record as Lambda gives it to a worker. */
export interface StreamEvent {
  readonly eventID: string;
  readonly eventName: string;
  readonly eventSource: 'aws:dynamodb';
  readonly eventVersion: string;
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly dynamodb: {
    readonly Keys: StreamImage;
    readonly NewImage?: StreamImage;
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
    readonly StreamViewType: string;
  };
}

type StreamImage = NonNullable<NonNullable<StreamRecord['dynamodb']>['Keys']>;

/** What delivers: the functions, which kinds each wants, and where what never works is parked. */
export interface Delivery {
  readonly invoke: Invoke;
  readonly consumers: readonly {
    readonly functionName: string;
    readonly kinds: readonly string[];
  }[];
  readonly park: (functionName: string, record: StreamEvent) => Promise<void>;
  readonly signal: AbortSignal;
  /** The first pause before a retry; it doubles each time. */
  readonly retryMs?: number;
}

const attemptsMax = 5;
const workerTimeoutMs = 60_000;

export const streamEventOf = (record: StreamRecord, arn: string): StreamEvent => ({
  eventID: record.eventID ?? '',
  eventName: record.eventName ?? '',
  eventSource: 'aws:dynamodb',
  eventVersion: '1.1',
  awsRegion: localRegion,
  eventSourceARN: arn,
  dynamodb: {
    Keys: record.dynamodb?.Keys ?? {},
    ...(record.dynamodb?.NewImage && { NewImage: record.dynamodb.NewImage }),
    SequenceNumber: record.dynamodb?.SequenceNumber ?? '',
    ApproximateCreationDateTime:
      (record.dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
    StreamViewType: 'NEW_IMAGE',
  },
});

/** Gives each consumer what it wants: partitions side by side, each partition in order. */
export async function deliver(events: readonly StreamEvent[], delivery: Delivery): Promise<void> {
  const groups = delivery.consumers.flatMap(({ functionName, kinds }) => {
    const wanted = events.filter(({ dynamodb }) =>
      kinds.includes(dynamodb.NewImage?.['kind']?.S ?? ''),
    );
    const partitions = Map.groupBy(wanted, ({ dynamodb }) => dynamodb.Keys['pk']?.S ?? '');
    return [...partitions.values()].map((partition) => ({ functionName, partition }));
  });
  await Promise.all(
    groups.map(({ functionName, partition }) => deliverInOrder(functionName, partition, delivery)),
  );
}

/**
 * From the first failed record on, everything is given again: what follows it never overtakes it.
 * A record that fails every time is parked, and those behind it go on.
 */
async function deliverInOrder(
  functionName: string,
  partition: readonly StreamEvent[],
  delivery: Delivery,
): Promise<void> {
  const { retryMs = 200, signal } = delivery;
  let rest = partition;
  let attempt = 0;
  while (rest.length > 0 && !signal.aborted) {
    const failed = await firstFailed(functionName, rest, delivery.invoke);
    if (failed === undefined) return;
    attempt = failed > 0 ? 1 : attempt + 1;
    rest = rest.slice(failed);
    const [stuck] = rest;
    if (attempt < attemptsMax) {
      await sleep(retryMs * 2 ** (attempt - 1), undefined, { signal }).catch(() => undefined);
    } else if (stuck) {
      await delivery.park(functionName, stuck);
      rest = rest.slice(1);
      attempt = 0;
    }
  }
}

const answerSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) })
  .optional();

/** The index of the first record that the worker did not take; undefined when it took all. */
async function firstFailed(
  functionName: string,
  records: readonly StreamEvent[],
  invoke: Invoke,
): Promise<number | undefined> {
  try {
    const answered = await invoke(functionName, { Records: records }, workerTimeoutMs);
    const failures = answerSchema.parse(answered ?? undefined)?.batchItemFailures ?? [];
    if (failures.length === 0) return undefined;
    const ids = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
    return Math.max(
      0,
      records.findIndex(({ dynamodb }) => ids.has(dynamodb.SequenceNumber)),
    );
  } catch (error) {
    console.error(functionName, error);
    return 0;
  }
}
