import { accept, reject, type Result } from '#shared/domain/result.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { textAt } from './guarded-json.ts';
import { verifyHeaderHmac } from './header-hmac.ts';
import { hintIn } from './hints.ts';
import { verifyLyraForm } from './lyra-form.ts';
import { lyraModes, verifyLyra } from './lyra.ts';
import {
  nameGoCardless,
  nameHelloAsso,
  nameLyra,
  nameLyraForm,
  nameMollie,
  nameStandard,
  nameStripe,
} from './name-events.ts';
import { eventsIn, type NewEvent } from './new-event.ts';
import type { Kid, Pinned, SignatureRefusal, SignedRequest } from './signed-request.ts';
import { comesFromHelloAsso } from './source-address.ts';
import { verifyStandardWebhook } from './standard-webhooks.ts';
import { verifyStripe } from './stripe.ts';

/** What an accepted request brings: usually one event, sometimes many, and the key that signed. */
export interface Verified {
  readonly events: readonly NewEvent[];
  readonly kid?: Kid;
}

/** Why a request is refused: its signature, its address, or a hint that names no payment. */
export type Refusal = SignatureRefusal | 'address_wrong' | 'hint_malformed';

export interface AddressedRequest extends SignedRequest {
  /** Who called, as the gateway saw it: never what a header says. */
  readonly sourceIp: string;
}

/**
 * Checks a request by the scheme of its endpoint, which a message never chooses, and names its
 * events. Where a key is configured, its signature is the only way in.
 */
export function verify(
  { scheme, mode, secretName }: Pick<WebhookEndpoint, 'scheme' | 'mode' | 'secretName'>,
  request: AddressedRequest,
  secrets: readonly string[],
): Result<Verified, Refusal> {
  const { body } = request;
  switch (scheme) {
    case 'standard': {
      const signed = verifyStandardWebhook(request, secrets);
      if (!signed.ok) return signed;
      const { id, kid } = signed.value;
      return accept({ kid, events: eventsIn(body, nameStandard(id), id) });
    }
    case 'stripe':
      return withEvents(verifyStripe(request, secrets), () => eventsIn(body, nameStripe));
    case 'helloasso':
    case 'gocardless':
      return verifySignedBody(scheme, request, secrets);
    case 'helloasso-address':
      if (secretName !== undefined) return verifySignedBody('helloasso', request, secrets);
      return comesFromHelloAsso(request.sourceIp, mode)
        ? accept({ events: eventsIn(body, nameHelloAsso) })
        : reject('address_wrong');
    case 'lyra':
      return readLyra(request, { mode, secrets });
    case 'lyra-form': {
      const signed = verifyLyraForm(request, { mode, secrets });
      if (!signed.ok) return signed;
      return accept({ kid: signed.value.kid, events: nameLyraForm(signed.value.form) });
    }
    case 'mollie':
      if (secretName !== undefined) return verifySignedBody('mollie', request, secrets);
      return readHint(scheme, request);
    case 'sumup':
    case 'payplug':
      return readHint(scheme, request);
  }
}

const namers = {
  helloasso: nameHelloAsso,
  gocardless: nameGoCardless,
  mollie: nameMollie,
} as const;

const verifySignedBody = (
  scheme: keyof typeof namers,
  request: SignedRequest,
  secrets: readonly string[],
): Result<Verified, Refusal> =>
  withEvents(verifyHeaderHmac(scheme, request, secrets), () =>
    eventsIn(request.body, namers[scheme]),
  );

function withEvents(
  signed: Result<Kid, SignatureRefusal>,
  events: () => readonly NewEvent[],
): Result<Verified, Refusal> {
  return signed.ok ? accept({ kid: signed.value, events: events() }) : signed;
}

/** Only the answer is signed; a well-signed answer of the other world is refused as well. */
function readLyra(request: SignedRequest, pinned: Pinned): Result<Verified, Refusal> {
  const signed = verifyLyra(request, pinned.secrets);
  if (!signed.ok) return signed;
  const { answer, kid } = signed.value;
  let mode = '';
  const events = eventsIn(answer, (value, text) => {
    mode = textAt(value, 'orderDetails', 'mode');
    return nameLyra(value, text);
  });
  return mode === '' || mode === lyraModes[pinned.mode]
    ? accept({ kid, events })
    : reject('mode_wrong');
}

function readHint(
  scheme: 'mollie' | 'sumup' | 'payplug',
  { body, nowSeconds }: SignedRequest,
): Result<Verified, Refusal> {
  const event = hintIn(scheme, body, nowSeconds);
  return event ? accept({ events: [event] }) : reject('hint_malformed');
}
