import * as z from 'zod';
import { sha256Hex } from '#functions/platform/digest.ts';
import { coopKeys, remindersKey, remindersPartition } from './keys.ts';
import { coopScopeOf, type CoopScope } from './scope.ts';
import {
  changeItem,
  getItem,
  putAbsent,
  putAnyway,
  putNew,
  queryAll,
  tableName,
  type Item,
  type Write,
} from './table.ts';

const familyMailItem = z.object({
  collectionId: z.string(),
  familyId: z.string(),
  slot: z.string(),
  /** `refused`: the address is not one; `dropped`: nobody knows whether two attempts arrived. */
  state: z.enum(['queued', 'sent', 'refused', 'dropped']),
  attempts: z.int(),
  queuedAt: z.string(),
  /** The user, or `schedule`, or `stream`. */
  by: z.string(),
  sentAt: z.string().optional(),
});

/** A mail to a family: written before it is sent, and once only. */
export type FamilyMail = z.output<typeof familyMailItem>;

/** What names one mail. */
export type MailPlace = Pick<FamilyMail, 'collectionId' | 'familyId' | 'slot'>;

const mailOf = (item: Item): FamilyMail => familyMailItem.parse(item);
const keyOf = (scope: CoopScope, { collectionId, familyId, slot }: MailPlace) =>
  coopKeys.familyMail(scope, collectionId, familyId, slot);

export const reminderSlot = (number: number): string => `reminder-${number}`;
export const receiptSlot = (paymentId: string): string => `receipt-${paymentId}`;
export const isReminder = ({ slot }: Pick<FamilyMail, 'slot'>): boolean =>
  slot.startsWith('reminder-');

/** Access pattern A90: the mails of a collecte, sent and to send. */
export async function listFamilyMails(
  scope: CoopScope,
  collectionId: string,
): Promise<readonly FamilyMail[]> {
  return (await queryAll(scope.pk, `FAMILYMAIL#${collectionId}#`)).map(mailOf);
}

/** Access pattern A90: one mail. */
export async function findFamilyMail(
  scope: CoopScope,
  place: MailPlace,
): Promise<FamilyMail | undefined> {
  const item = await getItem(keyOf(scope, place));
  return item && mailOf(item);
}

const queued = (scope: CoopScope, mail: Omit<FamilyMail, 'state' | 'attempts' | 'sentAt'>) => ({
  ...keyOf(scope, mail),
  kind: 'familyMail',
  ...mail,
  state: 'queued',
  attempts: 0,
});

type NewMail = Parameters<typeof queued>[1];

/** Queues a mail; the transaction fails when this very mail is there already. */
export const queueMail = (scope: CoopScope, mail: NewMail): Write => putAbsent(queued(scope, mail));

/** Queues a mail unless it is there already; says whether it was not. */
export const queueMailOnce = (scope: CoopScope, mail: NewMail): Promise<boolean> =>
  putNew(queued(scope, mail));

/** Takes a mail to send it: false when another worker took it meanwhile. */
export const claimMail = (scope: CoopScope, mail: FamilyMail): Promise<boolean> =>
  changeItem(keyOf(scope, mail), {
    UpdateExpression: 'ADD attempts :one',
    ConditionExpression: '#state = :queued AND attempts = :attempts',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':one': 1, ':queued': 'queued', ':attempts': mail.attempts },
  });

/** Gives back a mail that surely did not leave: the attempt does not count. */
export const releaseMail = (scope: CoopScope, place: MailPlace): Promise<boolean> =>
  changeItem(keyOf(scope, place), {
    UpdateExpression: 'ADD attempts :less',
    ConditionExpression: '#state = :queued AND attempts > :none',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':less': -1, ':queued': 'queued', ':none': 0 },
  });

/** Says what became of a mail. */
export const endMail = (
  scope: CoopScope,
  place: MailPlace,
  state: Exclude<FamilyMail['state'], 'queued'>,
  at: string,
): Promise<boolean> =>
  changeItem(keyOf(scope, place), {
    UpdateExpression: 'SET #state = :state, sentAt = :at',
    ConditionExpression: '#state = :queued',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':state': state, ':at': at, ':queued': 'queued' },
  });

const mailDigest = (mail: string): string => sha256Hex(mail.trim().toLowerCase());

/** Access pattern A91: the digests of the addresses that want no more reminders. */
export async function listMailStops(scope: CoopScope): Promise<ReadonlySet<string>> {
  const items = await queryAll(scope.pk, 'MAILSTOP#');
  return new Set(items.map(({ sk }) => String(sk).slice('MAILSTOP#'.length)));
}

/** Access pattern A91: whether this address wants no more reminders. */
export const isMailStopped = async (scope: CoopScope, mail: string): Promise<boolean> =>
  (await getItem(coopKeys.mailStop(scope, mailDigest(mail)))) !== undefined;

/** Whether the address is one of those. */
export const isAmong = (stops: ReadonlySet<string>, mail: string | undefined): boolean =>
  mail !== undefined && stops.has(mailDigest(mail));

/** Notes that an address wants no more reminders of the cooperative. */
export const keepMailStop = (scope: CoopScope, mail: string, stoppedAt: string): Write =>
  putAnyway({ ...coopKeys.mailStop(scope, mailDigest(mail)), kind: 'mailStop', stoppedAt });

const planItem = z.object({ department: z.string(), coopId: z.string(), collectionId: z.string() });

/** Access pattern A92: whether the schedule reminds the families of a collecte. */
export const isPlanned = async (scope: CoopScope, collectionId: string): Promise<boolean> =>
  (await getItem(remindersKey(scope, collectionId))) !== undefined;

/** Access pattern A92: the collectes of an association that the schedule reminds. */
export async function listPlanned(
  department: string,
): Promise<readonly { readonly scope: CoopScope; readonly collectionId: string }[]> {
  return (await queryAll(remindersPartition(department), '')).map((item) => {
    const { coopId, collectionId, ...place } = planItem.parse(item);
    return { scope: coopScopeOf(place.department, coopId), collectionId };
  });
}

/** Lets the schedule remind, or no longer. */
export const planReminders = (scope: CoopScope, collectionId: string, automatic: boolean): Write =>
  automatic
    ? putAnyway({
        ...remindersKey(scope, collectionId),
        kind: 'reminderPlan',
        department: scope.department,
        coopId: scope.coopId,
        collectionId,
      })
    : { Delete: { TableName: tableName(), Key: { ...remindersKey(scope, collectionId) } } };
