import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import {
  emptyForm,
  formOfEntry,
  nextForm,
  touchesAdvance,
  withKind,
} from '#web/features/ledger/writing/entry-form.ts';
import { readEntryForm } from '#web/features/ledger/writing/read-entry-form.ts';
import { contentOf } from '#shared/domain/ledger/simple-entry.ts';
import { expenseLines, webEntry } from '#test/support/web-entries.ts';

const reading = { attachmentIds: ['01JAEXAMP1E000000000000000'], draft: false };

test.each([
  ['an expense by card', webEntry({ attachmentIds: reading.attachmentIds })],
  [
    'cash out',
    webEntry({
      attachmentIds: reading.attachmentIds,
      paymentMeans: 'cash',
      lines: expenseLines(500, '6500', '530'),
    }),
  ],
  [
    'a cheque from the postal account, shared out',
    webEntry({
      attachmentIds: reading.attachmentIds,
      paymentMeans: 'cheque',
      chequeNumber: '0000042',
      lines: [
        { accountNumber: '6180', side: 'debit', amountCents: cents(3_000) },
        {
          accountNumber: '6500',
          side: 'debit',
          amountCents: cents(1_000),
          projectId: '01JAPR0JECT000000000000000',
        },
        { accountNumber: '514', side: 'credit', amountCents: cents(4_000) },
      ],
    }),
  ],
  [
    'an advance to a class',
    webEntry({
      kind: 'transfer',
      counterparty: undefined,
      paymentMeans: undefined,
      attachmentIds: reading.attachmentIds,
      lines: expenseLines(9_000, '541'),
    }),
  ],
])('shows an entry and reads it back to the same facts: %s', (_, entry) => {
  const read = readEntryForm(formOfEntry(entry, '512'), reading);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const { id, kind, label, lines, chequeNumber, paymentMeans } = entry;
  expect(contentOf(id, read.entry)).toMatchObject({ id, kind, label, lines });
  expect(contentOf(id, read.entry)).toMatchObject({
    ...(chequeNumber && { chequeNumber }),
    ...(paymentMeans && { paymentMeans }),
  });
});

test('the next entry keeps the day and the account only', () => {
  const form = {
    ...emptyForm('expense', day('2025-10-03'), '512'),
    entryDate: '28/09/2025',
    accountNumber: '6180',
    label: 'Bus',
    amount: '12',
  };
  expect(nextForm(form, day('2025-10-03'))).toEqual({
    ...emptyForm('expense', day('2025-10-03'), '512'),
    entryDate: '28/09/2025',
    accountNumber: '6180',
  });
});

test('another kind keeps what was typed, except the account', () => {
  const form = { ...emptyForm('expense', day('2025-10-03'), '512'), accountNumber: '6180' };
  const typed = { ...form, amount: '12', label: 'Vente de gâteaux' };
  expect(withKind(typed, 'income')).toEqual({ ...typed, kind: 'income', accountNumber: '' });
  expect(withKind(typed, 'expense')).toEqual(typed);
});

test('knows an advance by its account, in either direction', () => {
  const form = emptyForm('transfer', day('2025-10-03'), '512');
  expect(touchesAdvance({ ...form, toAccountNumber: '541' })).toBe(true);
  expect(touchesAdvance({ ...form, fromAccountNumber: '541' })).toBe(true);
  expect(touchesAdvance({ ...form, fromAccountNumber: '530', toAccountNumber: '512' })).toBe(false);
});
