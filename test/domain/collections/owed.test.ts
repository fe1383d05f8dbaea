import fc from 'fast-check';
import { expect, test } from 'vitest';
import { broughtCents, type Carry } from '#shared/domain/collections/carry.ts';
import { familyStanding, type FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import { checkNoted } from '#shared/domain/collections/owed.ts';
import { day } from '#shared/domain/dates.ts';
import { cents, sumCents } from '#shared/domain/money.ts';

const on = day('2026-03-12');
const owes = (overdrawn: number) => ({ overdrawnCents: cents(overdrawn) });

test.each(['closed', 'cancelled'] as const)(
  'once %s, a family may pay what it owes there, and no cent more',
  (status) => {
    expect(checkNoted({ status }, owes(4_500), cents(4_500))).toMatchObject({ ok: true });
    expect(checkNoted({ status }, owes(4_500), cents(1))).toMatchObject({ ok: true });
    expect(checkNoted({ status }, owes(4_500), cents(4_501))).toEqual({
      ok: false,
      rejection: 'more_than_owed',
      field: 'amountCents',
    });
    expect(checkNoted({ status }, owes(0), cents(1))).toMatchObject({
      rejection: 'collection_closed',
    });
    expect(checkNoted({ status }, undefined, cents(1))).toMatchObject({
      rejection: 'collection_closed',
    });
  },
);

test('while it is open, a family pays what it wants', () => {
  expect(checkNoted({ status: 'open' }, owes(0), cents(9_000))).toMatchObject({ ok: true });
  expect(checkNoted({ status: 'open' }, owes(100), cents(9_000))).toMatchObject({ ok: true });
});

const collections = [
  { id: 'trip', kind: 'trip', status: 'cancelled' },
  { id: 'photos', kind: 'photos', status: 'closed' },
  { id: 'fair', kind: 'sale', status: 'closed' },
] as const;
const places = collections.flatMap((collection) =>
  ['lea', 'tom'].map((id) => ({ collection, family: { id, expectedCents: cents(1_000) } })),
);
type Place = (typeof places)[number];

const placeOf = ({ collection, family }: Place) => ({
  collectionId: collection.id,
  familyId: family.id,
});
const paymentAt = (place: Place, gross: number, refunded: number): FamilyPayment => ({
  id: `p-${gross}`,
  ...placeOf(place),
  means: 'cheque',
  grossCents: cents(gross),
  refundedCents: cents(refunded),
  paidOn: on,
  state: 'booked',
});
const standingAt = (place: Place, payments: readonly FamilyPayment[], carries: readonly Carry[]) =>
  familyStanding(place.collection, place.family, {
    payments: payments.filter(({ collectionId }) => collectionId === place.collection.id),
    carries,
  });

const anyPlace = fc.constantFrom(...places);
const anyCarry = fc
  .tuple(anyPlace, anyPlace, fc.integer({ min: 1, max: 5_000 }))
  .filter(([from, to]) => from !== to)
  .map(([from, to, amount]): Carry => ({
    id: 'c',
    kind: 'credit',
    from: placeOf(from),
    to: placeOf(to),
    amountCents: cents(amount),
    carriedOn: on,
    by: 'camille',
    at: '2026-03-12T09:00:00.000Z',
  }));
const anyPayment = fc
  .tuple(anyPlace, fc.integer({ min: 1, max: 5_000 }), fc.boolean())
  .map(([place, gross, isBack]) => paymentAt(place, gross, isBack ? gross : 0));

test('CREDIT-1: credits given and taken sum to zero over all collectes', () => {
  fc.assert(
    fc.property(fc.array(anyCarry), (carries) => {
      expect(sumCents(places.map((place) => broughtCents(carries, placeOf(place))))).toBe(0);
    }),
  );
});

test('CREDIT-1: paying what is owed where it is owed brings that place to zero, and no other moves', () => {
  fc.assert(
    fc.property(fc.array(anyPayment), fc.array(anyCarry), (payments, carries) => {
      for (const place of places) {
        const { overdrawnCents } = standingAt(place, payments, carries);
        const settled =
          overdrawnCents > 0 ? [...payments, paymentAt(place, overdrawnCents, 0)] : payments;
        expect(checkNoted(place.collection, { overdrawnCents }, overdrawnCents).ok).toBe(
          overdrawnCents > 0,
        );
        expect(standingAt(place, settled, carries)).toMatchObject({ overdrawnCents: 0 });
        for (const other of places.filter((one) => one !== place))
          expect(standingAt(other, settled, carries)).toEqual(standingAt(other, payments, carries));
      }
    }),
  );
});

test('CREDIT-1: once each family paid what it owes, what all have is what all paid and kept', () => {
  fc.assert(
    fc.property(fc.array(anyPayment), fc.array(anyCarry), (payments, carries) => {
      const before = places.map((place) => standingAt(place, payments, carries));
      const kept = sumCents(
        payments.map(({ grossCents, refundedCents }) => cents(grossCents - refundedCents)),
      );
      const owed = sumCents(before.map(({ overdrawnCents }) => overdrawnCents));
      expect(sumCents(before.map(({ paidCents }) => paidCents))).toBe(kept + owed);
    }),
  );
});
