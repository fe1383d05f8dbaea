import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { handler } from '#infra/aws/origin-check/handler.ts';

const oldSecret = 'a'.repeat(64);
const newSecret = 'b'.repeat(64);
const secrets: Record<string, string> = { old: oldSecret, new: newSecret };
let extension: Server;

beforeAll(async () => {
  extension = createServer((request, response) => {
    const id = new URL(request.url ?? '', 'http://localhost').searchParams.get('secretId') ?? '';
    const SecretString = secrets[id];
    response.writeHead(SecretString === undefined ? 400 : 200);
    response.end(JSON.stringify({ SecretString }));
  });
  await new Promise<void>((resolve) => extension.listen(0, '127.0.0.1', resolve));
  process.env['SECRETS_URL'] = `http://127.0.0.1:${(extension.address() as AddressInfo).port}`;
  process.env['ORIGIN_HEADER'] = 'x-tirelire-origin';
  process.env['ORIGIN_SECRET_IDS'] = 'old new';
});

afterAll(() => void extension.close());

const isLetIn = async (headers: Record<string, string>) =>
  (await handler({ headers })).isAuthorized;

test('lets in either secret during a rotation', async () => {
  expect(await isLetIn({ 'x-tirelire-origin': oldSecret })).toBe(true);
  expect(await isLetIn({ 'x-tirelire-origin': newSecret })).toBe(true);
});

test('refuses no secret, a wrong one, and one cut short', async () => {
  expect(await isLetIn({})).toBe(false);
  expect(await isLetIn({ 'x-tirelire-origin': 'c'.repeat(64) })).toBe(false);
  expect(await isLetIn({ 'x-tirelire-origin': oldSecret.slice(1) })).toBe(false);
});

test('lets nobody in when a secret cannot be read', async () => {
  process.env['ORIGIN_SECRET_IDS'] = 'unknown';
  await expect(isLetIn({ 'x-tirelire-origin': '' })).rejects.toThrow('cannot be read');
});
