import { expect, test } from 'vitest';
import { fillingFor, learnedRules } from '#shared/domain/bank/matching/rules.ts';
import { starterRules } from '#shared/domain/bank/matching/starter-rules.ts';
import { lineOf } from './books.ts';

const bayard = (id: string) =>
  lineOf(id, '2026-03-10', -600, `PRLV SEPA BAYARD ECH/${id}`, 'directDebit');
const written = (id: string, accountNumber = '6180') => ({
  line: bayard(id),
  accountNumber,
  label: 'Abonnement',
});

test('two equal confirmations make a rule, one does not', () => {
  expect(learnedRules([written('one')])).toEqual([]);
  const rules = learnedRules([written('one'), written('one')]);
  expect(fillingFor(bayard('one'), rules)).toEqual({ accountNumber: '6180', label: 'Abonnement' });
});

test('one contradiction retires a rule', () => {
  expect(learnedRules([written('one'), written('one'), written('one', '6068')])).toEqual([]);
});

test('says nothing when two rules fit as well and disagree', () => {
  const [rule] = learnedRules([written('one'), written('one')]);
  expect(
    rule && fillingFor(bayard('one'), [rule, { ...rule, accountNumber: '6068' }]),
  ).toBeUndefined();
});

test('starts with fees and the membership, in the right way only', () => {
  const fee = lineOf('f', '2026-03-10', -750, 'FRAIS DE TENUE DE COMPTE', 'fee');
  const dues = lineOf('d', '2026-11-05', -41_200, 'PRLV SEPA OCCE 06', 'directDebit');
  expect(fillingFor(fee, starterRules)?.accountNumber).toBe('6278');
  expect(fillingFor(dues, starterRules)?.accountNumber).toBe('6281');
  expect(fillingFor({ ...dues, label: 'PRLV BAYARD' }, starterRules)).toBeUndefined();
});
