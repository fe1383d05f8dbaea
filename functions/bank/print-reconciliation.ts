import type { printReconciliationEndpoint } from '#shared/contract/bank/register.ts';
import { maskedReference } from '#shared/domain/bank/register/iban.ts';
import { signatoriesOn } from '#shared/domain/bank/register/signatories.ts';
import { besideIn } from '#shared/domain/bank/register/succession.ts';
import { reconciliationOn } from '#shared/domain/bank/reconciliation.ts';
import {
  reconciledLines,
  type ReconciliationPaper,
} from '#shared/domain/documents/reconciliation-paper.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { putObject, signDownload } from '#functions/gateways/object-store.ts';
import { printReconciliation as print } from '#functions/papers/reconciliation.ts';
import { paperCoopOf } from '#functions/platform/paper-coop.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import {
  findBankAccount,
  listBankAccounts,
  type BankAccount,
} from '#functions/stores/bank-accounts.ts';
import { listMandates } from '#functions/stores/users.ts';
import { accountBooks } from './account-books.ts';
import { bankNameOf } from './account-year.ts';

type PrintCall = Call<typeof printReconciliationEndpoint>;

/** A link to the PDF of the state of reconciliation of an account at the end of a day. */
export const printReconciliation: UseCase<typeof printReconciliationEndpoint> = async (call) => {
  const { scope, params, body } = call;
  const account = await findBankAccount(scope, params.bankAccountId);
  if (!account) return reject('not_found');
  const bytes = await print(await paperOf(call, account));
  const sha256 = sha256Hex(bytes);
  const key = `drafts/${scope.department}/${scope.coopId}/rapprochement-${body.on}-${sha256.slice(0, 12)}.pdf`;
  await putObject(key, bytes, 'application/pdf');
  const url = await signDownload(key, {
    fileName: `Rapprochement ${account.label} ${body.on}.pdf`,
    mediaType: 'application/pdf',
  });
  return accept({ url, sha256 });
};

async function paperOf(
  { scope, body, now }: PrintCall,
  account: BankAccount,
): Promise<ReconciliationPaper> {
  const { on } = body;
  const [books, coop, roles, accounts] = await Promise.all([
    accountBooks(scope, account),
    paperCoopOf(scope),
    listMandates(scope),
    listBankAccounts(scope),
  ]);
  const counted = [account, ...besideIn(account, accounts)];
  const found = reconciliationOn(books, on);
  const { statementOn, statementCents, setApartCents, ledgerCents, gapCents } = found;
  return {
    coop,
    account: {
      label: counted.map(({ label }) => label).join(' et '),
      bankName: bankNameOf(account),
      maskedRef: counted.map(({ accountRef }) => maskedReference(accountRef)).join(' et '),
      accountNumber: account.accountNumber,
      holder: account.holder ?? coop.departmentName,
    },
    on,
    statementOn,
    statementCents,
    ...reconciledLines(found, on),
    setApartCents,
    ledgerCents,
    gapCents,
    signatories: signatoriesOn(roles, on),
    generatedAt: now,
  };
}
