import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  changeApiKeyEndpoint,
  changePlatformStatusEndpoint,
  connectPlatformEndpoint,
  listPlatformsEndpoint,
  rotateSecretEndpoint,
} from '#shared/contract/platforms/endpoints.ts';
import { readSecretNow } from '#functions/gateways/parameter-store.ts';
import { changeApiKey } from '#functions/platforms/change-api-key.ts';
import { changePlatformStatus } from '#functions/platforms/change-status.ts';
import { connectPlatform } from '#functions/platforms/connect-platform.ts';
import { listPlatforms } from '#functions/platforms/list-platforms.ts';
import { rotateSecret } from '#functions/platforms/rotate-secret.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { queryAll } from '#functions/stores/table.ts';
import { findEndpoint, tokenDigest } from '#functions/stores/webhook-endpoints.ts';
import { localCredentials, localRegion } from '#infra/local/dynamodb.ts';
import { keptSecrets, parameterStore, type KeptSecrets } from '#infra/local/secrets.ts';
import { callOf, newCoop, now } from '#test/support/calls.ts';

const one = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
const two = 'whsec_HxAPDg0MCwoJCAcGBQQDAgEAHxAPDg0MCwoJCAcGBQQ=';

let secrets: KeptSecrets;
const server = createServer((request, response) => void parameterStore(secrets)(request, response));

beforeAll(async () => {
  secrets = await keptSecrets(join(await mkdtemp(join(tmpdir(), 'secrets-')), 'secrets.json'), {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SSM: `http://127.0.0.1:${(server.address() as AddressInfo).port}/local/ssm/`,
    AWS_REGION: localRegion,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    SECRETS_PATH: '/tirelire/test/webhooks',
  });
});
afterAll(() => void server.close());

const newToken = () => randomBytes(32).toString('base64url');

type Wish = (typeof connectPlatformEndpoint)['request']['_output'];

const connect = (scope: CoopScope, wish: Partial<Wish> = {}) =>
  connectPlatform(
    callOf(connectPlatformEndpoint, {
      scope,
      params: { coopId: scope.coopId },
      body: { token: newToken(), provider: 'jaikan', mode: 'live', secret: one, ...wish },
    }),
  );

const list = async (scope: CoopScope) => {
  const answer = await listPlatforms(
    callOf(listPlatformsEndpoint, { scope, params: { coopId: scope.coopId } }),
  );
  return answer.ok ? listPlatformsEndpoint.response.parse(answer.value).platforms : [];
};

const secretOf = async (endpointId: string) =>
  readSecretNow((await findEndpoint(endpointId))?.secretName ?? '');

test('a connected platform is listed without its secret, which only the store holds', async () => {
  const scope = await newCoop();
  const token = newToken();
  expect((await connect(scope, { token })).ok).toBe(true);
  const listed = await list(scope);
  expect(listed).toMatchObject([
    { id: tokenDigest(token), provider: 'jaikan', name: 'Jaïkan', status: 'live', hasSecret: true },
  ]);
  expect(JSON.stringify(listed)).not.toContain('whsec_');
  expect(await secretOf(tokenDigest(token))).toBe(one);
  expect(await list(await newCoop())).toEqual([]);
});

test('asked again the same, it answers the same; asked otherwise, it is refused', async () => {
  const scope = await newCoop();
  const token = newToken();
  await connect(scope, { token });
  expect((await connect(scope, { token })).ok).toBe(true);
  expect(await list(scope)).toHaveLength(1);
  expect(await connect(scope, { token, mode: 'test' })).toMatchObject({
    rejection: 'endpoint_id_reused',
  });
  expect(await connect(await newCoop(), { token })).toMatchObject({
    rejection: 'endpoint_id_reused',
  });
});

test('an account of a platform serves one cooperative only, until it is disconnected', async () => {
  const [scope, other] = [await newCoop(), await newCoop()];
  const shop = {
    provider: 'payzen',
    secret: 'testpassword_0123456789',
    accountId: String(Math.floor(10_000_000 + Math.random() * 89_999_999)),
  };
  const token = newToken();
  await connect(scope, { ...shop, token });
  const form = { ...shop, provider: 'payzenformulaire' };
  for (const wish of [shop, form])
    expect(await connect(other, wish)).toMatchObject({
      rejection: 'platform_account_taken',
      field: 'accountId',
    });
  await changeTo(scope, tokenDigest(token), 'disabled');
  expect((await connect(other, shop)).ok).toBe(true);
});

test.each(['', 'short', 'with a space in it, and long'])(
  'A40: a secret that protects nothing (%j) is refused, and nothing is written',
  async (secret) => {
    const scope = await newCoop();
    expect(await connect(scope, { secret })).toMatchObject({ rejection: 'secret_unusable' });
    expect(await list(scope)).toEqual([]);
  },
);

test('A104: an address of a platform is no field of the request', () => {
  const body = { token: newToken(), provider: 'stripe', mode: 'live', secret: one };
  const { request } = connectPlatformEndpoint;
  expect(request.safeParse(body).success).toBe(true);
  for (const name of ['url', 'baseUrl', 'apiUrl', 'callback'])
    expect(request.safeParse({ ...body, [name]: 'http://127.0.0.1/' }).success).toBe(false);
});

