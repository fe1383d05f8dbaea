import { bankRoutes } from '#shared/contract/bank/routes.ts';
import { mount } from '#functions/platform/mount.ts';
import { addBankAccount } from './add-bank-account.ts';
import { changeBankAccount } from './change-bank-account.ts';
import { closeBankAccount } from './close-bank-account.ts';
import { confirmMatch } from './confirm-match.ts';
import { declareOpeningItem, removeOpeningItem } from './declare-opening-item.ts';
import { findBankAccount } from './find-bank-account.ts';
import { findCashQuota } from './find-cash-quota.ts';
import { findLine } from './find-line.ts';
import { findReconciliation } from './find-reconciliation.ts';
import { importStatement } from './import-statement.ts';
import { listBankAccounts } from './list-bank-accounts.ts';
import { listMatchHistory } from './list-match-history.ts';
import { markLine } from './mark-line.ts';
import { matchAutomatically } from './match-automatically.ts';
import { printReconciliation } from './print-reconciliation.ts';
import { previewStatement } from './preview-statement.ts';
import { undoAutomatic } from './undo-automatic.ts';
import { undoMatch } from './undo-match.ts';

export const handler = mount(bankRoutes, {
  listBankAccounts,
  addBankAccount,
  findBankAccount,
  changeBankAccount,
  closeBankAccount,
  declareOpeningItem,
  removeOpeningItem,
  printReconciliation,
  findCashQuota,
  importStatement,
  previewStatement,
  findReconciliation,
  findLine,
  confirmMatch,
  undoMatch,
  matchAutomatically,
  undoAutomatic,
  markLine,
  listMatchHistory,
});
