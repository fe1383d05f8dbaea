import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where the stand-in of Stripe's API answers on the portal's own port. */
export const stripePath = '/local/stripe';

type Line = Record<string, unknown>;

const movements = new Map<string, readonly Line[]>();
const bodyMaxBytes = 2_000_000;
const pageSizeMax = 100;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyMaxBytes) throw new RangeError('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const answer = (response: ServerResponse, status: number, content: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(content));
};

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The part of Stripe's API that Tirelire reads: the movements of a payout, a page at a time.
 * `POST /local/stripe/payouts/{id}` says what they are: a JSON list of balance transactions.
 */
export async function stripeApi(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '', 'http://127.0.0.1');
  const path = url.pathname.replace(stripePath, '');
  const [, payoutId] = /^\/payouts\/(\w+)$/u.exec(path) ?? [];
  if (request.method === 'POST' && payoutId !== undefined)
    return register(payoutId, await bodyOf(request), response);
  if (request.method === 'GET' && path === '/v1/balance_transactions')
    return list(request, url.searchParams, response);
  answer(response, 404, { error: { type: 'invalid_request_error' } });
}

function register(payoutId: string, body: string, response: ServerResponse): void {
  const lines: unknown = JSON.parse(body);
  if (!Array.isArray(lines) || !lines.every(isLine))
    return answer(response, 400, { error: { type: 'invalid_request_error' } });
  movements.set(payoutId, lines);
  answer(response, 200, { registered: lines.length });
}

function list(request: IncomingMessage, query: URLSearchParams, response: ServerResponse): void {
  if (!/^Bearer \S+$/u.test(request.headers.authorization ?? ''))
    return answer(response, 401, { error: { type: 'authentication_error' } });
  const lines = movements.get(query.get('payout') ?? '');
  if (!lines) return answer(response, 404, { error: { type: 'invalid_request_error' } });
  const size = Math.min(pageSizeMax, Number(query.get('limit') ?? '10'));
  const after = lines.findIndex(({ id }) => id === query.get('starting_after')) + 1;
  const data = lines.slice(after, after + size);
  answer(response, 200, {
    object: 'list',
    url: '/v1/balance_transactions',
    has_more: after + size < lines.length,
    data,
  });
}
