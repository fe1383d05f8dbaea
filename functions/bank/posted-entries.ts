import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { listEntries, postedAmong } from '#functions/stores/entries.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { listYears } from '#functions/stores/years.ts';

/** The posted entries of every year, oldest first: a cheque of last year may still be out. */
export async function postedEntries(scope: CoopScope): Promise<readonly PostedEntry[]> {
  const years = await listYears(scope);
  const entries = await Promise.all(years.map(({ id }) => listEntries(scope, id)));
  return entries.flatMap(postedAmong);
}
