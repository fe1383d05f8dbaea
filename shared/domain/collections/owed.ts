import type { Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import type { Collection } from './collection.ts';
import type { Standing } from './family-payment.ts';

/**
 * Whether a payment of a family may be noted in a collecte. While it is open, any; once it ended,
 * only what the family owes there because its credit was carried away and its payment went back as
 * well, and no more than that: the standing comes back to zero, never above.
 * Rules: CREDIT-1 (docs/rules.md).
 */
export function checkNoted(
  { status }: Pick<Collection, 'status'>,
  standing: Pick<Standing, 'overdrawnCents'> | undefined,
  amountCents: Cents,
): Result<Cents, 'collection_closed' | 'more_than_owed'> {
  if (status === 'open') return accept(amountCents);
  if (standing === undefined || standing.overdrawnCents === 0) return reject('collection_closed');
  if (amountCents > standing.overdrawnCents) return reject('more_than_owed', 'amountCents');
  return accept(amountCents);
}
