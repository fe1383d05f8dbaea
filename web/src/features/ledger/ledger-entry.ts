import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findChartEndpoint } from '#shared/contract/ledger/chart.ts';
import type { listEntriesEndpoint } from '#shared/contract/ledger/list-entries.ts';
import type { AccountKind } from '#shared/domain/ledger/chart.ts';
import type { EntryKind, EntryLine, PaymentMeans } from '#shared/domain/ledger/entry.ts';
import { sumCents, type Cents } from '#shared/domain/money.ts';

/** An entry as the portal gives it. */
export type LedgerEntry = AnswerOf<typeof listEntriesEndpoint>['entries'][number];

/** An account as the portal gives it. */
export type ChartAccount = AnswerOf<typeof findChartEndpoint>['accounts'][number];

/** What each kind of entry is called. */
export const kindLabels: Readonly<Record<EntryKind, string>> = {
  expense: 'Argent sorti',
  income: 'Argent entré',
  transfer: 'Virement interne',
  deposit: 'Remise en banque',
  payout: 'Versement de la plateforme',
  refund: 'Remboursement aux familles',
  returned: 'Chèque revenu impayé',
  carry: 'Report entre collectes',
  opening: 'Report au 1er septembre',
  reversal: 'Annulation',
};

/** What each means of payment is called. */
export const meansLabels: Readonly<Record<PaymentMeans, string>> = {
  card: 'Carte',
  cheque: 'Chèque',
  transfer: 'Virement',
  directDebit: 'Prélèvement',
  cash: 'Espèces',
  platform: 'Plateforme de paiement',
};

/** What each kind of account is called where accounts are grouped. */
export const accountKindLabels: Readonly<Record<AccountKind, string>> = {
  treasury: 'Banque et caisse',
  advance: 'Régies d’avance',
  thirdParty: 'Comptes de tiers',
  equity: 'Report à nouveau',
  expense: 'Dépenses',
  income: 'Recettes',
};

const isWhere = ({ accountNumber }: EntryLine): boolean => /^5(?:1|3|4)/u.test(accountNumber);

/** The lines that say what the money was for, not where it is. */
export const purposeLines = ({ lines }: LedgerEntry): readonly EntryLine[] =>
  lines.filter((line) => !isWhere(line));

/** The lines that say where the money is: bank, cash, class advances. */
export const placeLines = ({ lines }: LedgerEntry): readonly EntryLine[] => lines.filter(isWhere);

/** What an entry is about, always positive: the sum of one side. */
export const entryAmountCents = ({ lines }: Pick<LedgerEntry, 'lines'>): Cents =>
  sumCents(lines.filter(({ side }) => side === 'debit').map(({ amountCents }) => amountCents));

/** Whether an entry has what supports it: a file, or the paper that the portal made. */
export const hasVoucher = ({ attachmentIds, voucherSha256 }: LedgerEntry): boolean =>
  attachmentIds.length > 0 || voucherSha256 !== undefined;