const rotate = (scope: CoopScope, endpointId: string, secret: string, keepPreviousDays = 7) =>
  rotateSecret(
    callOf(rotateSecretEndpoint, {
      scope,
      params: { coopId: scope.coopId, endpointId },
      body: { secret, keepPreviousDays },
    }),
  );

test('a new secret comes first, the one before stays good until its day, never three', async () => {
  const scope = await newCoop();
  const token = newToken();
  const endpointId = tokenDigest(token);
  await connect(scope, { token });
  expect(await rotate(scope, endpointId, two)).toMatchObject({
    value: { previousUntil: new Date(Date.parse(now) + 7 * 86_400_000).toISOString() },
  });
  expect(await secretOf(endpointId)).toBe(`${two} ${one}`);
  expect((await rotate(scope, endpointId, two)).ok).toBe(true);
  expect(await secretOf(endpointId)).toBe(`${two} ${one}`);
  await rotate(scope, endpointId, one, 0);
  expect(await secretOf(endpointId)).toBe(`${one} ${two}`);
  expect((await findEndpoint(endpointId))?.previousUntil).toBe(now);
});

test('rejects a rotation: secret_unusable, not_found', async () => {
  const scope = await newCoop();
  const token = newToken();
  await connect(scope, { token });
  expect(await rotate(scope, tokenDigest(token), 'a b')).toMatchObject({
    rejection: 'secret_unusable',
  });
  expect(await rotate(await newCoop(), tokenDigest(token), two)).toMatchObject({
    rejection: 'not_found',
  });
});

const firstKey = `rk_live_${'1'.repeat(20)}`;
const secondKey = `rk_live_${'2'.repeat(20)}`;

const giveKey = (scope: CoopScope, endpointId: string, apiKey: string) =>
  changeApiKey(
    callOf(changeApiKeyEndpoint, {
      scope,
      params: { coopId: scope.coopId, endpointId },
      body: { apiKey },
    }),
  );

const keyOf = async (endpointId: string) =>
  readSecretNow((await findEndpoint(endpointId))?.apiKeyName ?? '');

test('a key is changed, and given to a platform that was connected without one', async () => {
  const scope = await newCoop();
  for (const wish of [{ apiKey: firstKey }, {}]) {
    const token = newToken();
    const endpointId = tokenDigest(token);
    await connect(scope, { token, provider: 'stripe', ...wish });
    const answer = await giveKey(scope, endpointId, secondKey);
    expect(answer).toMatchObject({ value: { hasApiKey: true } });
    expect(JSON.stringify(answer)).not.toContain('rk_live_');
    expect(await keyOf(endpointId)).toBe(secondKey);
  }
  const acts = (await queryAll(scope.pk, 'AUDIT#')).filter(({ act }) => act === 'change-api-key');
  expect(acts).toHaveLength(2);
  expect(JSON.stringify(acts)).not.toContain('rk_live_');
});

test('rejects a key: api_key_unusable, not_found, endpoint_disabled; the one before stays', async () => {
  const scope = await newCoop();
  const [token, keyless] = [newToken(), newToken()];
  const endpointId = tokenDigest(token);
  await connect(scope, { token, provider: 'stripe', apiKey: firstKey });
  await connect(scope, { token: keyless });
  for (const [id, key] of [
    [endpointId, `sk_live_${'1'.repeat(20)}`],
    [tokenDigest(keyless), secondKey],
  ] as const)
    expect(await giveKey(scope, id, key)).toMatchObject({
      rejection: 'api_key_unusable',
      field: 'apiKey',
    });
  expect(await giveKey(await newCoop(), endpointId, secondKey)).toMatchObject({
    rejection: 'not_found',
  });
  await changeTo(scope, endpointId, 'disabled');
  expect(await giveKey(scope, endpointId, secondKey)).toMatchObject({
    rejection: 'endpoint_disabled',
  });
  expect(await keyOf(endpointId)).toBe(firstKey);
});

const changeTo = (scope: CoopScope, endpointId: string, status: 'live' | 'paused' | 'disabled') =>
  changePlatformStatus(
    callOf(changePlatformStatusEndpoint, {
      scope,
      params: { coopId: scope.coopId, endpointId },
      body: { state: status },
    }),
  );

test('a platform pauses and resumes; disconnected, it never comes back', async () => {
  const scope = await newCoop();
  const token = newToken();
  const endpointId = tokenDigest(token);
  await connect(scope, { token });
  for (const status of ['paused', 'paused', 'live', 'disabled'] as const) {
    expect(await changeTo(scope, endpointId, status)).toMatchObject({ value: { status } });
    expect((await findEndpoint(endpointId))?.status).toBe(status);
  }
  expect(await changeTo(scope, endpointId, 'live')).toMatchObject({
    rejection: 'endpoint_disabled',
  });
  expect(await rotate(scope, endpointId, two)).toMatchObject({ rejection: 'endpoint_disabled' });
});

test('a request that was not signed as it is sent is refused by the store', async () => {
  const address = process.env['AWS_ENDPOINT_URL_SSM'] ?? '';
  const answer = await fetch(address, { method: 'POST', body: '{"Name":"x","Value":"y"}' });
  expect(answer.status).toBe(400);
});
