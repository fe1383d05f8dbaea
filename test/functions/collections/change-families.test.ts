import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import {
  addFamiliesEndpoint,
  answerSeatEndpoint,
  changeFamilyEndpoint,
  removeFamilyEndpoint,
} from '#shared/contract/collections/families.ts';
import { answerSeat } from '#functions/collections/answer-seat.ts';
import { addFamilies, changeFamily, removeFamily } from '#functions/collections/change-families.ts';
import { findFamilyLink } from '#functions/stores/family-links.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { queryAll } from '#functions/stores/table.ts';
import { newCoop } from '#test/support/calls.ts';
import { ask, collecte, pay, seen } from '#test/support/collections.ts';

const add = (scope: CoopScope, collectionId: string, families: readonly unknown[]) =>
  ask(addFamiliesEndpoint, addFamilies, scope, { collectionId, body: { families } });
const change = (scope: CoopScope, place: object, body: object) =>
  ask(changeFamilyEndpoint, changeFamily, scope, {
    ...place,
    body: { className: 'CM2', expectedCents: 4_500, ...body },
  });
const remove = (scope: CoopScope, place: object) =>
  ask(removeFamilyEndpoint, removeFamily, scope, { ...place });

test('each family and each collecte has a page of its own, found by its token', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.']);
  const { collection, families } = await seen(scope, collectionId);
  const { department, coopId } = scope;
  expect(await findFamilyLink(collection.shareToken)).toEqual({ department, coopId, collectionId });
  expect(await findFamilyLink(families[0]?.token ?? '')).toEqual({
    department,
    coopId,
    collectionId,
    familyId: familyIds[0],
  });
  expect(collection.shareToken).toMatch(/^[A-Za-z0-9_-]{22}$/u);
});

test('families are added later; the same again stay as they are, another content is refused', async () => {
  const scope = await newCoop();
  const { collectionId } = await collecte(scope, ['Léa M.']);
  const tom = { id: ulid(), pupil: 'Tom Bernard', className: 'CM1', expectedCents: 0 };
  const first = await add(scope, collectionId, [tom]);
  expect(first).toMatchObject({
    ok: true,
    value: { families: [{ pupil: 'Tom B.', expectedCents: 0 }, { pupil: 'Léa M.' }] },
  });
  expect(await add(scope, collectionId, [tom])).toEqual(first);
  expect(await add(scope, collectionId, [{ ...tom, expectedCents: 1 }])).toMatchObject({
    rejection: 'family_id_reused',
  });
  expect(JSON.stringify(await queryAll(scope.pk, ''))).not.toContain('Bernard');
});

test('the amount of a family is reduced or waived, and no reason is kept', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.']);
  const place = { collectionId, familyId: familyIds[0] };
  expect(
    await change(scope, place, { expectedCents: 0, contactMail: 'Lea@Example.test' }),
  ).toMatchObject({
    ok: true,
    value: { families: [{ expectedCents: 0, state: 'paid', contactMail: 'lea@example.test' }] },
  });
  const again = await change(scope, place, {});
  expect(again).toMatchObject({ ok: true, value: { families: [{ expectedCents: 4_500 }] } });
  expect(JSON.stringify(again)).not.toContain('example.test');
});

test('a family without payment is removed with its page, its reference and its seat', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.', 'Tom B.'], { capacity: 2 });
  const place = { collectionId, familyId: familyIds[0] };
  await ask(answerSeatEndpoint, answerSeat, scope, { ...place, body: { answer: 'confirmed' } });
  const token = (await seen(scope, collectionId)).families[0]?.token ?? '';
  expect(await remove(scope, place)).toEqual({ ok: true, value: { removed: true } });
  expect(await remove(scope, place)).toEqual({ ok: true, value: { removed: false } });
  expect(await findFamilyLink(token)).toBeUndefined();
  expect(await queryAll(scope.pk, 'FAMILYREF#')).toHaveLength(1);
  expect((await seen(scope, collectionId)).collection.seatsTaken).toBe(0);
});

test('refuses: family_has_money', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.']);
  await pay(scope, collectionId, familyIds[0] ?? '');
  expect(await remove(scope, { collectionId, familyId: familyIds[0] })).toMatchObject({
    rejection: 'family_has_money',
  });
});

test('a payment noted while its family is removed: one of the two is refused', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.', 'Tom B.']);
  const [familyId = ''] = familyIds;
  const [paid, removed] = await Promise.all([
    pay(scope, collectionId, familyId).then(
      () => true,
      () => false,
    ),
    remove(scope, { collectionId, familyId }),
  ]);
  expect(paid).not.toBe(removed.ok && removed.value.removed);
});
