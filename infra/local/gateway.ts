import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { messageOf } from '#shared/contract/messages.ts';
import type { Problem } from '#shared/contract/problem.ts';
import { FunctionTimeout, type Invoke } from './functions.ts';
import { matchRoute, type RouteMatch } from './routes.ts';

/** What API Gateway and Lambda carry at most, in either direction. */
export const payloadMaxBytes = 6_291_456;

const textTypes = /^(?:text\/.*|application\/(?:json|xml|javascript))$/u;

/** Bodies of a known text type travel as text; all others, and those without a type, as base64. */
export function isTextType(contentType: string | undefined): boolean {
  const mediaType = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return textTypes.test(mediaType);
}

/** Names with their values, those of a repeated name joined by commas: whatever the name is. */
function joined(pairs: Iterable<readonly [string, string]>): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(values);
}

/** Header names in lower case, cookies apart. */
function headersOf(rawHeaders: readonly string[]) {
  const pairs: (readonly [string, string])[] = [];
  const cookies: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? '').toLowerCase();
    const value = rawHeaders[index + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/; ?/u).filter(Boolean));
    else pairs.push([name, value]);
  }
  return { headers: joined(pairs), cookies };
}

type Asked = Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'> & { readonly from: string };

/** A request of Node as the event of an HTTP API, payload format 2.0. */
function eventOf(
  { method = 'GET', url = '/', rawHeaders, from }: Asked,
  body: Buffer,
  { routeKey, pathParameters }: RouteMatch,
  at = new Date(),
): APIGatewayProxyEventV2 {
  const [rawPath = '/', rawQueryString = ''] = url.split(/\?(.*)/su);
  const { headers, cookies } = headersOf(rawHeaders);
  const isText = isTextType(headers['content-type']);
  const domainName = headers['host'] ?? '127.0.0.1';
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(rawQueryString !== '' && {
      queryStringParameters: joined(new URLSearchParams(rawQueryString)),
    }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters: { ...pathParameters } }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName,
      domainPrefix: domainName.split('.')[0] ?? domainName,
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: from,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: at.toISOString(),
      timeEpoch: at.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

const answerSchema = z.looseObject({
  statusCode: z.int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().optional(),
});

/** Writes what a function answered; without a status it is the JSON body of a 200. */
function sendAnswer(response: ServerResponse, answered: unknown): void {
  const structured = answerSchema.safeParse(answered);
  const answer = structured.success
    ? structured.data
    : {
        statusCode: 200,
        headers: { 'content-type': 'application/json' },
        cookies: [],
        body: JSON.stringify(answered),
      };
  const { statusCode, headers, cookies, body = '' } = answer;
  if (Buffer.byteLength(body) > payloadMaxBytes) return sendProblem(response, 413);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  const isBase64 = 'isBase64Encoded' in answer && answer.isBase64Encoded === true;
  response.writeHead(statusCode).end(Buffer.from(body, isBase64 ? 'base64' : 'utf8'));
}

const problems = {
  404: ['Introuvable', 'not_found', messageOf.not_found],
  405: ['Méthode non acceptée', 'not_found', 'Cette adresse n’accepte pas cette méthode.'],
  413: ['Trop grand', 'body_too_large', messageOf.body_too_large],
  500: [
    'Erreur du portail',
    'internal',
    'Une erreur du portail empêche cette action. Rien n’a été enregistré.',
  ],
  503: [
    'Indisponible un instant',
    'unavailable',
    'Le portail a mis trop de temps à répondre. Rien n’est perdu : réessayez dans un instant.',
  ],
} as const satisfies Readonly<Record<number, readonly [string, Problem['code'], string]>>;

/** What the gateway itself refuses, in the words and the format of the portal. */
export function sendProblem(
  response: ServerResponse,
  status: keyof typeof problems,
  headers: Readonly<Record<string, string>> = {},
): void {
  const [title, code, detail] = problems[status];
  const problem: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    detail,
    requestId: randomUUID(),
  };
  response
    .writeHead(status, {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 413 && { connection: 'close' }),
      ...headers,
    })
    .end(JSON.stringify(problem));
}

/** The whole body; undefined as soon as it is larger than what Lambda takes. Fails when it is cut. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > payloadMaxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Answers one request as API Gateway would: finds its function, hands over the event, writes. */
export const gateway =
  (invoke: Invoke) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const match = matchRoute(request.method ?? 'GET', path);
    if ('allowed' in match)
      return match.allowed.length === 0
        ? sendProblem(response, 404)
        : sendProblem(response, 405, { allow: match.allowed.join(', ') });
    const body = await bodyOf(request).catch(() => 'aborted' as const);
    if (body === 'aborted') return;
    if (!body) return sendProblem(response, 413);
    const { method, url, rawHeaders } = request;
    const from = request.socket.remoteAddress ?? '127.0.0.1';
    const event = eventOf({ method, url, rawHeaders, from }, body, match);
    if (Buffer.byteLength(event.body ?? '') > payloadMaxBytes) return sendProblem(response, 413);
    try {
      sendAnswer(response, await invoke(match.functionName, event));
    } catch (error) {
      if (!(error instanceof FunctionTimeout)) console.error(error);
      sendProblem(response, error instanceof FunctionTimeout ? 503 : 500);
    }
  };
