import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Collection } from '#shared/domain/collections/collection.ts';
import { addDays, day, daysBetween } from '#shared/domain/dates.ts';
import { duePartsOf } from '#shared/domain/families/due.ts';
import { askedNow, isReminderTime, nextReminder } from '#shared/domain/families/reminders.ts';
import { cents } from '#shared/domain/money.ts';

const today = day('2026-03-16');
const collection: Collection = {
  id: 'c',
  kind: 'trip',
  title: 'Classe de mer',
  accountNumber: '7080',
  expectedCents: cents(4_500),
  dueOn: day('2026-04-30'),
  instalments: [],
  shareToken: 't',
  seatsTaken: 0,
  status: 'open',
  createdAt: '',
  familyCount: 1,
  contentSha256: '',
};
const family = {
  expectedCents: cents(4_500),
  paidCents: cents(0),
  contactMail: 'famille@example.test',
};
const never = { remindedOn: [], isStopped: false };

test('a family that has not paid gets its first reminder', () => {
  expect(nextReminder(collection, family, never, today)).toEqual({ ok: true, value: 1 });
});

test('one that paid a part is reminded of the rest', () => {
  const partly = { ...family, paidCents: cents(4_499) };
  expect(nextReminder(collection, partly, never, today)).toMatchObject({ ok: true });
});

test.each([
  ['notOpen', { status: 'closed' }, {}, {}],
  ['notOpen', { status: 'cancelled' }, {}, {}],
  ['nothingDue', { kind: 'contribution', expectedCents: cents(0) }, {}, {}],
  ['nothingDue', {}, { paidCents: cents(4_500) }, {}],
  ['nothingDue', {}, { paidCents: cents(9_000) }, {}],
  ['nothingDue', {}, { expectedCents: cents(0) }, {}],
  ['declined', {}, { seat: 'declined' }, {}],
  ['noMail', {}, { contactMail: undefined }, {}],
  ['stopped', {}, {}, { isStopped: true }],
  ['enough', {}, {}, { remindedOn: [day('2026-01-01'), day('2026-02-01')] }],
  ['tooSoon', {}, {}, { remindedOn: [day('2026-03-10')] }],
] as const)('no reminder: %s', (reason, ofCollection, ofFamily, sent) => {
  expect(
    nextReminder(
      { ...collection, ...ofCollection },
      { ...family, ...ofFamily },
      { ...never, ...sent },
      today,
    ),
  ).toEqual({ ok: false, rejection: reason });
});

test('the seventh day after is late enough', () => {
  const sent = { remindedOn: [day('2026-03-09')], isStopped: false };
  expect(nextReminder(collection, family, sent, today)).toEqual({ ok: true, value: 2 });
});

test('REMIND-1: whatever the days somebody clicks, two at most, seven days apart', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }), (clicks) => {
      const remindedOn: (typeof today)[] = [];
      for (const click of clicks.toSorted((one, other) => one - other)) {
        const on = addDays(today, click);
        if (nextReminder(collection, family, { remindedOn, isStopped: false }, on).ok)
          remindedOn.push(on);
      }
      expect(remindedOn.length).toBeLessThanOrEqual(2);
      const [first, second] = remindedOn;
      if (first && second) expect(daysBetween(first, second)).toBeGreaterThanOrEqual(7);
    }),
  );
});

const parts = (on = today, paidCents = 0) =>
  duePartsOf(
    {
      ...collection,
      instalments: [
        { dueOn: day('2026-03-20'), amountCents: cents(1_500) },
        { dueOn: day('2026-04-30'), amountCents: cents(3_000) },
      ],
    },
    { expectedCents: cents(4_500), paidCents: cents(paidCents) },
    on,
  );

test.each([
  ['2026-03-12', false],
  ['2026-03-13', true],
  ['2026-04-19', true],
  ['2026-05-30', true],
  ['2026-05-31', false],
])('the schedule reminds a week before to a month after: %s is %s', (on, expected) => {
  expect(isReminderTime(parts(day(on)), day(on))).toBe(expected);
});

test('what is paid is not waited for', () => {
  expect(isReminderTime(parts(today, 1_500), today)).toBe(false);
});

test('a mail asks what is due soon or late, and else the next instalment', () => {
  expect(askedNow(parts(), today)).toEqual({ amountCents: 1_500, dueOn: '2026-03-20' });
  expect(askedNow(parts(day('2026-05-01')), day('2026-05-01'))).toEqual({
    amountCents: 4_500,
    dueOn: '2026-04-30',
  });
  expect(askedNow(parts(today, 1_500), today)).toEqual({ amountCents: 3_000, dueOn: '2026-04-30' });
  expect(askedNow(parts(today, 4_500), today)).toBeUndefined();
});
