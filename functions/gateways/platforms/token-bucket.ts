import { PlatformUnavailable } from './platform-api.ts';

const capacity = 120;
const refilledPerSecond = 10;
/** Accounts remembered at once; forgetting one only gives it its calls back. */
const knownMax = 500;

interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

/** The bucket after one more call; undefined when it is empty. */
export function taken(bucket: Bucket | undefined, nowMs: number): Bucket | undefined {
  const since = bucket ? Math.max(0, nowMs - bucket.atMs) / 1000 : 0;
  const tokens = bucket ? Math.min(capacity, bucket.tokens + since * refilledPerSecond) : capacity;
  return tokens < 1 ? undefined : { tokens: tokens - 1, atMs: nowMs };
}

const buckets = new Map<string, Bucket>();

/**
 * Takes the right to one call to an account of a platform. A flood of messages that are only hints
 * does not become a flood of calls: what is over is asked again later.
 */
export function takeCall(account: string, nowMs = Date.now()): void {
  const after = taken(buckets.get(account), nowMs);
  if (!after) throw new PlatformUnavailable('too many calls for now');
  if (buckets.size >= knownMax) buckets.clear();
  buckets.set(account, after);
}
