import { createServer } from 'node:http';
import { freePort } from '#infra/local/dynamodb.ts';

/** What DynamoDB was asked, and what it would bill. */
export interface Counts {
  requests: number;
  reads: number;
  actions: number;
  readUnits: number;
  writeUnits: number;
}

interface Capacity {
  ReadCapacityUnits?: number;
  WriteCapacityUnits?: number;
  CapacityUnits?: number;
}

const isReading = (operation: string): boolean =>
  /^(Get|BatchGet|Query|TransactGet)/u.test(operation);

/**
 * Stands between the SDK and DynamoDB Local: counts requests, actions of transactions and the
 * capacity units that DynamoDB itself reports.
 */
export async function startCountingProxy(target: string) {
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
      const input = JSON.parse(body) as Record<string, unknown>;
      const answer = await fetch(target, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': operationName,
          authorization: request.headers.authorization ?? '',
          'x-amz-date': String(request.headers['x-amz-date']),
        },
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
  const count = (operation: string, input: Record<string, unknown>, text: string): void => {
    counts.requests += 1;
    if (isReading(operation)) counts.reads += 1;
    counts.actions += Array.isArray(input['TransactItems']) ? input['TransactItems'].length : 0;
    const { ConsumedCapacity } = JSON.parse(text) as { ConsumedCapacity?: Capacity | Capacity[] };
    for (const used of [ConsumedCapacity ?? []].flat()) {
      const reading = used.ReadCapacityUnits ?? (isReading(operation) ? used.CapacityUnits : 0);
      const writing = used.WriteCapacityUnits ?? (isReading(operation) ? 0 : used.CapacityUnits);
      counts.readUnits += reading ?? 0;
      counts.writeUnits += writing ?? 0;
    }
  };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${port}`,
    /** What was counted since the last call. */
    take: (): Counts => {
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
