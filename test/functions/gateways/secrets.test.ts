import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readLiveSecrets, readSecret } from '#functions/gateways/secrets.ts';

const held: Record<string, string> = { '/a': 'alpha', '/two': 'one  two', '/three': 'a b c' };
const asked: { url: string; token: string | undefined }[] = [];

const server = createServer((request, response) => {
  const shown = request.headers['x-aws-parameters-secrets-token'];
  asked.push({ url: request.url ?? '', token: typeof shown === 'string' ? shown : undefined });
  const name = new URL(request.url ?? '', 'http://x').searchParams.get('name') ?? '';
  response.writeHead(name in held ? 200 : 400, { 'content-type': 'application/json' });
  response.end(JSON.stringify(name === '/odd' ? [] : { Parameter: { Value: held[name] } }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('SECRETS_URL', `http://127.0.0.1:${port}/local/secrets`);
  vi.stubEnv('AWS_SESSION_TOKEN', 'session-token');
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

test('asks the extension by name, with the token of the session', async () => {
  expect(await readSecret('/a')).toBe('alpha');
  expect(asked.at(-1)).toEqual({
    url: '/local/secrets/systemsmanager/parameters/get?name=%2Fa&withDecryption=true',
    token: 'session-token',
  });
});

test('keeps a secret for a minute, no longer: a rotation is seen', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  held['/turning'] = 'old';
  expect(await readSecret('/turning')).toBe('old');
  held['/turning'] = 'new';
  vi.setSystemTime(Date.now() + 59_999);
  expect(await readSecret('/turning')).toBe('old');
  vi.setSystemTime(Date.now() + 1);
  expect(await readSecret('/turning')).toBe('new');
});

test('during a rotation gives both secrets, and never three', async () => {
  expect(await readLiveSecrets('/a')).toEqual(['alpha']);
  expect(await readLiveSecrets('/two')).toEqual(['one', 'two']);
  await expect(readLiveSecrets('/three')).rejects.toThrow('live secrets');
});

test.each(['/nowhere', '/odd'])('throws for %s, without saying more', async (name) => {
  await expect(readSecret(name)).rejects.toThrow(/^secret not available: \d{3}$/u);
});
