import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { listPayments } from '#functions/stores/family-payments.ts';
import { findEndpoint, tokenDigest } from '#functions/stores/webhook-endpoints.ts';
import { failedBecause, heldBecause } from '#shared/domain/payments/held.ts';
import { newCoop } from '#test/support/calls.ts';
import { succeeded } from '#test/support/messages.ts';
import {
  coopWith,
  deliver,
  deliverStripe,
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
  const event = {
    id: nextId('evt'),
    type: 'payout.paid',
    created: 1_773_648_000,
    account: 'acct_1',
  };
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

test('nothing but the message of its own world is read from an unbound endpoint', async () => {
  const { scope, send } = await platformOf('helloasso', { accountId: undefined });
  await send(signedByHelloAsso(helloAssoPayment()));
  await send(signedByHelloAsso({ eventType: 'Form', data: { organizationSlug: 'les-tilleuls' } }));
  await workOnInbox(scope);
  expect(await inboxOf(scope)).toMatchObject([other, other]);
});
