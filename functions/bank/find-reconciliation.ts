import type { findReconciliationEndpoint } from '#shared/contract/bank/matching.ts';
import { balanceOn } from '#shared/domain/bank/balance-on.ts';
import type { BankEntry } from '#shared/domain/bank/bank-entry.ts';
import { chequesReturned, isChequeBack } from '#shared/domain/bank/matching/returned-cheques.ts';
import { missingPeriods } from '#shared/domain/bank/missing-periods.ts';
import { beforeBooksYearId } from '#shared/domain/bank/register/opening-items.ts';
import { reconciliationOn, type BankBooks } from '#shared/domain/bank/reconciliation.ts';
import type { Day } from '#shared/domain/dates.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import { listAllPayments } from '#functions/stores/family-payments.ts';
import { listMatches } from '#functions/stores/matches.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { accountBooks, openOf, type AccountBooks } from './account-books.ts';
import { proposalsOf } from './proposals.ts';
import { accountView, lineView, matchView } from './views.ts';

/** Bank against books: lines, entries still waiting, proposals, and the identity to the cent. */
export const findReconciliation: UseCase<typeof findReconciliationEndpoint> = async (call) => {
  const { scope, params, query, today } = call;
  const account = await findBankAccount(scope, params.bankAccountId);
  if (!account) return reject('not_found');
  const [books, allMatches] = await Promise.all([accountBooks(scope, account), listMatches(scope)]);
  const state =
    query.on === undefined
      ? { ...stateNow(books, dayOfStatement(books, today)), ...(await returnedOf(scope, books)) }
      : stateOn(books, query.on);
  return accept({
    bankAccount: accountView(account, books.statements),
    missingPeriods: missingPeriods(books.statements),
    matches: allMatches.filter((match) => match.bankAccountId === account.id).map(matchView),
    ...state,
  });
};

/** All that is known, so that it can be matched. */
function stateNow(books: AccountBooks, day: Day) {
  const { lines, waiting } = openOf(books);
  return {
    lines: lines.map(lineView),
    waitingEntries: waiting.map(waitingView),
    proposals: proposalsOf(books),
    identity: reconciliationOn(books, day),
  };
}

/** The cheques that open lines take back; payments are read only when there is such a line. */
async function returnedOf(scope: CoopScope, books: AccountBooks) {
  const { lines } = openOf(books);
  const payments = lines.some(isChequeBack) ? await listAllPayments(scope) : [];
  return {
    returnedCheques: chequesReturned(lines, { ...books, payments }).map(
      ({ lineId, payment, deposit, reasons }) => ({
        lineId,
        collectionId: payment.collectionId,
        paymentId: payment.id,
        depositEntryId: deposit.id,
        depositLabel: deposit.label,
        reasons: [...reasons],
      }),
    ),
  };
}

/** What was open at the end of a day, whenever it was matched: the explanation of its identity. */
function stateOn(books: BankBooks, day: Day) {
  const identity = reconciliationOn(books, day);
  return {
    lines: identity.notInBooks.map(({ matchId: _later, ...line }) => lineView(line)),
    waitingEntries: [...identity.notYetDebited, ...identity.notYetCredited].map(waitingView),
    proposals: [],
    returnedCheques: [],
    identity,
  };
}

/** The last day that the statements give a balance for; today while there is none. */
function dayOfStatement({ statements, lines }: BankBooks, today: Day): Day {
  const last = statements
    .map(({ closingOn, to }) => closingOn ?? to)
    .toSorted()
    .at(-1);
  const latest = last !== undefined && last > today ? last : today;
  return balanceOn(statements, lines, latest)?.on ?? today;
}

const waitingView = ({ entry, amountCents }: BankEntry) => ({
  id: entry.id,
  ...(entry.fiscalYearId !== beforeBooksYearId && { number: entry.number }),
  entryDate: entry.entryDate,
  label: entry.label,
  kind: entry.kind,
  amountCents,
  chequeNumber: entry.chequeNumber,
});
