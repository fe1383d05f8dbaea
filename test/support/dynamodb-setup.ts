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
import { localMail, localMailFrom, sesPath } from '#infra/local/mail.ts';
import { localBucketName, objectStore, objectsPath } from '#infra/local/objects.ts';

type Answering = ReturnType<typeof objectStore>;

/** A part of AWS on files, for the whole run. */
async function startStandIn(answerOn: (root: string) => Answering, path: string) {
  const root = await mkdtemp(join(tmpdir(), 'tirelire-stand-in-'));
  const port = await freePort();
  const answer = answerOn(root);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await rm(root, { recursive: true, force: true });
  };
  return { root, endpoint: `http://127.0.0.1:${port}${path}`, stop };
}

/** DynamoDB Local in memory, an object store and an outbox for all the tests of a run. */
export async function setup(): Promise<() => Promise<void>> {
  const [table, objects, mails] = await Promise.all([
    startDynamoDb(),
    startStandIn(objectStore, objectsPath),
    startStandIn(localMail, sesPath),
  ]);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    AWS_ENDPOINT_URL_S3: objects.endpoint,
    AWS_ENDPOINT_URL_SESV2: mails.endpoint,
    MAIL_FROM: localMailFrom,
    OUTBOX: mails.root,
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
    await Promise.all([table.stop(), objects.stop(), mails.stop()]);
  };
}
