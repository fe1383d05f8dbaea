import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readLiveSecrets } from '#functions/gateways/secrets.ts';
import { log } from '#functions/platform/log.ts';
import { receiveEvents } from '#functions/stores/received-events.ts';
import {
  scopeOfEndpoint,
  tokenDigest,
  type WebhookEndpoint,
} from '#functions/stores/webhook-endpoints.ts';
import { knownEndpoint } from './schemes/known-endpoints.ts';
import { mayHint } from './schemes/hints.ts';
import { verify, type Refusal } from './schemes/verify.ts';

/** The same bound as the contract, which this small function does not carry. */
const bodyMaxBytes = 65_536;
const tokenPattern = /^[A-Za-z0-9_-]{22,64}$/u;

/** What the log keeps of a call: never a token, never a body. */
interface Answer {
  readonly status: number;
  readonly why: string;
}

/**
 * Receives an event of a payment platform: verify, write, answer; the work is done from the table's
 * stream. 2xx only once the event is written; 503 when it is our fault, so that it comes again.
 * An unknown token and a wrong signature get the same answer.
 */
export async function handler(
  event: APIGatewayProxyEventV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const answer = await answerTo(event).catch((error: unknown) => ({
    status: 503,
    why: error instanceof Error ? error.name : 'fault',
  }));
  log[answer.status === 503 ? 'error' : 'info']('webhook', {
    provider: event.pathParameters?.['provider'],
    requestId: event.requestContext.requestId,
    ...answer,
  });
  return { statusCode: answer.status, headers: { 'cache-control': 'no-store' }, body: '' };
}

async function answerTo(event: APIGatewayProxyEventV2): Promise<Answer> {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const guarded = guard(event, body);
  if (guarded) return guarded;
  const { provider = '', token = '' } = event.pathParameters ?? {};
  if (!tokenPattern.test(token)) return { status: 401, why: 'token_unknown' };
  const digest = tokenDigest(token);
  const endpoint = await knownEndpoint(digest);
  if (endpoint?.provider !== provider) return { status: 401, why: 'token_unknown' };
  return receive(event, body, endpoint, digest);
}

/** What comes to an endpoint that exists: verified by its scheme, then written. */
async function receive(
  event: APIGatewayProxyEventV2,
  body: Uint8Array,
  endpoint: WebhookEndpoint,
  digest: string,
): Promise<Answer> {
  const now = new Date();
  const nowSeconds = Math.floor(now.getTime() / 1000);
  const request = { headers: event.headers, sourceIp: addressOf(event), body, nowSeconds };
  const verified = verify(endpoint, request, await secretsOf(endpoint, now));
  if (!verified.ok) return { status: statusOf[verified.rejection] ?? 401, why: verified.rejection };
  const { events, kid } = verified.value;
  if (endpoint.status === 'disabled') return { status: 410, why: 'endpoint_disabled' };
  if (kid === undefined && !mayHint(digest, nowSeconds))
    return { status: 429, why: 'too_many_hints' };
  const { provider } = endpoint;
  const received = { provider, receivedAt: now.toISOString(), endpoint: digest, kid };
  await receiveEvents(
    scopeOfEndpoint(endpoint),
    events.map((one) => ({ ...one, ...received })),
  );
  const unreadable = events.some((one) => one.unreadable);
  return { status: 200, why: unreadable ? 'unreadable' : 'received' };
}

/**
 * Who calls. On AWS the gateway only sees CloudFront, which writes the address in a header of its
 * own, over whatever came under that name; no other header is believed.
 */
function addressOf({ headers, requestContext }: APIGatewayProxyEventV2): string {
  const name = process.env['VIEWER_ADDRESS_HEADER'];
  return name === undefined ? requestContext.http.sourceIp : (headers[name] ?? '');
}

const statusOf: Readonly<Partial<Record<Refusal, number>>> = {
  address_wrong: 403,
  hint_malformed: 400,
};

/** The secrets that are good now: the one before is dropped when its time is over. */
async function secretsOf(
  { secretName, previousUntil }: WebhookEndpoint,
  now: Date,
): Promise<readonly string[]> {
  if (secretName === undefined) return [];
  const secrets = await readLiveSecrets(secretName);
  const isOver = previousUntil !== undefined && previousUntil <= now.toISOString();
  return isOver ? secrets.slice(0, 1) : secrets;
}

/** What is refused before anything is read: method, size, a body that is not as it was signed. */
function guard(event: APIGatewayProxyEventV2, body: Uint8Array): Answer | undefined {
  if (event.requestContext.http.method !== 'POST') return { status: 405, why: 'method' };
  if (body.byteLength > bodyMaxBytes) return { status: 413, why: 'too_large' };
  const encoding = event.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return { status: 415, why: 'encoded' };
  return undefined;
}
