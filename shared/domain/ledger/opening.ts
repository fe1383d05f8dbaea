import { cents, zeroCents, type Cents } from '../money.ts';
import {
  bankAccountNumber,
  cashAccountNumber,
  classAdvanceAccountNumber,
  openingAccountNumber,
  platformWaitingAccountNumber,
  postalAccountNumber,
} from './chart.ts';
import type { EntryContent, EntryLine } from './entry.ts';
import type { FiscalYear } from './fiscal-year.ts';

/** What the year before left with classes and with payment platforms: the books say it. */
export interface BroughtForward {
  readonly advancesCents?: Cents | undefined;
  readonly waitingCents?: Cents | undefined;
}

/** What the year before brings forward besides banks and cash, which people count. */
export const broughtForwardOf = (
  previous: Pick<FiscalYear, 'balanceCents'> | undefined,
): BroughtForward => ({
  advancesCents: previous?.balanceCents[classAdvanceAccountNumber],
  waitingCents: previous?.balanceCents[platformWaitingAccountNumber],
});

/**
 * The first entry of a year: what each bank account, cash, classes and platforms held on
 * 1 September, against the balance brought forward. Undefined when all is zero: there is nothing to record.
 * Rules: YEAR-2.
 */
export function openingEntry(
  year: FiscalYear,
  {
    id,
    bankCents,
    postalCents,
    cashCents,
    advancesCents = zeroCents,
    waitingCents = zeroCents,
  }: BroughtForward & {
    readonly id: string;
    readonly bankCents: Cents;
    readonly postalCents: Cents;
    readonly cashCents: Cents;
  },
): EntryContent | undefined {
  const lines = [
    ...openingLines(bankAccountNumber, bankCents),
    ...openingLines(postalAccountNumber, postalCents),
    ...openingLines(cashAccountNumber, cashCents),
    ...openingLines(classAdvanceAccountNumber, advancesCents),
    ...openingLines(platformWaitingAccountNumber, waitingCents),
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
