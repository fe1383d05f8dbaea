import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { answerSeatEndpoint } from '#shared/contract/collections/families.ts';
import { answerSeat } from '#functions/collections/answer-seat.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { newCoop } from '#test/support/calls.ts';
import { ask, collecte, seen } from '#test/support/collections.ts';

const answer = (scope: CoopScope, collectionId: string, familyId: string, said = 'confirmed') =>
  ask(answerSeatEndpoint, answerSeat, scope, { collectionId, familyId, body: { answer: said } });

const pupils = (count: number) => Array.from({ length: count }, (_, index) => `Élève${index}`);

test('INV-47: of a hundred families that ask at once for thirty seats, thirty have one', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, pupils(100), { capacity: 30 });
  const answers = await Promise.all(familyIds.map((id) => answer(scope, collectionId, id)));
  const refused = answers.filter((one) => !one.ok && one.rejection === 'seats_full');
  expect(answers.filter(({ ok }) => ok)).toHaveLength(30);
  expect(refused).toHaveLength(70);
  const { collection, families } = await seen(scope, collectionId);
  expect(collection.seatsTaken).toBe(30);
  expect(families.filter(({ seat }) => seat === 'confirmed')).toHaveLength(30);
});

test('a seat given back is for somebody else', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.', 'Tom B.'], { capacity: 1 });
  const [lea = '', tom = ''] = familyIds;
  await answer(scope, collectionId, lea);
  expect(await answer(scope, collectionId, tom)).toMatchObject({ rejection: 'seats_full' });
  await answer(scope, collectionId, lea, 'declined');
  expect(await answer(scope, collectionId, tom)).toMatchObject({ ok: true });
});

test('twenty times the same answer take one seat', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.'], { capacity: 5 });
  const again = Array.from({ length: 20 }, () => answer(scope, collectionId, familyIds[0] ?? ''));
  expect((await Promise.all(again)).every(({ ok }) => ok)).toBe(true);
  expect((await seen(scope, collectionId)).collection.seatsTaken).toBe(1);
});

test('refuses: family_unknown, and a collecte of another cooperative is not there', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.']);
  expect(await answer(scope, collectionId, ulid())).toMatchObject({ rejection: 'family_unknown' });
  const elsewhere = await newCoop();
  expect(await answer(elsewhere, collectionId, familyIds[0] ?? '')).toMatchObject({
    rejection: 'not_found',
  });
});
