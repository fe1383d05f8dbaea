import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformUnavailable } from './platform-api.ts';

const capacity = 60;
const refilledPerSecond = 10;
const waitMaxMs = 5_000;
/** Accounts remembered at once; forgetting one only gives it its calls back. */
const knownMax = 500;

/** How many calls an account may still make; below zero, some wait for their turn. */
export interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

/** The bucket after one more call. */
export function taken(bucket: Bucket | undefined, nowMs: number): Bucket {
  if (!bucket) return { tokens: capacity - 1, atMs: nowMs };
  const refilled = (Math.max(0, nowMs - bucket.atMs) / 1000) * refilledPerSecond;
  return { tokens: Math.min(capacity, bucket.tokens + refilled) - 1, atMs: nowMs };
}

/** How long the last call taken has to wait for its turn. */
export const waitMsOf = ({ tokens }: Bucket): number =>
  tokens >= 0 ? 0 : Math.ceil((-tokens / refilledPerSecond) * 1000);

const buckets = new Map<string, Bucket>();

/**
 * Waits for the right to one call to an account of a platform. A flood of messages that are only
 * hints does not become a flood of calls: what would wait too long is asked again later.
 */
export async function takeCall(account: string): Promise<void> {
  const after = taken(buckets.get(account), Date.now());
  const waitMs = waitMsOf(after);
  if (waitMs > waitMaxMs) throw new PlatformUnavailable('too many calls for now');
  if (buckets.size >= knownMax) buckets.clear();
  buckets.set(account, after);
  if (waitMs > 0) await sleep(waitMs);
}
