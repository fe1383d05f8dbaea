import * as z from 'zod';
import type { Collection, Family } from '#shared/domain/collections/collection.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import {
  getItem,
  getItems,
  putAbsent,
  queryAll,
  updateWhere,
  type Item,
  type Write,
} from './table.ts';

const collectionItem = z.object({
  id: z.string(),
  title: z.string(),
  purpose: z.string().optional(),
  accountNumber: z.string(),
  projectId: z.string().optional(),
  expectedCents: z.int().transform(cents),
  dueOn: z.string().transform(day),
  status: z.enum(['opening', 'open', 'closed']),
  createdAt: z.string(),
  familyCount: z.int(),
  contentSha256: z.string(),
});

const collectionOf = (item: Item): Collection => collectionItem.parse(item);

/** Access pattern A15: a collecte by its id, one still being opened included. */
export async function findCollection(
  scope: CoopScope,
  id: string,
): Promise<Collection | undefined> {
  const item = await getItem(coopKeys.collection(scope, id));
  return item && collectionOf(item);
}

/** Access pattern A15: several collectes by their ids. */
export async function findCollections(
  scope: CoopScope,
  ids: readonly string[],
): Promise<readonly Collection[]> {
  const keys = [...new Set(ids)].map((id) => coopKeys.collection(scope, id));
  return (await getItems(keys)).map(collectionOf);
}

/** Access pattern A16: the collectes of a cooperative, newest first, fully opened. */
export async function listCollections(scope: CoopScope): Promise<readonly Collection[]> {
  return (await queryAll(scope.pk, 'COLLECTION#'))
    .map(collectionOf)
    .filter(({ status }) => status !== 'opening')
    .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
}

/** Begins a collecte: it is `opening` until all its families are written. */
export const beginCollection = (scope: CoopScope, collection: Collection): Write =>
  putAbsent({ ...coopKeys.collection(scope, collection.id), kind: 'collection', ...collection });

/** Shows a collecte whose families are all written. */
export const showCollection = (scope: CoopScope, id: string): Write =>
  updateWhere(coopKeys.collection(scope, id), {
    UpdateExpression: 'SET #status = :open',
    ConditionExpression: '#status = :opening',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':open': 'open', ':opening': 'opening' },
  });

const familyItem = z.object({
  id: z.string(),
  collectionId: z.string(),
  pupil: z.string(),
  className: z.string(),
  reference: z.string(),
  expectedCents: z.int().transform(cents),
});

const familyOf = (item: Item): Family => familyItem.parse(item);

/** Access pattern A17: the families of a collecte. */
export async function listFamilies(
  scope: CoopScope,
  collectionId: string,
): Promise<readonly Family[]> {
  return (await queryAll(scope.pk, `FAMILY#${collectionId}#`)).map(familyOf);
}

/** Access pattern A17: the families of every collecte of a cooperative. */
export async function listAllFamilies(scope: CoopScope): Promise<readonly Family[]> {
  return (await queryAll(scope.pk, 'FAMILY#')).map(familyOf);
}

/** Access pattern A17: one family of a collecte. */
export async function findFamily(
  scope: CoopScope,
  collectionId: string,
  familyId: string,
): Promise<Family | undefined> {
  const item = await getItem(coopKeys.family(scope, collectionId, familyId));
  return item && familyOf(item);
}

const referenceItem = z.object({
  reference: z.string(),
  collectionId: z.string(),
  familyId: z.string(),
});

/** Whose reference it is. */
export type ReferenceHolder = z.output<typeof referenceItem>;

/** Access pattern A18: who holds these references in the cooperative, and in it only. */
export async function findReferences(
  scope: CoopScope,
  references: readonly string[],
): Promise<readonly ReferenceHolder[]> {
  const keys = [...new Set(references)].map((one) => coopKeys.familyReference(scope, one));
  return (await getItems(keys)).map((item) => referenceItem.parse(item));
}

/** Adds a family and takes its reference; fails when either is taken meanwhile. */
export const addFamily = (scope: CoopScope, family: Family): readonly Write[] => [
  putAbsent({
    ...coopKeys.family(scope, family.collectionId, family.id),
    kind: 'family',
    ...family,
  }),
  putAbsent({
    ...coopKeys.familyReference(scope, family.reference),
    kind: 'familyReference',
    reference: family.reference,
    collectionId: family.collectionId,
    familyId: family.id,
  }),
];
