import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listPayments } from '#functions/stores/family-payments.ts';
import { findPlatformPayments } from '#functions/stores/platform-payments.ts';
import { findEndpoint, tokenDigest } from '#functions/stores/webhook-endpoints.ts';
import { failedBecause, heldBecause, ignoredBecause } from '#shared/domain/payments/held.ts';
import { newCoop } from '#test/support/calls.ts';
import { succeeded } from '#test/support/messages.ts';
import {
  coopWith,
  deliver,
  deliverStripe,
  newCollection,
  newEndpoint,
  startPlatform,
  workOnInbox,
} from '#test/support/platform.ts';
import {
  helloAssoPayment,
  inboxOf,
  lyraAnswer,
  platformAnswers,
  platformOf,
  signedByGoCardless,
  signedByHelloAsso,
  signedByLyra,
  signedByLyraForm,
  uuidOf,
  vadsFields,
} from '#test/support/signed.ts';
import { nextId, payoutObject, stripeCoopWith } from '#test/support/stripe.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());
beforeEach(() => platformAnswers('HELLOASSO_API_URL', []));

const other = { status: 'failed', reason: failedBecause.other_account };

test('A62: an event of another account of Stripe, or of none, has no effect', async () => {
  const { scope, tell } = await stripeCoopWith(1);
  await tell('payout.paid', payoutObject('po_1', 100), 'acct_of_somebody_else');
  expect(await inboxOf(scope)).toMatchObject([other]);
});

test('A62: an endpoint without an account takes no event that names one', async () => {
  const scope = await newCoop();
  const options = { provider: 'stripe', scheme: 'stripe', secretName: '/test/stripe' } as const;
  const token = await newEndpoint(scope, options);
  const object = payoutObject('po_1', 100);
  const event = { id: nextId('evt'), type: 'payout.paid', created: 1_773_648_000, account: 'acct_1' };
  await deliverStripe(token, { ...event, data: { object } });
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([other]);
});

test('A63: the payment of another association has no effect, here or there', async () => {
  const [mine, theirs] = [await platformOf('helloasso'), await platformOf('helloasso')];
  await mine.send(signedByHelloAsso(helloAssoPayment({}, 'une-autre-ecole')));
  await workOnInbox(mine.scope);
  expect(await inboxOf(mine.scope)).toMatchObject([other]);
  expect(await inboxOf(theirs.scope)).toEqual([]);
});

test.each(['lyra', 'lyra-form'] as const)(
  'A63: nor that of another shop, by %s',
  async (scheme) => {
    const { scope, send } = await platformOf(scheme, { accountId: '99999999' });
    await send(scheme === 'lyra' ? signedByLyra(lyraAnswer()) : signedByLyraForm(vadsFields()));
    await workOnInbox(scope);
    expect(await inboxOf(scope)).toMatchObject([other]);
  },
);

const renamed = {
  eventType: 'Organization',
  data: { old_slug_organization: 'les-tilleuls', new_slug_organization: 'attaquant' },
};

test('A64: a new name of the account binds nothing', async () => {
  const { scope, token, send } = await platformOf('helloasso-address');
  const sent = { headers: {}, body: JSON.stringify(renamed) };
  expect(await send(sent, { sourceIp: '51.138.206.200' })).toBe(200);
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'failed', reason: failedBecause.account_changes },
  ]);
  expect(await findEndpoint(tokenDigest(token))).toMatchObject({ accountId: 'les-tilleuls' });
});

test('A65: of a batch of two organisations each event is judged alone', async () => {
  const { scope, send } = await platformOf('gocardless', { accountId: 'OR1' });
  const about = (id: string, payment: string, organisation: string) => ({
    id,
    resource_type: 'payments',
    action: 'confirmed',
    links: { payment, organisation },
  });
  const events = [about('EV1', 'PM1', 'OR1'), about('EV2', 'PM2', 'OR2')];
  expect(await send(signedByGoCardless({ events, meta: { webhook_id: 'WB1' } }))).toBe(200);
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { eventId: 'EV1', type: 'payments.confirmed', reason: heldBecause.access_missing },
    { eventId: 'EV2', ...other },
  ]);
});

test('A66: a message that names another cooperative stays in the one of its address', async () => {
  const [mine, theirs] = [await coopWith({ families: 0 }), await coopWith({ families: 1 })];
  const [id, content] = succeeded(theirs.charges[0]!);
  const metadata = { coopId: theirs.scope.coopId, return_context: theirs.scope.coopId };
  await deliver(mine.token, id, {
    ...content,
    ...metadata,
    data: { ...theirs.charges[0], metadata },
  });
  await workOnInbox(mine.scope);
  expect(await inboxOf(mine.scope)).toMatchObject([
    { status: 'held', reason: heldBecause.payment_without_collection },
  ]);
  expect(await inboxOf(theirs.scope)).toEqual([]);
  expect(await listPayments(theirs.scope, theirs.collectionId)).toEqual([]);
});

