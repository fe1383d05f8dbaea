import type { Routes } from '../endpoint.ts';
import { listInboxEndpoint, listPayoutsEndpoint } from './inbox.ts';
import { bookHeldEndpoint, decidePayoutEndpoint } from './payouts.ts';

export const paymentsRoutes = {
  listInbox: listInboxEndpoint,
  listPayouts: listPayoutsEndpoint,
  decidePayout: decidePayoutEndpoint,
  bookHeld: bookHeldEndpoint,
} as const satisfies Routes;
