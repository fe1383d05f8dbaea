import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { emptyForm } from '#web/features/ledger/writing/entry-form.ts';
import {
  addShare,
  remainingCents,
  removeShare,
  startSharing,
  stopSharing,
  takeRest,
} from '#web/features/ledger/writing/share-out.ts';

const form = {
  ...emptyForm('expense', day('2025-10-03'), '512'),
  amount: '100',
  accountNumber: '6180',
};
const share = (amount: string, accountNumber = '6180') => ({
  accountNumber,
  amount,
  projectId: '',
});

test('the first share takes the account already chosen', () => {
  const sharing = startSharing(form);
  expect(sharing.splits.map(({ accountNumber }) => accountNumber)).toEqual(['6180', '']);
  expect(stopSharing(sharing)).toEqual(form);
});

test('a new share is offered what is left, nothing when all is shared', () => {
  expect(addShare({ ...form, splits: [share('60')] }).splits.at(-1)?.amount).toBe('40,00');
  expect(addShare({ ...form, splits: [share('100')] }).splits.at(-1)?.amount).toBe('');
});

test('with one share left there is nothing to share', () => {
  const two = { ...form, accountNumber: '', splits: [share('60'), share('40', '6500')] };
  expect(removeShare(two, 0)).toMatchObject({ splits: [], accountNumber: '6500' });
  const three = { ...two, splits: [...two.splits, share('1')] };
  expect(removeShare(three, 2).splits).toEqual(two.splits);
});

test('what is left goes below zero when too much is shared', () => {
  expect(remainingCents({ ...form, splits: [share('60'), share('50')] })).toBe(-1_000);
});

test('taking the rest leaves nothing to share, whatever was typed', () => {
  const typed = fc.integer({ min: 0, max: 1_000_000 }).map((n) => String(n / 100));
  fc.assert(
    fc.property(typed, fc.array(typed, { minLength: 1, maxLength: 6 }), (amount, amounts) => {
      const shared = { ...form, amount, splits: amounts.map((one) => share(one)) };
      expect(remainingCents(takeRest(shared, 0))).toBe(0);
    }),
  );
});
