import { useQueryClient } from '@tanstack/preact-query';
import type { Day } from '#shared/domain/dates.ts';
import { findReconciliation, listBankAccounts, listMatchHistory } from '#web/api/bank.ts';

/** The bank accounts of the cooperative. */
export const bankAccountsQuery = (coopId: string) => ({
  queryKey: ['bank', coopId, 'accounts'],
  queryFn: async () => (await listBankAccounts({ coopId })).bankAccounts,
});

/** Bank against books, for one account: now, or at the end of a day. */
export const reconciliationQuery = (coopId: string, bankAccountId: string, on?: Day) => ({
  queryKey: ['bank', coopId, 'reconciliation', bankAccountId, on],
  queryFn: () => findReconciliation({ coopId, bankAccountId }, { on }),
});

/** Who matched what, and when. */
export const matchHistoryQuery = (coopId: string, bankAccountId: string) => ({
  queryKey: ['bank', coopId, 'history', bankAccountId],
  queryFn: async () => (await listMatchHistory({ coopId, bankAccountId })).acts,
});

/** Has everything that a match or an import changes asked again. */
export function useRefreshBank(coopId: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const keys = ['bank', 'entries', 'home'].map((name) => [name, coopId]);
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
}
