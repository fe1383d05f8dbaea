import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { handler as work } from '#functions/payments/worker.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { listPayments } from '#functions/stores/family-payments.ts';
import { findEvent } from '#functions/stores/inbox.ts';
import { coopKeys } from '#functions/stores/keys.ts';
import { findPayout } from '#functions/stores/payouts.ts';
import { findPlatformPayments } from '#functions/stores/platform-payments.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { changeItem, commit } from '#functions/stores/table.ts';
import { keepEndpoint, findEndpoint, tokenDigest } from '#functions/stores/webhook-endpoints.ts';
import { heldBecause } from '#shared/domain/payments/held.ts';
import { payoutCreated, payoutPaid, succeeded, type Delivery } from '#test/support/messages.ts';
import {
  coopWith,
  deliver,
  recordOf,
  startPlatform,
  statusOf,
  streamOfInbox,
  tell,
  workOnInbox,
} from '#test/support/platform.ts';
import {
  helloAssoPayment,
  inboxOf,
  platformAnswers,
  platformOf,
  signedByGoCardless,
  signedByHelloAsso,
} from '#test/support/signed.ts';
import { inboxStatus, stripeCoopWith } from '#test/support/stripe.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());
beforeEach(() => platformAnswers('HELLOASSO_API_URL', []));

const again = (scope: CoopScope, [id]: Delivery) =>
  changeItem(coopKeys.inbox(scope, 'jaikan', id), {
    UpdateExpression: 'SET #status = :received',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':received': 'received' },
  });

test('A69: fifty deliveries at once are one event, and one effect', async () => {
  const { scope, token, collectionId, charges } = await coopWith({ families: 1 });
  const [id, content] = succeeded(charges[0]!);
  const answers = await Promise.all(Array.from({ length: 50 }, () => deliver(token, id, content)));
  expect(new Set(answers)).toEqual(new Set([200]));
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([{ deliveries: 50, status: 'done' }]);
  expect(await listPayments(scope, collectionId)).toHaveLength(1);
});

test('A70: the second body of an event has no effect, even worked on by hand', async () => {
  const { scope, token, collectionId, charges } = await coopWith({ families: 1 });
  const [id, content] = succeeded(charges[0]!);
  const other = succeeded({ ...charges[0]!, gross_cents: 9_900, net_cents: 9_800 });
  await deliver(token, id, content);
  await deliver(token, id, other[1]);
  const [, conflict] = await inboxOf(scope);
  expect(conflict).toMatchObject({ conflictsWith: id, status: 'held' });
  await again(scope, [String(conflict?.['eventId']), other[1]]);
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'done' },
    { status: 'held', reason: heldBecause.body_conflict },
  ]);
  expect(await listPayments(scope, collectionId)).toMatchObject([{ grossCents: 4_500 }]);
});

test('A71: a notification of HelloAsso sent again is the same event; a new state is another', async () => {
  const { scope, send } = await platformOf('helloasso');
  for (let count = 0; count < 3; count += 1) await send(signedByHelloAsso(helloAssoPayment()));
  expect(await inboxOf(scope)).toMatchObject([{ deliveries: 3, status: 'received' }]);
  const refunded = { state: 'Refunded', meta: { updatedAt: '2026-03-12T08:00:00+01:00' } };
  await send(signedByHelloAsso(helloAssoPayment(refunded)));
  expect(await inboxOf(scope)).toHaveLength(2);
});

test('A72: what was received has no end of life: a body sent again after 14 months is known', async () => {
  const { scope, send } = await platformOf('helloasso');
  await send(signedByHelloAsso(helloAssoPayment()));
  const [item] = await inboxOf(scope);
  expect(Object.keys(item ?? {}).filter((name) => /ttl|expire/iu.test(name))).toEqual([]);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 425 * 86_400_000 });
  expect(await send(signedByHelloAsso(helloAssoPayment()))).toBe(200);
  vi.useRealTimers();
  expect(await inboxOf(scope)).toMatchObject([{ deliveries: 2 }]);
});

