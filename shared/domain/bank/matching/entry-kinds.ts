import type { Day } from '../../dates.ts';
import type { Cents } from '../../money.ts';
import type { Operation } from '../statement.ts';

/** What an entry of the books is, as far as the bank could show it. */
export const matchedKinds = [
  'cheque',
  'chequeDeposit',
  'cashDeposit',
  'transferIn',
  'transferOut',
  'directDebit',
  'card',
  'fee',
  'payout',
  'other',
] as const;
export type MatchedKind = (typeof matchedKinds)[number];

/** An entry that waits for its line. Money in is positive. */
export interface MatchEntry {
  readonly id: string;
  readonly date: Day;
  readonly amountCents: Cents;
  readonly kind: MatchedKind;
  readonly label: string;
  readonly chequeNumber?: string | undefined;
  readonly depositSlipNumber?: string | undefined;
  readonly chequeCount?: number | undefined;
  readonly payoutReference?: string | undefined;
  /** Any other reference that the bank may repeat: `TRL-…`, a number of invoice. */
  readonly reference?: string | undefined;
}

/** A line that waits for its entry. */
export interface MatchLine {
  readonly id: string;
  readonly date: Day;
  readonly amountCents: Cents;
  readonly label: string;
  readonly details?: string | undefined;
  readonly reference?: string | undefined;
  readonly number?: string | undefined;
  readonly operation: Operation;
}

/** On which lines a kind appears, and on which the bank or a hurried treasurer may put it. */
interface Shown {
  readonly on: readonly Operation[];
  readonly near: readonly Operation[];
}

const shown = (on: readonly Operation[], near: readonly Operation[] = []): Shown => ({ on, near });

const moneyIn: Readonly<Record<MatchedKind, Shown>> = {
  cheque: shown(['chequeDeposit']),
  chequeDeposit: shown(['chequeDeposit']),
  cashDeposit: shown(['cashDeposit'], ['chequeDeposit']),
  transferIn: shown(['transferIn'], ['payout', 'returned']),
  payout: shown(['payout'], ['transferIn']),
  transferOut: shown(['returned'], ['transferIn']),
  directDebit: shown(['returned'], ['transferIn']),
  card: shown(['card'], ['payout', 'transferIn']),
  fee: shown(['fee'], ['transferIn']),
  other: shown([]),
};

const moneyOut: Readonly<Record<MatchedKind, Shown>> = {
  cheque: shown(['cheque']),
  chequeDeposit: shown(['returned']),
  cashDeposit: shown([], ['card', 'cheque']),
  transferIn: shown(['returned'], ['transferOut']),
  payout: shown(['directDebit'], ['transferOut']),
  transferOut: shown(['transferOut'], ['directDebit', 'card', 'fee', 'returned']),
  directDebit: shown(['directDebit'], ['transferOut', 'card', 'fee', 'returned']),
  card: shown(['card'], ['directDebit', 'transferOut', 'fee']),
  fee: shown(['fee'], ['directDebit', 'transferOut', 'card', 'returned']),
  other: shown([]),
};

/** How well the kind of an entry agrees with what the bank says that the line is. */
export type Agreement = 'same' | 'untold' | 'near' | 'other';

export function agreementOf(
  kind: MatchedKind,
  { operation, amountCents }: Pick<MatchLine, 'operation' | 'amountCents'>,
): Agreement {
  const { on, near } = (amountCents < 0 ? moneyOut : moneyIn)[kind];
  if (on.includes(operation)) return 'same';
  if (kind === 'other' || operation === 'other') return 'untold';
  return near.includes(operation) ? 'near' : 'other';
}
