import * as z from 'zod';
import {
  collectionKinds,
  type Collection,
  type CollectionSettings,
  type Family,
} from '#shared/domain/collections/collection.ts';
import { paymentPageProviders } from '#shared/domain/collections/payment-page.ts';
import type { SeatMove } from '#shared/domain/collections/seat.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { dropFamilyLink, keepFamilyLink } from './family-links.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import {
  checkWhere,
  deleteWhere,
  getItem,
  getItems,
  putAbsent,
  queryAll,
  tableName,
  updateWhere,
  type Item,
  type Write,
} from './table.ts';

const dayItem = z.string().transform(day);
const centsItem = z.int().transform(cents);

const collectionItem = z.object({
  id: z.string(),
  collectionKind: z.enum(collectionKinds),
  title: z.string(),
  purpose: z.string().optional(),
  accountNumber: z.string(),
  projectId: z.string().optional(),
  expectedCents: centsItem,
  dueOn: dayItem,
  startsOn: dayItem.optional(),
  endsOn: dayItem.optional(),
  capacity: z.int().optional(),
  seatsTaken: z.int(),
  instalments: z.array(z.object({ dueOn: dayItem, amountCents: centsItem })),
  paymentPage: z.object({ provider: z.enum(paymentPageProviders), url: z.string() }).optional(),
  shareToken: z.string(),
  status: z.enum(['opening', 'open', 'closed', 'cancelled']),
  createdAt: z.string(),
  familyCount: z.int(),
  contentSha256: z.string(),
});

/** `kind` of an item says what it is in the table: the kind of the collecte has another name. */
function collectionOf(item: Item): Collection {
  const { collectionKind, ...collection } = collectionItem.parse(item);
  return { ...collection, kind: collectionKind };
}

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
export const beginCollection = (scope: CoopScope, { kind, ...collection }: Collection): Write =>
  putAbsent({
    ...coopKeys.collection(scope, collection.id),
    ...collection,
    kind: 'collection',
    collectionKind: kind,
  });

/** Shows a collecte whose families are all written, and opens the page its token leads to. */
export const showCollection = (
  scope: CoopScope,
  { id, shareToken }: Pick<Collection, 'id' | 'shareToken'>,
): readonly Write[] => [
  moveCollection(scope, id, 'opening', 'open'),
  keepFamilyLink(scope, shareToken, { collectionId: id }),
];

/** Takes a collecte from one status to the next: once. */
export const moveCollection = (
  scope: CoopScope,
  id: string,
  from: Collection['status'],
  to: Collection['status'],
): Write =>
  updateWhere(coopKeys.collection(scope, id), {
    UpdateExpression: 'SET #status = :to',
    ConditionExpression: '#status = :from',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':to': to, ':from': from },
  });

/** Requires that a collecte is still open. */
export const requireOpenCollection = (scope: CoopScope, id: string): Write =>
  checkWhere(coopKeys.collection(scope, id), {
    ConditionExpression: '#status = :open',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':open': 'open' },
  });

/** Replaces what may change of an open collecte, never below the seats already taken. */
export function changeSettings(scope: CoopScope, id: string, settings: CollectionSettings): Write {
  const names = ['purpose', 'dueOn', 'startsOn', 'endsOn', 'capacity', 'paymentPage'] as const;
  const given = names.filter((name) => settings[name] !== undefined);
  const absent = names.filter((name) => settings[name] === undefined);
  const removed =
    absent.length === 0 ? '' : ` REMOVE ${absent.map((name) => `#${name}`).join(', ')}`;
  return updateWhere(coopKeys.collection(scope, id), {
    UpdateExpression: `SET ${given.map((name) => `#${name} = :${name}`).join(', ')}${removed}`,
    ConditionExpression: `#status = :open${settings.capacity === undefined ? '' : ' AND seatsTaken <= :capacity'}`,
    ExpressionAttributeNames: {
      '#status': 'status',
      ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
    },
    ExpressionAttributeValues: {
      ':open': 'open',
      ...Object.fromEntries(given.map((name) => [`:${name}`, settings[name]])),
    },
  });
}

/** Takes a seat while one is left, or gives one back. */
export const moveSeats = (
  scope: CoopScope,
  { id, capacity }: Pick<Collection, 'id' | 'capacity'>,
  count: 1 | -1,
): Write =>
  updateWhere(coopKeys.collection(scope, id), {
    UpdateExpression: 'ADD seatsTaken :count',
    ...(count === 1
      ? {
          ConditionExpression: `#status = :open AND ${capacity === undefined ? 'attribute_not_exists(#capacity)' : 'seatsTaken < #capacity'}`,
          ExpressionAttributeNames: { '#status': 'status', '#capacity': 'capacity' },
          ExpressionAttributeValues: { ':count': count, ':open': 'open' },
        }
      : {
          ConditionExpression: 'seatsTaken > :none',
          ExpressionAttributeValues: { ':count': count, ':none': 0 },
        }),
  });

const familyItem = z.object({
  id: z.string(),
  collectionId: z.string(),
  pupil: z.string(),
  className: z.string(),
  reference: z.string(),
  expectedCents: centsItem,
  token: z.string(),
  contactMail: z.string().optional(),
  seat: z.enum(['confirmed', 'declined']).optional(),
  version: z.int(),
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

/** Adds a family with its reference and its page; fails when one of them is taken meanwhile. */
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
  keepFamilyLink(scope, family.token, {
    collectionId: family.collectionId,
    familyId: family.id,
  }),
];

/** Removes a family as it was read, with its reference and its page. */
export const removeFamily = (scope: CoopScope, family: Family): readonly Write[] => [
  deleteWhere(coopKeys.family(scope, family.collectionId, family.id), unchangedFamily(family)),
  deleteWhere(coopKeys.familyReference(scope, family.reference), {
    ConditionExpression: 'familyId = :family',
    ExpressionAttributeValues: { ':family': family.id },
  }),
  dropFamilyLink(family.token),
];

/** Replaces a family, provided nobody changed it or its money meanwhile. */
export const changeFamily = (scope: CoopScope, family: Family): Write => ({
  Put: {
    TableName: tableName(),
    Item: {
      ...coopKeys.family(scope, family.collectionId, family.id),
      kind: 'family',
      ...family,
      version: family.version + 1,
    },
    ...unchangedFamily(family),
  },
});

/** Writes the answer of a family and moves the count of the seats with it, all or nothing. */
export const keepSeat = (
  scope: CoopScope,
  collection: Pick<Collection, 'id' | 'capacity'>,
  { family, seats }: SeatMove,
): readonly Write[] => [
  changeFamily(scope, family),
  ...(seats === 0 ? [] : [moveSeats(scope, collection, seats)]),
];

/** Says that the money of a family moves; fails when the family went, or its money moved too. */
export const touchFamily = (scope: CoopScope, family: Family): Write =>
  updateWhere(coopKeys.family(scope, family.collectionId, family.id), {
    UpdateExpression: 'ADD version :one',
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':one': 1, ':version': family.version },
  });

const unchangedFamily = ({ version }: Family) => ({
  ConditionExpression: 'version = :version',
  ExpressionAttributeValues: { ':version': version },
});
