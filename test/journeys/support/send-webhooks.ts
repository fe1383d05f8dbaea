import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/** What a payment platform sends: the messages in order, each signed on its own. */
export interface Delivery {
  readonly url: string;
  readonly secret: string;
  readonly messages: readonly { readonly id: string; readonly body: unknown }[];
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
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
        'webhook-signature': signer.sign(id, sentAt, payload),
      },
      body: payload,
    });
    process.stdout.write(`${answer.status}\n`);
  }
}

await send(JSON.parse(await text(process.stdin)) as Delivery);
