import { expect, test } from 'vitest';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { formOfLine, meansInLabel, whyFilled } from '#web/features/ledger/writing/bank-line.ts';

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

const found = (amountCents: number, label: string, more: object = {}) => ({
  line: line(amountCents, label),
  bankAccount: { id: 'b', label: 'Compte', maskedRef: 'x', accountNumber: '512', version: 1 },
  ...more,
});

test('money out starts an expense of the same amount and day, money in an income', () => {
  expect(formOfLine(found(-1_250, 'CHEQUE 0000042'))).toMatchObject({
    kind: 'expense',
    amount: '12,50',
    entryDate: '03/10/2025',
    label: 'CHEQUE 0000042',
    accountNumber: '',
    paymentMeans: 'cheque',
    chequeNumber: '0000042',
    bankNumber: '512',
  });
  const bankAccount = { ...found(0, '').bankAccount, accountNumber: '514' };
  expect(formOfLine(found(4_500, 'VIR MAIRIE', { bankAccount }))).toMatchObject({
    kind: 'income',
    amount: '45,00',
    bankNumber: '514',
    chequeNumber: '',
  });
});

const like = [12, 15].map((number) => ({ id: `e${number}`, number }));
const learned = { accountNumber: '6180', counterparty: 'Bayard', label: 'Abonnement', like };
const started = { accountNumber: '6278', like: [] };

test('starts as the last two lines like it were written, and says so field by field', () => {
  const form = formOfLine(found(-600, 'PRLV BAYARD', { filling: learned }));
  expect(form).toMatchObject({
    accountNumber: '6180',
    projectId: '',
    counterparty: 'Bayard',
    label: 'Abonnement',
  });
  expect(whyFilled(form, learned, 'accountNumber')).toBe(
    'Comme les deux dernières fois\u00A0: écritures n°\u00A012 et n°\u00A015.',
  );
  expect(whyFilled(form, learned, 'label')).toBe('Comme les deux dernières fois.');
  expect(whyFilled(form, learned, 'projectId')).toBeUndefined();
});

test('says nothing of a field that somebody changed, nor without a rule', () => {
  const form = formOfLine(found(-600, 'PRLV BAYARD', { filling: learned }));
  expect(whyFilled({ ...form, accountNumber: '6070' }, learned, 'accountNumber')).toBeUndefined();
  expect(whyFilled(form, undefined, 'accountNumber')).toBeUndefined();
});

test('keeps the words of the bank when only its label says the account', () => {
  const form = formOfLine(found(-300, 'FRAIS TENUE DE COMPTE', { filling: started }));
  expect(form).toMatchObject({ accountNumber: '6278', label: 'FRAIS TENUE DE COMPTE' });
  expect(whyFilled(form, started, 'accountNumber')).toBe(
    'D’après le libellé de la banque. Vérifiez.',
  );
  expect(whyFilled(form, started, 'label')).toBeUndefined();
});
