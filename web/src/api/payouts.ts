import type { BodyOf, ParamsOf } from '#shared/contract/endpoint.ts';
import type {
  bookHeldEndpoint,
  decidePayoutEndpoint,
  printAnonymousCopyEndpoint,
} from '#shared/contract/payments/payouts.ts';
import { call, type Sent } from './call.ts';

/** Says whether an entry typed by hand is the same money as a payout that waits. */
export const decidePayout = (
  params: ParamsOf<typeof decidePayoutEndpoint>,
  body: Sent<BodyOf<typeof decidePayoutEndpoint>>,
) =>
  call<typeof decidePayoutEndpoint>(
    'POST',
    '/api/coops/{coopId}/payouts/{provider}/{payoutId}/decision',
    { params, body },
  );

/** A link to the anonymous copy of a payout's voucher, for a meeting of parents. */
export const printAnonymousCopy = (params: ParamsOf<typeof printAnonymousCopyEndpoint>) =>
  call<typeof printAnonymousCopyEndpoint>(
    'POST',
    '/api/coops/{coopId}/payouts/{provider}/{payoutId}/anonymous-copy',
    { params },
  );

/** Books what payment platforms held on the last day of the year. */
export const bookHeld = (params: ParamsOf<typeof bookHeldEndpoint>) =>
  call<typeof bookHeldEndpoint>('POST', '/api/coops/{coopId}/years/{yearId}/held-by-platforms', {
    params,
  });
