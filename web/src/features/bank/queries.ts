import { useQueryClient } from '@tanstack/preact-query';
import { findReconciliation, listBankAccounts } from '#web/api/bank.ts';

/** The bank accounts of the cooperative. */
export const bankAccountsQuery = (coopId: string) => ({
  queryKey: ['bank', coopId, 'accounts'],
  queryFn: async () => (await listBankAccounts({ coopId })).bankAccounts,
});

/** Bank against books, for one account. */
export const reconciliationQuery = (coopId: string, bankAccountId: string) => ({
  queryKey: ['bank', coopId, 'reconciliation', bankAccountId],
  queryFn: () => findReconciliation({ coopId, bankAccountId }),
});

/** Has everything that a match or an import changes asked again. */
export function useRefreshBank(coopId: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const keys = ['bank', 'entries', 'home'].map((name) => [name, coopId]);
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
}
