import { expect, test } from 'vitest';
import { decide } from '#shared/domain/headoffice/decision.ts';

const waiting = { status: 'submitted' } as const;
const accepted = { status: 'accepted' } as const;
const returned = { status: 'returned', returnedReason: 'Relevé manquant' } as const;
const giveBack = { decision: 'return', reason: 'Relevé manquant' } as const;

test('accepts a CRF that waits, or returns it with its reason', () => {
  expect(decide(waiting, { decision: 'accept' })).toEqual({ ok: true, value: accepted });
  expect(decide(waiting, giveBack)).toEqual({ ok: true, value: returned });
});

test('has nothing to do when it was decided so already', () => {
  expect(decide(accepted, { decision: 'accept' })).toEqual({ ok: true, value: undefined });
  expect(decide(returned, giveBack)).toEqual({ ok: true, value: undefined });
});

test('rejects: reason_missing, whatever the state', () => {
  expect(decide(accepted, { decision: 'return' })).toMatchObject({ rejection: 'reason_missing' });
});

test.each([
  [accepted, giveBack],
  [returned, { decision: 'accept' }],
  [returned, { ...giveBack, reason: 'Autre chose' }],
] as const)('rejects: crf_not_submitted', (standing, decision) => {
  expect(decide(standing, decision)).toMatchObject({ rejection: 'crf_not_submitted' });
});
