import { signedByHelloAsso, signedByMollie, helloAssoPayment, type Signed } from '../signed.ts';
import {
  arrivalOn,
  euros,
  feeCents,
  grossCents,
  numbered,
  paidAt,
  type Payer,
  type Told,
  type TripPlatform,
} from './trip.ts';

/** The platforms that announce payments only: the sweep finds what they paid out. */

const cashOutId = 3_591_881;
const helloAssoId = ({ index }: Payer): number => 700_001 + index;

const unsigned = (content: unknown): Signed => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(content),
});

function helloAssoTells(sign: (content: unknown) => Signed) {
  return (payers: readonly Payer[], slug: string): Told => {
    const known = payers.map((payer) => ({
      id: helloAssoId(payer),
      amount: grossCents,
      date: '2026-03-12T11:00:00.1234567+01:00',
      state: 'Authorized',
      paymentMeans: 'Card',
      cashOutState: 'CashedOut',
      cashOutDate: `${arrivalOn}T00:00:00+01:00`,
      idCashOut: cashOutId,
      order: { organizationSlug: slug, formName: 'Classe de mer' },
      payer: { firstName: 'Camille', lastName: `FAMILLE${numbered(payer, 2)}` },
      items: [
        {
          shareAmount: grossCents,
          customFields: [{ name: 'Référence de la famille', answer: payer.reference }],
        },
      ],
      refundOperations: [],
      meta: { updatedAt: `${arrivalOn}T09:00:00+01:00` },
    }));
    const exported = known.map(({ id }) => ({
      campaignName: 'Classe de mer',
      operationType: 'OneTimePayment',
      credit: grossCents,
      debit: null,
      paymentId: id,
      paymentDate: '2026-03-12T11:00:00',
      paymentStatus: 'Paid',
      cashOutDate: `${arrivalOn}T00:00:00`,
      cashOutId,
    }));
    const account = `/v5/organizations/${slug}`;
    return {
      messages: known.map(({ id }) => sign(helloAssoPayment({ id }, slug))),
      answers: [
        ...known.map((body) => ({ path: `/v5/payments/${body.id}`, body })),
        { path: `${account}/payments`, body: { data: known, pagination: {} } },
        { path: `${account}/cash-out/${cashOutId}/export`, body: exported },
      ],
    };
  };
}

const helloAssoApi = { apiUrl: 'HELLOASSO_API_URL', feesCents: 0 };

export const helloAsso: TripPlatform = {
  ...helloAssoApi,
  endpoint: { scheme: 'helloasso', provider: 'helloasso', secretName: '/test/helloasso' },
  tell: helloAssoTells(signedByHelloAsso),
};

export const helloAssoByAddress: TripPlatform = {
  ...helloAssoApi,
  endpoint: { scheme: 'helloasso-address', provider: 'helloasso', secretName: undefined },
  sourceIp: '51.138.206.200',
  tell: helloAssoTells(unsigned),
};

const mollieId = (payer: Payer): string => `tr_${numbered(payer)}`;
const mollieMoney = (amount: number) => ({ currency: 'EUR', value: euros.text(amount) });

/** Mollie's costs have four decimals: 23.7550 euros are 23.76. */
const mollieFees = 2_376;

const mollieList = (path: string, name: string, items: readonly object[]) => ({
  path: `/v2${path}`,
  body: { count: items.length, _embedded: { [name]: items }, _links: { next: null } },
});

