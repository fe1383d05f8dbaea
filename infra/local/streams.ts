import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import * as z from 'zod';
import { localCredentials, localRegion, localTableName } from './dynamodb.ts';
import { deliver, streamEventOf, type Delivery } from './stream-delivery.ts';

const positionsSchema = z.record(z.string(), z.string());

/** How long between two looks at a quiet stream, and between two looks at its shards. */
const quietMs = 200;
const shardsMs = 10_000;
const batchSize = 100;

/**
 * Feeds the workers with the table's stream, in order for each partition, at least once: the
 * position is on disk and moves only after the workers have answered.
 */
export async function startStreams({
  endpoint,
  folder,
  ...delivery
}: {
  readonly endpoint: string;
  readonly folder: string;
} & Omit<Delivery, 'park' | 'signal'>): Promise<{ readonly stop: () => Promise<void> }> {
  const client = new DynamoDBStreamsClient({
    endpoint,
    region: localRegion,
    credentials: localCredentials,
  });
  const file = join(folder, 'stream-positions.json');
  const positions = positionsSchema.parse(
    JSON.parse(await readFile(file, 'utf8').catch(() => '{}')),
  );
  const stopping = new AbortController();
  const park = async (functionName: string, record: unknown): Promise<void> => {
    const letter = { functionName, at: new Date().toISOString(), record };
    await appendFile(join(folder, 'dead-letters.jsonl'), `${JSON.stringify(letter)}\n`);
    console.error(`${functionName}: an event was parked in dead-letters.jsonl`);
  };
  const reader = shardReader(client, positions);
  const follow = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      let isQuiet = true;
      for (const shard of await reader.openShards()) {
        const { records, arn } = await reader.read(shard);
        if (records.length === 0) continue;
        isQuiet = false;
        const events = records.map((record) => streamEventOf(record, arn));
        await deliver(events, { ...delivery, park, signal: stopping.signal });
        if (stopping.signal.aborted) return;
        positions[shard] = records.at(-1)?.dynamodb?.SequenceNumber ?? '';
        await writeFile(`${file}.new`, JSON.stringify(positions));
        await rename(`${file}.new`, file);
      }
      if (isQuiet) await pause(quietMs, stopping.signal);
    }
  };
  const following = untilStopped(follow, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await following;
      client.destroy();
    },
  };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

/** Follows again after a fault: the positions say where. */
async function untilStopped(follow: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await follow().catch((error: unknown) => {
      if (!signal.aborted) console.error('stream', error);
    });
    if (!signal.aborted) await pause(1_000, signal);
  }
}

/** Reads the shards of the table's newest stream, each from its position on. */
function shardReader(client: DynamoDBStreamsClient, positions: Readonly<Record<string, string>>) {
  let arn = '';
  let shards: readonly Shard[] = [];
  let listedAt = 0;
  const iterators = new Map<string, string>();
  const drained = new Set<string>();

  const list = async (): Promise<void> => {
    if (Date.now() - listedAt < shardsMs && shards.length > 0) return;
    const { Streams } = await client.send(new ListStreamsCommand({ TableName: localTableName }));
    arn = Streams?.[0]?.StreamArn ?? '';
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }));
    shards = StreamDescription?.Shards ?? [];
    listedAt = Date.now();
  };

  const iteratorOf = async (shard: string): Promise<string | undefined> => {
    const position = positions[shard];
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn: arn,
        ShardId: shard,
        ...(position === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position }),
      }),
    );
    return ShardIterator;
  };

  return {
    /** The shards not read to their end whose parents were: order holds from parent to child. */
    openShards: async (): Promise<readonly string[]> => {
      await list();
      const known = new Set(shards.map(({ ShardId }) => ShardId));
      return shards.flatMap(({ ShardId: id, ParentShardId: parent }) => {
        const mustWait = parent !== undefined && known.has(parent) && !drained.has(parent);
        return id === undefined || drained.has(id) || mustWait ? [] : [id];
      });
    },
    read: async (shard: string) => {
      const iterator = iterators.get(shard) ?? (await iteratorOf(shard));
      iterators.delete(shard);
      const { Records, NextShardIterator } = await client.send(
        new GetRecordsCommand({ ShardIterator: iterator, Limit: batchSize }),
      );
      if (NextShardIterator === undefined) drained.add(shard);
      else iterators.set(shard, NextShardIterator);
      return { records: Records ?? [], arn };
    },
  };
}
