import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  depositEntry,
  depositedPayments,
  slipNumberOf,
  type Deposit,
} from '#shared/domain/collections/deposit.ts';
import type { FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import { day } from '#shared/domain/dates.ts';
import { totalCents } from '#shared/domain/ledger/entry.ts';
import { cents, sumCents } from '#shared/domain/money.ts';

const cheque = (id: string, amountCents = 4_500): FamilyPayment => ({
  id,
  collectionId: 'trip',
  means: 'cheque',
  grossCents: cents(amountCents),
  refundedCents: cents(0),
  paidOn: day('2026-03-12'),
  state: 'received',
});

const deposit: Deposit = {
  id: '01JPX5S9T0000000000000ABCD',
  means: 'cheque',
  paymentIds: ['a', 'b'],
  depositedOn: day('2026-03-14'),
};

const collection = { id: 'trip', title: 'Classe de mer', accountNumber: '7080', projectId: 'sea' };
const voucher = { attachmentId: 'slip', sha256: 'f00d' };

test('takes the chosen cheques, in the order they were chosen', () => {
  const chosen = depositedPayments({ ...deposit, paymentIds: ['b', 'a'] }, [
    cheque('a'),
    cheque('b'),
  ]);
  expect(chosen).toMatchObject({ ok: true, value: [{ id: 'b' }, { id: 'a' }] });
});

test.each<[string, readonly string[], readonly FamilyPayment[]]>([
  ['is unknown', ['a', 'c'], [cheque('a')]],
  ['is named twice', ['a', 'a'], [cheque('a')]],
  ['is in the books', ['a'], [{ ...cheque('a'), state: 'booked' }]],
  ['is cash', ['a'], [{ ...cheque('a'), means: 'cash' }]],
])('refuses a deposit when a payment %s', (_, paymentIds, payments) => {
  expect(depositedPayments({ ...deposit, paymentIds }, payments)).toMatchObject({
    ok: false,
    rejection: 'payment_not_depositable',
  });
});

test('cheques go to the bank, from the account and the project of the collecte', () => {
  expect(
    depositEntry(deposit, [{ collection, payments: [cheque('a'), cheque('b')] }], voucher),
  ).toMatchObject({
    id: deposit.id,
    kind: 'deposit',
    entryDate: '2026-03-14',
    label: 'Remise de 2 chèques\u00A0: Classe de mer',
    reference: 'R-00ABCD',
    attachmentIds: ['slip'],
    voucherSha256: 'f00d',
    lines: [
      { accountNumber: '512', side: 'debit', amountCents: 9_000 },
      { accountNumber: '7080', side: 'credit', amountCents: 9_000, projectId: 'sea' },
    ],
  });
});

test('cash goes to the cash box, as an income', () => {
  const cash = { ...deposit, means: 'cash' as const };
  expect(depositEntry(cash, [{ collection, payments: [cheque('a')] }], voucher)).toMatchObject({
    kind: 'income',
    label: 'Espèces reçues des familles\u00A0: Classe de mer',
    lines: [
      { accountNumber: '530', side: 'debit' },
      { accountNumber: '7080', side: 'credit' },
    ],
  });
});

test('one slip for two collectes has one line in the bank and one for each of them', () => {
  const photos = { id: 'photos', title: 'Photos', accountNumber: '7070' };
  const parts = [
    { collection, payments: [cheque('a')] },
    { collection: photos, payments: [cheque('b', 1_200)] },
  ];
  expect(depositEntry(deposit, parts, voucher)).toMatchObject({
    label: 'Remise de 2 chèques\u00A0: Classe de mer, Photos',
    lines: [
      { accountNumber: '512', side: 'debit', amountCents: 5_700 },
      { accountNumber: '7080', side: 'credit', amountCents: 4_500, projectId: 'sea' },
      { accountNumber: '7070', side: 'credit', amountCents: 1_200 },
    ],
  });
});

test('transfers go to the bank, as an income', () => {
  const transfer = { ...deposit, means: 'transfer' as const };
  expect(depositEntry(transfer, [{ collection, payments: [cheque('a')] }], voucher)).toMatchObject({
    kind: 'income',
    paymentMeans: 'transfer',
    lines: [{ accountNumber: '512' }, { accountNumber: '7080' }],
  });
});

test('the number of the bank’s own slip is kept', () => {
  expect(slipNumberOf({ ...deposit, slipNumber: '0042' })).toBe('0042');
});

test('INV-45: the entry carries the sum of its payments, to the cent, and balances', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 40 }),
      (amounts) => {
        const payments = amounts.map((amount, index) => cheque(String(index), amount));
        const { lines } = depositEntry(deposit, [{ collection, payments }], voucher);
        expect(totalCents(lines, 'debit')).toBe(totalCents(lines, 'credit'));
        expect(totalCents(lines, 'debit')).toBe(sumCents(amounts.map(cents)));
      },
    ),
  );
});
