import { createHmac } from 'node:crypto';
import { handler } from '#functions/payments/webhook.ts';
import { inboxPartition } from '#functions/stores/keys.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { queryAll } from '#functions/stores/table.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { newCoop } from './calls.ts';
import { newEndpoint, requestOf, secrets } from './platform.ts';

/** How the platforms sign, for tests: written apart from the code that checks it. */

const helloAssoKey = 'testHelloAssoSignatureKey0123456789ABCDEF';
const goCardlessSecret = 'test-gocardless-endpoint-secret-01';
const mollieSecret = 'test-mollie-signing-secret-01';
const lyraPassword = 'testpassword_0123456789abcdefghijklmnop';
export const lyraHmacKey = 'testHmacKey0123456789abcdef';
export const vadsKey = '1122334455667788';

Object.assign(secrets, {
  '/test/helloasso': helloAssoKey,
  '/test/gocardless': goCardlessSecret,
  '/test/mollie': mollieSecret,
  '/test/lyra': lyraPassword,
  '/test/lyra-form': vadsKey,
  '/test/helloasso-key': 'client-of-tests:secret-of-tests',
});

export const hexOf = (key: string, body: string | Uint8Array): string =>
  createHmac('sha256', key).update(body).digest('hex');

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };

/** A request that is ready to be sent: its headers and its bytes. */
export interface Signed {
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array;
}

export const signedByHelloAsso = (content: unknown, key = helloAssoKey): Signed => {
  const body = JSON.stringify(content);
  return { headers: { ...json, 'x-ha-signature': hexOf(key, body) }, body };
};

export const signedByGoCardless = (content: unknown, secret = goCardlessSecret): Signed => {
  const body = JSON.stringify(content);
  return { headers: { ...json, 'webhook-signature': hexOf(secret, body) }, body };
};

export const signedByMollie = (content: unknown): Signed => {
  const body = JSON.stringify(content);
  return {
    headers: { ...json, 'x-mollie-signature': `sha256=${hexOf(mollieSecret, body)}` },
    body,
  };
};

/** The form of a Krypton notification; anything of it may be another. */
export const signedByLyra = (
  answer: unknown,
  changed: Record<string, string> = {},
  key = lyraPassword,
): Signed => {
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const fields = {
    'kr-hash-key': 'password',
    'kr-hash-algorithm': 'sha256_hmac',
    'kr-answer-type': 'V4/Payment',
    'kr-answer': text,
    'kr-hash': hexOf(key, text),
    ...changed,
  };
  return { headers: form, body: new URLSearchParams(fields).toString() };
};

/** The form of a `vads_` notification. */
export const signedByLyraForm = (fields: Record<string, string>, key = vadsKey): Signed => {
  const values = Object.keys(fields)
    .toSorted()
    .map((name) => fields[name] ?? '');
  const signature = createHmac('sha256', key)
    .update([...values, key].join('+'))
    .digest('base64');
  return { headers: form, body: new URLSearchParams({ ...fields, signature }).toString() };
};

export const uuidOf = (index: number): string => String(index).padStart(32, '0');

/** What Lyra answers of one transaction of the shop 11223344. */
export const lyraAnswer = (transaction: Record<string, unknown> = {}, order = {}) => ({
  shopId: '11223344',
  orderStatus: 'PAID',
  serverDate: '2026-03-16T08:00:00+00:00',
  orderDetails: { mode: 'TEST', orderId: 'TRL-AAAAA', orderCurrency: 'EUR', ...order },
  transactions: [
    {
      shopId: '11223344',
      uuid: uuidOf(1),
      amount: 4_500,
      currency: 'EUR',
      status: 'PAID',
      detailedStatus: 'AUTHORISED',
      operationType: 'DEBIT',
      creationDate: '2026-03-16T08:00:00+00:00',
      transactionDetails: { sequenceNumber: 1, parentTransactionUuid: null },
      ...transaction,
    },
  ],
});

export const vadsFields = (changed: Record<string, string> = {}): Record<string, string> => ({
  vads_amount: '4500',
  vads_currency: '978',
  vads_ctx_mode: 'TEST',
  vads_site_id: '12345678',
  vads_trans_id: '000042',
  vads_trans_date: '20260316080000',
  vads_trans_status: 'AUTHORISED',
  vads_trans_uuid: uuidOf(2),
  vads_operation_type: 'DEBIT',
  vads_sequence_number: '1',
  vads_order_id: 'TRL-AAAAA',
  vads_cust_first_name: 'Zoé',
  vads_cust_last_name: 'LEFÈVRE',
  ...changed,
});

/** What HelloAsso notifies of a payment. */
export const helloAssoPayment = (changed: Record<string, unknown> = {}, slug = 'les-tilleuls') => ({
  eventType: 'Payment',
  data: {
    id: 700_001,
    amount: 4_500,
    date: '2026-03-03T10:00:00+01:00',
    state: 'Authorized',
    paymentMeans: 'Card',
    order: { id: 900_001, formSlug: 'classe-de-mer', organizationSlug: slug },
    meta: { updatedAt: '2026-03-03T10:00:05+01:00' },
    ...changed,
  },
});

const endpoints = {
  helloasso: { accountId: 'les-tilleuls', secretName: '/test/helloasso' },
  'helloasso-address': { accountId: 'les-tilleuls', secretName: undefined },
  gocardless: { secretName: '/test/gocardless' },
  mollie: { secretName: undefined },
  sumup: { secretName: undefined },
  payplug: { secretName: undefined },
  lyra: { accountId: '11223344', mode: 'test', secretName: '/test/lyra' },
  'lyra-form': { accountId: '12345678', mode: 'test', secretName: '/test/lyra-form' },
} as const satisfies Record<string, Partial<WebhookEndpoint>>;

/** A cooperative, or the one given, with an endpoint of a scheme and a way to send to it. */
export async function platformOf(
  scheme: keyof typeof endpoints,
  changed: Partial<WebhookEndpoint> = {},
  given?: CoopScope,
) {
  const scope = given ?? (await newCoop());
  const provider = scheme.split('-')[0] ?? '';
  const token = await newEndpoint(scope, { scheme, provider, ...endpoints[scheme], ...changed });
  const send = async ({ headers, body }: Signed, options = {}): Promise<number> =>
    (await handler(requestOf(token, headers, body, { provider, ...options }))).statusCode ?? 0;
  return { scope, token, provider, send };
}

/** The events that a cooperative received, by their id. */
export const inboxOf = (scope: CoopScope) => queryAll(inboxPartition(scope), 'INBOX#');

/** Tells the stand-in of a platform what to answer from now on. */
export async function platformAnswers(variable: string, answers: readonly object[]): Promise<void> {
  const body = JSON.stringify(answers);
  await fetch(`${process.env[variable]}/answers`, { method: 'PUT', body });
}
