import { createHash, timingSafeEqual } from 'node:crypto';

interface GatewayRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const isSame = (left: string, right: string): boolean =>
  timingSafeEqual(digest(left), digest(right));

/** Whether a request came through CloudFront: it alone knows the secret of the origin. */
export async function handler({ headers }: GatewayRequest): Promise<{ isAuthorized: boolean }> {
  const given = headers[process.env['ORIGIN_HEADER'] ?? ''] ?? '';
  const ids = (process.env['ORIGIN_SECRET_IDS'] ?? '').split(' ');
  const accepted = await Promise.all(ids.map(secretOf));
  return { isAuthorized: accepted.some((secret) => isSame(secret, given)) };
}

/** Throws when a secret cannot be read: the gateway then refuses, it never lets in. */
async function secretOf(id: string): Promise<string> {
  const url = `${process.env['SECRETS_URL']}/secretsmanager/get?secretId=${encodeURIComponent(id)}`;
  const response = await fetch(url, {
    headers: { 'x-aws-parameters-secrets-token': process.env['AWS_SESSION_TOKEN'] ?? '' },
    signal: AbortSignal.timeout(3_000),
  });
  const body: unknown = await response.json();
  const secret: unknown =
    typeof body === 'object' && body !== null && 'SecretString' in body ? body.SecretString : '';
  if (!response.ok || typeof secret !== 'string' || secret.length < 32)
    throw new Error('an origin secret cannot be read');
  return secret;
}
