import { sweepEndpoint, type SweepKind } from '#functions/payments/sweeps/sweep-endpoint.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import {
  findEndpoint,
  tokenDigest,
  type WebhookEndpoint,
} from '#functions/stores/webhook-endpoints.ts';
import type { FaultKind } from '#infra/local/platforms/faults.ts';
import { newCoop } from './calls.ts';
import { deliverStripe, newCollection, newEndpoint, secrets } from './platform.ts';
import { nextId, payoutObject } from './stripe.ts';

/** Tells the stand-in of a platform what to answer, or what is wrong with it. */
const put = (urlName: string, what: 'answers' | 'faults', told: unknown) =>
  fetch(`${process.env[urlName]}/${what}`, { method: 'PUT', body: JSON.stringify(told) });

/** A cooperative on a platform with an API, a collecte, and what its platform answers. */
export async function sweptCoop(
  endpoint: Partial<WebhookEndpoint> & { readonly scheme: WebhookEndpoint['scheme'] },
  urlName: string,
  families = 1,
) {
  secrets['/test/api-key'] = 'client:secret';
  const scope: CoopScope = await newCoop();
  const token = await newEndpoint(scope, {
    provider: endpoint.scheme,
    apiKeyName: '/test/api-key',
    ...endpoint,
  });
  const opened = await newCollection(scope, { families });
  const digest = tokenDigest(token);
  const sweep = async (kind: SweepKind, now: string, watermark = now) => {
    const found = await findEndpoint(digest);
    if (!found) throw new Error('no endpoint');
    return sweepEndpoint(found, { endpoint: digest, watermark }, kind, now);
  };
  return {
    scope,
    token,
    digest,
    sweep,
    collectionId: opened.collection.id,
    families: opened.families,
    answers: (...told: readonly unknown[]) => put(urlName, 'answers', told),
    faults: (...told: readonly FaultKind[]) => put(urlName, 'faults', told),
  };
}

/** A payment of HelloAsso as its API tells it. */
export const helloAssoPayment = (id: number, changed: Record<string, unknown> = {}) => ({
  id,
  amount: 12_000,
  date: '2026-03-03T10:00:00.1234567+01:00',
  state: 'Authorized',
  paymentMeans: 'Card',
  order: { organizationSlug: 'ecole', formName: 'Classe de mer' },
  payer: { firstName: 'Camille', lastName: 'MARTIN' },
  items: [{ shareAmount: 12_000 }],
  refundOperations: [],
  meta: { updatedAt: '2026-03-03T10:00:05+01:00' },
  ...changed,
});

export const helloAssoPage = (...payments: readonly unknown[]) => ({
  path: '/v5/organizations/ecole/payments',
  body: { data: payments, pagination: {} },
});

/** A movement of Stripe's balance that pays for a family. */
export const stripeCharge = (
  id: string,
  reference: string | undefined,
  changed: Record<string, unknown> = {},
) => ({
  id: `txn_${id}`,
  type: 'charge',
  reporting_category: 'charge',
  currency: 'eur',
  amount: 4_500,
  fee: 88,
  net: 4_412,
  created: Date.parse('2026-03-12T10:00:00Z') / 1000,
  source: {
    id: `ch_${id}`,
    payment_intent: `pi_${id}`,
    metadata: { family_ref: reference },
  },
  ...changed,
});

/** A cooperative on Stripe; `tell` delivers a message of it. */
export async function sweptStripeCoop(families = 1) {
  const accountId = nextId('acct');
  const coop = await sweptCoop(
    { scheme: 'stripe', accountId, secretName: '/test/stripe' },
    'STRIPE_API_URL',
    families,
  );
  const tell = (type: string, object: Record<string, unknown>) =>
    deliverStripe(coop.token, {
      id: nextId('evt'),
      type,
      created: Date.parse('2026-03-16T08:00:00Z') / 1000,
      account: accountId,
      livemode: true,
      data: { object },
    });
  return { ...coop, tell };
}

/** What Stripe lists of its movements, and of a payout of all of them. */
export const stripeBalance = (
  payoutId: string,
  ...lines: readonly ReturnType<typeof stripeCharge>[]
) => [
  { path: '/v1/balance_transactions', body: { has_more: false, data: lines } },
  {
    path: '/v1/payouts',
    body: {
      has_more: false,
      data: [
        {
          ...payoutObject(
            payoutId,
            lines.reduce((sum, { net }) => sum + Number(net), 0),
          ),
          created: Date.parse('2026-03-13T00:00:00Z') / 1000,
        },
      ],
    },
  },
];
