import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import {
  mergePayout,
  samePayout,
  type Payout,
  type PayoutFacts,
} from '#shared/domain/payments/payout.ts';

const now = '2026-03-16T09:00:00.000Z';
const created: PayoutFacts = {
  id: 'po_1',
  status: 'pending',
  arrivalOn: day('2026-03-18'),
  netCents: cents(9_000),
  itemised: true,
  toldAt: '2026-03-16T08:00:00.000Z',
};
const paid: PayoutFacts = {
  ...created,
  status: 'paid',
  arrivalOn: day('2026-03-17'),
  bankReference: 'JAIKAN 1',
  lines: [],
  toldAt: '2026-03-17T08:00:00.000Z',
};

function told(facts: readonly PayoutFacts[]): Payout {
  let known: Payout | undefined;
  for (const fact of facts) {
    const merged = mergePayout(known, 'jaikan', fact, now);
    if (!merged.ok) throw new Error(merged.rejection);
    known = merged.value;
  }
  if (!known) throw new Error('nothing told');
  return known;
}

test('the latest message wins, and the status only moves forward', () => {
  expect(told([paid, created])).toMatchObject({
    status: 'paid',
    arrivalOn: '2026-03-17',
    bankReference: 'JAIKAN 1',
    lines: [],
  });
});

test('keeps the detail it was given when a later message has none', () => {
  const later = { ...created, status: 'paid' as const, toldAt: '2026-03-18T08:00:00.000Z' };
  expect(told([{ ...created, lines: [] }, later])).toMatchObject({ status: 'paid', lines: [] });
});

test('a failure before the entry is final; after it, the entry stays', () => {
  const failed = { ...paid, status: 'failed' as const };
  expect(told([paid, failed, paid]).status).toBe('failed');
  const booked = { ...told([paid]), entryId: 'entry' };
  expect(mergePayout(booked, 'jaikan', failed, now)).toEqual({
    ok: true,
    value: { ...booked, status: 'failed' },
  });
});

test('refuses another amount once the entry is there', () => {
  const booked = { ...told([paid]), entryId: 'entry' };
  const other = { ...paid, netCents: cents(9_001) };
  expect(mergePayout(booked, 'jaikan', other, now)).toEqual({
    ok: false,
    rejection: 'payout_changed_after_entry',
  });
});

test('told in any order, and twice, a payout ends the same', () => {
  const story = [created, paid, { ...paid, toldAt: '2026-03-17T09:00:00.000Z' }];
  fc.assert(
    fc.property(fc.shuffledSubarray([...story, ...story], { minLength: 6 }), (facts) => {
      expect(samePayout(told(facts), told(story))).toBe(true);
    }),
  );
});
