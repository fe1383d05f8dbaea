import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryEntry } from '#shared/domain/collections/carry.ts';
import { depositEntry } from '#shared/domain/collections/deposit.ts';
import { keptCentsOf, type FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import {
  refundEntry,
  refundedPayments,
  type Refund,
  type RefundedPayment,
} from '#shared/domain/collections/refund.ts';
import {
  returnableCheque,
  returnedChequeEntries,
} from '#shared/domain/collections/returned-cheque.ts';
import { day } from '#shared/domain/dates.ts';
import { movementCents, totalCents } from '#shared/domain/ledger/entry.ts';
import { cents, sumCents, type Cents } from '#shared/domain/money.ts';
import { payoutEntryLines } from '#shared/domain/payments/payout-entry.ts';

const on = day('2026-03-14');
const trip = { id: 'trip', title: 'Classe de mer', accountNumber: '7080' };
const voucher = { attachmentId: 'list', sha256: 'f00d' };

const cheque: FamilyPayment = {
  id: 'a',
  collectionId: 'trip',
  familyId: 'lea',
  means: 'cheque',
  chequeNumber: '123',
  grossCents: cents(4_500),
  refundedCents: cents(500),
  paidOn: on,
  state: 'booked',
};

const refundOf = (amount: number, changed: Partial<Refund> = {}): Refund => ({
  id: 'r',
  means: 'transfer',
  refunds: [{ paymentId: 'a', amountCents: cents(amount) }],
  refundedOn: on,
  ...changed,
});
const plenty = () => cents(1_000_000);

test('INV-42: gives back all that is left of a payment, and not a cent more', () => {
  expect(refundedPayments(refundOf(4_000), [cheque], plenty)).toMatchObject({ ok: true });
  expect(refundedPayments(refundOf(4_001), [cheque], plenty)).toMatchObject({
    rejection: 'refund_too_large',
  });
});

test('a family gets no more back than it has left: a credit carried away is not given back', () => {
  expect(refundedPayments(refundOf(4_000), [cheque], () => cents(3_999))).toMatchObject({
    rejection: 'refund_too_large',
  });
});

test.each<[string, Partial<FamilyPayment>]>([
  ['was paid on a platform', { means: 'platform' }],
  ['is not booked yet', { state: 'received' }],
  ['came back unpaid', { state: 'returned' }],
  ['has no family', { familyId: undefined }],
])('refuses to give back a payment that %s', (_, changed) => {
  expect(refundedPayments(refundOf(1), [{ ...cheque, ...changed }], plenty)).toMatchObject({
    rejection: 'payment_not_refundable',
  });
});

test('a cheque that was never booked goes back whole, as it came', () => {
  const received = { ...cheque, state: 'received', refundedCents: cents(0) } as const;
  const asItCame = (amount: number) =>
    refundedPayments(refundOf(amount, { means: 'givenBack' }), [received], plenty);
  expect(asItCame(4_500)).toMatchObject({ ok: true });
  expect(asItCame(4_499)).toMatchObject({ rejection: 'refund_too_large' });
});

test('a returned cheque is taken back from the bank, and its charge stands apart', () => {
  const whole = { ...cheque, refundedCents: cents(0) };
  expect(returnableCheque(whole)).toMatchObject({ ok: true });
  expect(returnableCheque(cheque)).toMatchObject({ rejection: 'cheque_not_returnable' });
  const act = { id: 'x', paymentId: 'a', returnedOn: on, feeCents: cents(1_200) };
  const [returned, fee] = returnedChequeEntries(act, whole, trip, 'fee');
  expect(returned).toMatchObject({
    id: 'x',
    lines: [
      { accountNumber: '7080', side: 'debit', amountCents: 4_500 },
      { accountNumber: '512', side: 'credit', amountCents: 4_500 },
    ],
  });
  expect(fee).toMatchObject({ id: 'fee', lines: [{ accountNumber: '6278' }, {}] });
});

type Way = 'refunded' | 'onPlatform' | 'carried' | 'returned';

const netOf = (grossCents: Cents, kind: 'charge' | 'refund', id: string) => ({
  movementId: `${kind}${id}`,
  kind,
  paymentId: id,
  grossCents: kind === 'charge' ? grossCents : cents(-grossCents),
  feeCents: cents(0),
  netCents: kind === 'charge' ? grossCents : cents(-grossCents),
  paidAt: '2026-03-14T09:00:00.000Z',
});

/** The lines of every entry that one family's payment ends up in, paid then undone one way. */
function linesOf(way: Way, payment: FamilyPayment) {
  const paid = { ...payment, refundedCents: cents(0), state: 'received' as const };
  const booked = { ...paid, state: 'booked' as const };
  const amountCents = keptCentsOf(booked);
  if (way === 'onPlatform') {
    const lines = [netOf(amountCents, 'charge', 'a'), netOf(amountCents, 'refund', 'a')];
    const gone = netOf(cents(1), 'charge', 'b');
    const payout = { itemised: true, lines: [...lines, gone], netCents: cents(1) };
    const entry = payoutEntryLines(payout as never, (movement) =>
      movement.paymentId === 'a' ? trip : { ...trip, id: 'other', accountNumber: '7070' },
    );
    if (!entry.ok) throw new Error(entry.rejection);
    return entry.value;
  }
  const deposit = { id: 'd', means: 'cheque', paymentIds: ['a'], depositedOn: on } as const;
  const into = depositEntry(deposit, [{ collection: trip, payments: [paid] }], voucher).lines;
  const part: RefundedPayment = { payment: booked, amountCents };
  const undone = {
    refunded: () =>
      refundEntry({ ...refundOf(amountCents), means: 'transfer' }, trip, [part], voucher).lines,
    carried: () =>
      carryEntry({ id: 'c', amountCents, carriedOn: on }, trip, { ...trip, accountNumber: '7070' })
        .lines,
    returned: () =>
      returnedChequeEntries(
        { id: 'x', paymentId: 'a', returnedOn: on },
        booked,
        trip,
        'fee',
      ).flatMap(({ lines }) => lines),
  };
  return [...into, ...undone[way]()];
}

test('INV-46: once every family was refunded or credited, the account of the trip is at zero', () => {
  const way = fc.constantFrom<Way>('refunded', 'onPlatform', 'carried', 'returned');
  const amount = fc.integer({ min: 1, max: 1_000_000 }).map(cents);
  fc.assert(
    fc.property(fc.array(fc.tuple(way, amount), { maxLength: 30 }), (families) => {
      const lines = families.flatMap(([how, grossCents]) =>
        linesOf(how, { ...cheque, grossCents }),
      );
      expect(movementCents(lines, '7080')).toBe(0);
      expect(totalCents(lines, 'debit')).toBe(totalCents(lines, 'credit'));
      const carried = families.filter(([how]) => how === 'carried').map(([, cent]) => cent);
      const strangers = families.filter(([how]) => how === 'onPlatform').length;
      expect(movementCents(lines, '7070')).toBe(-sumCents(carried) - strangers + 0);
    }),
  );
});
