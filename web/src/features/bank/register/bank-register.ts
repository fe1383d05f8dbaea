import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findBankAccountEndpoint } from '#shared/contract/bank/register.ts';
import type { OpeningItemKind } from '#shared/domain/bank/register/opening-items.ts';
import { findBankAccount } from '#web/api/bank-register.ts';

export type AccountSheetData = AnswerOf<typeof findBankAccountEndpoint>;
export type Quota = AccountSheetData['cashQuota'];
export type Billed = AccountSheetData['cost']['billed'][number];

/** One account with its year; under the keys that a match or an import refreshes. */
export const accountSheetQuery = (coopId: string, bankAccountId: string, year?: string) => ({
  queryKey: ['bank', coopId, 'sheet', bankAccountId, year],
  queryFn: () => findBankAccount({ coopId, bankAccountId }, year === undefined ? {} : { year }),
});

export const itemWords: Readonly<Record<OpeningItemKind, string>> = {
  cheque: 'Chèque émis',
  payment: 'Autre paiement',
  deposit: 'Remise ou dépôt',
};

export const billedWords: Readonly<Record<Billed['kind'], string>> = {
  cashDeposit: 'Dépôts d’espèces',
  chequeIssued: 'Chèques émis',
  chequeDeposited: 'Chèques remis',
  depositSlip: 'Bordereaux de remise',
  year: 'Tenue du compte',
};

/** `3 dépôts d’espèces sur 3 gratuits`. */
export const quotaWords = ({ madeCount, freeCount }: Quota): string =>
  `${madeCount} dépôt${madeCount > 1 ? 's' : ''} d’espèces, ${freeCount} gratuit${freeCount > 1 ? 's' : ''} par an`;