test('A73: a delivery that could not be written is not acknowledged; the next one is', async () => {
  const { scope, token, charges } = await coopWith({ families: 1 });
  const [id, content] = succeeded(charges[0]!);
  await deliver(token, 'msg_0', { type: 'a' });
  vi.stubEnv('TABLE_NAME', 'NoSuchTable');
  expect(await deliver(token, id, content)).toBe(503);
  vi.unstubAllEnvs();
  expect(await deliver(token, id, content)).toBe(200);
  await workOnInbox(scope);
  expect(await statusOf(scope, [id, content])).toBe('done');
});

test('A73: all the events of a request are written before it is acknowledged', async () => {
  const { scope, send } = await platformOf('gocardless');
  const events = Array.from({ length: 120 }, (_, index) => ({
    id: `EV${String(index).padStart(4, '0')}`,
    resource_type: 'mandates',
    action: 'created',
    links: {},
  }));
  expect(await send(signedByGoCardless({ events }))).toBe(200);
  expect(await inboxOf(scope)).toHaveLength(120);
  expect(await send(signedByGoCardless({ events: events.slice(0, 2) }))).toBe(200);
  expect((await inboxOf(scope)).map(({ deliveries }) => deliveries).slice(0, 3)).toEqual([2, 2, 1]);
});

test('A74: cut short after it wrote, the worker does it again and changes nothing', async () => {
  const { scope, token, collectionId, charges } = await coopWith();
  const payout = payoutPaid('jp_1', charges);
  await tell(scope, token, payout);
  const before = [await listEntries(scope, '2025'), await listPayments(scope, collectionId)];
  await again(scope, payout);
  await workOnInbox(scope);
  expect(await statusOf(scope, payout)).toBe('done');
  expect([await listEntries(scope, '2025'), await listPayments(scope, collectionId)]).toEqual(
    before,
  );
});

test('A75: two workers on the same events write one entry', async () => {
  const { scope, token, charges } = await coopWith();
  for (const [id, content] of [...charges.map(succeeded), payoutPaid('jp_1', charges)])
    await deliver(token, id, content);
  const stream = await streamOfInbox(scope);
  await Promise.all([work(stream), work(stream)]);
  await work(stream);
  expect(await listEntries(scope, '2025')).toHaveLength(1);
  expect((await inboxOf(scope)).map(({ status }) => status)).toEqual(['done', 'done', 'done']);
});

test('A76: of a batch what comes before the event that fails is done, and it is given again', async () => {
  const { scope, send } = await platformOf('helloasso', { apiKeyName: '/test/helloasso-key' });
  await send(signedByHelloAsso({ eventType: 'Form', data: { organizationSlug: 'les-tilleuls' } }));
  await send(signedByHelloAsso(helloAssoPayment()));
  const [form, payment] = (await inboxOf(scope)).toSorted((one) =>
    one['type'] === 'Form' ? -1 : 1,
  );
  const stream = { Records: [recordOf(form!), recordOf(payment!)] };
  const fault = { path: '/v5/payments/700001', status: 503, body: {} };
  await platformAnswers('HELLOASSO_API_URL', [fault]);
  const { batchItemFailures } = await work(stream);
  expect(batchItemFailures).toEqual([
    { itemIdentifier: stream.Records[1]?.dynamodb?.SequenceNumber },
  ]);
  const statuses = async () =>
    (await inboxOf(scope)).map(({ type, status }) => `${String(type)} ${String(status)}`);
  expect((await statuses()).toSorted()).toEqual(['Form ignored', 'Payment received']);
  await platformAnswers('HELLOASSO_API_URL', []);
  expect(await work(stream)).toEqual({ batchItemFailures: [] });
  expect((await statuses()).toSorted()).toEqual(['Form ignored', 'Payment failed']);
});

