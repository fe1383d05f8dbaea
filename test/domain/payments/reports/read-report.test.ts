import { expect, test } from 'vitest';
import { cents } from '#shared/domain/money.ts';
import { movementTotals } from '#shared/domain/payments/movement.ts';
import { readReport, unitOf } from '#shared/domain/payments/reports/read-report.ts';
import type { ReportRow } from '#shared/domain/payments/reports/row.ts';

const rowsOf = (...lines: readonly string[]): readonly ReportRow[] =>
  lines.map((text, index) => ({ cells: text.split(';'), line: index + 1 }));

const none = new Map<string, ReturnType<typeof cents>>();

const jrbTitles =
  'ENTETE;MERCHANT_COUNTRY;MERCHANT_ID;CONTRACT;PAYMENT_DATE;TRANSACTION_ID;ORIGIN_AMOUNT;CURRENCY_CODE;PAYMENT_METHOD;ORDER_ID;RETURN_CONTEXT;CUSTOMER_ID;OPERATION_TYPE;OPERATION_NUMBER;REMITTANCE_DATE;REMITTANCE_TIME;BRUT_AMOUNT;MATCH_STATUS;REMITTANCE_NB;NET_AMOUNT;COMMISSION_AMOUNT';
const jrbRow = (
  transaction: string,
  {
    operation = 'DT',
    brut = '3000',
    net = '2970',
    fee = '30',
    currency = '978',
    status = 'MATCH_OK',
    order = 'TRL-AAAAA',
  } = {},
) =>
  `MATCHING;FR;1;555;20260310;${transaction};${brut};${currency};CB;${order};;1;${operation};1;20260312;230000;${brut};${status};77;${net};${fee}`;

const read = (...lines: readonly string[]) => {
  const reading = readReport(rowsOf(...lines), { known: none });
  if (reading?.kind !== 'read') throw new Error(reading?.kind ?? 'empty');
  return reading.report;
};

test('a journal gives one payout for each remittance, what went back taken off', () => {
  const report = read(
    'TITRE;X;26/03/17;TABLE_V2',
    jrbTitles,
    jrbRow('1'),
    jrbRow('2', { operation: 'CT', net: '-3000', fee: '0' }),
    'FIN',
  );
  const [payout] = report.payouts;
  expect(report.payouts).toHaveLength(1);
  expect(payout).toMatchObject({
    id: '555.2026-03-12.77',
    arrivalOn: '2026-03-12',
    bankReference: '77',
  });
  expect(movementTotals(payout?.lines ?? [])).toEqual({
    grossCents: 3_000,
    refundedCents: 3_000,
    feeCents: 30,
    netCents: -30,
  });
});

test.each<[string, string]>([
  ['La devise', jrbRow('2', { currency: '840' })],
  ['Le net', jrbRow('2', { net: '2971' })],
  ['Le montant', jrbRow('2', { brut: 'beaucoup' })],
  ['Le type', jrbRow('2', { operation: 'XX' })],
  ['La répétition', jrbRow('1')],
])('%s: a wrong row is told by its line, the others are read', (_, wrong) => {
  const report = read(jrbTitles, jrbRow('1'), wrong);
  expect(report.problems).toEqual([{ row: 3, message: expect.stringMatching(/\.$/u) }]);
  expect(report.payouts[0]?.lines).toHaveLength(1);
});

test('what the bank did not confirm is left out, and counted', () => {
  const report = read(jrbTitles, jrbRow('1'), jrbRow('2', { status: 'MATCH_PENDING' }));
  expect(report.leftOut).toEqual([{ reason: 'not_matched', count: 1 }]);
});

const stripeTitles =
  'automatic_payout_id;automatic_payout_effective_at_utc;balance_transaction_id;created_utc;reporting_category;currency;gross;fee;net;payment_intent_id;description';

test('the report of Stripe: the payout row is not a movement, a fee of its own is', () => {
  const report = read(
    stripeTitles,
    'po_1;2026-03-12 00:00:00;txn_1;2026-03-10 10:00:00;charge;eur;45.00;0.90;44.10;pi_1;TRL-AAAAA',
    'po_1;2026-03-12 00:00:00;txn_2;2026-03-10 10:00:00;fee;eur;-2.00;0.00;-2.00;;',
    'po_1;2026-03-12 00:00:00;txn_3;2026-03-12 00:00:00;payout;eur;-42.10;0.00;-42.10;;',
  );
  expect(report.payouts).toMatchObject([{ id: 'po_1', netCents: 4_210, feeCents: 290 }]);
  expect(report.payouts[0]?.lines[0]).toMatchObject({
    paymentId: 'pi_1',
    familyReference: 'TRL-AAAAA',
  });
  expect(report.payouts[0]?.lines[1]).toMatchObject({ kind: 'fee', grossCents: 0, feeCents: 200 });
  expect(report.leftOut).toEqual([{ reason: 'payout_row', count: 1 }]);
});

const exportTitles =
  'Référence commande;Référence paiement;Montant total;Date du paiement;Statut du paiement;Versé;Date du versement;Nom payeur;Prénom payeur;Campagne';
