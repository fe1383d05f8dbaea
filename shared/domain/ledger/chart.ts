/** What an account is for in the simple view. */
export type AccountKind = 'treasury' | 'advance' | 'thirdParty' | 'equity' | 'expense' | 'income';

/** An account of the chart. `accountNumber` is text: its leading digits are its class. */
export interface Account {
  readonly accountNumber: string;
  /** The eight-digit number of the national tools, where a public source confirms it. */
  readonly nationalNumber?: string;
  readonly label: string;
  readonly kind: AccountKind;
  /** What goes in, in the words of a mandataire. */
  readonly help: string;
  /** The line of the CRF that sums it; absent for what the CRF shows in its balance sheet. */
  readonly crfLine?: string;
  /** The public subsidies that the table of subsidies must repeat. */
  readonly publicSubsidy?: boolean;
  /** No public source confirms the number: the association must. */
  readonly toConfirm: boolean;
}

/** A chart for the fiscal years that start in or after `validFrom`. */
export interface Chart {
  readonly version: string;
  readonly validFrom: string;
  readonly accounts: readonly Account[];
}

export const bankAccountNumber = '512';
export const postalAccountNumber = '514';
export const cashAccountNumber = '530';
export const classAdvanceAccountNumber = '541';
export const openingAccountNumber = '110';
export const platformFeeAccountNumber = '6278';
/** What payment platforms hold on 31 August, until they pay it out. */
export const platformWaitingAccountNumber = '467';

/** Where money can be: what an expense is paid from and an income goes to. */
export type TreasuryAccountNumber =
  typeof bankAccountNumber | typeof postalAccountNumber | typeof cashAccountNumber;

export const findAccount = (chart: Chart, accountNumber: string): Account | undefined =>
  chart.accounts.find((account) => account.accountNumber === accountNumber);
