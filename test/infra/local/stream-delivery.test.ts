import { expect, test } from 'vitest';
import { deliver, type Delivery, type StreamEvent } from '#infra/local/stream-delivery.ts';

const eventOf = (sequence: number, pk: string, kind = 'inbox'): StreamEvent => ({
  eventID: String(sequence),
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  eventVersion: '1.1',
  awsRegion: 'eu-west-3',
  eventSourceARN: 'arn',
  dynamodb: {
    Keys: { pk: { S: pk } },
    NewImage: { kind: { S: kind } },
    SequenceNumber: String(sequence),
    ApproximateCreationDateTime: 0,
    StreamViewType: 'NEW_IMAGE',
  },
});

interface Batch {
  readonly Records: readonly StreamEvent[];
}

const numbersOf = (event: unknown): readonly string[] =>
  (event as Batch).Records.map(({ dynamodb }) => dynamodb.SequenceNumber);

function delivery(invoke: Delivery['invoke'], parked: string[] = []): Delivery {
  return {
    invoke,
    consumers: [{ functionName: 'worker', kinds: ['inbox'] }],
    park: async (_name, { dynamodb }) => void parked.push(dynamodb.SequenceNumber),
    signal: new AbortController().signal,
    retryMs: 1,
  };
}

test('gives a worker only its kinds, each partition in order', async () => {
  const given: (readonly string[])[] = [];
  const events = [eventOf(1, 'a'), eventOf(2, 'b'), eventOf(3, 'a', 'year'), eventOf(4, 'a')];
  await deliver(
    events,
    delivery(async (_name, event) => void given.push(numbersOf(event))),
  );
  expect(given).toEqual([['1', '4'], ['2']]);
});

test('gives again from the first failed record on, and nothing before it', async () => {
  const given: (readonly string[])[] = [];
  await deliver(
    [eventOf(1, 'a'), eventOf(2, 'a'), eventOf(3, 'a')],
    delivery(async (_name, event) => {
      given.push(numbersOf(event));
      return given.length === 1 ? { batchItemFailures: [{ itemIdentifier: '2' }] } : undefined;
    }),
  );
  expect(given).toEqual([
    ['1', '2', '3'],
    ['2', '3'],
  ]);
});

test('parks a record that fails every time, and lets those behind it go on', async () => {
  const parked: string[] = [];
  const done: string[] = [];
  await deliver(
    [eventOf(1, 'a'), eventOf(2, 'a')],
    delivery(async (_name, event) => {
      const [first = ''] = numbersOf(event);
      if (first === '1') throw new Error('poison');
      done.push(...numbersOf(event));
      return undefined;
    }, parked),
  );
  expect({ parked, done }).toEqual({ parked: ['1'], done: ['2'] });
});
