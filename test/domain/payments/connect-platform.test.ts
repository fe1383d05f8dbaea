import { expect, test } from 'vitest';
import { checkConnection } from '#shared/domain/payments/connect-platform.ts';
import { catalogue, houseOf } from '#shared/domain/payments/platform-catalogue.ts';

const usable = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';

test('accepts a platform with a usable secret', () => {
  expect(checkConnection({ provider: 'jaikan', secret: usable }).ok).toBe(true);
  const shop = { provider: 'payzen', accountId: '11223344', secret: 'testpassword_0123456789' };
  expect(checkConnection(shop).ok).toBe(true);
});

test.each<[string, string | undefined]>([
  ['absent', undefined],
  ['empty', ''],
  ['with a space', 'whsec_AAECAwQFBgcICQ oLDA0ODw=='],
  ['of fifteen bytes', 'whsec_AAECAwQFBgcICQoLDA0O'],
  ['not base64', 'whsec_zzzz!zzzzzzzzzzzzzzzzzzzzz'],
])('A40: a secret %s is refused when it is typed', (_, secret) => {
  expect(checkConnection({ provider: 'jaikan', secret })).toMatchObject({
    rejection: 'secret_unusable',
    field: 'secret',
  });
});

test('A36: a platform whose key could be made empty is not offered, and a key that decodes to nothing is refused', () => {
  expect(checkConnection({ provider: 'adyen', secret: usable })).toMatchObject({
    rejection: 'not_found',
  });
  const notHex = checkConnection({ provider: 'jaikan', secret: 'whsec_' });
  expect(notHex).toMatchObject({ rejection: 'secret_unusable' });
});

/** The account of HelloAsso is a word, put in an address of its own: it may look like a host. */
const isWord = (accountId: string): boolean => ['2130706433', 'localhost'].includes(accountId);

test.each([
  'https://127.0.0.1/',
  'http://[::1]/',
  '127.0.0.1',
  '2130706433',
  'localhost',
  'localhost/a',
  '../a',
  'acct_é',
])('A104: no platform takes %s for an account, and none asks for an address', (accountId) => {
  const asked = catalogue.filter((one) => !isWord(accountId) || houseOf(one) !== 'helloasso');
  expect(asked.length).toBeGreaterThanOrEqual(catalogue.length - 2);
  for (const { provider } of asked)
    expect(checkConnection({ provider, accountId, secret: usable }), provider).toMatchObject({
      rejection: 'account_wrong',
    });
});

test('rejects: secret_not_used', () => {
  expect(checkConnection({ provider: 'payplug', secret: usable })).toMatchObject({
    rejection: 'secret_not_used',
  });
});

test('rejects: api_key_unusable', () => {
  const wrong = {
    provider: 'stripe',
    secret: 'whsec_0123456789abcdef',
    apiKey: 'sk_live_all_rights_1',
  };
  expect(checkConnection(wrong)).toMatchObject({ rejection: 'api_key_unusable' });
});

test('an account is one account, whichever way its messages are signed', () => {
  const houses = catalogue.filter(({ name }) => name.startsWith('HelloAsso')).map(houseOf);
  expect(new Set(houses)).toEqual(new Set(['helloasso']));
});
