import type { findHomeEndpoint } from '#shared/contract/reports/home.ts';
import { isApart } from '#shared/domain/bank/pooled.ts';
import type { Day } from '#shared/domain/dates.ts';
import {
  bankAccountNumber,
  cashAccountNumber,
  classAdvanceAccountNumber,
  postalAccountNumber,
} from '#shared/domain/ledger/chart.ts';
import { totalCents, type Entry } from '#shared/domain/ledger/entry.ts';
import { fiscalYearIdOf, type FiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { cents, sumCents, zeroCents } from '#shared/domain/money.ts';
import { tasksOf } from '#shared/domain/reports/home-tasks.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listBankAccounts } from '#functions/stores/bank-accounts.ts';
import { findCoop, findDepartment } from '#functions/stores/coops.ts';
import { listCrfsOfCoop } from '#functions/stores/crf.ts';
import { listEntries } from '#functions/stores/entries.ts';
import { listAllPayments } from '#functions/stores/family-payments.ts';
import { listPayouts } from '#functions/stores/payouts.ts';
import { departmentScopeOf, type CoopScope } from '#functions/stores/scope.ts';
import { listStatementLines, listStatements } from '#functions/stores/statements.ts';
import { listYears } from '#functions/stores/years.ts';

const recentMax = 8;

/** How much is there, what must I do, what just happened. */
export const findHome: UseCase<typeof findHomeEndpoint> = async ({ scope, today }) => {
  const [coop, department, years] = await Promise.all([
    findCoop(scope),
    findDepartment(departmentScopeOf(scope.department)),
    listYears(scope),
  ]);
  if (!coop || !department) return reject('not_found');
  const currentYearId = fiscalYearIdOf(today);
  const [entries, bank, waiting] = await Promise.all([
    livingEntries(scope, years),
    bankState(scope, years[0]?.startOn),
    waitingState(scope),
  ]);
  const { coopId: id, name, schoolName, city, number } = coop;
  return accept({
    coop: {
      id,
      name,
      schoolName,
      city,
      number,
      department: department.code,
      departmentName: department.name,
    },
    years: years.map((year) => ({ id: year.id, status: year.status })),
    currentYearId,
    ...treasuryOf(years.find((year) => year.id === currentYearId) ?? years.at(-1)),
    tasks: tasksOf({
      today,
      currentYearId,
      years,
      crfDueMonthDay: department.crfDueOn,
      draftCount: entries.filter(({ status }) => status === 'draft').length,
      ...bank,
      ...waiting,
    }),
    recent: entries.toSorted(newestFirst).slice(0, recentMax).map(rowOf),
  });
};

function treasuryOf(year: FiscalYear | undefined) {
  const of = (account: string) => year?.balanceCents[account] ?? zeroCents;
  return {
    bankCents: sumCents([of(bankAccountNumber), of(postalAccountNumber)]),
    cashCents: of(cashAccountNumber),
    classAdvanceCents: of(classAdvanceAccountNumber),
  };
}

/** The entries of the open years; of the last one when all are closed. */
async function livingEntries(
  scope: CoopScope,
  years: readonly FiscalYear[],
): Promise<readonly Entry[]> {
  const open = years.filter(({ status }) => status === 'open');
  const read = await Promise.all(
    (open.length > 0 ? open : years.slice(-1)).map(({ id }) => listEntries(scope, id)),
  );
  return read.flat();
}

/** The open accounts with their last statement, and the lines since the first year without an entry. */
async function bankState(scope: CoopScope, from: Day | undefined) {
  const accounts = (await listBankAccounts(scope)).filter(({ closedOn }) => closedOn === undefined);
  const states = await Promise.all(
    accounts.map(async ({ id }) => {
      const [statements, lines] = await Promise.all([
        listStatements(scope, id),
        listStatementLines(scope, id),
      ]);
      const lastStatementOn = statements
        .map(({ to }) => to)
        .toSorted()
        .at(-1);
      const unmatched = lines.filter(
        (line) =>
          line.matchId === undefined && !isApart(line) && (from === undefined || line.date >= from),
      );
      return { id, ...(lastStatementOn && { lastStatementOn }), unmatched: unmatched.length };
    }),
  );
  return {
    bankAccounts: states,
    unmatchedLineCount: states.reduce((sum, { unmatched }) => sum + unmatched, 0),
  };
}

async function waitingState(scope: CoopScope) {
  const [payments, payouts, crfs] = await Promise.all([
    listAllPayments(scope),
    listPayouts(scope),
    listCrfsOfCoop(scope),
  ]);
  return {
    offlinePayments: payments
      .filter(({ means, state }) => means !== 'platform' && state === 'received')
      .map(({ collectionId, grossCents, refundedCents }) => ({
        collectionId,
        amountCents: cents(grossCents - refundedCents),
      })),
    heldPayoutCount: payouts.filter(
      ({ heldBecause, entryId }) => heldBecause !== undefined && entryId === undefined,
    ).length,
    returnedYearIds: crfs.filter(({ status }) => status === 'returned').map(({ yearId }) => yearId),
  };
}

const writtenAt = (entry: Entry): string =>
  entry.status === 'posted' ? entry.postedAt : entry.savedAt;

const newestFirst = (one: Entry, other: Entry): number =>
  writtenAt(other).localeCompare(writtenAt(one)) || other.id.localeCompare(one.id);

const rowOf = (entry: Entry) => ({
  id: entry.id,
  status: entry.status,
  kind: entry.kind,
  entryDate: entry.entryDate,
  label: entry.label,
  amountCents: totalCents(entry.lines, 'debit'),
  ...(entry.status === 'posted' && { number: entry.number }),
});
