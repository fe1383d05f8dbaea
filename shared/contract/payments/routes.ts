import type { Routes } from '../endpoint.ts';
import { listInboxEndpoint, listPayoutsEndpoint } from './inbox.ts';

export const paymentsRoutes = {
  listInbox: listInboxEndpoint,
  listPayouts: listPayoutsEndpoint,
} as const satisfies Routes;
