import type { listFollowedAccountsEndpoint } from '#shared/contract/headoffice/bank-accounts.ts';
import { followedAccounts } from '#shared/domain/headoffice/bank-register.ts';
import { accept } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { listCoopBanks } from '#functions/stores/bank-summaries.ts';

/** The bank accounts of the association: one query, whatever its cooperatives hold. */
export const listFollowedAccounts: UseCase<typeof listFollowedAccountsEndpoint> = async ({
  scope,
  today,
}) => accept({ accounts: followedAccounts(await listCoopBanks(scope), today) });
