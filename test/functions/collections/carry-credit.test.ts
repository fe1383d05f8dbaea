import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { carryCreditEndpoint } from '#shared/contract/collections/money.ts';
import { carryCredit } from '#functions/collections/carry-credit.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import { newCoop } from '#test/support/calls.ts';
import { ask, book, collecte, pay, seen } from '#test/support/collections.ts';

async function overpaid() {
  const scope = await newCoop();
  const trip = await collecte(scope, ['Léa M.']);
  const photos = await collecte(scope, ['Léa M.'], {
    title: 'Photos',
    accountNumber: '7070',
    expectedCents: 500,
  });
  const [familyId = ''] = trip.familyIds;
  const paid = [
    await pay(scope, trip.collectionId, familyId),
    await pay(scope, trip.collectionId, familyId, { amountCents: 500 }),
  ];
  await book(scope, trip.collectionId, paid);
  const to = { collectionId: photos.collectionId, familyId: photos.familyIds[0] };
  return { scope, trip, photos, familyId, to };
}

const carry = (scope: CoopScope, collectionId: string, changed: Record<string, unknown>) =>
  ask(carryCreditEndpoint, carryCredit, scope, {
    collectionId,
    body: { id: ulid(), amountCents: 500, carriedOn: '2026-03-15', ...changed },
  });

test('A97: what was paid twice is a credit; carried, it pays another collecte, in the books too', async () => {
  const { scope, trip, photos, familyId, to } = await overpaid();
  expect((await seen(scope, trip.collectionId)).families).toMatchObject([
    { paidCents: 5_000, creditCents: 500, state: 'overpaid' },
  ]);
  const asked = { id: ulid(), familyId, to };
  const first = await carry(scope, trip.collectionId, asked);
  expect(first).toMatchObject({ ok: true, value: { entryId: asked.id } });
  expect(await carry(scope, trip.collectionId, asked)).toEqual(first);
  expect((await seen(scope, trip.collectionId)).families).toMatchObject([{ state: 'paid' }]);
  expect((await seen(scope, photos.collectionId)).families).toMatchObject([{ state: 'paid' }]);
  expect((await findYear(scope, '2025'))?.balanceCents).toMatchObject({
    '512': 5_000,
    '7080': -4_500,
    '7070': -500,
  });
});

test('INV-37: a credit is carried once: of two acts at once, one is refused', async () => {
  const { scope, trip, familyId, to } = await overpaid();
  const answers = await Promise.all([
    carry(scope, trip.collectionId, { familyId, to }),
    carry(scope, trip.collectionId, { familyId, to }),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(expect.objectContaining({ rejection: 'credit_too_small' }));
});

test.each([
  ['credit_too_small', { amountCents: 501 }],
  ['date_in_future', { carriedOn: '2026-03-17' }],
  ['family_unknown', { familyId: ulid() }],
])('refuses: %s', async (rejection, changed) => {
  const { scope, trip, familyId, to } = await overpaid();
  expect(await carry(scope, trip.collectionId, { familyId, to, ...changed })).toMatchObject({
    rejection,
  });
});

test('refuses: carry_id_reused', async () => {
  const { scope, trip, familyId, to } = await overpaid();
  const asked = { id: ulid(), familyId, to };
  await carry(scope, trip.collectionId, asked);
  expect(await carry(scope, trip.collectionId, { ...asked, amountCents: 1 })).toMatchObject({
    rejection: 'carry_id_reused',
  });
});
