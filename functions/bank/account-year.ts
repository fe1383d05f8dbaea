import { activityOf } from '#shared/domain/bank/register/activity.ts';
import { cashQuota, costOf } from '#shared/domain/bank/register/cost.ts';
import { tariffOf } from '#shared/domain/bank/register/tariffs.ts';
import type { BankBooks, BankSide } from '#shared/domain/bank/reconciliation.ts';
import type { FamilyPayment } from '#shared/domain/collections/family-payment.ts';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import type { Department } from '#functions/stores/coops.ts';

/** What the year of an account is counted from. */
interface Counted {
  readonly books: Pick<BankBooks, 'accountNumber' | 'entries' | 'lines'> & {
    /** Those of another bank on the same account of the chart: the year goes on there. */
    readonly beside?: readonly Pick<BankSide, 'lines'>[];
  };
  readonly payments: readonly FamilyPayment[];
  /** Empty while nobody said which bank it is. */
  readonly bankName: string;
  readonly department: Department | undefined;
  readonly yearId: string;
}

/** What an account did in a school year, and what it costs by what its bank and the association say. */
export function accountYear({ books, payments, bankName, department, yearId }: Counted) {
  const year = newFiscalYear(yearId);
  const { accountNumber, entries, beside = [] } = books;
  const lines = [books, ...beside].flatMap((side) => side.lines);
  const activity = activityOf({ accountNumber, entries, lines, year, payments });
  const tariff = tariffOf(bankName, year.endOn, {
    cashDepositCents: department?.cashDepositCents,
  });
  const freeCount = department?.freeCashDeposits ?? 0;
  const { source, toConfirm, prices } = tariff;
  return {
    activity,
    cost: { ...costOf(activity, prices, freeCount), source, toConfirm },
    cashQuota: cashQuota(activity.cashDeposits, freeCount, prices.cashDepositCents),
  };
}

/** The bank of an account, as prices know it: the postal account is at La Banque Postale. */
export const bankNameOf = (account?: {
  readonly bankName?: string | undefined;
  readonly accountNumber: string;
}): string => account?.bankName ?? (account?.accountNumber === '514' ? 'La Banque Postale' : '');
