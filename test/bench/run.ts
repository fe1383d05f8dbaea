import { availableParallelism, loadavg } from 'node:os';
import { buildWeb } from '#infra/build/web.ts';
import { setup } from '#test/support/dynamodb-setup.ts';
import { startCountingProxy } from './counting-proxy.ts';
import { postEntryCounts } from './p1-post-entry.ts';
import { portalFirstVisit } from './p11-portal.ts';
import { crfRatios } from './p4-crf.ts';

/** `npm run bench`: counts and ratios, each against its goal. Timed things are ratios in one run. */
await buildWeb();
const [load = 0] = loadavg();
if (load > availableParallelism())
  console.log(`The machine is busy (load ${load.toFixed(1)}): times below are not to be compared.`);
const stop = await setup();
const proxy = await startCountingProxy(process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');
process.env['AWS_ENDPOINT_URL_DYNAMODB'] = proxy.endpoint;
try {
  await postEntryCounts(proxy.take);
  await crfRatios(proxy.take);
  await portalFirstVisit();
} finally {
  proxy.stop();
  await stop();
}
