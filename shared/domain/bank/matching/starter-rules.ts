import type { LineRule } from './rules.ts';

/** What every cooperative of the association starts with, until its own confirmations say more. */
export const starterRules: readonly LineRule[] = [
  {
    operation: 'fee',
    isMoneyOut: true,
    words: [],
    accountNumber: '6278',
    label: 'Frais bancaires',
  },
  {
    operation: 'directDebit',
    isMoneyOut: true,
    words: ['occe'],
    accountNumber: '6281',
    label: 'Cotisation OCCE',
  },
  {
    operation: 'cheque',
    isMoneyOut: true,
    words: ['occe'],
    accountNumber: '6281',
    label: 'Cotisation OCCE',
  },
  {
    operation: 'transferOut',
    isMoneyOut: true,
    words: ['occe'],
    accountNumber: '6281',
    label: 'Cotisation OCCE',
  },
];
