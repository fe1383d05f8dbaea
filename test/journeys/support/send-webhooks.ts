import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/** What a payment platform sends: the messages in order, each signed on its own. */
export interface Delivery {
  readonly url: string;
  readonly secret: string;
  readonly messages: readonly { readonly id: string; readonly body: unknown }[];
}

/** The status of the answer; 0 when none came: the portal is down, or went down meanwhile. */
async function post(url: string, headers: Record<string, string>, body: string): Promise<number> {
  try {
    return (await fetch(url, { method: 'POST', headers, body })).status;
  } catch {
    return 0;
  }
}

/**
 * A payment platform of its own process: signs with the official library and posts, one after the
 * other. Prints the status of each answer, one a line.
 */
async function send({ url, secret, messages }: Delivery): Promise<void> {
  const signer = new Webhook(secret);
  for (const { id, body } of messages) {
    const payload = JSON.stringify(body);
    const sentAt = new Date();
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': signer.sign(id, sentAt, payload),
    };
    process.stdout.write(`${await post(url, headers, payload)}\n`);
  }
}

await send(JSON.parse(await text(process.stdin)) as Delivery);
