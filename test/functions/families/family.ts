import { ulid } from 'ulid';
import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import type { FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { addFamily, beginCollection, showCollection } from '#functions/stores/collections.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { commit } from '#functions/stores/table.ts';
import { newCoop } from '#test/support/calls.ts';

const token = () => crypto.randomUUID().replaceAll('-', '').slice(0, 22);

const aCollection = (changed: Partial<Collection> = {}): Collection => ({
  id: ulid(),
  kind: 'trip',
  title: 'Classe de mer',
  purpose: 'Cinq jours à La Ciotat, transport et repas compris.',
  accountNumber: '7080',
  expectedCents: cents(4_500),
  dueOn: day('2026-04-30'),
  instalments: [],
  shareToken: token(),
  seatsTaken: 0,
  status: 'opening',
  createdAt: '2026-03-01T08:00:00.000Z',
  familyCount: 1,
  contentSha256: 'x',
  ...changed,
});

const aFamily = (collectionId: string, changed: Partial<Family> = {}): Family => ({
  id: ulid(),
  collectionId,
  pupil: 'Léa M.',
  className: 'CM2',
  reference: `TRL-${token().slice(0, 5).toUpperCase()}`,
  expectedCents: cents(4_500),
  token: token(),
  version: 1,
  ...changed,
});

export const aPayment = (family: Family, changed: Partial<FamilyPayment> = {}): FamilyPayment => ({
  id: ulid(),
  collectionId: family.collectionId,
  familyId: family.id,
  means: 'platform',
  provider: 'stripe',
  grossCents: cents(4_500),
  refundedCents: cents(0),
  paidOn: day('2026-03-16'),
  state: 'received',
  ...changed,
});

/** An open collecte of a cooperative of its own, with two families. */
export async function openedCollection(
  changed: Partial<Collection> = {},
  ofFamily: Partial<Family> = {},
): Promise<{ scope: CoopScope; collection: Collection; family: Family; other: Family }> {
  const scope = await newCoop();
  const collection = aCollection(changed);
  const family = aFamily(collection.id, ofFamily);
  const other = aFamily(collection.id, { pupil: 'Zoé D.' });
  await commit([
    beginCollection(scope, collection),
    ...addFamily(scope, family),
    ...addFamily(scope, other),
  ]);
  await commit([...showCollection(scope, collection)]);
  return { scope, collection, family, other };
}
