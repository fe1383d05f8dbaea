import { ulid } from 'ulid';
import { expect, test } from 'vitest';
import {
  findCollectionEndpoint,
  listCollectionsEndpoint,
  openCollectionEndpoint,
} from '#shared/contract/collections/collection.ts';
import { familyReference } from '#shared/domain/collections/reference.ts';
import { openCollection } from '#functions/collections/open-collection.ts';
import { findCollection, listCollections } from '#functions/collections/list-collections.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import {
  addFamily,
  beginCollection,
  findCollection as readCollection,
  listFamilies,
} from '#functions/stores/collections.ts';
import { keepProject } from '#functions/stores/coops.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit, queryAll } from '#functions/stores/table.ts';
import { collectionFacts } from '#shared/domain/collections/collection.ts';
import { callOf, newCoop, now } from '#test/support/calls.ts';

const family = (pupil: string, expectedCents?: number) => ({
  id: ulid(),
  pupil,
  className: 'CM2',
  ...(expectedCents !== undefined && { expectedCents }),
});

const content = (changed: Record<string, unknown> = {}) =>
  openCollectionEndpoint.request.parse({
    title: 'Classe de mer',
    accountNumber: '7080',
    expectedCents: 4_500,
    dueOn: '2026-04-30',
    families: [family('Léa Martin'), family('Tom B.', 2_000), family('Zoé', 0)],
    ...changed,
  });

const open = (scope: CoopScope, collectionId: string, body = content()) =>
  runAgainIfStale(() =>
    openCollection(
      callOf(openCollectionEndpoint, {
        scope,
        params: { coopId: scope.coopId, collectionId },
        body,
      }),
    ),
  );

const params = (scope: CoopScope, collectionId: string) => ({
  scope,
  params: { coopId: scope.coopId, collectionId },
});

test('opens a collecte: each family has its amount and its reference', async () => {
  const scope = await newCoop();
  const opened = await open(scope, ulid());
  expect(opened).toMatchObject({
    ok: true,
    value: {
      collection: { status: 'open', familyCount: 3, expectedTotalCents: 6_500, paidCount: 1 },
      families: [
        { pupil: 'Léa M.', expectedCents: 4_500, state: 'unpaid' },
        { pupil: 'Tom B.', expectedCents: 2_000, state: 'unpaid' },
        { pupil: 'Zoé', expectedCents: 0, state: 'paid' },
      ],
    },
  });
  expect(openCollectionEndpoint.response.safeParse(opened.ok && opened.value).success).toBe(true);
});

test('PRIVACY-1: the surname of a pupil is never written', async () => {
  const scope = await newCoop();
  await open(scope, ulid());
  expect(JSON.stringify(await queryAll(scope.pk, ''))).not.toContain('Martin');
});

test('answers an exact retry as at first, and refuses another content under the same id', async () => {
  const scope = await newCoop();
  const id = ulid();
  const body = content();
  const first = await open(scope, id, body);
  expect(await open(scope, id, body)).toEqual(first);
  expect(await open(scope, id, { ...body, title: 'Autre' })).toEqual({
    ok: false,
    rejection: 'collection_id_reused',
  });
});

test.each([
  ['account_not_allowed', { accountNumber: '512' }],
  ['account_unknown', { accountNumber: '999' }],
  ['input_invalid', { projectId: ulid() }],
])('refuses: %s, and writes nothing', async (rejection, changed) => {
  const scope = await newCoop();
  expect(await open(scope, ulid(), content(changed))).toMatchObject({ ok: false, rejection });
  expect(await queryAll(scope.pk, 'COLLECTION#')).toEqual([]);
});

test('takes a project of the cooperative', async () => {
  const scope = await newCoop();
  const projectId = ulid();
  await commit([keepProject(scope, { id: projectId, name: 'Mer' })]);
  expect(await open(scope, ulid(), content({ projectId }))).toMatchObject({ ok: true });
});

test('400 families are opened at once, each with a reference of its own', async () => {
  const scope = await newCoop();
  const id = ulid();
  const families = Array.from({ length: 400 }, (_, index) => family(`Élève${index}`));
  const opened = await open(scope, id, content({ families }));
  if (!opened.ok) throw new Error(opened.rejection);
  const references = opened.value.families.map(({ reference }) => reference);
  expect(new Set(references).size).toBe(400);
  expect(opened.value.collection.expectedTotalCents).toBe(400 * 4_500);
});

test('a creation that was cut short is nowhere to be seen, and the exact retry completes it', async () => {
  const scope = await newCoop();
  const id = ulid();
  const { families, ...body } = content();
  const [first] = families;
  await commit([
    beginCollection(scope, {
      id,
      ...body,
      shareToken: 'share'.padEnd(22, 'x'),
      seatsTaken: 0,
      status: 'opening',
      createdAt: now,
      familyCount: 3,
      contentSha256: sha256Hex(collectionFacts({ ...body, families })),
    }),
    ...addFamily(scope, {
      id: first!.id,
      collectionId: id,
      pupil: 'Léa M.',
      className: 'CM2',
      reference: 'TRL-22222',
      token: `lea-${id}`,
      version: 1,
      expectedCents: body.expectedCents,
    }),
  ]);
  const list = await listCollections(
    callOf(listCollectionsEndpoint, { scope, params: params(scope, id).params }),
  );
  expect(list).toEqual({ ok: true, value: { collections: [], waiting: [] } });
  expect(await findCollection(callOf(findCollectionEndpoint, params(scope, id)))).toMatchObject({
    ok: false,
    rejection: 'not_found',
  });
  await open(scope, id, { ...body, families });
  expect(await readCollection(scope, id)).toMatchObject({ status: 'open' });
  expect(await listFamilies(scope, id)).toHaveLength(3);
});

test('twenty exact requests at once open one collecte', async () => {
  const scope = await newCoop();
  const id = ulid();
  const body = content();
  const answers = await Promise.all(Array.from({ length: 20 }, () => open(scope, id, body)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await listFamilies(scope, id)).toHaveLength(3);
  expect(await queryAll(scope.pk, 'FAMILYREF#')).toHaveLength(3);
});

test('a reference that another family holds is drawn again', async () => {
  const scope = await newCoop();
  const [id, lea] = [ulid(), family('Léa M.')];
  const taken = familyReference(sha256Hex(`${id}|${lea.id}`));
  await commit([
    ...addFamily(scope, {
      id: ulid(),
      collectionId: ulid(),
      pupil: 'Tom B.',
      className: 'CM1',
      reference: taken,
      token: `tom-${id}`,
      version: 1,
      expectedCents: content().expectedCents,
    }),
  ]);
  await open(scope, id, content({ families: [lea] }));
  const [kept] = await listFamilies(scope, id);
  expect(kept?.reference).toBe(familyReference(sha256Hex(`${id}|${lea.id}`), 1));
});
