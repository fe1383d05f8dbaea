import { expect, test } from 'vitest';
import { chequesReturned } from '#shared/domain/bank/matching/returned-cheques.ts';
import type { KeptLine } from '#shared/domain/bank/statement.ts';
import type { FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { entryOf, lineOf } from '../books.ts';

const cheque = (id: string, more: Partial<FamilyPayment> = {}): FamilyPayment => ({
  id,
  collectionId: 'mer',
  familyId: 'lea',
  means: 'cheque',
  chequeNumber: `80041${id}`,
  grossCents: cents(4_500),
  refundedCents: cents(0),
  paidOn: day('2026-03-01'),
  state: 'booked',
  entryId: 'slip',
  ...more,
});

const back = (more: Partial<KeptLine> = {}): KeptLine =>
  lineOf('back', '2026-03-20', -4_500, { label: 'CHEQUE IMPAYE', operation: 'returned', ...more });

const slip = (on: string, more = {}) =>
  entryOf('slip', on, 9_000, { kind: 'deposit', number: 12, ...more });

const found = (line: KeptLine, payments: readonly FamilyPayment[], entry = slip('2026-03-12')) =>
  chequesReturned([line], { accountNumber: '512', entries: [entry], payments }).map(
    ({ payment, reasons }) => [payment.id, ...reasons],
  );

const sameAmount = 'Chèque du même montant, remis le 12/03/2026 (écriture n°\u00A012)';

test('names the deposit that a cheque of the amount was in', () => {
  expect(found(back(), [cheque('1')])).toEqual([['1', sameAmount]]);
});

test('the number on the line names one cheque, and no other is told', () => {
  const line = back({ label: 'REJET CHEQUE 0800412' });
  expect(found(line, [cheque('1'), cheque('2')])).toEqual([
    ['2', 'Même numéro de chèque\u00A0: 800412', sameAmount],
  ]);
});

test('three at most', () => {
  expect(
    found(
      back(),
      ['1', '2', '3', '4'].map((id) => cheque(id)),
    ),
  ).toHaveLength(3);
});

test.each([
  ['another amount', back(), cheque('1', { grossCents: cents(4_501) })],
  ['a cheque that was not booked', back(), cheque('1', { state: 'received' })],
  ['a cheque of which a part went back', back(), cheque('1', { refundedCents: cents(1) })],
  ['a payment by transfer', back(), cheque('1', { means: 'transfer' })],
  ['an entry that is not there', back(), cheque('1', { entryId: 'other' })],
  ['money in', back({ amountCents: cents(4_500) }), cheque('1')],
  ['a line that is matched', back({ matchId: 'm' }), cheque('1')],
  ['a line of another kind', back({ operation: 'cheque' }), cheque('1')],
  ['what the bank charges for it', back({ label: 'FRAIS CHEQUE IMPAYE' }), cheque('1')],
])('says nothing of %s', (_case, line, payment) => {
  expect(found(line, [payment])).toEqual([]);
});

test.each([
  ['2026-03-21', 0],
  ['2026-03-20', 1],
  ['2026-01-19', 1],
  ['2026-01-18', 0],
])('a deposit of %s is told %i times of a line of 20 March', (on, count) => {
  expect(found(back(), [cheque('1')], slip(on))).toHaveLength(count);
});

test('a deposit in the cash box or on another account was not at this bank', () => {
  const lines = [{ accountNumber: '514', side: 'debit' as const, amountCents: cents(9_000) }];
  expect(found(back(), [cheque('1')], slip('2026-03-12', { lines }))).toEqual([]);
});
