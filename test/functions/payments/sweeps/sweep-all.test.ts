import { afterAll, beforeAll, expect, test } from 'vitest';
import { handler } from '#functions/payments/scheduled.ts';
import { sweepAll } from '#functions/payments/sweeps/sweep-all.ts';
import { sinceOf } from '#functions/payments/sweeps/sweep-endpoint.ts';
import { listEvents } from '#functions/stores/inbox.ts';
import {
  endSweep,
  failSweep,
  listSweeps,
  startSweeping,
  takeSweep,
} from '#functions/stores/sweeps.ts';
import { startPlatform } from '#test/support/platform.ts';
import { helloAssoPage, helloAssoPayment, sweptCoop } from '#test/support/sweeps.ts';

let stop: () => void;
beforeAll(async () => {
  stop = await startPlatform();
});
afterAll(() => stop());

const now = '2026-03-17T09:00:00.000Z';
const clock = () => new Date(now);
const inTime = Date.parse(now) + 60_000;
const watermark = '2026-03-17T08:45:00.000Z';

async function sweptFromHere() {
  const coop = await sweptCoop({ scheme: 'helloasso', accountId: 'ecole' }, 'HELLOASSO_API_URL');
  const { department, coopId } = coop.scope;
  await startSweeping({ endpoint: coop.digest, department, coopId, watermark });
  const mine = async () => (await listSweeps()).find(({ endpoint }) => endpoint === coop.digest);
  const lease = (leaseId: string, until = '2026-03-17T09:15:00.000Z') => ({
    endpoint: coop.digest,
    leaseId,
    until,
  });
  return { ...coop, mine, lease };
}

const young = { meta: { updatedAt: '2026-03-17T09:50:00+01:00' } };

test('a run sweeps every endpoint and moves its mark', async () => {
  const { scope, answers, mine } = await sweptFromHere();
  await answers(helloAssoPage(helloAssoPayment(81, young)));
  const run = await sweepAll('hot', clock, inTime);
  expect(run.found).toBeGreaterThanOrEqual(1);
  expect(run.behind).toBe(0);
  expect(await listEvents(scope)).toHaveLength(1);
  expect(await mine()).toMatchObject({ watermark: now });
});

test('one that fails keeps its mark, says how, and is well again at the next run', async () => {
  const { answers, mine } = await sweptFromHere();
  await answers();
  const run = await sweepAll('hot', clock, inTime);
  expect(run.failed).toBeGreaterThanOrEqual(1);
  expect(await mine()).toMatchObject({
    watermark,
    fault: 'PlatformRefused',
    failedSince: now,
  });
  await answers(helloAssoPage());
  await sweepAll('hot', clock, inTime);
  expect(await mine()).toEqual(expect.objectContaining({ watermark: now }) as unknown);
  expect((await mine())?.fault).toBeUndefined();
});

test('two sweeps never have one endpoint together', async () => {
  const { lease } = await sweptFromHere();
  const taken = await Promise.all(
    ['a', 'b', 'c', 'd'].map((leaseId) => takeSweep(lease(leaseId), now)),
  );
  expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
});

test('a run that was cut short gives way when its time is over, and can no longer end', async () => {
  const { lease, mine } = await sweptFromHere();
  const dead = lease('dead', '2026-03-17T09:00:10.000Z');
  expect(await takeSweep(dead, now)).toBeDefined();
  expect(await takeSweep(lease('next'), '2026-03-17T09:00:10.000Z')).toBeUndefined();
  expect(await takeSweep(lease('next'), '2026-03-17T09:00:11.000Z')).toBeDefined();
  expect(await endSweep(dead, '2026-03-17T09:00:00.000Z')).toBe(false);
  expect(await failSweep(dead, 'fault', now)).toBe(false);
  expect(await endSweep(lease('next'), now)).toBe(true);
  expect(await mine()).toMatchObject({ watermark: now });
});

test('an endpoint starts once: written again, it keeps its mark', async () => {
  const { digest, scope, mine } = await sweptFromHere();
  const { department, coopId } = scope;
  await startSweeping({ endpoint: digest, department, coopId, watermark: now });
  expect(await mine()).toMatchObject({ watermark });
});

test('when its time is over a run stops, and says how many are left', async () => {
  await sweptFromHere();
  const run = await sweepAll('night', clock, Date.parse(now));
  expect(run).toMatchObject({ found: 0, failed: 0, behind: run.endpoints });
  expect(run.endpoints).toBeGreaterThan(0);
});

test('the schedule says which sweep it is; another name starts nothing', async () => {
  await expect(handler({ schedule: 'nightly-export' })).rejects.toThrow();
  expect(
    await handler({ schedule: 'hot-sweep' }, { getRemainingTimeInMillis: () => 0 }),
  ).toMatchObject({ found: 0 });
});

test('a hot sweep looks back a quarter of an hour, a night three days, never past its mark', () => {
  expect(sinceOf('hot', '2026-03-17T08:45:00.000Z', now)).toBe('2026-03-17T08:30:00.000Z');
  expect(sinceOf('night', '2026-03-17T08:45:00.000Z', now)).toBe('2026-03-14T08:45:00.000Z');
  expect(sinceOf('hot', '2026-03-10T00:00:00.000Z', now)).toBe('2026-03-09T23:45:00.000Z');
  expect(sinceOf('hot', '2027-01-01T00:00:00.000Z', now)).toBe('2026-03-17T08:45:00.000Z');
});
