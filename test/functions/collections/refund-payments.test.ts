import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { cancelCollectionEndpoint } from '#shared/contract/collections/families.ts';
import { refundPaymentsEndpoint, carryCreditEndpoint } from '#shared/contract/collections/money.ts';
import { carryCredit } from '#functions/collections/carry-credit.ts';
import { cancelCollection } from '#functions/collections/end-collection.ts';
import { refundPayments } from '#functions/collections/refund-payments.ts';
import { listEntries } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import { newCoop } from '#test/support/calls.ts';
import { ask, book, collecte, pay, seen } from '#test/support/collections.ts';

const refund = (scope: CoopScope, collectionId: string, changed: Record<string, unknown>) =>
  ask(refundPaymentsEndpoint, refundPayments, scope, {
    collectionId,
    body: { id: ulid(), means: 'transfer', refundedOn: '2026-03-15', ...changed },
  });

async function cancelledTrip() {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.', 'Tom B.', 'Zoé']);
  const [lea = '', tom = '', zoe = ''] = familyIds;
  const cheque = await pay(scope, collectionId, lea);
  const cash = await pay(scope, collectionId, tom, { means: 'cash' });
  const waiting = await pay(scope, collectionId, zoe);
  await book(scope, collectionId, [cheque]);
  await book(scope, collectionId, [cash], 'cash');
  await ask(cancelCollectionEndpoint, cancelCollection, scope, { collectionId });
  return { scope, collectionId, lea, tom, cheque, cash, waiting };
}

test('INV-46: a cancelled trip ends at zero: by transfer, in cash, or the cheque as it came', async () => {
  const { scope, collectionId, cheque, cash, waiting } = await cancelledTrip();
  const whole = (paymentId: string) => ({ refunds: [{ paymentId, amountCents: 4_500 }] });
  expect(await refund(scope, collectionId, whole(cheque))).toMatchObject({
    ok: true,
    value: { entryNumber: 3, totalCents: 4_500 },
  });
  await refund(scope, collectionId, { ...whole(cash), means: 'cash' });
  const back = await refund(scope, collectionId, { ...whole(waiting), means: 'givenBack' });
  expect(back).toEqual({ ok: true, value: { totalCents: 4_500 } });
  const year = await findYear(scope, '2025');
  expect(year?.balanceCents).toMatchObject({ '7080': 0, '512': 0, '530': 0 });
  const { collection } = await seen(scope, collectionId);
  expect(collection).toMatchObject({ receivedCents: 0, creditCents: 0 });
  const [, , entry] = await listEntries(scope, '2025');
  expect(entry).toMatchObject({ kind: 'refund', collectionId });
});

test('answers an exact retry as at first; twenty at once write one entry', async () => {
  const { scope, collectionId, cheque } = await cancelledTrip();
  const asked = { id: ulid(), refunds: [{ paymentId: cheque, amountCents: 1_000 }] };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => refund(scope, collectionId, asked)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await listEntries(scope, '2025')).toHaveLength(3);
  const other = { ...asked, refunds: [{ paymentId: cheque, amountCents: 999 }] };
  expect(await refund(scope, collectionId, other)).toMatchObject({ rejection: 'entry_id_reused' });
});

test('INV-42: given back or carried at once, never twice', async () => {
  const { scope, collectionId, lea, cheque } = await cancelledTrip();
  const photos = await collecte(scope, ['Léa M.'], { title: 'Photos', accountNumber: '7070' });
  const to = { collectionId: photos.collectionId, familyId: photos.familyIds[0] };
  const carried = { id: ulid(), familyId: lea, to, amountCents: 4_500, carriedOn: '2026-03-15' };
  const answers = await Promise.all([
    refund(scope, collectionId, { refunds: [{ paymentId: cheque, amountCents: 4_500 }] }),
    ask(carryCreditEndpoint, carryCredit, scope, { collectionId, body: carried }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test.each([
  ['refund_too_large', { means: 'transfer' }, 4_501],
  ['cheque_number_missing', { means: 'cheque' }, 4_500],
  ['payment_not_refundable', { means: 'givenBack' }, 4_500],
  ['date_in_future', { refundedOn: '2026-03-17' }, 4_500],
])('refuses: %s, and nothing is booked', async (rejection, changed, amountCents) => {
  const { scope, collectionId, cheque } = await cancelledTrip();
  const refunds = [{ paymentId: cheque, amountCents }];
  expect(await refund(scope, collectionId, { refunds, ...changed })).toMatchObject({ rejection });
  expect(await listEntries(scope, '2025')).toHaveLength(2);
});