test('A67: the reference of a family of another cooperative, well signed here, belongs nowhere', async () => {
  const theirs = await coopWith({ families: 1 });
  const { scope, send } = await platformOf('lyra');
  const orderId = theirs.charges[0]?.family_ref ?? '';
  await send(signedByLyra(lyraAnswer({}, { orderId })));
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'held', reason: heldBecause.payment_without_collection },
  ]);
  expect(await listPayments(theirs.scope, theirs.collectionId)).toEqual([]);
});

test.each([
  ['live', false, 'failed'],
  ['test', true, 'failed'],
  ['live', true, 'held'],
  ['test', false, 'held'],
] as const)(
  'A68: on an endpoint that is %s, livemode %s ends %s',
  async (mode, livemode, status) => {
    const scope = await newCoop();
    const options = { provider: 'stripe', scheme: 'stripe', secretName: '/test/stripe' } as const;
    const token = await newEndpoint(scope, { ...options, mode });
    const data = { object: { id: 'ch_1', amount: 4_500, currency: 'eur' } };
    await deliverStripe(token, {
      id: nextId('evt'),
      type: 'charge.succeeded',
      created: 1_773_648_000,
      livemode,
      data,
    });
    await workOnInbox(scope);
    expect(await inboxOf(scope)).toMatchObject([{ status }]);
  },
);

const known = (changed: object = {}) => ({
  ...helloAssoPayment().data,
  amountTip: 0,
  order: { id: 1, formName: 'Ailleurs', formSlug: 'a', organizationSlug: 'les-tilleuls' },
  payer: { firstName: 'Zoé', lastName: 'Martin' },
  items: [{ shareAmount: 4_500 }],
  refundOperations: [],
  ...changed,
});

const readable = { apiKeyName: '/test/helloasso-key' } as const;

test('A34: a payment forged from the right address has no effect: the platform does not know it', async () => {
  const { scope, send } = await platformOf('helloasso-address', readable);
  const sent = { headers: {}, body: JSON.stringify(helloAssoPayment({ id: 666 })) };
  expect(await send(sent, { sourceIp: '51.138.206.200' })).toBe(200);
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'failed', reason: failedBecause.unknown_to_platform },
  ]);
  expect(await findPlatformPayments(scope, 'helloasso', ['666'])).toEqual([]);
});

test.each(['helloasso', 'helloasso-address'] as const)(
  'A34: by %s the amount and the state are those of the platform, not of the message',
  async (scheme) => {
    await platformAnswers('HELLOASSO_API_URL', [
      { path: '/v5/payments/700001', body: known({ state: 'Refused' }) },
    ]);
    const { scope, send } = await platformOf(scheme, readable);
    const signed = signedByHelloAsso(helloAssoPayment({ amount: 999_999 }));
    expect(await send(signed, { sourceIp: '51.138.206.200' })).toBe(200);
    await workOnInbox(scope);
    const [payment] = await findPlatformPayments(scope, 'helloasso', ['700001']);
    expect(payment).toMatchObject({ failed: true });
    expect(payment?.charge).toBeUndefined();
  },
);

test('A101: the tip to HelloAsso is not the cooperative’s', async () => {
  const body = known({ amount: 5_000, amountTip: 500, items: [{ shareAmount: 4_500 }] });
  await platformAnswers('HELLOASSO_API_URL', [{ path: '/v5/payments/700001', body }]);
  const { scope, send } = await platformOf('helloasso', readable);
  await send(signedByHelloAsso(helloAssoPayment({ amount: 5_000, amountTip: 500 })));
  await workOnInbox(scope);
  const [payment] = await findPlatformPayments(scope, 'helloasso', ['700001']);
  expect(payment?.charge).toMatchObject({ grossCents: 4_500 });
});

test.each(['Check', 'Cash'])(
  'A102: a payment by %s is shown, and is in no payout',
  async (means) => {
    const { scope, send } = await platformOf('helloasso', readable);
    const changed = { paymentMeans: means, state: 'Registered' };
    await send(signedByHelloAsso(helloAssoPayment(changed)));
    await workOnInbox(scope);
    expect(await inboxOf(scope)).toMatchObject([
      { status: 'ignored', reason: ignoredBecause.paid_offline },
    ]);
    expect(await findPlatformPayments(scope, 'helloasso', ['700001'])).toEqual([]);
  },
);

