import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  freePort,
  localCredentials,
  localRegion,
  localTableName,
  startDynamoDb,
} from '#infra/local/dynamodb.ts';
import { localBucketName, objectStore, objectsPath } from '#infra/local/objects.ts';

async function startObjects() {
  const root = await mkdtemp(join(tmpdir(), 'tirelire-objects-'));
  const port = await freePort();
  const answer = objectStore(root);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await rm(root, { recursive: true, force: true });
  };
  return { endpoint: `http://127.0.0.1:${port}${objectsPath}`, stop };
}

/** DynamoDB Local in memory and an object store for all the tests of a run. */
export async function setup(): Promise<() => Promise<void>> {
  const [table, objects] = await Promise.all([startDynamoDb(), startObjects()]);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    AWS_ENDPOINT_URL_S3: objects.endpoint,
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    TABLE_NAME: localTableName,
    BUCKET_NAME: localBucketName,
    APP_ORIGIN: 'http://127.0.0.1:4100',
    POWERTOOLS_LOG_LEVEL: 'CRITICAL',
    POWERTOOLS_DEV: 'true',
  });
  return async () => {
    await Promise.all([table.stop(), objects.stop()]);
  };
}