function mollieTells(messageOf: (payer: Payer) => Signed) {
  return (payers: readonly Payer[]): Told => {
    const known = payers.map((payer) => ({
      resource: 'payment',
      id: mollieId(payer),
      mode: 'live',
      status: 'paid',
      amount: mollieMoney(grossCents),
      description: 'Classe de mer',
      metadata: { family_ref: payer.reference },
      createdAt: '2026-03-12T09:55:00+00:00',
      paidAt: '2026-03-12T10:00:00+00:00',
      settlementId: 'stl_0001',
    }));
    const settlement = {
      resource: 'settlement',
      id: 'stl_0001',
      reference: '1234567.2603.01',
      status: 'paidout',
      amount: mollieMoney(payers.length * grossCents - mollieFees),
      settledAt: `${arrivalOn}T06:00:00+00:00`,
      periods: {
        2026: { '03': { costs: [{ amountGross: { currency: 'EUR', value: '23.7550' } }] } },
      },
    };
    return {
      messages: payers.map(messageOf),
      answers: [
        ...known.map((body) => ({ path: `/v2/payments/${body.id}`, body })),
        { path: '/v2/settlements/stl_0001', body: settlement },
        mollieList('/settlements', 'settlements', [settlement]),
        mollieList('/payments', 'payments', known),
        mollieList('/settlements/stl_0001/payments', 'payments', known),
        ...['refunds', 'chargebacks'].flatMap((name) => [
          mollieList(`/${name}`, name, []),
          mollieList(`/settlements/stl_0001/${name}`, name, []),
        ]),
      ],
    };
  };
}

const mollieApi = { apiUrl: 'MOLLIE_API_URL', feesCents: mollieFees };

export const mollie: TripPlatform = {
  ...mollieApi,
  endpoint: { scheme: 'mollie', provider: 'mollie', secretName: undefined },
  tell: mollieTells((payer) => ({
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `id=${mollieId(payer)}`,
  })),
};

export const mollieSigned: TripPlatform = {
  ...mollieApi,
  endpoint: { scheme: 'mollie', provider: 'mollie', secretName: '/test/mollie' },
  tell: mollieTells((payer) =>
    signedByMollie({
      resource: 'event',
      id: `whe_${numbered(payer)}`,
      type: 'payment.paid',
      entityId: mollieId(payer),
      createdAt: paidAt,
    }),
  ),
};

const checkoutId = (payer: Payer): string => `00000000-0000-4000-8000-${numbered(payer, 12)}`;
const codeOf = (payer: Payer): string => `TEEN${numbered(payer)}`;

/** SumUp pays each payment out less its fee, and names no payout but by its day and reference. */
export const sumUp: TripPlatform = {
  endpoint: { scheme: 'sumup', provider: 'sumup', secretName: undefined },
  apiUrl: 'SUMUP_API_URL',
  feesCents: 27 * feeCents,
  tell: (payers, merchant) => {
    const transactionOf = (payer: Payer) => ({
      transaction_code: codeOf(payer),
      amount: euros.number(grossCents),
      currency: 'EUR',
      timestamp: paidAt,
      status: 'SUCCESSFUL',
      type: 'PAYMENT',
    });
    const account = `/merchants/${merchant}`;
    return {
      messages: payers.map((payer) =>
        unsigned({ event_type: 'CHECKOUT_STATUS_CHANGED', id: checkoutId(payer) }),
      ),
      answers: [
        ...payers.flatMap((payer) => [
          {
            path: `/v0.1/checkouts/${checkoutId(payer)}`,
            body: {
              id: checkoutId(payer),
              amount: euros.number(grossCents),
              currency: 'EUR',
              merchant_code: merchant,
              status: 'PAID',
              date: paidAt,
              checkout_reference: payer.reference,
              transaction_code: codeOf(payer),
            },
          },
          {
            path: `/v2.1${account}/transactions`,
            query: { transaction_code: codeOf(payer) },
            body: transactionOf(payer),
          },
        ]),
        {
          path: `/v2.1${account}/transactions/history`,
          body: { items: payers.map(transactionOf), links: [] },
        },
        {
          path: `/v1.0${account}/payouts`,
          body: payers.map((payer) => ({
            id: payer.index + 1,
            type: 'PAYOUT',
            amount: euros.number(grossCents - feeCents),
            fee: euros.number(feeCents),
            currency: 'EUR',
            date: arrivalOn,
            status: 'SUCCESSFUL',
            reference: 'R1',
            transaction_code: codeOf(payer),
          })),
        },
      ],
    };
  },
};
