import type { Routes } from '../endpoint.ts';
import {
  confirmMatchEndpoint,
  findLineEndpoint,
  findReconciliationEndpoint,
  listMatchHistoryEndpoint,
  markLineEndpoint,
  matchAutomaticallyEndpoint,
  undoAutomaticEndpoint,
  undoMatchEndpoint,
} from './matching.ts';
import {
  changeBankAccountEndpoint,
  closeBankAccountEndpoint,
  declareOpeningItemEndpoint,
  findBankAccountEndpoint,
  findCashQuotaEndpoint,
  printReconciliationEndpoint,
  removeOpeningItemEndpoint,
} from './register.ts';
import {
  addBankAccountEndpoint,
  importStatementEndpoint,
  listBankAccountsEndpoint,
  previewStatementEndpoint,
} from './statement.ts';

export const bankRoutes = {
  listBankAccounts: listBankAccountsEndpoint,
  addBankAccount: addBankAccountEndpoint,
  findBankAccount: findBankAccountEndpoint,
  changeBankAccount: changeBankAccountEndpoint,
  closeBankAccount: closeBankAccountEndpoint,
  declareOpeningItem: declareOpeningItemEndpoint,
  removeOpeningItem: removeOpeningItemEndpoint,
  printReconciliation: printReconciliationEndpoint,
  findCashQuota: findCashQuotaEndpoint,
  importStatement: importStatementEndpoint,
  previewStatement: previewStatementEndpoint,
  findReconciliation: findReconciliationEndpoint,
  findLine: findLineEndpoint,
  confirmMatch: confirmMatchEndpoint,
  undoMatch: undoMatchEndpoint,
  matchAutomatically: matchAutomaticallyEndpoint,
  undoAutomatic: undoAutomaticEndpoint,
  markLine: markLineEndpoint,
  listMatchHistory: listMatchHistoryEndpoint,
} as const satisfies Routes;
