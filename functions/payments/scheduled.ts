import * as z from 'zod';
import { log } from '#functions/platform/log.ts';
import { sweepAll, type SweepRun } from './sweeps/sweep-all.ts';

const eventSchema = z.object({ schedule: z.enum(['hot-sweep', 'nightly-sweep']) });
/** What is left to give back the endpoints in hand before the function is stopped. */
const marginMs = 30_000;
const withoutLimitMs = 240_000;

/** Started every quarter of an hour and every night: what messages left out is asked for. */
export async function handler(
  event: unknown,
  context?: { readonly getRemainingTimeInMillis?: () => number },
): Promise<SweepRun> {
  const { schedule } = eventSchema.parse(event);
  const leftMs = context?.getRemainingTimeInMillis?.() ?? withoutLimitMs;
  const deadlineMs = Date.now() + Math.max(0, leftMs - marginMs);
  const kind = schedule === 'hot-sweep' ? 'hot' : 'night';
  const run = await sweepAll(kind, () => new Date(), deadlineMs);
  log.info('sweep', { schedule, ...run });
  return run;
}
