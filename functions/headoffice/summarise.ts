import { dayInParis } from '#shared/domain/dates.ts';
import {
  bankAccountNumber,
  cashAccountNumber,
  postalAccountNumber,
} from '#shared/domain/ledger/chart.ts';
import { sumCents, zeroCents } from '#shared/domain/money.ts';
import { findCoop } from '#functions/stores/coops.ts';
import { findFiledCrf } from '#functions/stores/crf.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { keepCrfSummary, keepLedgerSummary, keepProfile } from '#functions/stores/summaries.ts';
import { findYear } from '#functions/stores/years.ts';

/**
 * The summary is made from the items as they are now, never from what the stream says they were:
 * a replay, a late record or a rebuilding from zero all end in the same place.
 */
export async function summariseProfile(scope: CoopScope): Promise<boolean> {
  const coop = await findCoop(scope);
  return coop !== undefined && keepProfile(scope, coop);
}

/** Brings the books of a year into the summary. */
export async function summariseYear(scope: CoopScope, yearId: string): Promise<void> {
  const year = await findYear(scope, yearId);
  if (!year || !(await summariseProfile(scope))) return;
  const balanceOf = (accountNumber: string) => year.balanceCents[accountNumber] ?? zeroCents;
  await keepLedgerSummary(scope, yearId, {
    lastNumber: year.lastNumber,
    bankCents: sumCents([balanceOf(bankAccountNumber), balanceOf(postalAccountNumber)]),
    cashCents: balanceOf(cashAccountNumber),
    ...(year.lastPostedAt !== '' && { lastEntryOn: dayInParis(year.lastPostedAt) }),
  });
}

/** Brings the state of a CRF into the summary. */
export async function summariseCrf(scope: CoopScope, yearId: string): Promise<void> {
  const crf = await findFiledCrf(scope, yearId);
  if (!crf || !(await summariseProfile(scope))) return;
  const { version, status, submittedAt } = crf;
  await keepCrfSummary(scope, yearId, { version, status, submittedAt });
}
