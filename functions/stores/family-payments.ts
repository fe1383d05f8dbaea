import * as z from 'zod';
import type { Carry } from '#shared/domain/collections/carry.ts';
import {
  paymentMeansOfFamilies,
  paymentStates,
  type FamilyPayment,
} from '#shared/domain/collections/family-payment.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import {
  getItem,
  getItems,
  putAbsent,
  putAnyway,
  queryAll,
  tableName,
  updateWhere,
  type Item,
  type Write,
} from './table.ts';

const paymentItem = z.object({
  id: z.string(),
  collectionId: z.string(),
  familyId: z.string().optional(),
  payerName: z.string().optional(),
  means: z.enum(paymentMeansOfFamilies),
  provider: z.string().optional(),
  platformReference: z.string().optional(),
  chequeNumber: z.string().optional(),
  grossCents: z.int().transform(cents),
  refundedCents: z.int().transform(cents),
  paidOn: z.string().transform(day),
  state: z.enum(paymentStates),
  payoutId: z.string().optional(),
  entryId: z.string().optional(),
});

const paymentOf = (item: Item): FamilyPayment => paymentItem.parse(item);

/** Access pattern A19: the payments of a collecte. */
export async function listPayments(
  scope: CoopScope,
  collectionId: string,
): Promise<readonly FamilyPayment[]> {
  return (await queryAll(scope.pk, `PAYMENT#${collectionId}#`)).map(paymentOf);
}

/** Access pattern A19: the payments of every collecte of a cooperative. */
export async function listAllPayments(scope: CoopScope): Promise<readonly FamilyPayment[]> {
  return (await queryAll(scope.pk, 'PAYMENT#')).map(paymentOf);
}

/** Access pattern A19: one payment of a collecte. */
export async function findPayment(
  scope: CoopScope,
  collectionId: string,
  paymentId: string,
): Promise<FamilyPayment | undefined> {
  const item = await getItem(coopKeys.payment(scope, collectionId, paymentId));
  return item && paymentOf(item);
}

/** Access pattern A19: several payments of a collecte. */
export async function findPayments(
  scope: CoopScope,
  collectionId: string,
  ids: readonly string[],
): Promise<readonly FamilyPayment[]> {
  const keys = [...new Set(ids)].map((id) => coopKeys.payment(scope, collectionId, id));
  return (await getItems(keys)).map(paymentOf);
}

const itemOf = (scope: CoopScope, payment: FamilyPayment) => ({
  ...coopKeys.payment(scope, payment.collectionId, payment.id),
  kind: 'payment',
  ...payment,
});

/** Notes a cheque or cash; fails when the id is taken. */
export const notePayment = (scope: CoopScope, payment: FamilyPayment): Write =>
  putAbsent(itemOf(scope, payment));

/** How the collecte sees a platform's payment; the condition is on the payment itself. */
export const showPlatformPayment = (scope: CoopScope, payment: FamilyPayment): Write =>
  putAnyway(itemOf(scope, payment));

/** Marks a noted payment as carried by an entry: once. */
export const bookPayment = (
  scope: CoopScope,
  { collectionId, id }: FamilyPayment,
  entryId: string,
): Write =>
  updateWhere(coopKeys.payment(scope, collectionId, id), {
    UpdateExpression: 'SET #state = :booked, entryId = :entry',
    ConditionExpression: '#state = :received',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':booked': 'booked', ':received': 'received', ':entry': entryId },
  });

const depositItem = z.object({
  id: z.string(),
  factsSha256: z.string(),
  entryNumber: z.int(),
  totalCents: z.int().transform(cents),
});

/** A deposit once it is in the books; its id is the one of its entry. */
export type KeptDeposit = z.output<typeof depositItem>;

/** Access pattern A20: a deposit by its id. */
export async function findDeposit(scope: CoopScope, id: string): Promise<KeptDeposit | undefined> {
  const item = await getItem(coopKeys.deposit(scope, id));
  return item && depositItem.parse(item);
}

export const keepDeposit = (scope: CoopScope, deposit: KeptDeposit): Write =>
  putAbsent({ ...coopKeys.deposit(scope, deposit.id), kind: 'deposit', ...deposit });

const placeItem = z.object({ collectionId: z.string(), familyId: z.string().optional() });

const carryItem = z.object({
  id: z.string(),
  carryKind: z.enum(['payment', 'credit']),
  paymentId: z.string().optional(),
  from: placeItem,
  to: placeItem,
  amountCents: z.int().transform(cents),
  carriedOn: z.string().transform(day),
  by: z.string(),
  at: z.string(),
  entryId: z.string().optional(),
  factsSha256: z.string(),
});

/** An act with both sides, and the digest of what was asked. */
export type KeptCarry = Carry & { readonly factsSha256: string };

function carryOf(item: Item): KeptCarry {
  const { carryKind, ...carry } = carryItem.parse(item);
  return { ...carry, kind: carryKind };
}

/** Access pattern A72: an act by its id. */
export async function findCarry(scope: CoopScope, id: string): Promise<KeptCarry | undefined> {
  const item = await getItem(coopKeys.carry(scope, id));
  return item && carryOf(item);
}

/** Access pattern A72: what families carried in a cooperative, in order. */
export async function listCarries(scope: CoopScope): Promise<readonly KeptCarry[]> {
  return (await queryAll(scope.pk, 'CARRY#')).map(carryOf);
}

export const keepCarry = (scope: CoopScope, { kind, ...carry }: KeptCarry): Write =>
  putAbsent({ ...coopKeys.carry(scope, carry.id), ...carry, kind: 'carry', carryKind: kind });

const refundItem = z.object({
  id: z.string(),
  factsSha256: z.string(),
  /** Absent when nothing was booked: the cheque went back as it came. */
  entryNumber: z.int().optional(),
  totalCents: z.int().transform(cents),
});

/** Money that went back to families, or a cheque that came back unpaid. */
export type KeptRefund = z.output<typeof refundItem>;

/** Access pattern A73: a refund, or a returned cheque, by its id. */
export async function findRefund(scope: CoopScope, id: string): Promise<KeptRefund | undefined> {
  const item = await getItem(coopKeys.refund(scope, id));
  return item && refundItem.parse(item);
}

export const keepRefund = (scope: CoopScope, refund: KeptRefund): Write =>
  putAbsent({ ...coopKeys.refund(scope, refund.id), kind: 'refund', ...refund });

/** Replaces a payment by what became of it, provided it is still as it was read. */
export const changePayment = (
  scope: CoopScope,
  read: FamilyPayment,
  next: FamilyPayment,
): Write => ({
  Put: {
    TableName: tableName(),
    Item: itemOf(scope, next),
    ConditionExpression: '#state = :state AND refundedCents = :refunded',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':state': read.state, ':refunded': read.refundedCents },
  },
});

/** Puts a moved payment where it now belongs, where nothing is but the trace of an earlier move. */
export const placePayment = (scope: CoopScope, payment: FamilyPayment): Write => ({
  Put: {
    TableName: tableName(),
    Item: itemOf(scope, payment),
    ConditionExpression: 'attribute_not_exists(pk) OR #state = :moved',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':moved': 'moved' },
  },
});

/** Leaves where it was the trace of a platform's payment; the condition is on the payment itself. */
export const leaveTrace = (scope: CoopScope, payment: FamilyPayment): Write =>
  putAnyway(itemOf(scope, { ...payment, state: 'moved' }));
