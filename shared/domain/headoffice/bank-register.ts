import { isDormant } from '../bank/register/dormant.ts';
import {
  signatoriesOn,
  signatoriesState,
  type HeldRole,
  type SignatoriesState,
} from '../bank/register/signatories.ts';
import type { Day } from '../dates.ts';

/** A bank account as the association follows it: kept by the stream beside its cooperative. */
export interface BankAccountSummary {
  readonly id: string;
  readonly label: string;
  readonly bankName: string;
  readonly maskedRef: string;
  readonly openedOn?: Day | undefined;
  readonly closedOn?: Day | undefined;
  readonly signatoriesToldOn?: Day | undefined;
  readonly lastStatementOn?: Day | undefined;
  readonly lastMovementOn?: Day | undefined;
}

/** A cooperative with its accounts and who may sign, whenever that begins or ends. */
export interface CoopBanks {
  readonly coopId: string;
  readonly name: string;
  readonly city: string;
  readonly number: string;
  readonly accounts: readonly BankAccountSummary[];
  readonly roles: readonly HeldRole[];
}

/** An account as the head office reads it on a day. */
export interface FollowedAccount extends Omit<BankAccountSummary, 'id'> {
  readonly bankAccountId: string;
  readonly coopId: string;
  readonly coopName: string;
  readonly city: string;
  readonly number: string;
  readonly signatories: readonly string[];
  readonly signatoriesState: SignatoriesState;
  readonly isDormant: boolean;
}

/** The accounts of an association, by the number of their cooperative; states are of that day. */
export const followedAccounts = (
  coops: readonly CoopBanks[],
  today: Day,
): readonly FollowedAccount[] =>
  coops
    .toSorted((one, other) => one.number.localeCompare(other.number))
    .flatMap(({ coopId, name, city, number, accounts, roles }) =>
      accounts.map(({ id, ...account }) => ({
        ...account,
        bankAccountId: id,
        coopId,
        coopName: name,
        city,
        number,
        signatories: signatoriesOn(roles, today),
        signatoriesState: signatoriesState(roles, account.signatoriesToldOn, today),
        isDormant: isDormant(account, today),
      })),
    );
