import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import { addFamiliesEndpoint } from '#shared/contract/collections/families.ts';
import { cellsOf, readFamilyList } from '#shared/domain/collections/family-list.ts';
import { addFamilies } from '#functions/collections/change-families.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { newCoop } from '#test/support/calls.ts';
import { ask, collecte, pay, seen } from '#test/support/collections.ts';

/** The families of a pasted list, as the page sends them. */
const listed = (text: string) => {
  const { families, problems } = readFamilyList(cellsOf(text), '');
  expect(problems).toEqual([]);
  return families.map(({ line: _, ...family }) => ({ id: ulid(), ...family }));
};

const add = (scope: CoopScope, collectionId: string, families: readonly object[]) =>
  ask(addFamiliesEndpoint, addFamilies, scope, { collectionId, body: { families } });

const familiesOf = async (scope: CoopScope, collectionId: string) => {
  const { families } = await seen(scope, collectionId);
  return families.filter(({ pupil }) => pupil !== 'Témoin');
};

test('B-132: the same line twice, and twins of one initial, stay two families, each with its page', async () => {
  const scope = await newCoop();
  const { collectionId } = await collecte(scope, ['Témoin']);
  const text = 'Léa Martin;CM2\nLéa Martin;CM2\nLéo Martin;CM2\nLéa Morel;CM2';
  expect(await add(scope, collectionId, listed(text))).toMatchObject({ ok: true });
  const families = await familiesOf(scope, collectionId);
  expect(families.map(({ pupil }) => pupil).toSorted()).toEqual([
    'Léa M.',
    'Léa M.',
    'Léa M.',
    'Léo M.',
  ]);
  expect(new Set(families.map(({ token }) => token)).size).toBe(4);
  expect(new Set(families.map(({ reference }) => reference)).size).toBe(4);
});

test('B-132: what one of two families of the same name pays is not the other’s', async () => {
  const scope = await newCoop();
  const { collectionId, familyIds } = await collecte(scope, ['Léa M.', 'Léa M.']);
  await pay(scope, collectionId, familyIds[0] ?? '');
  const { families } = await seen(scope, collectionId);
  const paid = families.filter(({ state }) => state === 'paid').map(({ id }) => id);
  expect(paid).toEqual([familyIds[0]]);
});

test('B-132: one parent of three children is written to for each, and one without mail is kept', async () => {
  const scope = await newCoop();
  const { collectionId } = await collecte(scope, ['Témoin']);
  const text = 'Ana Roux;CP\nBob Roux;CE2\nZoé Roux;CM2\nTom Petit;CM2';
  const families = listed(text).map((family, at) =>
    at < 3 ? { ...family, contactMail: 'Roux@Example.test' } : family,
  );
  expect(await add(scope, collectionId, families)).toMatchObject({ ok: true });
  const kept = await familiesOf(scope, collectionId);
  expect(kept.map(({ pupil, contactMail }) => [pupil, contactMail]).toSorted()).toEqual([
    ['Ana R.', 'roux@example.test'],
    ['Bob R.', 'roux@example.test'],
    ['Tom P.', undefined],
    ['Zoé R.', 'roux@example.test'],
  ]);
});

test('B-132: four hundred pupils are kept, each once, though the list is sent twice; one more is refused', async () => {
  const scope = await newCoop();
  const { collectionId } = await collecte(scope, ['Témoin']);
  const text = Array.from({ length: 400 }, (_, at) => `Élève${at} Nom;CM${(at % 2) + 1}`).join(
    '\n',
  );
  const families = listed(text);
  expect(families).toHaveLength(400);
  expect(await add(scope, collectionId, families)).toMatchObject({ ok: true });
  expect(await add(scope, collectionId, families)).toMatchObject({ ok: true });
  expect(await familiesOf(scope, collectionId)).toHaveLength(400);
  expect(
    addFamiliesEndpoint.request.safeParse({
      families: [...families, { ...families[0], id: ulid() }],
    }).error?.issues[0]?.message,
  ).toBe('Au plus 400 familles.');
});

test('B-132: a line that cannot be read is told by its number, and the others are read', () => {
  const { families, problems } = readFamilyList(
    cellsOf(
      'Prénom;Nom;Classe;Montant\nLéa;Martin;CM2;20\n;;CM2;20\nTom;Petit;;\nAna;Roux;CP;gratuit',
    ),
    '',
  );
  expect(families).toMatchObject([{ line: 2, pupil: 'Léa M.' }]);
  expect(problems).toEqual([
    { line: 3, problem: 'pupil_missing' },
    { line: 4, problem: 'class_missing' },
    { line: 5, problem: 'amount_unreadable' },
  ]);
});
