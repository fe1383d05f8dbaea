import { returnableCheque } from '../../collections/returned-cheque.ts';
import type { FamilyPayment } from '../../collections/family-payment.ts';
import { daysBetween, formatDay } from '../../dates.ts';
import { movementCents, type PostedEntry } from '../../ledger/entry.ts';
import type { KeptLine } from '../statement.ts';
import { spelled } from './words.ts';

/** A cheque of a family that the bank may have sent back, and the deposit that it was in. */
export interface ChequeReturned {
  readonly lineId: string;
  readonly payment: FamilyPayment;
  readonly deposit: PostedEntry;
  /** In French, the strongest first. */
  readonly reasons: readonly string[];
}

interface Known {
  readonly accountNumber: string;
  readonly entries: readonly PostedEntry[];
  readonly payments: readonly FamilyPayment[];
}

const shownMax = 3;
/** A bank that refuses a cheque says so within days; two months leave room for a slow post. */
const daysMax = 60;

/** Whether the bank says that it takes back a cheque; what it charges for that is another line. */
export const isChequeBack = ({ operation, amountCents, matchId, label }: KeptLine): boolean =>
  operation === 'returned' &&
  amountCents < 0 &&
  matchId === undefined &&
  !/\b(?:frais|commission|com)\b/u.test(spelled(label));

/**
 * For each line that takes back a cheque: those of the families that were in a deposit of the last
 * two months for its amount, the one that its number names before all, else the latest first. The
 * act of the collectes that takes one out of the accounts writes the entry of the line.
 */
export function chequesReturned(
  lines: readonly KeptLine[],
  { accountNumber, entries, payments }: Known,
): readonly ChequeReturned[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const booked = payments.flatMap((payment) => {
    const deposit = byId.get(payment.entryId ?? '');
    const isBack = deposit && movementCents(deposit.lines, accountNumber) > 0;
    return isBack && returnableCheque(payment).ok ? [{ payment, deposit }] : [];
  });
  return lines.filter(isChequeBack).flatMap((line) => {
    const fitting = booked
      .filter(({ payment, deposit }) => {
        const days = daysBetween(deposit.entryDate, line.date);
        return payment.grossCents === -line.amountCents && days >= 0 && days <= daysMax;
      })
      .toSorted((one, other) => other.deposit.entryDate.localeCompare(one.deposit.entryDate));
    const named = fitting.filter(({ payment }) => isNamed(line, payment));
    return (named.length > 0 ? named : fitting).slice(0, shownMax).map((candidate) => ({
      lineId: line.id,
      ...candidate,
      reasons: reasonsOf(candidate, named.length > 0),
    }));
  });
}

const withoutZeros = (number: string): string => number.replace(/^0+/u, '');

/** Whether the line bears the number of the cheque. */
function isNamed(
  { number, label, details = '', reference = '' }: KeptLine,
  payment: FamilyPayment,
) {
  const wanted = withoutZeros(payment.chequeNumber ?? '');
  const written = `${number ?? ''} ${label} ${details} ${reference}`.match(/\d+/gu) ?? [];
  return wanted.length >= 4 && written.some((digits) => withoutZeros(digits) === wanted);
}

const reasonsOf = (
  { payment, deposit }: Pick<ChequeReturned, 'payment' | 'deposit'>,
  isNamedByLine: boolean,
): readonly string[] => [
  ...(isNamedByLine ? [`Même numéro de chèque\u00A0: ${payment.chequeNumber}`] : []),
  `Chèque du même montant, remis le ${formatDay(deposit.entryDate)} (écriture n°\u00A0${deposit.number})`,
];
