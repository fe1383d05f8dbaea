import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { emptyForm, emptySplit } from '#web/features/ledger/writing/entry-form.ts';
import { refusedFields } from '#web/features/ledger/writing/refused-fields.ts';

const form = emptyForm('expense', day('2025-10-03'), '512');
const sharing = { ...form, splits: [emptySplit, emptySplit] };
const transfer = emptyForm('transfer', day('2025-10-03'), '512');

test.each([
  [form, 'entry.label', 'label'],
  [form, 'correction.entry.label', 'label'],
  [form, 'entryDate', 'entryDate'],
  [form, 'entry.splits.0.amountCents', 'amount'],
  [form, 'entry.splits.0.accountNumber', 'accountNumber'],
  [form, 'splits', 'accountNumber'],
  [sharing, 'entry.splits.1.amountCents', 'splits.1.amountCents'],
  [sharing, 'splits', 'splits'],
  [transfer, 'entry.amountCents', 'amount'],
  [form, 'entry.treasuryAccountNumber', 'paymentMeans'],
  [form, 'entry.attachmentIds.2', 'attachmentIds'],
])('%# an error lands on the field that shows it', (shown, field, expected) => {
  expect(refusedFields(shown, [{ field, message: 'Non.' }])).toEqual({ [expected]: 'Non.' });
});
