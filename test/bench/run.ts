import { availableParallelism, loadavg } from 'node:os';
import { buildWeb } from '#infra/build/web.ts';
import { setup } from '#test/support/dynamodb-setup.ts';
import { startCountingProxy } from './counting-proxy.ts';
import { postEntryCounts } from './p1-post-entry.ts';
import { portalFirstVisit } from './p11-portal.ts';
import { inOwnProcess, voucherPrinting } from './own-process.ts';
import { webhookCosts } from './p2-webhook.ts';
import { crfRatios } from './p4-crf.ts';
import { reconcileTimes } from './p6-reconcile.ts';
import { matchingAccuracy } from './p7-matching.ts';

/** `npm run bench`: counts and ratios, each against its goal. Timed things are ratios in one run. */
await buildWeb();
const [load = 0] = loadavg();
if (load > availableParallelism())
  console.log(`The machine is busy (load ${load.toFixed(1)}): times below are not to be compared.`);
const stop = await setup();
const direct = process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
const proxy = await startCountingProxy(direct);
process.env['AWS_ENDPOINT_URL_DYNAMODB'] = proxy.endpoint;
try {
  await postEntryCounts(proxy.take);
  await webhookCosts(proxy.take);
  console.log(
    await inOwnProcess('test/bench/p3-burst.ts', '', { AWS_ENDPOINT_URL_DYNAMODB: direct }),
  );
  await crfRatios(proxy.take);
  reconcileTimes();
  matchingAccuracy();
  await voucherPrinting();
  await portalFirstVisit();
} finally {
  proxy.stop();
  await stop();
}
