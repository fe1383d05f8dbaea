import { createHash, createHmac } from 'node:crypto';
import { requireEnv } from '#functions/platform/config.ts';

const timeoutMs = 4_000;

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** Where Parameter Store is; on one machine, what `infra/local` answers for it. */
const address = (): URL =>
  new URL(
    process.env['AWS_ENDPOINT_URL_SSM'] ?? `https://ssm.${requireEnv('AWS_REGION')}.amazonaws.com/`,
  );

/** The headers of a signed request (AWS Signature V4): the whole body is under the signature. */
function signed(url: URL, target: string, body: string, now: Date): Record<string, string> {
  const at = now.toISOString().replace(/[:-]|\.\d{3}/gu, '');
  const scope = [at.slice(0, 8), requireEnv('AWS_REGION'), 'ssm', 'aws4_request'];
  const token = process.env['AWS_SESSION_TOKEN'];
  const headers: Record<string, string> = {
    'content-type': 'application/x-amz-json-1.1',
    host: url.host,
    'x-amz-content-sha256': hash(body),
    'x-amz-date': at,
    ...(token !== undefined && { 'x-amz-security-token': token }),
    'x-amz-target': target,
  };
  const names = Object.keys(headers).join(';');
  const canonical = [
    'POST',
    url.pathname,
    '',
    ...Object.entries(headers).map(([name, value]) => `${name}:${value}`),
    '',
    names,
    hash(body),
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', at, scope.join('/'), hash(canonical)].join('\n');
  const key = scope.reduce<Buffer | string>(hmac, `AWS4${requireEnv('AWS_SECRET_ACCESS_KEY')}`);
  const credential = `${requireEnv('AWS_ACCESS_KEY_ID')}/${scope.join('/')}`;
  const signature = hmac(key, text).toString('hex');
  const { host: _sentByFetch, ...sent } = headers;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

async function ask(action: string, input: object): Promise<unknown> {
  const url = address();
  const body = JSON.stringify(input);
  const response = await fetch(url, {
    method: 'POST',
    headers: signed(url, `AmazonSSM.${action}`, body, new Date()),
    body,
    signal: AbortSignal.timeout(timeoutMs),
    redirect: 'error',
  });
  if (response.ok) return response.json();
  throw new Error(`parameter store: ${action} answered ${response.status}`);
}

/** Keeps a secret under its name, encrypted; what was there is replaced. */
export async function writeSecret(name: string, value: string): Promise<void> {
  await ask('PutParameter', { Name: name, Value: value, Type: 'SecureString', Overwrite: true });
}

/** The secret under a name as it is now: no extension in between that remembers an older one. */
export async function readSecretNow(name: string): Promise<string> {
  const answer = await ask('GetParameter', { Name: name, WithDecryption: true });
  if (typeof answer === 'object' && answer !== null && 'Parameter' in answer) {
    const { Parameter: found } = answer;
    if (typeof found === 'object' && found !== null && 'Value' in found)
      if (typeof found.Value === 'string') return found.Value;
  }
  throw new Error('parameter store: no value');
}

/** The name of a secret of an endpoint, under the path of the stage: never typed by anybody. */
export const secretNameOf = (
  { department, coopId }: { readonly department: string; readonly coopId: string },
  endpointId: string,
  part: 'secret' | 'key',
): string =>
  `${requireEnv('SECRETS_PATH')}/${department}/${coopId}/${endpointId.slice(0, 24)}-${part}`;
