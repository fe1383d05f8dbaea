import { expect, test } from 'vitest';
import { operationOf } from '#shared/domain/bank/reading/operation.ts';
import { cents } from '#shared/domain/money.ts';

test.each([
  ['REMISE DE CHEQUES DU 02/08/2026', 1, 'chequeDeposit'],
  ['REMISE N°1037870 DE 000003 CHEQUES', 1, 'chequeDeposit'],
  ['REM CHQ REF05001A05', 1, 'chequeDeposit'],
  ['REMISE DE 1 CHEQUE 03281', 1, 'chequeDeposit'],
  ['REMISE COMMERCIALE D AGIOS', 1, 'fee'],
  ['REMCB54124 NB0002 TPE301830201', 1, 'payout'],
  ['CHEQUE N. 6557005', -1, 'cheque'],
  ['CHEQUE IMPAYE', -1, 'returned'],
  ['VERSEMENT ESPECES', 1, 'cashDeposit'],
  ['VIREMENT DE MME MARTIN', 1, 'transferIn'],
  ['VIR INST MME MARTIN', 1, 'transferIn'],
  ['VIREMENT POUR LIBRAIRIE', -1, 'transferOut'],
  ['VIR HELLOASSOPAY R4W HELLOASSO 3591881 03-09-2026', 1, 'payout'],
  ['VIR STRIPE PAYOUT', 1, 'payout'],
  ['PRLV HELLOASSO 03-09-2026', -1, 'directDebit'],
  ['PRELEVEMENT DE EDF', -1, 'directDebit'],
  ['ACHAT CB PAPETERIE 12.03.26', -1, 'card'],
  ['FRAIS DE TENUE DE COMPTE', -1, 'fee'],
  ['F COMMISSION D INTERVENTION', -1, 'fee'],
  ['INTERETS 2026', 1, 'other'],
])('%s (%i) is %s', (label, amount, operation) => {
  expect(operationOf({ label, amountCents: cents(amount) })).toBe(operation);
});

test('the code of the bank is worth more than its words', () => {
  expect(operationOf({ code: '05', label: 'REMISE', amountCents: cents(1) })).toBe('transferIn');
  expect(operationOf({ code: '06', label: 'REMISE', amountCents: cents(-1) })).toBe('transferOut');
});

test('a transfer whose details name a platform is a payout', () => {
  const line = { code: '05', label: 'VIR SEPA', details: 'HelloAsso · HA-2026-02' };
  expect(operationOf({ ...line, amountCents: cents(1) })).toBe('payout');
});
