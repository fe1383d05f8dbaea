import type { PaymentFacts } from '#shared/domain/payments/platform-payment.ts';
import { accessOf } from '#functions/gateways/platforms/access.ts';
import { apiOf } from '#functions/gateways/platforms/apis.ts';
import {
  PlatformRefused,
  type PlatformAccess,
  type PlatformApi,
} from '#functions/gateways/platforms/platform-api.ts';
import type { InboxEvent } from '#functions/stores/inbox.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { guardedJson } from '#functions/platform/guarded-json.ts';
import { readGoCardless } from './read-gocardless.ts';
import { readHelloAsso } from './read-helloasso.ts';
import { readHint, readMollie } from './read-hint.ts';
import { readLyraForm } from './read-lyra-form.ts';
import { readLyra } from './read-lyra.ts';
import { readStandard } from './read-standard.ts';
import { readStripe } from './read-stripe.ts';
import { readSwept } from './read-swept.ts';
import {
  aboutPayments,
  aboutPayout,
  failed,
  heldFor,
  type Reading,
  type ToRead,
} from './reading.ts';

/**
 * What an event says; where the message of the platform is not to be believed, what the platform
 * itself answers. The account and the world come from the endpoint, never from the message.
 */
export async function readEvent(endpoint: WebhookEndpoint, event: InboxEvent): Promise<Reading> {
  if (event.origin === 'sweep') return readSwept(event);
  const told = readMessage(endpoint, event);
  return told.kind === 'readAgain' ? readFromPlatform(endpoint, told) : told;
}

/** What the message alone says. One of another century is no more readable than broken JSON. */
export function readMessage(
  endpoint: WebhookEndpoint,
  { type, payload }: Pick<InboxEvent, 'type' | 'payload'>,
): Reading | ToRead {
  const json = guardedJson(payload);
  if (!json) return failed('unreadable');
  try {
    return readByScheme(endpoint, type, json.value);
  } catch (error) {
    if (error instanceof RangeError) return failed('unreadable');
    throw error;
  }
}

function readByScheme(endpoint: WebhookEndpoint, type: string, message: unknown): Reading | ToRead {
  const { accountId, scheme } = endpoint;
  switch (scheme) {
    case 'standard':
      return readStandard(type, message);
    case 'stripe':
      return readStripe(message, endpoint);
    case 'helloasso':
    case 'helloasso-address':
      return readHelloAsso(message, accountId);
    case 'lyra':
      return readLyra(message, endpoint);
    case 'lyra-form':
      return readLyraForm(message, endpoint);
    case 'gocardless':
      return readGoCardless(message, accountId);
    case 'mollie':
      return readMollie(message);
    case 'sumup':
    case 'payplug':
      return readHint(message);
  }
}

async function readFromPlatform(endpoint: WebhookEndpoint, wanted: ToRead): Promise<Reading> {
  const api = apiOf(endpoint.scheme);
  if (!api || endpoint.apiKeyName === undefined) return heldFor('access_missing');
  try {
    return await ask(api, await accessOf(endpoint), wanted);
  } catch (error) {
    if (error instanceof PlatformRefused) return heldFor('platform_refused');
    throw error;
  }
}

async function ask(
  api: PlatformApi,
  access: PlatformAccess,
  { what, ids }: ToRead,
): Promise<Reading> {
  if (what === 'payout') {
    const payout = await api.readPayout(access, ids[0] ?? '');
    return payout ? aboutPayout(payout) : failed('unknown_to_platform');
  }
  const found: PaymentFacts[] = [];
  for (const id of ids) {
    const facts = await api.readPayment(access, id);
    if (!facts) return failed('unknown_to_platform');
    found.push(facts);
  }
  return aboutPayments(found);
}
