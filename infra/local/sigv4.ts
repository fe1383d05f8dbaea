import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { localCredentials } from './dynamodb.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

const escape = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

interface Claim {
  readonly credential: string;
  readonly date: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly payloadHash: string;
}

function claimOf(request: IncomingMessage, query: URLSearchParams): Claim | undefined {
  const signature = query.get('X-Amz-Signature');
  if (signature !== null)
    return {
      credential: query.get('X-Amz-Credential') ?? '',
      date: query.get('X-Amz-Date') ?? '',
      signedHeaders: query.get('X-Amz-SignedHeaders') ?? '',
      signature,
      payloadHash: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
    };
  const [, credential, signedHeaders, signed] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/u.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  if (credential === undefined || signedHeaders === undefined || signed === undefined)
    return undefined;
  return {
    credential,
    date: String(request.headers['x-amz-date']),
    signedHeaders,
    signature: signed,
    payloadHash: String(request.headers['x-amz-content-sha256']),
  };
}

const instantOf = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u, '$1-$2-$3T$4:$5:$6Z'));

/** Header-signed requests are good for this long; a signed link says its own time. */
const freshSeconds = 900;

/**
 * Whether a request to the object store carries a right AWS Signature V4, in its headers or in
 * its link, still in time. Any change to path, query, signed headers or method refuses it.
 */
export function isSigned(request: IncomingMessage, now = Date.now()): boolean {
  const [path = '', queryText = ''] = (request.url ?? '').split('?');
  const query = new URLSearchParams(queryText);
  const claim = claimOf(request, query);
  if (!claim) return false;
  const [accessKey, day = '', region = '', service = ''] = claim.credential.split('/');
  const goodSeconds = Number(query.get('X-Amz-Expires') ?? freshSeconds);
  const ageMs = now - instantOf(claim.date);
  if (
    accessKey !== localCredentials.accessKeyId ||
    !(ageMs > -60_000 && ageMs <= goodSeconds * 1000)
  )
    return false;
  const canonical = [
    request.method,
    path,
    [...query]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${escape(name)}=${escape(value)}`)
      .sort()
      .join('&'),
    ...claim.signedHeaders
      .split(';')
      .map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    claim.signedHeaders,
    claim.payloadHash,
  ].join('\n');
  const scope = `${day}/${region}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', claim.date, scope, hash(canonical)].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<Buffer | string>(
    hmac,
    `AWS4${localCredentials.secretAccessKey}`,
  );
  const expected = hmac(key, text);
  const given = Buffer.from(claim.signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
