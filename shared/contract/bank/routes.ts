import type { Routes } from '../endpoint.ts';
import {
  addBankAccountEndpoint,
  confirmMatchEndpoint,
  findReconciliationEndpoint,
  importStatementEndpoint,
  listBankAccountsEndpoint,
  undoMatchEndpoint,
} from './statement.ts';

export const bankRoutes = {
  listBankAccounts: listBankAccountsEndpoint,
  addBankAccount: addBankAccountEndpoint,
  importStatement: importStatementEndpoint,
  findReconciliation: findReconciliationEndpoint,
  confirmMatch: confirmMatchEndpoint,
  undoMatch: undoMatchEndpoint,
} as const satisfies Routes;
