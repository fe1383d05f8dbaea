import { setTimeout as sleep } from 'node:timers/promises';
import { StaleRead } from '#functions/stores/table.ts';

const attemptsMax = 8;
const baseMs = 20;
const capMs = 1_000;

/**
 * Runs the use case again, on fresh data, when what it decided on has moved meanwhile: at most
 * eight times, with full jitter. The last `StaleRead` is thrown: the caller may safely retry.
 */
export async function runAgainIfStale<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof StaleRead) || attempt === attemptsMax) throw error;
      await sleep(Math.random() * Math.min(capMs, baseMs * 2 ** attempt));
    }
  }
}
