import type { BodyOf, ParamsOf, QueryOf } from '#shared/contract/endpoint.ts';
import type {
  decideEventEndpoint,
  inspectEventEndpoint,
  listInboxEndpoint,
  listPayoutsEndpoint,
  listUnsettledEndpoint,
  replayEventEndpoint,
} from '#shared/contract/payments/inbox.ts';
import type { importReportEndpoint } from '#shared/contract/payments/reports.ts';
import { call, type Sent } from './call.ts';

/** The events received from payment platforms and what became of them. */
export const listInbox = (params: ParamsOf<typeof listInboxEndpoint>) =>
  call<typeof listInboxEndpoint>('GET', '/api/coops/{coopId}/inbox', { params });

/** Plays an event of a payment platform again. */
export const replayEvent = (params: ParamsOf<typeof replayEventEndpoint>) =>
  call<typeof replayEventEndpoint>(
    'POST',
    '/api/coops/{coopId}/inbox/{provider}/{eventId}/replay',
    { params },
  );

/** Says whether an event tells a payment that is known already, or another one. */
export const decideEvent = (
  params: ParamsOf<typeof decideEventEndpoint>,
  body: Sent<BodyOf<typeof decideEventEndpoint>>,
) =>
  call<typeof decideEventEndpoint>(
    'POST',
    '/api/coops/{coopId}/inbox/{provider}/{eventId}/decision',
    { params, body },
  );

/** What a platform said, masked unless a reason is given; each look leaves a trace. */
export const inspectEvent = (
  params: ParamsOf<typeof inspectEventEndpoint>,
  body: Sent<BodyOf<typeof inspectEventEndpoint>>,
) =>
  call<typeof inspectEventEndpoint>(
    'POST',
    '/api/coops/{coopId}/inbox/{provider}/{eventId}/message',
    { params, body },
  );

/** How many platform events wait in each cooperative of an association, and why. */
export const listUnsettled = (params: ParamsOf<typeof listUnsettledEndpoint>) =>
  call<typeof listUnsettledEndpoint>('GET', '/api/departments/{department}/inbox', { params });

/** The payouts of payment platforms and their entries. */
export const listPayouts = (params: ParamsOf<typeof listPayoutsEndpoint>) =>
  call<typeof listPayoutsEndpoint>('GET', '/api/coops/{coopId}/payouts', { params });

/** Previews or imports a payout report of a payment platform. */
export const importReport = (
  params: ParamsOf<typeof importReportEndpoint>,
  query: Sent<QueryOf<typeof importReportEndpoint>>,
  bytes: Blob,
) =>
  call<typeof importReportEndpoint>('POST', '/api/coops/{coopId}/platform-reports/{provider}', {
    params,
    query,
    bytes,
  });
