import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { movePaymentEndpoint } from '#shared/contract/collections/money.ts';
import { movePayment } from '#functions/collections/move-payment.ts';
import { queryAll } from '#functions/stores/table.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { findYear } from '#functions/stores/years.ts';
import { newCoop } from '#test/support/calls.ts';
import { ask, book, collecte, pay, seen } from '#test/support/collections.ts';
import { refundOf, refunded, succeeded } from '#test/support/messages.ts';
import { coopWith, startPlatform, tell } from '#test/support/platform.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const move = (scope: CoopScope, collectionId: string, changed: Record<string, unknown>) =>
  ask(movePaymentEndpoint, movePayment, scope, {
    collectionId,
    body: { id: ulid(), movedOn: '2026-03-15', ...changed },
  });

async function twoCollectes() {
  const scope = await newCoop();
  const trip = await collecte(scope, ['Léa M.', 'Tom B.']);
  const photos = await collecte(scope, ['Léa M.', 'Tom B.'], {
    title: 'Photos',
    accountNumber: '7070',
  });
  const paymentId = await pay(scope, trip.collectionId, trip.familyIds[0] ?? '');
  return { scope, trip, photos, paymentId };
}

/** What each family has paid of any of the collectes, but nothing. */
async function paidPlaces(scope: CoopScope, ...collectes: readonly { collectionId: string }[]) {
  const shown = await Promise.all(collectes.map(({ collectionId }) => seen(scope, collectionId)));
  return shown
    .flatMap(({ families }) => families.map(({ paidCents }) => paidCents))
    .filter((paidCents) => paidCents !== 0);
}

test('INV-44: a payment moved to another family is an act with both sides, and who did it', async () => {
  const { scope, trip, paymentId } = await twoCollectes();
  const [lea, tom] = trip.familyIds;
  const { collectionId } = trip;
  const asked = { id: ulid(), paymentId, to: { collectionId, familyId: tom } };
  const first = await move(scope, collectionId, asked);
  expect(first).toMatchObject({
    ok: true,
    value: {
      from: { collectionId, familyId: lea },
      to: { collectionId, familyId: tom },
      amountCents: 4_500,
      by: 'camille',
    },
  });
  expect(await move(scope, collectionId, asked)).toEqual(first);
  expect(await seen(scope, collectionId)).toMatchObject({
    families: [
      { pupil: 'Léa M.', paidCents: 0 },
      { pupil: 'Tom B.', paidCents: 4_500 },
    ],
    carries: [{ id: asked.id }],
  });
  const acts = await queryAll(scope.pk, 'AUDIT#');
  expect(acts).toContainEqual(expect.objectContaining({ act: 'move-payment', target: asked.id }));
});

test('INV-44: once booked, a payment moved to another collecte takes its account with it', async () => {
  const { scope, trip, photos, paymentId } = await twoCollectes();
  await book(scope, trip.collectionId, [paymentId]);
  const to = { collectionId: photos.collectionId, familyId: photos.familyIds[0] };
  const moved = await move(scope, trip.collectionId, { paymentId, to });
  expect(moved.ok && moved.value.entryId).toBeTruthy();
  expect((await findYear(scope, '2025'))?.balanceCents).toMatchObject({
    '512': 4_500,
    '7080': 0,
    '7070': -4_500,
  });
  expect(await seen(scope, trip.collectionId)).toMatchObject({
    collection: { receivedCents: 0 },
    payments: [{ state: 'moved' }],
  });
  expect(await seen(scope, photos.collectionId)).toMatchObject({
    collection: { receivedCents: 4_500 },
    payments: [{ state: 'booked' }],
  });
});

test('before it is booked nothing is written in the books: its own entry will know', async () => {
  const { scope, trip, photos, paymentId } = await twoCollectes();
  const to = { collectionId: photos.collectionId, familyId: photos.familyIds[0] };
  await move(scope, trip.collectionId, { paymentId, to });
  await book(scope, photos.collectionId, [paymentId]);
  expect((await findYear(scope, '2025'))?.balanceCents).toMatchObject({ '7070': -4_500 });
});

test('a payment goes to one place: of two moves at once, one is refused', async () => {
  const { scope, trip, photos, paymentId } = await twoCollectes();
  const { collectionId, familyIds } = photos;
  const answers = await Promise.all(
    familyIds.map((familyId) =>
      move(scope, trip.collectionId, { paymentId, to: { collectionId, familyId } }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await paidPlaces(scope, trip, photos)).toEqual([4_500]);
});

test('a payment that changes family as it leaves for another collecte is in one place', async () => {
  const { scope, trip, photos, paymentId } = await twoCollectes();
  const places = [
    { collectionId: trip.collectionId, familyId: trip.familyIds[1] },
    { collectionId: photos.collectionId, familyId: photos.familyIds[0] },
  ];
  const answers = await Promise.all(
    places.map((to) => move(scope, trip.collectionId, { paymentId, to })),
  );
  // The one inside may come first, and the other take the payment from there.
  expect(answers.some(({ ok }) => ok)).toBe(true);
  expect(await paidPlaces(scope, trip, photos)).toEqual([4_500]);
});

test.each([
  ['payment_not_movable', (_: string) => ({ paymentId: ulid() })],
  [
    'not_found',
    (paymentId: string) => ({ paymentId, to: { collectionId: ulid(), familyId: ulid() } }),
  ],
])('refuses: %s', async (rejection, changed) => {
  const { scope, trip, paymentId } = await twoCollectes();
  const to = { collectionId: trip.collectionId, familyId: trip.familyIds[1] };
  expect(await move(scope, trip.collectionId, { to, ...changed(paymentId) })).toMatchObject({
    rejection,
  });
});

test('a payment of a platform moves too, and what it says next follows', async () => {
  const { scope, token, collectionId, charges } = await coopWith({ families: 2 });
  const [charge] = charges;
  await tell(scope, token, succeeded(charge!));
  const { payments, families } = await seen(scope, collectionId);
  const [payment] = payments;
  const other = families.find(({ id }) => id !== payment?.familyId);
  const to = { collectionId, familyId: other?.id };
  expect(await move(scope, collectionId, { paymentId: payment?.id, to })).toMatchObject({
    ok: true,
  });
  await tell(scope, token, refunded(refundOf(charge!)));
  const after = await seen(scope, collectionId);
  expect(after.payments).toMatchObject([{ familyId: other?.id, refundedCents: 4_500 }]);
  expect(after.payments).toHaveLength(1);
});
