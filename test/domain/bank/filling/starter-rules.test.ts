import { expect, test } from 'vitest';
import { startedWith } from '#shared/domain/bank/filling/starter-rules.ts';
import { operationOf } from '#shared/domain/bank/reading/operation.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import { findAccount } from '#shared/domain/ledger/chart.ts';
import { cents } from '#shared/domain/money.ts';

const lineOf = (label: string, amountCents: number) => ({
  label,
  amountCents: cents(amountCents),
  operation: operationOf({ label, amountCents: cents(amountCents) }),
});

test.each([
  ['FRAIS DE TENUE DE COMPTE', -600, '6278'],
  ['FORFAIT TENUE DE COMPTE', -600, '6278'],
  ['COTISATION TRIMESTRIELLE', -750, '6278'],
  ['COMMISSION D INTERVENTION', -800, '6278'],
  ['PRLV SEPA OCCE 06 ADHESION', -24_600, '6281'],
  ['COTISATION OCCE', -24_600, '6281'],
  ['CHEQUE 6557005 OCCE 06', -24_600, '6281'],
  ['PRLV OCCE 06 ASSURANCE', -3_000, '6168'],
  ['INTÉRÊTS CRÉDITEURS', 412, '7610'],
  ['INTERETS DEBITEURS', -412, '6278'],
  ['REMB FRAIS DE TENUE DE COMPTE', 600, undefined],
  ['VIR OCCE 06', 24_600, undefined],
  ['PRLV SEPA BAYARD', -600, undefined],
])('%s of %i cents starts on %s', (label, amountCents, accountNumber) => {
  expect(startedWith(lineOf(label, amountCents))?.accountNumber).toBe(accountNumber);
  expect(accountNumber === undefined || findAccount(chart2024, accountNumber)).toBeTruthy();
});

test('the rules of the association come before what is shipped', () => {
  const own = [{ way: 'out', words: ['occe'], accountNumber: '6500' }] as const;
  expect(startedWith(lineOf('PRLV OCCE 06', -24_600), own)).toEqual({ accountNumber: '6500' });
  expect(startedWith(lineOf('FRAIS', -600), own)).toEqual({ accountNumber: '6278' });
});
