import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import type { Delivery } from './send-webhooks.ts';

/** Has a payment platform, in a process of its own, send these messages; the statuses in order. */
export async function deliver(delivery: Delivery): Promise<readonly number[]> {
  const child = spawn('node', [join(import.meta.dirname, 'send-webhooks.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(delivery));
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return said.trim().split('\n').map(Number);
}
