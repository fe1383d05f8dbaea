import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { returnChequeEndpoint } from '#shared/contract/collections/money.ts';
import { returnCheque } from '#functions/collections/return-cheque.ts';
import { listEntries } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import { newCoop } from '#test/support/calls.ts';
import { ask, book, collecte, pay, seen } from '#test/support/collections.ts';

const giveBack = (scope: CoopScope, collectionId: string, changed: Record<string, unknown>) =>
  ask(returnChequeEndpoint, returnCheque, scope, {
    collectionId,
    body: { id: ulid(), returnedOn: '2026-03-15', ...changed },
  });

async function bookedCheque() {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.']);
  const paymentId = await pay(scope, collectionId, familyIds[0] ?? '');
  await book(scope, collectionId, [paymentId]);
  return { scope, collectionId, paymentId };
}

test('INV-37: a returned cheque leaves the accounts, its family has not paid, the charge is apart', async () => {
  const { scope, collectionId, paymentId } = await bookedCheque();
  const asked = { id: ulid(), paymentId, feeCents: 1_200 };
  const first = await giveBack(scope, collectionId, asked);
  expect(first).toMatchObject({ ok: true, value: { entryNumber: 2, totalCents: 4_500 } });
  expect(await giveBack(scope, collectionId, asked)).toEqual(first);
  expect((await findYear(scope, '2025'))?.balanceCents).toMatchObject({
    '512': -1_200,
    '7080': 0,
    '6278': 1_200,
  });
  expect(await seen(scope, collectionId)).toMatchObject({
    families: [{ state: 'unpaid', paidCents: 0 }],
    payments: [{ state: 'returned' }],
  });
});

test('a cheque comes back once', async () => {
  const { scope, collectionId, paymentId } = await bookedCheque();
  const answers = await Promise.all([
    giveBack(scope, collectionId, { paymentId }),
    giveBack(scope, collectionId, { paymentId }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(expect.objectContaining({ rejection: 'cheque_not_returnable' }));
  expect(await listEntries(scope, '2025')).toHaveLength(2);
});
