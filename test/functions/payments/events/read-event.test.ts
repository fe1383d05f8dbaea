import { describe, expect, test } from 'vitest';
import { readMessage } from '#functions/payments/events/read-event.ts';
import { verify } from '#functions/payments/schemes/verify.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { ignoredBecause } from '#shared/domain/payments/held.ts';
import { readSample, samplesIn } from '#test/support/samples.ts';
import { vectorsOf } from '#test/support/vectors.ts';

const endpointOf = (changed: Partial<WebhookEndpoint>): WebhookEndpoint => ({
  department: '06',
  coopId: '06-0001',
  provider: 'x',
  scheme: 'standard',
  mode: 'test',
  status: 'live',
  ...changed,
});

const accounts: Readonly<Record<string, string | undefined>> = {
  lyra: '11223344',
  'lyra-form': '12345678',
  gocardless: 'OR0CONSTR0001',
};

/** What we understand of the first event, or all of them, of a reference vector. */
function readingsOf(folder: string, name: string) {
  const vector = vectorsOf(folder).find((one) => one.name === `CONSTR-${name}.json`);
  if (!vector) throw new Error(`no vector ${name}`);
  const { endpoint, request, secrets } = vector;
  const verified = verify(endpoint, request, secrets);
  if (!verified.ok) throw new Error(verified.rejection);
  const known = endpointOf({ ...endpoint, accountId: accounts[endpoint.scheme] });
  return verified.value.events.map((event) => readMessage(known, event));
}

describe.skipIf(!samplesIn('webhooks/lyra/vectors'))('the reference vectors', () => {
  test.each([
    ['krypton-ipn-paid', { charge: { grossCents: 12_000 }, familyReference: 'FAM-0001' }],
    ['krypton-ipn-instalment-2', { charge: { grossCents: 4_000 } }],
    ['krypton-ipn-refused', { failed: true }],
    ['krypton-ipn-refund', { paymentId: '1c8356b0e24442b2acc579cf1ae4d814' }],
    ['vads-extra-field', { charge: { grossCents: 12_000 }, payerName: 'Zoé LEFÈVRE' }],
  ])('of Lyra: %s', (name, payment) => {
    expect(readingsOf('lyra', name)).toMatchObject([{ kind: 'facts', payments: [payment] }]);
  });

  test('of Lyra: a refund is the amount given back, under its own id', () => {
    expect(readingsOf('lyra', 'krypton-ipn-refund')).toMatchObject([
      { payments: [{ refunds: { '2c8356b0e24442b2acc579cf1ae4d815': 12_000 } }] },
    ]);
  });

  test('A29: of Lyra: a shifted boundary is unreadable', () => {
    expect(readingsOf('lyra', 'vads-shifted-field-boundary')).toMatchObject([
      { kind: 'failed', reason: 'unreadable' },
    ]);
  });

  test('A65: of GoCardless: one event to read again, one of another organisation', () => {
    expect(readingsOf('gocardless', 'two-organisations')).toMatchObject([
      { kind: 'readAgain', what: 'payment', ids: ['PM0CONSTR0002'] },
      { kind: 'failed', reason: 'other_account' },
    ]);
  });

  test('of HelloAsso: a signed payment is read again all the same', () => {
    const [vector] = vectorsOf('helloasso').filter(({ verified }) => verified);
    const payload = vector?.request.body.toString() ?? '';
    const endpoint = endpointOf({ scheme: 'helloasso', accountId: 'ecole-jules-ferry' });
    expect(readMessage(endpoint, { type: 'Payment', payload })).toMatchObject({
      kind: 'readAgain',
      ids: ['700002'],
    });
  });
});

const helloAsso = endpointOf({ scheme: 'helloasso', accountId: 'ecole-jules-ferry' });

describe.skipIf(!samplesIn('webhooks/helloasso'))('the notifications of HelloAsso', () => {
  test.each([
    ['payment-authorized', { kind: 'readAgain', what: 'payment', ids: ['700001'] }],
    ['payment-refunded', { kind: 'readAgain', what: 'payment', ids: ['700007'] }],
    ['payment-contested', { kind: 'readAgain', what: 'payment' }],
    ['order-3-instalments', { kind: 'readAgain', what: 'payment', ids: ['700050'] }],
    ['payment-offline-check', { kind: 'ignored', reason: ignoredBecause.paid_offline }],
    ['payment-other-organisation', { kind: 'failed', reason: 'other_account' }],
    ['form-draft', { kind: 'ignored' }],
  ])('%s', (name, reading) => {
    const payload = JSON.stringify(readSample(`webhooks/helloasso/CONSTR-${name}.json`));
    expect(readMessage(helloAsso, { type: 'x', payload })).toMatchObject(reading);
  });
});

test.each([
  [{ resource_type: 'payouts', action: 'paid', links: { payout: 'PO1A' } }, 'payout', 'PO1A'],
  [{ resource_type: 'refunds', action: 'paid', links: { payment: 'PM1A' } }, 'payment', 'PM1A'],
])('an event of GoCardless says what to read again: %j', (about, what, id) => {
  const payload = JSON.stringify({ id: 'EV1A', ...about });
  const endpoint = endpointOf({ scheme: 'gocardless' });
  expect(readMessage(endpoint, { type: 'x', payload })).toEqual({
    kind: 'readAgain',
    what,
    ids: [id],
  });
});

test.each([
  ['a payment', { resource: 'event', entityId: 'tr_1' }, { kind: 'readAgain', ids: ['tr_1'] }],
  ['a payment link', { resource: 'event', entityId: 'pl_1' }, { kind: 'ignored' }],
  ['an id alone', { id: 'tr_1' }, { kind: 'readAgain', ids: ['tr_1'] }],
  ['no id', { id: '../secret' }, { kind: 'failed' }],
])('a message of Mollie about %s', (_, content, reading) => {
  const payload = JSON.stringify(content);
  expect(readMessage(endpointOf({ scheme: 'mollie' }), { type: 'x', payload })).toMatchObject(
    reading,
  );
});

test('a message that is no plain JSON is unreadable, whoever asks', () => {
  const payload = '{"id":"tr_1","id":"tr_2"}';
  expect(readMessage(endpointOf({ scheme: 'mollie' }), { type: 'x', payload })).toEqual({
    kind: 'failed',
    reason: 'unreadable',
  });
});
