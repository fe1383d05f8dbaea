import type {
  declareOpeningItemEndpoint,
  removeOpeningItemEndpoint,
} from '#shared/contract/bank/register.ts';
import { checkOpeningItem, type OpeningItem } from '#shared/domain/bank/register/opening-items.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import {
  findOpeningItem,
  keepOpeningItem,
  removeOpeningItem as remove,
} from '#functions/stores/opening-items.ts';
import { commit } from '#functions/stores/table.ts';
import { listYears } from '#functions/stores/years.ts';
import { openingItemView } from './opening-item-view.ts';

/** Declares what was written before the books and that the bank had not shown yet. Rules: BANK-1. */
export const declareOpeningItem: UseCase<typeof declareOpeningItemEndpoint> = async (call) => {
  const { actor, scope, params, body, now, today, requestId } = call;
  const [account, known, years] = await Promise.all([
    findBankAccount(scope, params.bankAccountId),
    findOpeningItem(scope, params.itemId),
    listYears(scope),
  ]);
  if (!account) return reject('not_found');
  const item: OpeningItem = { id: params.itemId, bankAccountId: account.id, ...body };
  if (known)
    return isSame(known, item)
      ? accept(openingItemView(known, today))
      : reject('opening_item_id_reused');
  if (account.closedOn !== undefined) return reject('bank_account_closed');
  const [startOn] = years.map((year) => year.startOn).toSorted();
  const checked = checkOpeningItem(item, startOn ?? today);
  if (!checked.ok) return checked;
  await commit([
    keepOpeningItem(scope, item),
    recordAct(scope, {
      act: 'declare-opening-item',
      target: item.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept(openingItemView(item, today));
};

const isSame = (one: OpeningItem, other: OpeningItem): boolean =>
  (['bankAccountId', 'itemKind', 'writtenOn', 'label', 'itemNumber', 'amountCents'] as const).every(
    (name) => one[name] === other[name],
  );

/** Takes back a declaration that no line has met; asked again, there is nothing left to do. */
export const removeOpeningItem: UseCase<typeof removeOpeningItemEndpoint> = async (call) => {
  const { actor, scope, params, now, requestId } = call;
  const known = await findOpeningItem(scope, params.itemId);
  if (known?.bankAccountId !== params.bankAccountId) return accept({ removed: false });
  if (known.matchId !== undefined) return reject('opening_item_matched');
  await commit([
    remove(scope, known.id),
    recordAct(scope, {
      act: 'remove-opening-item',
      target: known.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept({ removed: true });
};
