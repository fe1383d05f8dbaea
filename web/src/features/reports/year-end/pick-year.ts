import { contains, newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import type { Day } from '#shared/domain/dates.ts';

/**
 * The year that the year-end page opens on: the last one that is over and still open (its CRF is
 * to be filed), else the current one.
 */
export function pickYear(
  years: readonly { readonly id: string; readonly status: 'open' | 'closed' }[],
  today: Day,
): string | undefined {
  const over = years.filter(
    ({ id, status }) => status === 'open' && newFiscalYear(id).endOn < today,
  );
  const current = years.find(({ id }) => contains(newFiscalYear(id), today));
  return over.at(-1)?.id ?? current?.id ?? years.at(-1)?.id;
}
