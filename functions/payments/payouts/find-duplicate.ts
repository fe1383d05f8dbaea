import { addDays } from '#shared/domain/dates.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { duplicateDays, mayBeSameMoney } from '#shared/domain/payments/duplicate.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import { isLinked } from '#functions/stores/payouts.ts';
import type { CoopScope } from '#functions/stores/scope.ts';

/** The entry typed by hand that may be this payout, if there is one. */
export async function findDuplicate(
  scope: CoopScope,
  payout: Payout,
): Promise<PostedEntry | undefined> {
  const around = [-duplicateDays, duplicateDays].map((days) => addDays(payout.arrivalOn, days));
  const yearIds = [...new Set(around.map(fiscalYearIdOf))];
  const entries = await Promise.all(yearIds.map((yearId) => listEntries(scope, yearId)));
  for (const entry of postedAmong(entries.flat()))
    if (mayBeSameMoney(entry, payout) && !(await isLinked(scope, entry.id))) return entry;
  return undefined;
}
