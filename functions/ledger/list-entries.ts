import type {
  findYearEndpoint,
  listEntriesEndpoint,
} from '#shared/contract/ledger/list-entries.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listEntriesPage } from '#functions/stores/entries.ts';
import { findYear as readYear } from '#functions/stores/years.ts';

/** A page of the entries of a year, drafts included. */
export const listEntries: UseCase<typeof listEntriesEndpoint> = async ({
  scope,
  params,
  query,
}) => {
  const page = await listEntriesPage(scope, params.yearId, query.after);
  return accept(page);
};

/** A fiscal year and its balances. */
export const findYear: UseCase<typeof findYearEndpoint> = async ({ scope, params }) => {
  const year = await readYear(scope, params.yearId);
  return year ? accept(year) : reject('not_found');
};
