import { afterAll, beforeAll, expect, test } from 'vitest';
import { listPayments } from '#functions/stores/family-payments.ts';
import { findPlatformPayments } from '#functions/stores/platform-payments.ts';
import { heldBecause } from '#shared/domain/payments/held.ts';
import { newCoop } from '#test/support/calls.ts';
import { newCollection, startPlatform, workOnInbox } from '#test/support/platform.ts';
import {
  inboxOf,
  lyraAnswer,
  platformOf,
  signedByLyra,
  signedByLyraForm,
  uuidOf,
  vadsFields,
} from '#test/support/signed.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

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
