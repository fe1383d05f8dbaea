import { useQueryClient, type QueryClient } from '@tanstack/preact-query';
import { day } from '#shared/domain/dates.ts';
import { messageOf } from '#shared/contract/messages.ts';
import { listBankAccounts } from '#web/api/bank.ts';
import { homeQuery } from '#web/api/home-query.ts';
import { findChart, findYear, listEntries, listProjects } from '#web/api/ledger.ts';
import { ProblemError } from '#web/api/problem-error.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** All the entries of a year, drafts included: its pages one after the other. */
async function listYear(coopId: string, yearId: string): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  let after: string | undefined;
  do {
    const page = await listEntries({ coopId, yearId }, after === undefined ? {} : { after });
    entries.push(...page.entries);
    after = page.next;
  } while (after !== undefined);
  return entries;
}

/** The entries of a year. */
export const entriesQuery = (coopId: string, yearId: string) => ({
  queryKey: ['entries', coopId, yearId],
  queryFn: () => listYear(coopId, yearId),
});

/** A year: its bounds, and whether it is still open. */
export const yearQuery = (coopId: string, yearId: string) => ({
  queryKey: ['entries', coopId, yearId, 'year'],
  queryFn: async () => {
    const { startOn, endOn, status } = await findYear({ coopId, yearId });
    return { startOn: day(startOn), endOn: day(endOn), status };
  },
});

/** The chart of accounts: it changes once a year, if at all. */
export const chartQuery = (coopId: string) => ({
  queryKey: ['chart', coopId],
  queryFn: async () => (await findChart({ coopId })).accounts,
  staleTime: Infinity,
});

/** What lines may be grouped by. */
export const projectsQuery = (coopId: string) => ({
  queryKey: ['projects', coopId],
  queryFn: async () => (await listProjects({ coopId })).projects,
});

/** The bank accounts, under the key that the bank's page uses too. */
export const bankAccountsQuery = (coopId: string) => ({
  queryKey: ['bank', coopId, 'accounts'],
  queryFn: async () => (await listBankAccounts({ coopId })).bankAccounts,
});

/** An entry and those of its year, whichever year it is in: the current one is looked in first. */
export const entryQuery = (client: QueryClient, coopId: string, entryId: string) => ({
  queryKey: ['entries', coopId, 'one', entryId],
  queryFn: async () => {
    const { years, currentYearId } = await client.fetchQuery(homeQuery(coopId));
    const others = years.map(({ id }) => id).filter((id) => id !== currentYearId);
    for (const yearId of [currentYearId, ...others.toReversed()]) {
      const entries = await client.fetchQuery(entriesQuery(coopId, yearId));
      const entry = entries.find(({ id }) => id === entryId);
      if (entry) return { entry, entries };
    }
    throw new ProblemError({ status: 404, code: 'not_found', detail: messageOf.not_found });
  },
});

/** Has everything that the books tell asked again: journal, bank, home. */
export function useRefreshBooks(coopId: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const keys = ['entries', 'bank', 'home'].map((name) => [name, coopId]);
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
  };
}