const exported = (id: string, paidOut: string, arrivedOn = '') =>
  `9${id};${id};45,00;03/03/2026 10:00:00;Payé;${paidOut};${arrivedOn};Martin;Léa;Classe de mer`;

test('a file that dates payouts and names none has payments, and no payout', () => {
  const report = read(
    exportTitles,
    exported('1', 'Oui', '10/04/2026'),
    exported('2', 'Oui', '10/04/2026'),
    exported('3', 'Oui', '12/05/2026'),
    exported('4', 'Non'),
  );
  expect(report).toMatchObject({ payouts: [], problems: [] });
  expect(report.awaiting.map(({ paymentId }) => paymentId)).toEqual(['4']);
  const unnamed = report.unnamed.map(({ arrivalOn, lines }) => [arrivalOn, lines.length]);
  expect(unnamed).toEqual([
    ['2026-04-10', 2],
    ['2026-05-12', 1],
  ]);
});

test('a payment that a file says paid out, on a day that cannot be read, is a problem', () => {
  const { problems } = read(exportTitles, exported('1', 'Oui', 'bientôt'));
  expect(problems).toEqual([{ row: 2, message: 'La date du versement est illisible.' }]);
});

const cashOutTitles =
  'campaignName;operationType;credit;debit;paymentId;paymentDate;paymentStatus;cashOutDate;cashOutId;payerLastName;payerFirstName';
const cashOut = (credit: string, debit = '', id = '7001', status = 'Paid') =>
  `Classe de mer;OneTimePayment;${credit};${debit};${id};2026-03-03T10:00:00;${status};2026-04-10T00:00:00;3591;Martin;Léa`;

test('whether amounts are euros or cents is asked when nothing tells', () => {
  const rows = rowsOf(cashOutTitles, cashOut('12000'));
  expect(readReport(rows, { known: none })).toMatchObject({ kind: 'needsUnit' });
  const said = readReport(rows, { known: none, unit: 'cents' });
  expect(said).toMatchObject({ kind: 'read', report: { payouts: [{ netCents: 12_000 }] } });
});

test('the unit is that in which every known payment is what it was', () => {
  const amounts = [{ id: '7001', text: '12000.0' }];
  expect(unitOf(amounts, new Map([['7001', cents(12_000)]]))).toBe('cents');
  expect(unitOf(amounts, new Map([['7001', cents(1_200_000)]]))).toBe('euros');
  expect(unitOf(amounts, new Map([['7001', cents(5)]]))).toBeUndefined();
  expect(unitOf([{ id: '1', text: '12,50' }], none)).toBe('euros');
});

test('what a platform takes back is a refund, or a dispute, of its payment', () => {
  const reading = readReport(
    rowsOf(
      cashOutTitles,
      cashOut('120,50'),
      cashOut('', '20,50', '7001', 'Refunded'),
      cashOut('', '30,50', '7002', 'Contested'),
    ),
    { known: none },
  );
  if (reading?.kind !== 'read') throw new Error('not read');
  expect(
    reading.report.payouts[0]?.lines.map(({ kind, grossCents }) => [kind, grossCents]),
  ).toEqual([
    ['charge', 12_050],
    ['refund', -2_050],
    ['dispute', -3_050],
  ]);
});

test('an unknown file asks for its columns, with a first guess, then is read by them', () => {
  const rows = rowsOf(
    'Date du versement;Famille;Montant brut;Frais;Net;Référence',
    '12/03/2026;Martin;45,00;0,90;44,10;TRL-AAAAA',
    '12/03/2026;Dupont;45,00;-0,90;44,10;TRL-BBBBB',
  );
  const asked = readReport(rows, { known: none });
  if (asked?.kind !== 'needsColumns') throw new Error('not asked');
  expect(asked.proposed).toMatchObject({
    arrivalOn: 0,
    payer: 1,
    gross: 2,
    fee: 3,
    net: 4,
    reference: 5,
  });
  const answered = readReport(rows, { known: none, columns: asked.proposed, unit: 'euros' });
  expect(answered).toMatchObject({
    kind: 'read',
    report: { problems: [], payouts: [{ id: 'date-2026-03-12', netCents: 8_820, feeCents: 180 }] },
  });
});

test('rows without an id are told apart by their day and amount, however long what they quote', () => {
  const quoted = `TRL-AAAAA ${'voyage '.repeat(20)}`;
  const reading = readReport(
    rowsOf(
      'Date du versement;Date;Montant brut;Référence',
      `16/03/2026;12/03/2026;45,00;${quoted}`,
      `16/03/2026;12/03/2026;50,00;${quoted}`,
      `16/03/2026;13/03/2026;45,00;${quoted}`,
    ),
    {
      known: none,
      columns: { arrivalOn: 0, paidOn: 1, gross: 2, reference: 3 },
      unit: 'euros',
    },
  );
  expect(reading).toMatchObject({
    report: { problems: [], payouts: [{ netCents: 14_000 }] },
  });
});

test('a file without a row under its titles says nothing', () => {
  expect(readReport(rowsOf(jrbTitles), { known: none })).toBeUndefined();
  expect(readReport([], { known: none })).toBeUndefined();
});
