import type { Day } from '../dates.ts';
import { bankAccountNumber, cashAccountNumber } from '../ledger/chart.ts';
import type { EntryContent } from '../ledger/entry.ts';
import { sumCents, type Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import type { Collection } from './collection.ts';
import type { FamilyPayment } from './family-payment.ts';

/** Cheques brought to the bank with one slip, or cash put in the cash box. */
export interface Deposit {
  readonly id: string;
  readonly means: 'cheque' | 'cash' | 'transfer';
  readonly paymentIds: readonly string[];
  readonly depositedOn: Day;
  readonly slipNumber?: string | undefined;
}

/** A payment and the collecte it was made to. */
export interface PaymentPlace {
  readonly collectionId: string;
  readonly paymentId: string;
}

/** A deposit for several collectes in one fixed order: equal text means the same deposit. */
export const depositAcrossFacts = (
  deposit: Omit<Deposit, 'paymentIds'>,
  payments: readonly PaymentPlace[],
): string =>
  JSON.stringify([
    deposit.id,
    deposit.means,
    payments.map(({ collectionId, paymentId }) => [collectionId, paymentId]).toSorted(),
    deposit.depositedOn,
    deposit.slipNumber ?? '',
  ]);

/** The deposit in one fixed order: equal text means the same deposit. */
export const depositFacts = (collectionId: string, deposit: Deposit): string =>
  JSON.stringify([
    collectionId,
    deposit.id,
    deposit.means,
    deposit.paymentIds.toSorted(),
    deposit.depositedOn,
    deposit.slipNumber ?? '',
  ]);

/** The number on the slip: the one of the bank's slip, else one made from the deposit's id. */
export const slipNumberOf = ({ id, slipNumber }: Deposit): string =>
  slipNumber ?? `R-${id.slice(-6)}`;

/**
 * The payments of a deposit, in the order of the request: each once, of the right means, received
 * and not yet in the books.
 */
export function depositedPayments(
  deposit: Deposit,
  payments: readonly FamilyPayment[],
): Result<readonly FamilyPayment[], 'payment_not_depositable'> {
  const chosen = [...new Set(deposit.paymentIds)].flatMap((paymentId) =>
    payments.filter(
      ({ id, means, state }) => id === paymentId && means === deposit.means && state === 'received',
    ),
  );
  return chosen.length === deposit.paymentIds.length
    ? accept(chosen)
    : reject('payment_not_depositable', 'paymentIds');
}

export const depositTotalCents = (payments: readonly FamilyPayment[]): Cents =>
  sumCents(payments.map(({ grossCents }) => grossCents));

type BookedCollection = Pick<Collection, 'id' | 'title' | 'accountNumber' | 'projectId'>;

/** The payments of one collecte in a deposit that may be made for several. */
export interface DepositPart {
  readonly collection: BookedCollection;
  readonly payments: readonly FamilyPayment[];
}

const titlesMax = 80;

/** `Classe de mer, Photos`; how many when they are too many to name. */
export function titlesOf(parts: readonly DepositPart[]): string {
  const text = parts.map(({ collection }) => collection.title).join(', ');
  return text.length <= titlesMax ? text : `${parts.length} collectes`;
}

/** `Remise de 3 chèques : Classe de mer`. */
function labelOf({ means }: Deposit, parts: readonly DepositPart[]): string {
  const titles = titlesOf(parts);
  const count = parts.reduce((sum, { payments }) => sum + payments.length, 0);
  if (means === 'cash') return `Espèces reçues des familles\u00A0: ${titles}`;
  if (means === 'transfer') return `Virements reçus des familles\u00A0: ${titles}`;
  return count === 1
    ? `Remise d’un chèque\u00A0: ${titles}`
    : `Remise de ${count} chèques\u00A0: ${titles}`;
}

/**
 * The one entry of a deposit: into the bank or the cash box, from the account of each collecte.
 * Rules: LEDGER-1, VOUCHER-1 (docs/rules.md).
 */
export function depositEntry(
  deposit: Deposit,
  parts: readonly DepositPart[],
  voucher: { readonly attachmentId: string; readonly sha256: string },
): EntryContent {
  const [first, ...others] = parts;
  return {
    id: deposit.id,
    kind: deposit.means === 'cheque' ? 'deposit' : 'income',
    entryDate: deposit.depositedOn,
    label: labelOf(deposit, parts),
    counterparty: 'Familles',
    paymentMeans: deposit.means,
    reference: slipNumberOf(deposit),
    attachmentIds: [voucher.attachmentId],
    voucherSha256: voucher.sha256,
    collectionId: others.length === 0 ? first?.collection.id : undefined,
    lines: [
      {
        accountNumber: deposit.means === 'cash' ? cashAccountNumber : bankAccountNumber,
        side: 'debit',
        amountCents: depositTotalCents(parts.flatMap(({ payments }) => payments)),
      },
      ...parts.map(({ collection: { accountNumber, projectId }, payments }) => ({
        accountNumber,
        side: 'credit' as const,
        amountCents: depositTotalCents(payments),
        projectId,
      })),
    ],
  };
}
