import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  broughtCents,
  carryEntry,
  needsEntry,
  type Carry,
} from '#shared/domain/collections/carry.ts';
import type { FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import { carriedPayment } from '#shared/domain/collections/move.ts';
import { day } from '#shared/domain/dates.ts';
import { cents, sumCents } from '#shared/domain/money.ts';

const trip = { id: 'trip', title: 'Mer', accountNumber: '7080', projectId: 'sea' };
const photos = { id: 'photos', title: 'Photos', accountNumber: '7070' };
const done = { by: 'camille', at: '2026-03-12T09:00:00.000Z' };
const on = day('2026-03-12');

const payment: FamilyPayment = {
  id: 'p',
  collectionId: 'trip',
  familyId: 'lea',
  means: 'cheque',
  grossCents: cents(4_500),
  refundedCents: cents(500),
  paidOn: on,
  state: 'booked',
};
const move = (collectionId: string, familyId: string) =>
  ({ id: 'm', paymentId: 'p', to: { collectionId, familyId }, movedOn: on }) as const;

test('INV-44: a moved payment keeps both sides, what is left of it, and who moved it', () => {
  expect(carriedPayment(move('photos', 'tom'), payment, cents(4_000), done)).toMatchObject({
    ok: true,
    value: {
      from: { collectionId: 'trip', familyId: 'lea' },
      to: { collectionId: 'photos', familyId: 'tom' },
      amountCents: 4_000,
      by: 'camille',
    },
  });
});

test('a payment that nobody is known for is given to a family', () => {
  const unknown = { ...payment, familyId: undefined };
  expect(carriedPayment(move('trip', 'tom'), unknown, undefined, done)).toMatchObject({ ok: true });
});

test.each<[string, string, Partial<FamilyPayment>, number]>([
  ['payment_not_movable', 'tom', { state: 'pending' }, 4_000],
  ['payment_not_movable', 'tom', { state: 'moved' }, 4_000],
  ['payment_not_movable', 'tom', { refundedCents: cents(4_500) }, 4_000],
  ['payment_not_movable', 'tom', {}, 3_999],
  ['input_invalid', 'lea', {}, 4_000],
])('refuses: %s', (rejection, familyId, changed, paid) => {
  const carried = carriedPayment(
    move('trip', familyId),
    { ...payment, ...changed },
    cents(paid),
    done,
  );
  expect(carried).toMatchObject({ ok: false, rejection });
});

test('the books follow when the account or the project is another, and only then', () => {
  expect(needsEntry(trip, trip)).toBe(false);
  expect(needsEntry(trip, photos)).toBe(true);
  expect(needsEntry(trip, { ...trip, projectId: 'ski' })).toBe(true);
  expect(
    carryEntry({ id: 'c', amountCents: cents(500), carriedOn: on }, trip, photos).lines,
  ).toMatchObject([
    { accountNumber: '7080', side: 'debit', amountCents: 500, projectId: 'sea' },
    { accountNumber: '7070', side: 'credit', amountCents: 500 },
  ]);
});

test('INV-37: what families carry to one another adds up to nothing', () => {
  const place = fc.record({
    collectionId: fc.constantFrom('trip', 'photos'),
    familyId: fc.constantFrom('lea', 'tom'),
  });
  const credit = fc
    .record({
      from: place,
      to: place,
      amountCents: fc.integer({ min: 1, max: 100_000 }).map(cents),
    })
    .map((given): Carry => ({ id: 'c', kind: 'credit', carriedOn: on, ...done, ...given }));
  const places = ['trip', 'photos'].flatMap((collectionId) =>
    ['lea', 'tom'].map((familyId) => ({ collectionId, familyId })),
  );
  fc.assert(
    fc.property(fc.array(credit), (carries) => {
      expect(sumCents(places.map((one) => broughtCents(carries, one)))).toBe(0);
    }),
  );
});
