import type { Collection } from '../collections/collection.ts';
import { counts, type FamilyPayment } from '../collections/family-payment.ts';
import { addDays, type Day } from '../dates.ts';

/** What a link opens. `ended`: nothing more is asked, and what was paid can still be read. */
export type PageState = 'open' | 'ended' | 'hidden';

/**
 * Whether a link shows its page. Once the collecte has ended, only a family that paid something
 * still finds its payments and receipts; everybody else reads the same page as for an unknown link.
 */
export function pageStateOf(status: Collection['status'], hasPaid: boolean): PageState {
  if (status === 'open') return 'open';
  return status !== 'opening' && hasPaid ? 'ended' : 'hidden';
}

/** What the portal itself knows when a browser comes back from the platform. */
type OnReturn =
  | { readonly kind: 'received'; readonly payment: FamilyPayment }
  | { readonly kind: 'failed'; readonly payment: FamilyPayment }
  | { readonly kind: 'waiting' };

/**
 * The newest platform payment of yesterday or today decides; the address of the return is never
 * believed, since anybody can type it. Without one, the platform has not confirmed yet.
 */
export function onReturn(payments: readonly FamilyPayment[], today: Day): OnReturn {
  const recent = payments
    .filter(({ means, paidOn }) => means === 'platform' && paidOn >= addDays(today, -1))
    .toSorted((one, other) => other.paidOn.localeCompare(one.paidOn));
  const received = recent.find(counts);
  if (received) return { kind: 'received', payment: received };
  const [newest] = recent;
  return newest?.state === 'failed' ? { kind: 'failed', payment: newest } : { kind: 'waiting' };
}
