import {
  lyraAnswer,
  signedByLyra,
  signedByLyraForm,
  uuidOf,
  vadsFields,
  type Signed,
} from '../signed.ts';
import {
  arrivalOn,
  euros,
  feeCents,
  grossCents,
  numbered,
  paidAt,
  type Payer,
  type TripPlatform,
} from './trip.ts';

/** The platforms that tell what they paid out in a file only, which a person brings. */

const journalTitles =
  'ENTETE;MERCHANT_COUNTRY;MERCHANT_ID;CONTRACT;PAYMENT_DATE;TRANSACTION_ID;ORIGIN_AMOUNT;CURRENCY_CODE;PAYMENT_METHOD;ORDER_ID;RETURN_CONTEXT;CUSTOMER_ID;OPERATION_TYPE;OPERATION_NUMBER;REMITTANCE_DATE;REMITTANCE_TIME;BRUT_AMOUNT;MATCH_STATUS;REMITTANCE_NB;NET_AMOUNT;COMMISSION_AMOUNT';

/** The bank reconciliation journal, which numbers the payments anew. */
const journalOf = (payers: readonly Payer[]): string =>
  [
    'TITRE;COOP TILLEULS;26/03/17_06:00:00;TABLE_V2',
    journalTitles,
    ...payers.map((payer) =>
      [
        ...['MATCHING', 'FR', '11223344', '5785350', '20260312', numbered(payer, 6), grossCents],
        ...['978', 'CB', payer.reference, '', '', 'DT', '1', '20260316', '230000', grossCents],
        ...['MATCH_OK', '000123', grossCents - feeCents, feeCents],
      ].join(';'),
    ),
    'FIN',
  ].join('\n');

const lyraTells = (messageOf: (payer: Payer) => Signed) => (payers: readonly Payer[]) => ({
  messages: payers.map(messageOf),
  file: { content: journalOf(payers) },
});

export const lyra: TripPlatform = {
  endpoint: {
    scheme: 'lyra',
    provider: 'lyra',
    accountId: '11223344',
    secretName: '/test/lyra',
  },
  feesCents: 27 * feeCents,
  tell: lyraTells((payer) =>
    signedByLyra(
      lyraAnswer(
        { uuid: uuidOf(payer.index + 1), amount: grossCents, creationDate: paidAt },
        { mode: 'PRODUCTION', orderId: payer.reference },
      ),
    ),
  ),
};

export const lyraForm: TripPlatform = {
  endpoint: {
    scheme: 'lyra-form',
    provider: 'lyra',
    accountId: '12345678',
    secretName: '/test/lyra-form',
  },
  feesCents: 27 * feeCents,
  tell: lyraTells((payer) =>
    signedByLyraForm(
      vadsFields({
        vads_ctx_mode: 'PRODUCTION',
        vads_amount: String(grossCents),
        vads_trans_id: numbered(payer, 6),
        vads_trans_uuid: uuidOf(payer.index + 1),
        vads_trans_date: '20260312100000',
        vads_order_id: payer.reference,
      }),
    ),
  ),
};

const payPlugId = (payer: Payer): string => `pay_${numbered(payer)}`;

/** The columns of PayPlug's report are documented nowhere: a person names them. */
const payPlugReport = (payers: readonly Payer[]) => ({
  content: [
    'Date virement;N° virement;Paiement;Date;Montant;Commission;Net',
    ...payers.map((payer) =>
      [
        ...[arrivalOn, 'V0001', payPlugId(payer), '2026-03-12', euros.text(grossCents)],
        ...[euros.text(feeCents), euros.text(grossCents - feeCents)],
      ].join(';'),
    ),
  ].join('\n'),
  query: {
    columns: 'arrivalOn:0,payoutId:1,paymentId:2,paidOn:3,gross:4,fee:5,net:6',
    unit: 'euros' as const,
  },
});

export const payPlug: TripPlatform = {
  endpoint: { scheme: 'payplug', provider: 'payplug', secretName: undefined },
  apiUrl: 'PAYPLUG_API_URL',
  feesCents: 27 * feeCents,
  tell: (payers) => {
    const known = payers.map((payer) => ({
      id: payPlugId(payer),
      object: 'payment',
      is_live: true,
      amount: grossCents,
      amount_refunded: 0,
      currency: 'EUR',
      created_at: Date.parse(paidAt) / 1000,
      hosted_payment: { paid_at: Date.parse(paidAt) / 1000 },
      is_paid: true,
      is_refunded: false,
      failure: null,
      billing: { first_name: 'Camille', last_name: `FAMILLE${numbered(payer, 2)}` },
      metadata: { family: payer.reference },
    }));
    return {
      messages: known.map(({ id }) => ({
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, object: 'payment' }),
      })),
      answers: [
        ...known.map((body) => ({ path: `/v1/payments/${body.id}`, body })),
        { path: '/v1/payments', body: { object: 'list', has_more: false, data: known } },
      ],
      file: payPlugReport(payers),
    };
  },
};
