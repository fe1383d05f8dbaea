import { paymentsRoutes } from '#shared/contract/payments/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { decideEvent } from './inbox/decide-event.ts';
import { inspectEvent } from './inbox/inspect-event.ts';
import { listInbox } from './inbox/list-inbox.ts';
import { listUnsettledEvents } from './inbox/list-unsettled.ts';
import { replayEvent } from './inbox/replay-event.ts';
import { listPayouts } from './list-payouts.ts';
import { bookHeld } from './payouts/book-held.ts';
import { decidePayout } from './payouts/decide-payout.ts';
import { printAnonymousCopy } from './payouts/print-anonymous-copy.ts';
import { importReport } from './reports/import-report.ts';

export const handler = mount(paymentsRoutes, {
  listInbox,
  replayEvent,
  decideEvent,
  inspectEvent,
  listUnsettled: listUnsettledEvents,
  importReport,
  listPayouts,
  decidePayout,
  printAnonymousCopy,
  bookHeld,
});
