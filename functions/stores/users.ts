import * as z from 'zod';
import { day, type Day } from '#shared/domain/dates.ts';
import type { Grant, Place } from '#shared/domain/access/roles.ts';
import { coopKeys, grantKey, mailKey, subjectKey, userKey } from './keys.ts';
import type { CoopScope } from './scope.ts';
import {
  getItem,
  putAbsent,
  putAnyway,
  putNew,
  queryAll,
  updateWhere,
  type Write,
} from './table.ts';

const userItem = z.object({ userId: z.string(), name: z.string(), mail: z.string() });

const grantItem = z.object({
  role: z.enum([
    'mandateHolder',
    'coMandateHolder',
    'classTeacher',
    'verifier',
    'headOfficeTreasurer',
    'headOfficeReader',
    'nationalReader',
  ]),
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('coop'), department: z.string(), coopId: z.string() }),
    z.object({ kind: z.literal('department'), department: z.string() }),
    z.object({ kind: z.literal('nation') }),
  ]),
  from: z.string().transform(day),
  until: z.string().transform(day).optional(),
});

export type User = z.output<typeof userItem> & { readonly grants: readonly Grant[] };

/** Access pattern A10: a person and all their grants, one query, consistent: rights end on time. */
export async function findUser(userId: string): Promise<User | undefined> {
  const items = await queryAll(userKey(userId).pk, '');
  const user = items.find(({ sk }) => sk === 'USER');
  if (!user) return undefined;
  const grants = items
    .filter(({ sk }) => String(sk).startsWith('GRANT#'))
    .map((item): Grant => grantItem.parse(item));
  return { ...userItem.parse(user), grants };
}

const linkItem = z.object({ userId: z.string() });

/** Access pattern A11: the user that the identity provider's subject stands for. */
export async function findUserIdBySubject(subject: string): Promise<string | undefined> {
  const item = await getItem(subjectKey(subject));
  return item && linkItem.parse(item).userId;
}

/** Access pattern A12: the user that was invited under this mail. */
export async function findUserIdByMail(mail: string): Promise<string | undefined> {
  const item = await getItem(mailKey(mail));
  return item && linkItem.parse(item).userId;
}

/** Ties a subject of the identity provider to a user, at the first sign-in. */
export const linkSubject = (subject: string, userId: string): Promise<boolean> =>
  putNew({ ...subjectKey(subject), kind: 'subject', userId });

/** Adds a person, known by a mail that nobody else has. */
export const addUser = (user: z.output<typeof userItem>): readonly Write[] => [
  putAbsent({ ...userKey(user.userId), kind: 'user', ...user }),
  putAbsent({ ...mailKey(user.mail), kind: 'mail', userId: user.userId }),
];

const placeText = (place: Place): string => {
  switch (place.kind) {
    case 'coop':
      return `D#${place.department}#C#${place.coopId}`;
    case 'department':
      return `D#${place.department}`;
    case 'nation':
      return 'NATION';
  }
};

/** Gives a role; for a cooperative, also to be read from it. */
export const giveGrant = (userId: string, grant: Grant): Write =>
  putAnyway({
    ...grantKey(userId, placeText(grant.place), grant.role, grant.from),
    kind: 'grant',
    ...grant,
  });

/** Sets the last day of a grant, provided nobody else has set one since it was read. */
export const endGrant = (userId: string, grant: Grant, lastDay: Day): Write =>
  updateWhere(grantKey(userId, placeText(grant.place), grant.role, grant.from), {
    UpdateExpression: 'SET #until = :day',
    ConditionExpression:
      grant.until === undefined
        ? 'attribute_exists(pk) AND attribute_not_exists(#until)'
        : '#until = :before',
    ExpressionAttributeNames: { '#until': 'until' },
    ExpressionAttributeValues: {
      ':day': lastDay,
      ...(grant.until !== undefined && { ':before': grant.until }),
    },
  });

const mandateItem = z.object({
  userId: z.string(),
  name: z.string(),
  role: z.string(),
  from: z.string(),
  until: z.string().optional(),
});

/** A role as the cooperative sees it: who, from when, until when. */
export type Mandate = z.output<typeof mandateItem>;

/** Access pattern A13: who holds, held and will hold a role in a cooperative. */
export async function listMandates(scope: CoopScope): Promise<readonly Mandate[]> {
  return (await queryAll(scope.pk, 'MANDATE#')).map((item) => mandateItem.parse(item));
}

export const keepMandate = (scope: CoopScope, mandate: Mandate): Write =>
  putAnyway({
    ...coopKeys.mandate(scope, mandate.userId, mandate.role, mandate.from),
    kind: 'mandate',
    ...mandate,
  });
