import { expect, test } from 'vitest';
import { groupsOf, isStuck, mayReplay } from '#shared/domain/payments/inbox-state.ts';

const givenAt = '2026-03-16T09:00:00.000Z';
const at = (seconds: number) => new Date(Date.parse(givenAt) + seconds * 1_000).toISOString();

test('an event is stuck after two minutes with the worker, and not before', () => {
  const event = { status: 'received', deliveries: 1, givenAt } as const;
  expect([isStuck(event, at(120)), isStuck(event, at(121))]).toEqual([false, true]);
  expect([mayReplay(event, at(120)), mayReplay(event, at(121))]).toEqual([false, true]);
});

test.each([
  ['held', true],
  ['failed', true],
  ['abandoned', true],
  ['done', false],
  ['ignored', false],
] as const)('%s: may be played again: %s', (status, expected) => {
  expect(mayReplay({ status, deliveries: 1, givenAt }, at(9_999))).toBe(expected);
});

test('an event that came again is booked once, and seen already', () => {
  expect(groupsOf({ status: 'done', deliveries: 3, givenAt })).toEqual(['booked', 'seen']);
  expect(groupsOf({ status: 'ignored', deliveries: 3, givenAt })).toEqual(['seen']);
  expect(groupsOf({ status: 'abandoned', deliveries: 1, givenAt })).toEqual(['check']);
  expect(groupsOf({ status: 'failed', deliveries: 1, givenAt })).toEqual(['refused']);
});
