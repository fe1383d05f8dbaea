import * as z from 'zod';
import { coopKeys, linkKey } from './keys.ts';
import { coopScopeOf, type CoopScope } from './scope.ts';
import { getItem, putAbsent, queryAll, tableName, updateWhere, type Write } from './table.ts';

const quitusItem = z.object({
  id: z.string(),
  yearId: z.string(),
  verifierName: z.string(),
  quality: z.enum(['parent', 'teacher']),
  invitedAt: z.string(),
  /** Only the digest of the link's token: whoever reads the table cannot open the link. */
  tokenSha256: z.string(),
  /** The end of the link, as an instant. */
  until: z.string(),
  signedAt: z.string().optional(),
  signedName: z.string().optional(),
  signedSha256: z.string().optional(),
});

/** A verifier invited by link, and the signature once it is given. */
export type KeptQuitus = z.output<typeof quitusItem>;

/** Access pattern A55 (docs/data-model.md): one invitation. */
export async function findQuitus(
  scope: CoopScope,
  yearId: string,
  id: string,
): Promise<KeptQuitus | undefined> {
  const item = await getItem(coopKeys.quitus(scope, yearId, id));
  return item && quitusItem.parse(item);
}

/** Access pattern A56: the verifiers invited for a year, in the order of their invitations. */
export async function listQuitus(scope: CoopScope, yearId: string): Promise<readonly KeptQuitus[]> {
  return (await queryAll(scope.pk, `QUITUS#${yearId}#`))
    .map((item) => quitusItem.parse(item))
    .toSorted((one, other) => one.invitedAt.localeCompare(other.invitedAt));
}

const linkItem = z.object({
  department: z.string(),
  coopId: z.string(),
  yearId: z.string(),
  quitusId: z.string(),
});

/**
 * Access pattern A57: the quitus that a link opens, and the scope it opens it in. Undefined for an
 * unknown link, one that ended, and one replaced by a newer: nobody can tell which.
 */
export async function findQuitusByLink(
  tokenSha256: string,
  now: string,
): Promise<{ readonly scope: CoopScope; readonly quitus: KeptQuitus } | undefined> {
  const item = await getItem(linkKey(tokenSha256));
  if (!item) return undefined;
  const { department, coopId, yearId, quitusId } = linkItem.parse(item);
  const scope = coopScopeOf(department, coopId);
  const quitus = await findQuitus(scope, yearId, quitusId);
  return quitus?.tokenSha256 === tokenSha256 && now <= quitus.until ? { scope, quitus } : undefined;
}

/** Keeps an invitation and its link; a link made again takes the place of the one before. */
export const keepInvitation = (
  scope: CoopScope,
  quitus: KeptQuitus,
  previous?: KeptQuitus,
): readonly Write[] => [
  {
    Put: {
      TableName: tableName(),
      Item: { ...coopKeys.quitus(scope, quitus.yearId, quitus.id), kind: 'quitus', ...quitus },
      ...(previous
        ? {
            ConditionExpression: 'tokenSha256 = :token AND attribute_not_exists(signedAt)',
            ExpressionAttributeValues: { ':token': previous.tokenSha256 },
          }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  },
  putAbsent({
    ...linkKey(quitus.tokenSha256),
    kind: 'link',
    department: scope.department,
    coopId: scope.coopId,
    yearId: quitus.yearId,
    quitusId: quitus.id,
    expiresAt: Math.ceil(Date.parse(quitus.until) / 1000),
  }),
];

/** Signs, once, by the link that is still the last one made. */
export const signQuitus = (
  scope: CoopScope,
  quitus: KeptQuitus,
  signature: { readonly at: string; readonly fullName: string; readonly snapshotSha256: string },
): Write =>
  updateWhere(coopKeys.quitus(scope, quitus.yearId, quitus.id), {
    UpdateExpression: 'SET signedAt = :at, signedName = :name, signedSha256 = :sha256',
    ConditionExpression: 'tokenSha256 = :token AND attribute_not_exists(signedAt)',
    ExpressionAttributeValues: {
      ':token': quitus.tokenSha256,
      ':at': signature.at,
      ':name': signature.fullName,
      ':sha256': signature.snapshotSha256,
    },
  });
