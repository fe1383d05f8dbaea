import type { ServerResponse } from 'node:http';

/** What may be wrong with a platform, on demand. */
const faultKinds = [
  'too-many',
  'unavailable',
  'refused',
  'html',
  'cut-short',
  'redirect',
  'silent',
  'huge',
  'other-amount',
] as const;

export type FaultKind = (typeof faultKinds)[number];

export const isFaultKind = (value: unknown): value is FaultKind =>
  faultKinds.some((kind) => kind === value);

/** Larger than any answer that is read. */
const hugeBytes = 6_000_000;

const json = { 'content-type': 'application/json' };

/** Answers as a platform in trouble does; false for a fault that only changes the right answer. */
export function answerWrongly(kind: FaultKind, response: ServerResponse): boolean {
  switch (kind) {
    case 'too-many':
      response.writeHead(429, { ...json, 'retry-after': '1' }).end('{}');
      return true;
    case 'unavailable':
      response.writeHead(503, json).end('{}');
      return true;
    case 'refused':
      response.writeHead(401, json).end('{}');
      return true;
    case 'html':
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end('<!doctype html><title>Maintenance</title>');
      return true;
    case 'cut-short':
      response.writeHead(200, json).end('{"data": [');
      return true;
    case 'redirect':
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
      return true;
    case 'huge':
      response.writeHead(200, json).end(JSON.stringify('x'.repeat(hugeBytes)));
      return true;
    case 'silent': // Never answers: the caller's own bound must end it.
      return true;
    case 'other-amount':
      return false;
  }
}

const amountNames = new Set(['amount', 'credit', 'value', 'shareAmount', 'net']);

const oneMore = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string' && /^-?\d+\.\d$/u.test(value))
    return value.replace(/^-?\d+/u, (whole) => String(Number(whole) + 1));
  if (typeof value === 'string' && /^-?\d+\.\d\d$/u.test(value))
    return value.replace(/^-?\d+/u, (whole) => String(Number(whole) + 1));
  return withOtherAmounts(value);
};

/** The same answer, every amount a little more than what was recorded. */
export function withOtherAmounts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withOtherAmounts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      name,
      amountNames.has(name) ? oneMore(inside) : withOtherAmounts(inside),
    ]),
  );
}
