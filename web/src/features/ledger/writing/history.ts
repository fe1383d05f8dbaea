import type { PaymentMeans } from '#shared/domain/ledger/entry.ts';
import { searchable } from '#shared/domain/text.ts';
import type { FormKind } from './entry-form.ts';
import { purposeLines, type LedgerEntry } from '../ledger-entry.ts';

const chequePattern = /^\d{1,9}$/u;

const latestFirst = (one: LedgerEntry, other: LedgerEntry): number =>
  other.entryDate.localeCompare(one.entryDate) || other.id.localeCompare(one.id);

/** The number after the last cheque that was issued, as wide as it: `0000042` gives `0000043`. */
export function nextChequeNumber(entries: readonly LedgerEntry[]): string | undefined {
  const last = entries
    .filter(({ kind, paymentMeans }) => kind === 'expense' && paymentMeans === 'cheque')
    .toSorted(latestFirst)
    .map(({ chequeNumber }) => chequeNumber ?? '')
    .find((number) => chequePattern.test(number));
  return last === undefined ? undefined : String(Number(last) + 1).padStart(last.length, '0');
}

/** Whom the cooperative has dealt with, the latest first, each once. */
export function counterpartiesOf(
  entries: readonly LedgerEntry[],
  kind: FormKind,
): readonly string[] {
  const byName = new Map<string, string>();
  for (const entry of entries.toSorted(latestFirst)) {
    const name = entry.counterparty;
    if (name === undefined || entry.kind !== kind || byName.has(searchable(name))) continue;
    byName.set(searchable(name), name);
  }
  return [...byName.values()];
}

/** What was chosen the last time with that person or shop. */
export interface LastUse {
  readonly accountNumber: string;
  readonly paymentMeans: PaymentMeans | '';
}

/** The account and the means of the last entry of that kind with the same counterparty. */
export function lastUseOf(
  entries: readonly LedgerEntry[],
  kind: FormKind,
  counterparty: string,
): LastUse | undefined {
  const name = searchable(counterparty);
  if (name === '') return undefined;
  const last = entries
    .toSorted(latestFirst)
    .find((entry) => entry.kind === kind && searchable(entry.counterparty ?? '') === name);
  const purposes = last ? purposeLines(last) : [];
  const [only] = purposes;
  return only && purposes.length === 1
    ? { accountNumber: only.accountNumber, paymentMeans: last?.paymentMeans ?? '' }
    : undefined;
}
