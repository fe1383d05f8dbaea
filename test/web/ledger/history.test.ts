import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import {
  counterpartiesOf,
  lastUseOf,
  nextChequeNumber,
} from '#web/features/ledger/writing/history.ts';
import { webEntry } from '#test/support/web-entries.ts';

const cheque = (chequeNumber: string, on: string) =>
  webEntry({ paymentMeans: 'cheque', chequeNumber, entryDate: day(on) });

test('offers the number after the last cheque, as wide as it', () => {
  const entries = [cheque('0000099', '2025-10-03'), cheque('0000042', '2025-09-05')];
  expect(nextChequeNumber(entries)).toBe('0000100');
});

test('offers no number before the first cheque, nor after a number that is none', () => {
  expect(nextChequeNumber([webEntry()])).toBeUndefined();
  expect(nextChequeNumber([cheque('abc', '2025-10-03')])).toBeUndefined();
});

test('a cheque received is not a cheque issued', () => {
  const received = { ...cheque('7000001', '2025-11-03'), kind: 'income' as const };
  expect(nextChequeNumber([cheque('12', '2025-10-03'), received])).toBe('13');
});

test('names each counterparty once, the latest first, as it was last written', () => {
  const entries = [
    webEntry({ counterparty: 'librairie du port', entryDate: day('2025-09-05') }),
    webEntry({ counterparty: 'Transports Martin', entryDate: day('2025-10-01') }),
    webEntry({ counterparty: 'Librairie du Port', entryDate: day('2025-10-03') }),
    webEntry({ counterparty: 'Mairie', kind: 'income' }),
  ];
  expect(counterpartiesOf(entries, 'expense')).toEqual(['Librairie du Port', 'Transports Martin']);
});

test('remembers the account and the means of the last time, of the same kind', () => {
  const entries = [webEntry({ counterparty: 'Librairie du Port', paymentMeans: 'cheque' })];
  expect(lastUseOf(entries, 'expense', 'librairie du port')).toEqual({
    accountNumber: '6180',
    paymentMeans: 'cheque',
  });
  expect(lastUseOf(entries, 'income', 'Librairie du Port')).toBeUndefined();
  expect(lastUseOf(entries, 'expense', '')).toBeUndefined();
});
