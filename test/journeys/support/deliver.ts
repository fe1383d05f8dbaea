import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Delivery } from './send-webhooks.ts';

/** A platform that is sending. */
export interface Sending {
  /** Kept once the first message is on its way. */
  readonly started: Promise<void>;
  /** The statuses in order, 0 where no answer came. */
  readonly statuses: Promise<readonly number[]>;
}

/** Has a payment platform, in a process of its own, send these messages. */
export function startDelivery(delivery: Delivery): Sending {
  const child = spawn('node', [join(import.meta.dirname, 'send-webhooks.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const closed = once(child, 'close');
  child.stdin.end(JSON.stringify(delivery));
  return {
    started: Promise.race([once(child.stdout, 'data'), closed]).then(() => undefined),
    statuses: closed.then(() => said.trim().split('\n').slice(1).map(Number)),
  };
}

/** Sends these messages to the end; the statuses in order. */
export const deliver = (delivery: Delivery): Promise<readonly number[]> =>
  startDelivery(delivery).statuses;
