import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { dayInParis } from '#shared/domain/dates.ts';
import { streamConsumers } from '#shared/contract/background.ts';
import { localCredentials, localRegion, localTableName, startDynamoDb } from './dynamodb.ts';
import { loadDemo } from './demo/load.ts';
import { demoRoutes } from './demo/routes.ts';
import { tellStory } from './demo/story.ts';
import { demoSecrets, secretsFolder } from './demo/secrets.ts';
import { invokeBuilt, isBuilt } from './functions.ts';
import { gateway, sendProblem } from './gateway.ts';
import { localMail, localMailFrom, mailPath, sesPath } from './mail.ts';
import { localBucketName, objectStore, objectsPath } from './objects.ts';
import { localClientId, oidcPath, openIdProvider } from './oidc.ts';
import { platformApis, platformsPath, platformUrls } from './platforms/platforms.ts';
import { startScheduler } from './scheduler.ts';
import { keptSecrets, parameterStore, secretsPath, secretStore, ssmPath } from './secrets.ts';
import { startStreams } from './streams.ts';
import { webSite } from './web.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface Portal {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const host = '127.0.0.1';

/** Takes the port before anything else is started; fails at once when somebody has it. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** What the functions read from their environment, the same names as on AWS. */
function setEnvironment(origin: string, tableEndpoint: string, token: string): void {
  Object.assign(process.env, {
    APP_ORIGIN: origin,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_SESSION_TOKEN: token,
    AWS_REGION: localRegion,
    AWS_ENDPOINT_URL_DYNAMODB: tableEndpoint,
    AWS_ENDPOINT_URL_S3: `${origin}${objectsPath}`,
    TABLE_NAME: localTableName,
    BUCKET_NAME: localBucketName,
    AWS_ENDPOINT_URL_SESV2: `${origin}${sesPath}`,
    MAIL_FROM: localMailFrom,
    OIDC_ISSUER: `${origin}${oidcPath}`,
    OIDC_CLIENT_ID: localClientId,
    SECRETS_URL: `${origin}${secretsPath}`,
    SECRETS_PATH: secretsFolder,
    AWS_ENDPOINT_URL_SSM: `${origin}${ssmPath}/`,
    ...platformUrls(origin),
    POWERTOOLS_LOG_LEVEL: process.env['POWERTOOLS_LOG_LEVEL'] ?? 'WARN',
  });
}

/** Which part of the house answers a path; the site answers all others. */
function answersBy(prefixes: Readonly<Record<string, Answer>>, site: Answer): Answer {
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const prefix = Object.keys(prefixes).find((one) => path === one || path.startsWith(`${one}/`));
    return (prefix === undefined ? site : (prefixes[prefix] ?? site))(request, response);
  };
}

const starting: Answer = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
  response.end('Tirelire démarre…\n');
};

/** The whole portal in one process, on one port of this machine, its data in one folder. */
export async function startPortal({
  port,
  folder,
}: {
  readonly port: number;
  readonly folder: string;
}): Promise<Portal> {
  let answer: Answer = starting;
  const server = createServer((request, response) => {
    Promise.resolve(answer(request, response)).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendProblem(response, 500);
    });
  });
  const origin = `http://${host}:${await listen(server, port)}`;
  const parts = await startParts(origin, resolve(folder)).catch((error: unknown) => {
    server.close();
    throw error;
  });
  answer = parts.answer;
  await parts.tellRest();
  return {
    url: origin,
    stop: async () => {
      server.close();
      await parts.stop();
      server.closeAllConnections();
    },
  };
}

async function startParts(origin: string, folder: string) {
  const readyFile = join(folder, 'ready');
  const isReady = await stat(readyFile).then(
    () => true,
    () => false,
  );
  if (!isReady) await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'dynamodb'), { recursive: true });
  const token = randomBytes(24).toString('base64url');
  const table = await startDynamoDb({ path: join(folder, 'dynamodb') });
  try {
    setEnvironment(origin, table.endpoint, token);
    const today = dayInParis(new Date().toISOString());
    const told = isReady ? undefined : await loadDemo(today, folder);
    const consumers = streamConsumers.filter(({ functionName }) => isBuilt(functionName));
    const streams = await startStreams({
      endpoint: table.endpoint,
      folder,
      invoke: invokeBuilt,
      consumers,
    });
    const scheduler = startScheduler(invokeBuilt);
    const secrets = await keptSecrets(join(folder, 'secrets.json'), demoSecrets);
    const api = gateway(invokeBuilt);
    const site = webSite('dist/web');
    const answer = answersBy(
      {
        '/api': api,
        '/hooks': api,
        '/f': api,
        [oidcPath]: await openIdProvider(origin, folder),
        [objectsPath]: objectStore(join(folder, 'objects')),
        [mailPath]: localMail(join(folder, 'outbox')),
        [secretsPath]: secretStore(secrets.read, token),
        [ssmPath]: parameterStore(secrets),
        [platformsPath]: platformApis(),
        '/local/gallery': site,
        '/local': demoRoutes(folder, invokeBuilt),
      },
      site,
    );
    const stop = async (): Promise<void> => {
      scheduler.stop();
      await streams.stop();
      await table.stop();
    };
    const tellRest = async (): Promise<void> => {
      if (told) await tellStory(origin, told, today);
      await writeFile(readyFile, '');
    };
    return { answer, tellRest, stop };
  } catch (error) {
    await table.stop();
    throw error;
  }
}
