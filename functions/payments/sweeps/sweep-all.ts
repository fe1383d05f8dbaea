import { randomUUID } from 'node:crypto';
import { log } from '#functions/platform/log.ts';
import {
  endSweep,
  failSweep,
  listSweeps,
  takeSweep,
  type Sweep,
} from '#functions/stores/sweeps.ts';
import { findEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { sweepEndpoint, type SweepKind, type Swept } from './sweep-endpoint.ts';

const sideBySide = 6;
/** Longer than any run of the function: a lease outlives only a run that was cut short. */
const leaseMs = 15 * 60_000;

/** What came of a run over every endpoint. */
export interface SweepRun extends Swept {
  readonly endpoints: number;
  readonly failed: number;
  /** Not reached in time: they come first in the next run. */
  readonly behind: number;
}

/**
 * Sweeps every endpoint, the longest unseen first, until the deadline. One that fails holds back no
 * other, keeps its place, and is told to the operators.
 */
export async function sweepAll(
  kind: SweepKind,
  clock: () => Date,
  deadlineMs: number,
): Promise<SweepRun> {
  const left = [...(await listSweeps())];
  const endpoints = left.length;
  const swept: (Swept | 'failed')[] = [];
  const sweepNext = async (): Promise<void> => {
    for (;;) {
      const next = clock().getTime() < deadlineMs ? left.shift() : undefined;
      if (!next) return;
      const came = await sweepOne(kind, next, clock().toISOString());
      if (came) swept.push(came);
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, sweepNext));
  const good = swept.filter((one) => one !== 'failed');
  const sum = (field: keyof Swept): number => good.reduce((total, one) => total + one[field], 0);
  return {
    endpoints,
    failed: swept.length - good.length,
    behind: left.length,
    found: sum('found'),
    missed: sum('missed'),
    leftOut: sum('leftOut'),
    stuck: sum('stuck'),
  };
}

/** Undefined when another run has the endpoint, or when nothing is to be asked of it. */
async function sweepOne(
  kind: SweepKind,
  { endpoint: digest }: Sweep,
  now: string,
): Promise<Swept | 'failed' | undefined> {
  const endpoint = await findEndpoint(digest);
  if (endpoint?.status !== 'live') return undefined;
  const until = new Date(Date.parse(now) + leaseMs).toISOString();
  const lease = { endpoint: digest, leaseId: randomUUID(), until };
  const sweep = await takeSweep(lease, now);
  if (!sweep) return undefined;
  const { provider, department, coopId } = endpoint;
  try {
    const swept = await sweepEndpoint(endpoint, sweep, kind, now);
    await endSweep(lease, now);
    if (swept.missed > 0)
      log.warn('sweep_found', { provider, department, coopId, payments: swept.missed });
    return swept;
  } catch (error) {
    const fault = error instanceof Error ? error.name : 'fault';
    await failSweep(lease, fault, now);
    log.error('sweep_failed', { provider, department, coopId, fault });
    return 'failed';
  }
}
