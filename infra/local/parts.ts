import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { dayInParis } from '#shared/domain/dates.ts';
import { streamConsumers } from '#shared/contract/background.ts';
import { localCredentials, localRegion, localTableName } from './dynamodb.ts';
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

/** A defect of ours is told as one; the portal goes on. */
const guarded =
  (answer: Answer) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    Promise.resolve(answer(request, response)).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else sendProblem(response, 500);
    });
  };

/** All that answers behind the port, on a table that runs and in a folder that is there. */
export async function startParts(
  origin: string,
  { folder, tableEndpoint, isNew }: { folder: string; tableEndpoint: string; isNew: boolean },
) {
  const token = randomBytes(24).toString('base64url');
  setEnvironment(origin, tableEndpoint, token);
  const today = dayInParis(new Date().toISOString());
  const told = isNew ? await loadDemo(today, folder) : undefined;
  const streams = await startStreams({
    endpoint: tableEndpoint,
    folder,
    invoke: invokeBuilt,
    consumers: streamConsumers.filter(({ functionName }) => isBuilt(functionName)),
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
  return {
    answer: guarded(answer),
    /** What the demonstration tells through the portal itself, once it answers. */
    tellRest: async (): Promise<void> => {
      if (told) await tellStory(origin, told, today);
    },
    stop: async (): Promise<void> => {
      scheduler.stop();
      await streams.stop();
    },
  };
}
