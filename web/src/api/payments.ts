import type { ParamsOf } from '#shared/contract/endpoint.ts';
import type { listInboxEndpoint, listPayoutsEndpoint } from '#shared/contract/payments/inbox.ts';
import { call } from './call.ts';

/** The events received from payment platforms and what became of them. */
export const listInbox = (params: ParamsOf<typeof listInboxEndpoint>) =>
  call<typeof listInboxEndpoint>('GET', '/api/coops/{coopId}/inbox', { params });

/** The payouts of payment platforms and their entries. */
export const listPayouts = (params: ParamsOf<typeof listPayoutsEndpoint>) =>
  call<typeof listPayoutsEndpoint>('GET', '/api/coops/{coopId}/payouts', { params });