test('A78: a refund told before its payment waits for it on the payment', async () => {
  const { scope, tell: tellStripe, families } = await stripeCoopWith(1);
  const charge = {
    id: 'ch_1',
    payment_intent: 'pi_1',
    amount: 4_500,
    currency: 'eur',
    metadata: { family_ref: families[0]?.reference },
  };
  await tellStripe('charge.refunded', { ...charge, amount_refunded: 1_500 });
  await tellStripe('charge.succeeded', { ...charge, amount_refunded: 0 });
  const [payment] = await findPlatformPayments(scope, 'stripe', ['pi_1']);
  expect(payment).toMatchObject({ charge: { grossCents: 4_500 }, refundedAtLeastCents: 1_500 });
});

test('A79: an older word on a payout does not undo a newer one', async () => {
  const { scope, token, charges } = await coopWith();
  const held = charges.map((charge) => ({ ...charge, family_ref: undefined }));
  const lines = JSON.parse(JSON.stringify(held)) as typeof charges;
  await tell(scope, token, payoutPaid('jp_1', lines));
  await tell(scope, token, payoutCreated('jp_1', lines, { amount_cents: 1, lines_count: 2 }));
  const net = lines.reduce((sum, line) => sum + line.net_cents, 0);
  expect(await findPayout(scope, 'jaikan', 'jp_1')).toMatchObject({
    status: 'paid',
    netCents: net,
  });
});

test('A80: a dispute that is won, told in the wrong order, ends won with both movements', async () => {
  const { scope, tell: tellStripe } = await stripeCoopWith(1);
  const [taken, given] = [
    { id: 'txn_taken', amount: -4_500 },
    { id: 'txn_given', amount: 4_500 },
  ];
  const dispute = { id: 'dp_1', payment_intent: 'pi_1', currency: 'eur' };
  const won = { ...dispute, status: 'won', balance_transactions: [taken, given] };
  const { id } = await tellStripe('charge.dispute.funds_reinstated', won);
  await tellStripe('charge.dispute.funds_withdrawn', { ...dispute, balance_transactions: [taken] });
  const [payment] = await findPlatformPayments(scope, 'stripe', ['pi_1']);
  expect(payment?.disputes).toEqual({ txn_taken: 4_500, txn_given: -4_500 });
  expect(await inboxStatus(scope, id)).toBe('held');
});

test('A103: a redirection is not followed, and an address in a message is never called', async () => {
  const { scope, send } = await platformOf('helloasso', { apiKeyName: '/test/helloasso-key' });
  const paymentReceiptUrl = 'http://169.254.169.254/latest/meta-data/';
  await send(signedByHelloAsso(helloAssoPayment({ paymentReceiptUrl })));
  const faults = { method: 'PUT', body: JSON.stringify(['redirect', 'redirect']) };
  await fetch(`${process.env['HELLOASSO_API_URL']}/faults`, faults);
  const called = vi.spyOn(globalThis, 'fetch');
  expect(await workOnInbox(scope)).toBe(1);
  const hosts = called.mock.calls.map(
    ([url]) => new URL(url instanceof Request ? url.url : url).hostname,
  );
  const redirects = called.mock.calls.map(([, options]) => options?.redirect);
  called.mockRestore();
  await fetch(`${process.env['HELLOASSO_API_URL']}/faults`, { method: 'PUT', body: '[]' });
  expect(new Set(hosts)).toEqual(new Set(['127.0.0.1']));
  expect(new Set(redirects)).toEqual(new Set(['error']));
  expect(await inboxOf(scope)).toMatchObject([{ status: 'received' }]);
});

test('while its platform is paused an event waits; it is worked on when the pause ends', async () => {
  const { scope, token, charges } = await coopWith({ families: 1 });
  const endpoint = await findEndpoint(tokenDigest(token));
  await commit([keepEndpoint(token, { ...endpoint!, status: 'paused' })]);
  const event = succeeded(charges[0]!);
  await tell(scope, token, event);
  expect(await findEvent(scope, 'jaikan', event[0])).toMatchObject({
    status: 'held',
    reason: heldBecause.endpoint_paused,
  });
  await commit([keepEndpoint(token, endpoint!)]);
  const { department, coopId } = scope;
  await work({
    Records: [recordOf({ pk: 'ENDPOINT#x', kind: 'endpoint', status: 'live', department, coopId })],
  });
  expect(await statusOf(scope, event)).toBe('done');
});
