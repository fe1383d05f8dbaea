import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { formOfLine, meansInLabel } from '#web/features/ledger/writing/bank-line.ts';

const line = (amountCents: number, label: string) => ({
  id: 'l1',
  date: day('2025-10-03'),
  amountCents: cents(amountCents),
  label,
  apart: false,
  toExplain: false,
});

test.each([
  ['PAIEMENT CB 0210 LIBRAIRIE', 'card'],
  ['CHEQUE 0000042', 'cheque'],
  ['VIR SEPA MAIRIE', 'transfer'],
  ['PRLV OCCE', 'directDebit'],
  ['Frais de tenue de compte', 'directDebit'],
  ['DIVERS', ''],
])('%s says how it was paid', (label, means) => {
  expect(meansInLabel(label)).toBe(means);
});

test('money out starts an expense of the same amount and day, money in an income', () => {
  expect(formOfLine(line(-1_250, 'CHEQUE 0000042'), '512')).toMatchObject({
    kind: 'expense',
    amount: '12,50',
    entryDate: '03/10/2025',
    paymentMeans: 'cheque',
    chequeNumber: '0000042',
    bankNumber: '512',
  });
  expect(formOfLine(line(4_500, 'VIR MAIRIE'), '514')).toMatchObject({
    kind: 'income',
    amount: '45,00',
    bankNumber: '514',
    chequeNumber: '',
  });
});

test('the fees of the bank already have their account', () => {
  expect(formOfLine(line(-300, 'FRAIS TENUE DE COMPTE'), '512').accountNumber).toBe('6278');
  expect(formOfLine(line(300, 'REMB FRAIS'), '512').accountNumber).toBe('');
});
