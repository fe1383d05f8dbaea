import * as z from 'zod';
import { sha256Hex } from '#functions/platform/digest.ts';
import { familyLinkKey } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { deleteWhere, getItem, putAbsent, type Write } from './table.ts';

const familyLinkItem = z.object({
  department: z.string(),
  coopId: z.string(),
  collectionId: z.string(),
  /** Absent for the page of the whole collecte. */
  familyId: z.string().optional(),
});

/** What a page of families is for. */
export type FamilyLink = z.output<typeof familyLinkItem>;

const linkDigest = (token: string): string => sha256Hex(token);

/** Access pattern A71: what a family's or a collecte's token opens. */
export async function findFamilyLink(token: string): Promise<FamilyLink | undefined> {
  const item = await getItem(familyLinkKey(linkDigest(token)));
  return item && familyLinkItem.parse(item);
}

/** Opens a page, under the digest of its token only. */
export const keepFamilyLink = (
  { department, coopId }: CoopScope,
  token: string,
  place: Omit<FamilyLink, 'department' | 'coopId'>,
): Write =>
  putAbsent({
    ...familyLinkKey(linkDigest(token)),
    kind: 'familyLink',
    department,
    coopId,
    ...place,
  });

/** Closes the page of a family that is removed. */
export const dropFamilyLink = (token: string): Write =>
  deleteWhere(familyLinkKey(linkDigest(token)), { ConditionExpression: 'attribute_exists(pk)' });
