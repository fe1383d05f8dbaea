import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Delivery } from './send-webhooks.ts';

/** A platform that is sending. */
export interface Sending {
  /** Kept once so many messages were answered, or nothing more is sent. */
  readonly answered: (count: number) => Promise<void>;
  /** The statuses in order, 0 where no answer came. */
  readonly statuses: Promise<readonly number[]>;
}

/** Has a payment platform, in a process of its own, send these messages. */
export function startDelivery(delivery: Delivery): Sending {
  const child = spawn('node', [join(import.meta.dirname, 'send-webhooks.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const statuses: number[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (status) => statuses.push(Number(status)));
  const closed = once(lines, 'close').then(() => true);
  child.stdin.end(JSON.stringify(delivery));
  const answered = async (count: number): Promise<void> => {
    let isOver = false;
    while (!isOver && statuses.length < count)
      isOver = await Promise.race([closed, once(lines, 'line').then(() => false)]);
  };
  return { answered, statuses: closed.then(() => statuses) };
}

/** Sends these messages to the end; the statuses in order. */
export const deliver = (delivery: Delivery): Promise<readonly number[]> =>
  startDelivery(delivery).statuses;
