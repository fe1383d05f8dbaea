import { bankRoutes } from '#shared/contract/bank/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { addBankAccount } from './add-bank-account.ts';
import { confirmMatch } from './confirm-match.ts';
import { findReconciliation } from './find-reconciliation.ts';
import { importStatement } from './import-statement.ts';
import { listBankAccounts } from './list-bank-accounts.ts';
import { undoMatch } from './undo-match.ts';

export const handler = mount(bankRoutes, {
  listBankAccounts,
  addBankAccount,
  importStatement,
  findReconciliation,
  confirmMatch,
  undoMatch,
});
