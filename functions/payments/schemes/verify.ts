import { accept, reject, type Result } from '#shared/domain/result.ts';
import type { WebhookScheme } from '#shared/domain/payments/webhook-scheme.ts';
import type { WebhookEndpoint } from '#functions/stores/webhook-endpoints.ts';
import { textAt } from '#functions/platform/guarded-json.ts';
import { verifyHeaderHmac } from './header-hmac.ts';
import { hintIn, type HintScheme } from './hints.ts';
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

type PinnedEndpoint = Pick<WebhookEndpoint, 'scheme' | 'mode' | 'secretName'>;

type Verifier = (
  request: AddressedRequest,
  secrets: readonly string[],
  endpoint: PinnedEndpoint,
) => Result<Verified, Refusal>;

/**
 * Checks a request by the scheme of its endpoint, which a message never chooses, and names its
 * events. Where a key is configured, its signature is the only way in.
 */
export const verify = (
  endpoint: PinnedEndpoint,
  request: AddressedRequest,
  secrets: readonly string[],
): Result<Verified, Refusal> => verifiers[endpoint.scheme](request, secrets, endpoint);

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
  scheme: HintScheme,
  { body, nowSeconds }: SignedRequest,
): Result<Verified, Refusal> {
  const event = hintIn(scheme, body, nowSeconds);
  return event ? accept({ events: [event] }) : reject('hint_malformed');
}

const verifiers: Readonly<Record<WebhookScheme, Verifier>> = {
  standard: (request, secrets) => {
    const signed = verifyStandardWebhook(request, secrets);
    if (!signed.ok) return signed;
    const { id, kid } = signed.value;
    return accept({ kid, events: eventsIn(request.body, nameStandard(id), id) });
  },
  stripe: (request, secrets) =>
    withEvents(verifyStripe(request, secrets), () => eventsIn(request.body, nameStripe)),
  helloasso: (request, secrets) => verifySignedBody('helloasso', request, secrets),
  'helloasso-address': (request, secrets, { mode, secretName }) => {
    if (secretName !== undefined) return verifySignedBody('helloasso', request, secrets);
    return comesFromHelloAsso(request.sourceIp, mode)
      ? accept({ events: eventsIn(request.body, nameHelloAsso) })
      : reject('address_wrong');
  },
  lyra: (request, secrets, { mode }) => readLyra(request, { mode, secrets }),
  'lyra-form': (request, secrets, { mode }) => {
    const signed = verifyLyraForm(request, { mode, secrets });
    if (!signed.ok) return signed;
    return accept({ kid: signed.value.kid, events: nameLyraForm(signed.value.form) });
  },
  gocardless: (request, secrets) => verifySignedBody('gocardless', request, secrets),
  mollie: (request, secrets, { secretName }) =>
    secretName === undefined
      ? readHint('mollie', request)
      : verifySignedBody('mollie', request, secrets),
  sumup: (request) => readHint('sumup', request),
  payplug: (request) => readHint('payplug', request),
};
