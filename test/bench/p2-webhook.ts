import { createHmac, timingSafeEqual } from 'node:crypto';
import { verify } from '#functions/payments/schemes/verify.ts';
import { newCoop } from '#test/support/calls.ts';
import { chargeOf, succeeded } from '#test/support/messages.ts';
import {
  deliver,
  newEndpoint,
  standardHeaders,
  standardSecret,
  startPlatform,
} from '#test/support/platform.ts';
import type { Counts } from './counting-proxy.ts';
import { ratioOf } from './ratio.ts';

const [id, content] = succeeded(chargeOf(1, 'TRL-ABCD-EFGH', { fee: 88 }));
const body = Buffer.from(JSON.stringify(content));
const headers = standardHeaders({ id, body });
const key = Buffer.from(standardSecret.slice('whsec_'.length), 'base64');
const nowSeconds = Number(headers['webhook-timestamp']);
const perPair = 2_000;

/** The yardstick: the least that can be called a verification. */
function bareLoop(): unknown {
  const expected = createHmac('sha256', key)
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.`)
    .update(body)
    .digest();
  const given = Buffer.from(headers['webhook-signature']?.slice(3) ?? '', 'base64');
  return timingSafeEqual(expected, given) ? JSON.parse(body.toString('utf8')) : undefined;
}

/** P2: what verifying a message costs, and what receiving one writes. */
export async function webhookCosts(take: () => Promise<Counts>): Promise<void> {
  const request = { headers, body, nowSeconds, sourceIp: '127.0.0.1' };
  const endpoint = { scheme: 'standard', mode: 'live', secretName: '/test/standard' } as const;
  const verified = verify(endpoint, request, [standardSecret]);
  if (!verified.ok) throw new Error(verified.rejection);
  const ratio = ratioOf(bareLoop, () => verify(endpoint, request, [standardSecret]), perPair);
  console.log(`P2 verification against a bare HMAC and parse: ${ratio.text} (goal ≥ 0.5)`);
  const stop = await startPlatform();
  const token = await newEndpoint(await newCoop());
  await deliver(token, 'warm', content);
  const written: string[] = [];
  for (const delivery of ['a new one', 'a duplicate']) {
    await take();
    await deliver(token, id, content);
    const { requests, reads } = await take();
    written.push(`${delivery}: ${requests - reads} write requests`);
  }
  console.log(`P2 ${written.join(', ')} (goal 1; a duplicate is refused, then counted)`);
  stop();
}
