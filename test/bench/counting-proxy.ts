import { createServer } from 'node:http';
import { freePort } from '#infra/local/dynamodb.ts';
import { itemBytes, transactionalUnits, type Attribute } from './item-size.ts';

/** What DynamoDB was asked, and what it would bill. */
export interface Counts {
  requests: number;
  reads: number;
  actions: number;
  readUnits: number;
  writeUnits: number;
}

interface Capacity {
  readonly CapacityUnits?: number;
}

interface Input {
  readonly TransactItems?: readonly {
    readonly Put?: { readonly Item: Record<string, Attribute> };
    readonly Update?: { readonly TableName: string; readonly Key: unknown };
  }[];
}

const isReading = (operation: string): boolean =>
  /^(Get|BatchGet|Query|TransactGet)/u.test(operation);

/**
 * Stands between the SDK and DynamoDB Local: counts requests, actions of transactions, read units
 * as it reports them, and write units by the sizes of the items. (DynamoDB Local reports half a
 * unit for an item of a transaction, so those are computed.)
 */
export async function startCountingProxy(target: string) {
  const updated: { TableName: string; Key: unknown }[] = [];
  let reader: Record<string, string> = {};
  const counts: Counts = { requests: 0, reads: 0, actions: 0, readUnits: 0, writeUnits: 0 };
  const port = await freePort();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void forward(Buffer.concat(chunks).toString(), String(request.headers['x-amz-target'])).then(
        ({ status, text, headers }) => response.writeHead(status, headers).end(text),
        () => response.writeHead(502).end(),
      );
    });
    const forward = async (body: string, operationName: string) => {
      const operation = operationName.split('.').at(-1) ?? '';
      const input = JSON.parse(body) as Input;
      reader = {
        'content-type': 'application/x-amz-json-1.0',
        authorization: request.headers.authorization ?? '',
        'x-amz-date': String(request.headers['x-amz-date']),
      };
      const answer = await fetch(target, {
        method: 'POST',
        headers: { ...reader, 'x-amz-target': operationName },
        body: JSON.stringify({ ...input, ReturnConsumedCapacity: 'TOTAL' }),
      });
      const text = await answer.text();
      count(operation, input, text);
      return {
        status: answer.status,
        text,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
      };
    };
  });
  const count = (operation: string, input: Input, text: string): void => {
    counts.requests += 1;
    if (isReading(operation)) counts.reads += 1;
    for (const action of input.TransactItems ?? []) {
      counts.actions += 1;
      if (action.Put) counts.writeUnits += transactionalUnits(itemBytes(action.Put.Item));
      if (action.Update) updated.push(action.Update);
    }
    const { ConsumedCapacity } = JSON.parse(text) as { ConsumedCapacity?: Capacity | Capacity[] };
    for (const used of [ConsumedCapacity ?? []].flat())
      if (isReading(operation)) counts.readUnits += used.CapacityUnits ?? 0;
  };
  /** An update costs the size of the item it leaves: read after the fact, not counted. */
  const countUpdates = async (): Promise<void> => {
    for (const { TableName, Key } of updated.splice(0)) {
      const answer = await fetch(target, {
        method: 'POST',
        headers: { ...reader, 'x-amz-target': 'DynamoDB_20120810.GetItem' },
        body: JSON.stringify({ TableName, Key }),
      });
      const { Item } = (await answer.json()) as { Item: Record<string, Attribute> };
      counts.writeUnits += transactionalUnits(itemBytes(Item));
    }
  };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${port}`,
    /** What was counted since the last call. */
    take: async (): Promise<Counts> => {
      await countUpdates();
      const taken = { ...counts };
      Object.assign(counts, { requests: 0, reads: 0, actions: 0, readUnits: 0, writeUnits: 0 });
      return taken;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
