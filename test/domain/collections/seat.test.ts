import { expect, test } from 'vitest';
import type { Family } from '#shared/domain/collections/collection.ts';
import { seatMove } from '#shared/domain/collections/seat.ts';
import { cents } from '#shared/domain/money.ts';

const family: Family = {
  id: 'lea',
  collectionId: 'trip',
  pupil: 'Léa M.',
  className: 'CM2',
  reference: 'TRL-7K2MX',
  expectedCents: cents(4_500),
  token: 'lea',
  version: 1,
};
const confirmed = { ...family, seat: 'confirmed' } as const;
const trip = { status: 'open', capacity: 2, seatsTaken: 1 } as const;

test.each([
  ['takes a seat', family, 'confirmed', 1],
  ['takes none', family, 'declined', 0],
  ['gives one back', confirmed, 'declined', -1],
  ['keeps its own', confirmed, 'confirmed', 0],
] as const)('a family %s', (_, who, answer, seats) => {
  expect(seatMove(trip, who, answer)).toMatchObject({
    ok: true,
    value: { seats, family: { seat: answer } },
  });
});

test('INV-47: the last seat is taken, and none after it', () => {
  expect(seatMove(trip, family, 'confirmed')).toMatchObject({ ok: true });
  const full = { ...trip, seatsTaken: 2 };
  expect(seatMove(full, family, 'confirmed')).toEqual({ ok: false, rejection: 'seats_full' });
  expect(seatMove(full, confirmed, 'confirmed')).toMatchObject({ ok: true });
});

test('without a capacity nobody counts', () => {
  const { capacity: _, ...open } = { ...trip, seatsTaken: 9_999 };
  expect(seatMove(open, family, 'confirmed')).toMatchObject({ ok: true });
});

test('once closed, a seat may only be given back', () => {
  const closed = { ...trip, status: 'closed' } as const;
  expect(seatMove(closed, family, 'confirmed')).toMatchObject({ rejection: 'collection_closed' });
  expect(seatMove(closed, confirmed, 'declined')).toMatchObject({ ok: true });
});
