import { paymentsRoutes } from '#shared/contract/payments/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { listInbox } from './list-inbox.ts';
import { listPayouts } from './list-payouts.ts';
import { bookHeld } from './payouts/book-held.ts';
import { decidePayout } from './payouts/decide-payout.ts';

export const handler = mount(paymentsRoutes, { listInbox, listPayouts, decidePayout, bookHeld });
