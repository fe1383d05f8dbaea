import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { ulid } from 'ulid';
import { openCollectionEndpoint } from '#shared/contract/collections/collection.ts';
import { openCollection } from '#functions/collections/open-collection.ts';
import { handler as receive } from '#functions/payments/webhook.ts';
import { handler as work } from '#functions/payments/worker.ts';
import { findEvent } from '#functions/stores/inbox.ts';
import { inboxPartition } from '#functions/stores/keys.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit, queryAll } from '#functions/stores/table.ts';
import { keepEndpoint, type WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { platformApis, platformsPath, platformUrls } from '#infra/local/platforms/platforms.ts';
import { callOf, newCoop } from './calls.ts';
import { chargeOf, type Delivery } from './messages.ts';

export const standardSecret = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
export const oldStandardSecret = 'whsec_HxAPDg0MCwoJCAcGBQQDAgEAHxAPDg0MCwoJCAcGBQQ=';
export const stripeSecret = 'whsec_of_a_test_0123456789abcdef';

/** What the secret store of a test holds; a test may change it. */
export const secrets: Record<string, string> = {
  '/test/standard': standardSecret,
  '/test/rotating': `${standardSecret} ${oldStandardSecret}`,
  '/test/stripe': stripeSecret,
  '/test/stripe-key': 'rk_test_read_only',
};

/** Answers for the secret store and for the platforms' APIs, until it is closed. */
export async function startPlatform(): Promise<() => void> {
  const platforms = platformApis();
  const server = createServer((request, response) => {
    if (request.url?.startsWith(platformsPath)) return void platforms(request, response);
    const name = new URL(request.url ?? '', 'http://x').searchParams.get('name') ?? '';
    const value = secrets[name];
    response.writeHead(value === undefined ? 400 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value === undefined ? {} : { Parameter: { Value: value } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  process.env['SECRETS_URL'] = `http://127.0.0.1:${port}`;
  Object.assign(process.env, platformUrls(`http://127.0.0.1:${port}`));
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

/** Gives a cooperative an endpoint of its own; the answer is its token. */
export async function newEndpoint(
  scope: CoopScope,
  endpoint: Partial<WebhookEndpoint> = {},
): Promise<string> {
  const token = `token_${ulid()}`;
  await commit([
    keepEndpoint(token, {
      department: scope.department,
      coopId: scope.coopId,
      provider: 'jaikan',
      scheme: 'standard',
      mode: 'live',
      secretName: '/test/standard',
      status: 'live',
      ...endpoint,
    }),
  ]);
  return token;
}

export interface Message {
  readonly id: string;
  readonly body: string | Uint8Array;
  readonly timestamp?: string;
  readonly secret?: string;
}

const seconds = (): string => String(Math.floor(Date.now() / 1000));

/** The headers of Standard Webhooks for a message. */
export function standardHeaders({
  id,
  body,
  timestamp = seconds(),
  secret = standardSecret,
}: Message): Record<string, string> {
  const signature = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

/** The header of Stripe for a message. */
export function stripeHeaders({
  body,
  timestamp = seconds(),
  secret = stripeSecret,
}: Omit<Message, 'id'>): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  return {
    'content-type': 'application/json',
    'stripe-signature': `t=${timestamp},v1=${signature}`,
  };
}

/** The request as API Gateway hands it over. */
export const requestOf = (
  token: string,
  headers: Record<string, string>,
  body: string | Uint8Array,
  { method = 'POST', provider = 'jaikan', sourceIp = '127.0.0.1' } = {},
): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'POST /hooks/{provider}/{token}',
  rawPath: `/hooks/${provider}/${token}`,
  rawQueryString: '',
  headers,
  pathParameters: { provider, token },
  body: Buffer.from(body).toString('base64'),
  isBase64Encoded: true,
  requestContext: {
    accountId: 'local',
    apiId: 'local',
    domainName: 'local',
    domainPrefix: 'local',
    http: { method, path: '/', protocol: 'HTTP/1.1', sourceIp, userAgent: '' },
    requestId: ulid(),
    routeKey: '',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
});

/** Delivers a Standard Webhooks message; the answer is its status. */
export async function deliver(token: string, id: string, content: unknown): Promise<number> {
  const body = JSON.stringify(content);
  const answer = await receive(requestOf(token, standardHeaders({ id, body }), body));
  return answer.statusCode ?? 0;
}

/** Delivers an event of Stripe; the answer is its status. */
export async function deliverStripe(token: string, content: unknown): Promise<number> {
  const body = JSON.stringify(content);
  const answer = await receive(
    requestOf(token, stripeHeaders({ body }), body, { provider: 'stripe' }),
  );
  return answer.statusCode ?? 0;
}

/** The record that the table's stream makes of an item. */
export function recordOf(item: Readonly<Record<string, unknown>>): DynamoDBRecord {
  return {
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: ulid(),
      NewImage: Object.fromEntries(
        Object.entries(item).flatMap(([name, value]): [string, { S: string } | { N: string }][] => {
          if (typeof value === 'string') return [[name, { S: value }]];
          return typeof value === 'number' ? [[name, { N: String(value) }]] : [];
        }),
      ),
    },
  };
}

/** What the stream would say of the events of a cooperative. */
export async function streamOfInbox(scope: CoopScope): Promise<DynamoDBStreamEvent> {
  return { Records: (await queryAll(inboxPartition(scope), 'INBOX#')).map(recordOf) };
}

/** Works on everything that is in the inbox of a cooperative; the answer is how many failed. */
export async function workOnInbox(scope: CoopScope): Promise<number> {
  const { batchItemFailures } = await work(await streamOfInbox(scope));
  return batchItemFailures.length;
}

/** Opens a collecte of so many families; the answer holds their references. */
export async function newCollection(
  scope: CoopScope,
  {
    families = 30,
    title = 'Classe de mer CM2',
    expectedCents = 4_500,
    projectId,
  }: {
    readonly families?: number;
    readonly title?: string;
    readonly expectedCents?: number;
    readonly projectId?: string;
  } = {},
) {
  const collectionId = ulid();
  const opened = await openCollection(
    callOf(openCollectionEndpoint, {
      scope,
      params: { coopId: scope.coopId, collectionId },
      body: openCollectionEndpoint.request.parse({
        title,
        accountNumber: '7080',
        projectId,
        expectedCents,
        dueOn: '2026-04-30',
        families: Array.from({ length: families }, (_, index) => ({
          id: ulid(),
          pupil: `Élève${index + 1} Martin`,
          className: index % 2 === 0 ? 'CM2 A' : 'CM2 B',
        })),
      }),
    }),
  );
  if (!opened.ok) throw new Error(opened.rejection);
  return opened.value;
}

/** A cooperative with its endpoint; a collecte of two families and their charges, when asked. */
export async function coopWith({ families = 2 } = {}) {
  const scope = await newCoop();
  const token = await newEndpoint(scope);
  const opened = families > 0 ? await newCollection(scope, { families }) : undefined;
  const charges = (opened?.families ?? []).map((family, index) =>
    chargeOf(index + 1, family.reference, { fee: 100 }),
  );
  return { scope, token, collectionId: opened?.collection.id ?? '', charges };
}

/** Delivers messages, then works on the inbox; the answer is how many failed. */
export async function tell(scope: CoopScope, token: string, ...messages: readonly Delivery[]) {
  for (const [id, content] of messages) await deliver(token, id, content);
  return workOnInbox(scope);
}

export const statusOf = async (scope: CoopScope, [id]: Delivery): Promise<string | undefined> =>
  (await findEvent(scope, 'jaikan', id))?.status;
