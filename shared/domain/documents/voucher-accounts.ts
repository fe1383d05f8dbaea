import type { Side } from '../ledger/entry.ts';
import { cents, sumCents, type Cents } from '../money.ts';

/** One line of the entry of a payout, in the words that the voucher prints. */
export interface VoucherAccountLine {
  readonly accountNumber: string;
  readonly accountLabel: string;
  /** Empty for what belongs to no project. */
  readonly projectName: string;
  readonly side: Side;
  readonly amountCents: Cents;
}

/** The lines of the entry on one account for one project, with their sums. */
export interface VoucherAccount extends Pick<
  VoucherAccountLine,
  'accountNumber' | 'accountLabel' | 'projectName'
> {
  readonly lines: readonly VoucherAccountLine[];
  readonly debitCents: Cents;
  readonly creditCents: Cents;
}

/** What the lines take on one side. */
export const sideCents = (lines: readonly VoucherAccountLine[], side: Side): Cents =>
  sumCents(lines.filter((line) => line.side === side).map(({ amountCents }) => amountCents));

const french = new Intl.Collator('fr', { numeric: true });

/**
 * The lines of the entry by account, then by project: what belongs to none comes first. No line is
 * added to another, so that each amount of the entry is found on the paper. Rules: PAYOUT-1.
 */
export const accountsOf = (lines: readonly VoucherAccountLine[]): readonly VoucherAccount[] =>
  [...Map.groupBy(lines, (line) => JSON.stringify([line.accountNumber, line.projectName])).values()]
    .flatMap((own) => {
      const [first] = own;
      if (!first) return [];
      const { accountNumber, accountLabel, projectName } = first;
      return [
        {
          accountNumber,
          accountLabel,
          projectName,
          lines: own,
          debitCents: sideCents(own, 'debit'),
          creditCents: sideCents(own, 'credit'),
        },
      ];
    })
    .toSorted(
      (one, other) =>
        compareNumbers(one.accountNumber, other.accountNumber) ||
        french.compare(one.projectName, other.projectName),
    );

/** `6278` before `708`: account numbers are texts, read from the left. */
const compareNumbers = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;

/** By how much the entry does not balance: zero, or the voucher must not be printed. */
export const entryGapOf = (lines: readonly VoucherAccountLine[]): Cents =>
  cents(sideCents(lines, 'debit') - sideCents(lines, 'credit'));
