import type { Routes } from '../endpoint.ts';
import {
  decideEventEndpoint,
  inspectEventEndpoint,
  listInboxEndpoint,
  listPayoutsEndpoint,
  listUnsettledEndpoint,
  replayEventEndpoint,
} from './inbox.ts';
import { bookHeldEndpoint, decidePayoutEndpoint, printAnonymousCopyEndpoint } from './payouts.ts';
import { importReportEndpoint } from './reports.ts';

export const paymentsRoutes = {
  listInbox: listInboxEndpoint,
  replayEvent: replayEventEndpoint,
  decideEvent: decideEventEndpoint,
  inspectEvent: inspectEventEndpoint,
  listUnsettled: listUnsettledEndpoint,
  importReport: importReportEndpoint,
  listPayouts: listPayoutsEndpoint,
  decidePayout: decidePayoutEndpoint,
  printAnonymousCopy: printAnonymousCopyEndpoint,
  bookHeld: bookHeldEndpoint,
} as const satisfies Routes;
