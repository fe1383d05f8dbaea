import { expect, test } from 'vitest';
import { simpleEntrySchema } from '#shared/contract/ledger/entry.ts';
import { day } from '#shared/domain/dates.ts';
import { emptyForm, type EntryForm } from '#web/features/ledger/writing/entry-form.ts';
import { readEntryForm } from '#web/features/ledger/writing/read-entry-form.ts';

const today = day('2025-10-03');
const attached = { attachmentIds: ['01JAEXAMP1E000000000000000'], draft: false };
const bus: EntryForm = {
  ...emptyForm('expense', today, '512'),
  amount: '120,50',
  counterparty: ' Transports Martin ',
  label: 'Bus pour le musée',
  accountNumber: '6180',
  paymentMeans: 'card',
};

test('reads a simple expense as the contract takes it', () => {
  const read = readEntryForm(bus, attached);
  expect(read).toEqual({
    ok: true,
    entry: {
      kind: 'expense',
      entryDate: '2025-10-03',
      label: 'Bus pour le musée',
      counterparty: 'Transports Martin',
      attachmentIds: attached.attachmentIds,
      treasuryAccountNumber: '512',
      paymentMeans: 'card',
      splits: [{ accountNumber: '6180', amountCents: 12_050 }],
    },
  });
  expect(simpleEntrySchema.safeParse(read.ok && read.entry).success).toBe(true);
});

test('takes cash from the cash box, everything else from the bank of the cooperative', () => {
  const cash = readEntryForm({ ...bus, paymentMeans: 'cash' }, attached);
  const postal = readEntryForm({ ...bus, bankNumber: '514' }, attached);
  expect(cash).toMatchObject({ entry: { treasuryAccountNumber: '530' } });
  expect(postal).toMatchObject({ entry: { treasuryAccountNumber: '514' } });
});

test('reads each share with its project', () => {
  const splits = [
    { accountNumber: '6180', amount: '100', projectId: '01JAPR0JECT000000000000000' },
    { accountNumber: '6500', amount: '20,50', projectId: '' },
  ];
  expect(readEntryForm({ ...bus, accountNumber: '', splits }, attached)).toMatchObject({
    entry: {
      splits: [
        { accountNumber: '6180', amountCents: 10_000, projectId: '01JAPR0JECT000000000000000' },
        { accountNumber: '6500', amountCents: 2_050 },
      ],
    },
  });
});

test('reads a transfer between two places', () => {
  const transfer: EntryForm = {
    ...emptyForm('transfer', today, '512'),
    amount: '80',
    label: 'Dépôt de la kermesse',
    fromAccountNumber: '530',
    toAccountNumber: '512',
  };
  expect(readEntryForm(transfer, { attachmentIds: [], draft: false })).toEqual({
    ok: true,
    entry: {
      kind: 'transfer',
      entryDate: '2025-10-03',
      label: 'Dépôt de la kermesse',
      attachmentIds: [],
      fromAccountNumber: '530',
      toAccountNumber: '512',
      amountCents: 8_000,
    },
  });
});

const bare = { attachmentIds: [], draft: false };
test.each<[string, Partial<EntryForm>, string]>([
  ['no day', { entryDate: '31/02/2026' }, 'entryDate'],
  ['no amount', { amount: ' ' }, 'amount'],
  ['an amount that cannot be read', { amount: '1.234' }, 'amount'],
  ['nothing', { amount: '0' }, 'amount'],
  ['less than nothing', { amount: '-3' }, 'amount'],
  ['no account', { accountNumber: '' }, 'accountNumber'],
  ['no label', { label: '  ' }, 'label'],
  ['no means', { paymentMeans: '' }, 'paymentMeans'],
  ['a cheque without its number', { paymentMeans: 'cheque' }, 'chequeNumber'],
  ['a cheque number of letters', { paymentMeans: 'cheque', chequeNumber: '12a' }, 'chequeNumber'],
  ['no reason for no voucher', { withoutVoucher: true }, 'noVoucherReason'],
])('asks for a correction: %s', (_, change, field) => {
  const read = readEntryForm({ ...bus, ...change }, attached);
  expect(read.ok ? [] : Object.keys(read.errors)).toEqual([field]);
});

test('asks for the voucher of an expense, not of an income', () => {
  expect(readEntryForm(bus, bare)).toMatchObject({ errors: { attachmentIds: /pièce/u } });
  expect(readEntryForm({ ...bus, kind: 'income' }, bare).ok).toBe(true);
});

test('sends no attachment once it is said that there is none, and the reason', () => {
  const lost = { ...bus, withoutVoucher: true, noVoucherReason: 'Ticket perdu' };
  expect(readEntryForm(lost, attached)).toMatchObject({
    entry: { attachmentIds: [], noVoucherReason: 'Ticket perdu' },
  });
});

test('says what is left to share, and what is too much', () => {
  const sharing = (amount: string) =>
    readEntryForm({ ...bus, splits: [{ accountNumber: '6180', amount, projectId: '' }] }, attached);
  expect(sharing('100')).toMatchObject({ errors: { splits: /20,50.€.*répartir/u } });
  expect(sharing('130')).toMatchObject({ errors: { splits: /9,50.€ de trop/u } });
  expect(sharing('120,50').ok).toBe(true);
});

test('keeps a draft without voucher nor cheque number', () => {
  const draft = { attachmentIds: [], draft: true };
  expect(readEntryForm({ ...bus, paymentMeans: 'cheque' }, draft)).toMatchObject({
    entry: { paymentMeans: 'cheque' },
  });
});

test('asks for the move, then for the other end of an advance', () => {
  const transfer = { ...bus, kind: 'transfer' } as const;
  expect(readEntryForm(transfer, bare)).toMatchObject({ errors: { move: /mouvement/u } });
  expect(readEntryForm({ ...transfer, toAccountNumber: '541' as const }, bare)).toMatchObject({
    errors: { fromAccountNumber: /d’où/u },
  });
  const still = { ...transfer, fromAccountNumber: '512', toAccountNumber: '512' } as const;
  expect(readEntryForm(still, bare)).toMatchObject({ errors: { toAccountNumber: /différents/u } });
});
