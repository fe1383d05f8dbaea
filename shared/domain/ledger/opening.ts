import { cents, type Cents } from '../money.ts';
import { bankAccountNumber, cashAccountNumber, openingAccountNumber } from './chart.ts';
import type { EntryContent, EntryLine } from './entry.ts';
import type { FiscalYear } from './fiscal-year.ts';

/**
 * The first entry of a year: what bank and cash held on 1 September, against the balance brought
 * forward. Undefined when both are zero: there is nothing to record. Rules: YEAR-2.
 */
export function openingEntry(
  year: FiscalYear,
  {
    id,
    bankCents,
    cashCents,
  }: { readonly id: string; readonly bankCents: Cents; readonly cashCents: Cents },
): EntryContent | undefined {
  const lines = [
    ...openingLines(bankAccountNumber, bankCents),
    ...openingLines(cashAccountNumber, cashCents),
  ];
  if (lines.length === 0) return undefined;
  return {
    id,
    kind: 'opening',
    entryDate: year.startOn,
    label: 'Report à nouveau',
    attachmentIds: [],
    noVoucherReason: 'Le CRF de l’exercice précédent',
    lines,
  };
}

function openingLines(accountNumber: string, balanceCents: Cents): readonly EntryLine[] {
  if (balanceCents === 0) return [];
  const amountCents = cents(Math.abs(balanceCents));
  const [side, other] =
    balanceCents > 0 ? (['debit', 'credit'] as const) : (['credit', 'debit'] as const);
  return [
    { accountNumber, side, amountCents },
    { accountNumber: openingAccountNumber, side: other, amountCents },
  ];
}
