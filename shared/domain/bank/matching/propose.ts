import { cashAccountNumber } from '../../ledger/chart.ts';
import { movementCents, type PaymentMeans } from '../../ledger/entry.ts';
import type { BankEntry } from '../bank-entry.ts';
import type { KeptLine, KeptStatement } from '../statement.ts';
import type { Period } from './coverage.ts';
import type { MatchEntry, MatchedKind } from './entry-kinds.ts';
import { matchBooks, type BankMatch } from './match-books.ts';

/** What was imported of an account, and what of its books waits. */
export interface AccountToMatch {
  /** All of them: those that met an entry count in the balances. */
  readonly lines: readonly KeptLine[];
  readonly waiting: readonly BankEntry[];
  readonly statements: readonly KeptStatement[];
}

/** Matches, sure or not, of the lines that met nothing with the entries that wait. Rules: BANK-1. */
export const proposeMatches = ({
  lines,
  waiting,
  statements,
}: AccountToMatch): readonly BankMatch[] =>
  matchBooks({
    lines: lines.filter(({ matchId }) => matchId === undefined),
    settledLines: lines.filter(({ matchId }) => matchId !== undefined),
    entries: waiting.map(entryToMatch),
    periods: statements.map(periodOf),
  });

/** Some banks give today's balance with an older period: it proves nothing of the period. */
function periodOf({ from, to, openingCents, closingCents, closingOn }: KeptStatement): Period {
  const closes = closingOn === null || closingOn === to;
  return { from, to, openingCents, closingCents: closes ? closingCents : null };
}

const kindOfMeans: Readonly<
  Record<PaymentMeans, readonly [goingIn: MatchedKind, goingOut: MatchedKind]>
> = {
  platform: ['payout', 'other'],
  cheque: ['cheque', 'cheque'],
  transfer: ['transferIn', 'transferOut'],
  cash: ['cashDeposit', 'other'],
  card: ['card', 'card'],
  directDebit: ['other', 'directDebit'],
};

function kindOf({ entry, amountCents }: BankEntry): MatchedKind {
  const usesCash = movementCents(entry.lines, cashAccountNumber) !== 0;
  if (entry.kind === 'payout') return 'payout';
  if (entry.kind === 'deposit')
    return usesCash || entry.paymentMeans === 'cash' ? 'cashDeposit' : 'chequeDeposit';
  const means = usesCash ? 'cash' : entry.paymentMeans;
  return means === undefined ? 'other' : kindOfMeans[means][amountCents > 0 ? 0 : 1];
}

function entryToMatch(candidate: BankEntry): MatchEntry {
  const { entry, amountCents } = candidate;
  const { id, entryDate, label, counterparty = '', chequeNumber, reference } = entry;
  const kind = kindOf(candidate);
  return {
    id,
    date: entryDate,
    amountCents,
    kind,
    label: `${counterparty} ${label}`.trim(),
    chequeNumber,
    ...(kind === 'chequeDeposit'
      ? { depositSlipNumber: reference }
      : kind === 'payout'
        ? { payoutReference: reference }
        : { reference }),
  };
}