test('A81: refused after it was accepted, a payment is left as it was, to be looked at', async () => {
  const scope = await newCoop();
  const { collection, families } = await newCollection(scope, { families: 1 });
  const { send } = await platformOf('lyra', {}, scope);
  const order = { orderId: families[0]?.reference };
  for (const detailedStatus of ['AUTHORISED', 'CAPTURED', 'REFUSED'])
    await send(signedByLyra(lyraAnswer({ detailedStatus }, order))).then(() => workOnInbox(scope));
  expect(await listPayments(scope, collection.id)).toMatchObject([
    { state: 'received', grossCents: 4_500, refundedCents: 0 },
  ]);
  const events = Object.fromEntries((await inboxOf(scope)).map((event) => [event['type'], event]));
  expect(events).toMatchObject({
    'DEBIT.AUTHORISED': { status: 'done' },
    'DEBIT.CAPTURED': { status: 'done' },
    'DEBIT.REFUSED': { status: 'held', reason: heldBecause.refused_after_paid },
  });
});

test('A98: an instalment that is refused is unpaid, the others stay, and nothing is written', async () => {
  const scope = await newCoop();
  const { collection, families } = await newCollection(scope, { families: 1 });
  const { send } = await platformOf('lyra', {}, scope);
  const instalment = (sequenceNumber: number, detailedStatus: string) =>
    lyraAnswer(
      {
        uuid: uuidOf(sequenceNumber),
        amount: 1_500,
        detailedStatus,
        transactionDetails: { sequenceNumber },
      },
      { orderId: families[0]?.reference },
    );
  await send(signedByLyra(instalment(1, 'AUTHORISED')));
  await send(signedByLyra(instalment(2, 'REFUSED')));
  await send(signedByLyra(instalment(3, 'WAITING_AUTHORISATION')));
  await workOnInbox(scope);
  const payments = await listPayments(scope, collection.id);
  expect(
    payments.map(({ platformReference, state }) => [platformReference, state]).toSorted(),
  ).toEqual([
    [uuidOf(1), 'received'],
    [uuidOf(2), 'failed'],
    [uuidOf(3), 'pending'],
  ]);
});

test('a credit of Lyra is a refund of the debit before it, whichever comes first', async () => {
  const scope = await newCoop();
  const { collection, families } = await newCollection(scope, { families: 1 });
  const { send } = await platformOf('lyra', {}, scope);
  const order = { orderId: families[0]?.reference };
  const credit = {
    uuid: uuidOf(9),
    amount: 2_000,
    operationType: 'CREDIT',
    detailedStatus: 'CAPTURED',
    transactionDetails: { parentTransactionUuid: uuidOf(1) },
  };
  await send(signedByLyra(lyraAnswer(credit, order)));
  await workOnInbox(scope);
  await send(signedByLyra(lyraAnswer({}, order)));
  await workOnInbox(scope);
  expect(await listPayments(scope, collection.id)).toMatchObject([
    { grossCents: 4_500, refundedCents: 2_000 },
  ]);
});

test('a credit that does not say of what waits for somebody', async () => {
  const { scope, send } = await platformOf('lyra-form');
  await send(signedByLyraForm(vadsFields({ vads_operation_type: 'CREDIT' })));
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([
    { status: 'held', reason: heldBecause.refund_of_unknown },
  ]);
});

test('a form of Lyra goes to its family by the order it names', async () => {
  const scope = await newCoop();
  const { collection, families } = await newCollection(scope, { families: 1 });
  const { send } = await platformOf('lyra-form', {}, scope);
  await send(signedByLyraForm(vadsFields({ vads_order_id: families[0]?.reference ?? '' })));
  await workOnInbox(scope);
  expect(await listPayments(scope, collection.id)).toMatchObject([
    { grossCents: 4_500, payerName: 'Zoé LEFÈVRE', paidOn: '2026-03-16', state: 'received' },
  ]);
});

test('A107: of a payload only what is needed is kept outside the inbox', async () => {
  const scope = await newCoop();
  const { collection, families } = await newCollection(scope, { families: 1 });
  const { send } = await platformOf('lyra', {}, scope);
  const secretly = {
    cardDetails: { pan: '4970100000000055', iban: 'FR7630006000011234567890189' },
    birthDate: '2015-04-01',
  };
  await send(signedByLyra(lyraAnswer(secretly, { orderId: families[0]?.reference })));
  await workOnInbox(scope);
  const kept = JSON.stringify([
    await findPlatformPayments(scope, 'lyra', [uuidOf(1)]),
    await listPayments(scope, collection.id),
  ]);
  expect(kept).toContain(uuidOf(1));
  expect(kept).not.toMatch(/4970100000000055|FR76|2015-04-01/u);
});

test('nothing but the message of its own world is read from an unbound endpoint', async () => {
  const { scope, send } = await platformOf('helloasso', { accountId: undefined });
  await send(signedByHelloAsso(helloAssoPayment()));
  await send(signedByHelloAsso({ eventType: 'Form', data: { organizationSlug: 'les-tilleuls' } }));
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([other, other]);
});
