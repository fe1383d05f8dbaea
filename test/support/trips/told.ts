import { chargeOf, payoutPaid, succeeded, type Delivery } from '../messages.ts';
import { standardHeaders, stripeHeaders } from '../platform.ts';
import { signedByGoCardless, type Signed } from '../signed.ts';
import { payoutObject } from '../stripe.ts';
import { stripeCharge } from '../sweeps.ts';
import {
  arrivalOn,
  feeCents,
  grossCents,
  inParts,
  numbered,
  paidAt,
  type Payer,
  type TripPlatform,
} from './trip.ts';

/** The platforms whose messages tell their payouts. */

const signedAsStandard = ([id, content]: Delivery): Signed => {
  const body = JSON.stringify(content);
  return { headers: standardHeaders({ id, body }), body };
};

export const standard: TripPlatform = {
  endpoint: { scheme: 'standard', provider: 'jaikan', secretName: '/test/standard' },
  feesCents: 27 * feeCents,
  tell: (payers) => {
    const charges = payers.map(({ index, reference }) =>
      chargeOf(index + 1, reference, { gross: grossCents, fee: feeCents }),
    );
    const messages = [...charges.map(succeeded), payoutPaid('jp_0001', charges)];
    return { messages: messages.map(signedAsStandard) };
  },
};

const stripeEvent = (account: string, id: string, type: string, object: object): Signed => {
  const body = JSON.stringify({
    id: `evt_${id}`,
    object: 'event',
    api_version: '2026-02-25.clover',
    account,
    created: Date.parse(paidAt) / 1000,
    livemode: true,
    type,
    data: { object },
  });
  return { headers: stripeHeaders({ body }), body };
};

const intentOf = (payer: Payer) => ({
  id: `pi_${numbered(payer)}`,
  object: 'payment_intent',
  amount: grossCents,
  amount_received: grossCents,
  currency: 'eur',
  status: 'succeeded',
  metadata: { family_ref: payer.reference },
});

export const stripe: TripPlatform = {
  endpoint: { scheme: 'stripe', provider: 'stripe', secretName: '/test/stripe' },
  apiUrl: 'STRIPE_API_URL',
  feesCents: 27 * feeCents,
  tell: (payers, account) => {
    const payout = {
      ...payoutObject('po_0001', payers.length * (grossCents - feeCents)),
      created: Date.parse('2026-03-14T00:00:00Z') / 1000,
    };
    const data = payers.map((payer) => stripeCharge(numbered(payer), payer.reference));
    return {
      messages: [
        ...payers.map((payer) =>
          stripeEvent(account, numbered(payer), 'payment_intent.succeeded', intentOf(payer)),
        ),
        stripeEvent(account, 'payout', 'payout.paid', payout),
      ],
      answers: [
        { path: '/v1/balance_transactions', body: { object: 'list', has_more: false, data } },
        { path: '/v1/payouts', body: { object: 'list', has_more: false, data: [payout] } },
      ],
    };
  },
};

/** Each payment costs 87.5 cents there: 27 of them are 23.625 euros, and the net is rounded once. */
const goCardlessFees = 2_362;

const goCardlessEvent = (
  id: string,
  [about, action]: readonly [string, string],
  links: Record<string, string>,
) => ({
  id: `EV${id}`,
  created_at: '2026-03-16T08:00:00.000Z',
  resource_type: about,
  action,
  links,
  details: { origin: 'gocardless', cause: `${about}_${action}` },
});

export const goCardless: TripPlatform = {
  endpoint: {
    scheme: 'gocardless',
    provider: 'gocardless',
    accountId: 'OR0001',
    secretName: '/test/gocardless',
  },
  apiUrl: 'GOCARDLESS_API_URL',
  feesCents: goCardlessFees,
  tell: (payers, organisation) => {
    const confirmed = payers.map((payer) =>
      goCardlessEvent(numbered(payer), ['payments', 'confirmed'], {
        payment: `PM${numbered(payer)}`,
        organisation,
      }),
    );
    const paid = goCardlessEvent('9999', ['payouts', 'paid'], { payout: 'PO0001', organisation });
    const itemsOf = (payer: Payer) => [
      { type: 'payment_paid_out', amount: '4500.0', links: { payment: `PM${numbered(payer)}` } },
      { type: 'gocardless_fee', amount: '-87.5', links: { payment: `PM${numbered(payer)}` } },
    ];
    const listOf = (name: string, items: readonly object[]) => ({
      path: `/${name}`,
      body: { [name]: items, meta: { cursors: { before: null, after: null }, limit: 500 } },
    });
    return {
      messages: [...inParts(confirmed, 5), [paid]].map((events) => signedByGoCardless({ events })),
      answers: [
        ...payers.map((payer) => ({
          path: `/payments/PM${numbered(payer)}`,
          body: {
            payments: {
              id: `PM${numbered(payer)}`,
              amount: grossCents,
              amount_refunded: 0,
              currency: 'EUR',
              status: 'paid_out',
              created_at: '2026-03-09T10:00:00.000Z',
              charge_date: '2026-03-12',
              metadata: { family_ref: payer.reference },
              links: { payout: 'PO0001' },
            },
          },
        })),
        {
          path: '/payouts/PO0001',
          body: {
            payouts: {
              id: 'PO0001',
              amount: payers.length * grossCents - goCardlessFees,
              deducted_fees: goCardlessFees,
              currency: 'EUR',
              arrival_date: arrivalOn,
              created_at: '2026-03-14T08:00:00.000Z',
              reference: 'TILLEULS-1',
              status: 'paid',
            },
          },
        },
        listOf('payout_items', payers.flatMap(itemsOf)),
        listOf('events', [...confirmed, paid]),
      ],
    };
  },
};
