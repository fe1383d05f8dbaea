import * as z from 'zod';
import {
  beforeBooksYearId,
  openingItemKinds,
  type OpeningItem,
} from '#shared/domain/bank/register/opening-items.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { deleteWhere, getItem, putAbsent, queryAll, type Item, type Write } from './table.ts';

const openingItem = z.object({
  id: z.string(),
  bankAccountId: z.string(),
  itemKind: z.enum(openingItemKinds),
  writtenOn: z.string().transform(day),
  label: z.string(),
  itemNumber: z.string().optional(),
  amountCents: z.int().transform(cents),
  bankMatchId: z.string().optional(),
});

const itemOf = (item: Item): OpeningItem => {
  const { bankMatchId: matchId, ...rest } = openingItem.parse(item);
  return { ...rest, matchId };
};

/**
 * Kept where an entry of a year before the books would be, so that a match takes it and frees it as
 * it does an entry; no guard names it, so that it is read as an entry nowhere else.
 */
const keyOf = (scope: CoopScope, id: string) => coopKeys.entry(scope, beforeBooksYearId, id);

/** Access pattern A49 (docs/data-model.md): what waited for the bank before the books, by its id. */
export async function findOpeningItem(
  scope: CoopScope,
  id: string,
): Promise<OpeningItem | undefined> {
  const item = await getItem(keyOf(scope, id));
  return item && itemOf(item);
}

/** Access pattern A49: what waited for the bank before the books, of one account or of all. */
export async function listOpeningItems(
  scope: CoopScope,
  bankAccountId?: string,
): Promise<readonly OpeningItem[]> {
  const items = (await queryAll(scope.pk, `ENTRY#${beforeBooksYearId}#`)).map(itemOf);
  return items
    .filter((item) => bankAccountId === undefined || item.bankAccountId === bankAccountId)
    .toSorted((one, other) => one.writtenOn.localeCompare(other.writtenOn));
}

export const keepOpeningItem = (scope: CoopScope, { matchId: _, ...item }: OpeningItem): Write =>
  putAbsent({ ...keyOf(scope, item.id), kind: 'openingItem', ...item, status: 'posted' });

/** Drops what no line has met. */
export const removeOpeningItem = (scope: CoopScope, id: string): Write =>
  deleteWhere(keyOf(scope, id), {
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(bankMatchId)',
  });
