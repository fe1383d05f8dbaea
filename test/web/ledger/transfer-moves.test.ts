import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { emptyForm } from '#web/features/ledger/writing/entry-form.ts';
import { moveOf, moveOptions, withMove } from '#web/features/ledger/writing/transfer-moves.ts';

const form = emptyForm('transfer', day('2025-10-03'), '512');

test('every move is read back from the places it sets', () => {
  for (const { value } of moveOptions(['512', '514']))
    expect(moveOf(withMove(form, value))).toBe(value);
  expect(moveOf(form)).toBe('');
});

test('an advance leaves its other end to be said', () => {
  expect(withMove(form, 'advanceOut')).toMatchObject({
    fromAccountNumber: '',
    toAccountNumber: '541',
  });
  expect(withMove(form, 'advanceBack')).toMatchObject({
    fromAccountNumber: '541',
    toAccountNumber: '',
  });
});

test('moves between banks only where there are two', () => {
  expect(moveOptions(['512'])).toHaveLength(4);
  expect(moveOptions(['512', '514'])).toHaveLength(6);
});

test('deposits at the bank that the cooperative has', () => {
  expect(withMove({ ...form, bankNumber: '514' }, 'deposit').toAccountNumber).toBe('514');
});
