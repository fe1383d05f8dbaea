import { isExpiredCheque } from '#shared/domain/bank/register/cheque-validity.ts';
import type { OpeningItem } from '#shared/domain/bank/register/opening-items.ts';
import type { Day } from '#shared/domain/dates.ts';

/** What waited for the bank before the books; whether its cheque may still be asked. */
export const openingItemView = ({ bankAccountId: _, ...item }: OpeningItem, today: Day) => ({
  ...item,
  isExpired:
    item.itemKind === 'cheque' &&
    item.matchId === undefined &&
    isExpiredCheque(item.writtenOn, today),
});
