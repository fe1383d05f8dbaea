import type { Day } from '../dates.ts';
import { accept, reject, type Result } from '../result.ts';
import { sumCents, zeroCents, type Cents } from '../money.ts';
import { cashAccountNumber, findAccount, type Chart } from './chart.ts';
import { movementCents, totalCents, type EntryContent, type PostedEntry } from './entry.ts';
import { contains, type FiscalYear } from './fiscal-year.ts';
import { sameFacts, sealedText } from './seal.ts';

export type PostRejection =
  | 'entry_id_reused'
  | 'fiscal_year_closed'
  | 'date_outside_fiscal_year'
  | 'date_in_future'
  | 'too_few_lines'
  | 'account_unknown'
  | 'amount_not_positive'
  | 'unbalanced'
  | 'cash_negative';

/** What the ledger holds at the moment of posting. */
export interface Book {
  readonly year: FiscalYear;
  readonly chart: Chart;
  readonly alreadyPosted?: PostedEntry | undefined;
}

/** Who posts, when, and the means to seal: clock, randomness and hash are arguments. */
export interface Posting {
  readonly at: string;
  readonly today: Day;
  readonly by: string;
  readonly salt: string;
  readonly digest: (text: string) => string;
}

/**
 * Posts an entry: numbers and seals it; from then on it never changes and is put right only by a
 * reversal.
 *
 * Refusals are checked in the order `PostRejection` lists them, and only the first is reported. A
 * retry is answered before every other rule: it succeeds even once the year is closed.
 * Rules: LEDGER-1 double entry, LEDGER-2 finality, CASH-1 (docs/rules.md).
 */
export function postEntry(
  content: EntryContent,
  { year, chart, alreadyPosted }: Book,
  posting: Posting,
): Result<PostedEntry, PostRejection> {
  if (alreadyPosted)
    return sameFacts(content, alreadyPosted) ? accept(alreadyPosted) : reject('entry_id_reused');
  const refusal = refusalOf(content, year, chart, posting.today);
  if (refusal) return refusal;
  const entry = {
    ...content,
    status: 'posted',
    fiscalYearId: year.id,
    number: year.lastNumber + 1,
    postedAt: posting.at > year.lastPostedAt ? posting.at : year.lastPostedAt,
    postedBy: posting.by,
    salt: posting.salt,
  } as const;
  const seal = posting.digest(sealedText(entry, year.headSeal, posting.digest));
  return accept({ ...entry, seal });
}

function refusalOf(content: EntryContent, year: FiscalYear, chart: Chart, today: Day) {
  const { lines, entryDate } = content;
  if (year.status === 'closed') return reject('fiscal_year_closed');
  if (!contains(year, entryDate)) return reject('date_outside_fiscal_year', 'entryDate');
  if (entryDate > today) return reject('date_in_future', 'entryDate');
  if (lines.length < 2) return reject('too_few_lines');
  if (lines.some((line) => !findAccount(chart, line.accountNumber)))
    return reject('account_unknown');
  if (lines.some((line) => line.amountCents <= 0)) return reject('amount_not_positive');
  if (totalCents(lines, 'debit') !== totalCents(lines, 'credit')) return reject('unbalanced');
  const cashMoveCents = movementCents(lines, cashAccountNumber);
  const cashCents = year.balanceCents[cashAccountNumber] ?? zeroCents;
  if (cashMoveCents < 0 && cashCents + cashMoveCents < 0) return reject('cash_negative');
  return undefined;
}

/** Debit minus credit that the entry brings to each account it names. */
export const movementsOf = ({ lines }: Pick<EntryContent, 'lines'>): Record<string, Cents> =>
  Object.fromEntries(
    [...new Set(lines.map((line) => line.accountNumber))].map((accountNumber) => [
      accountNumber,
      movementCents(lines, accountNumber),
    ]),
  );

/** The year once the entry is in it: what the next posting of the same act starts from. */
export function yearAfter(year: FiscalYear, entry: PostedEntry): FiscalYear {
  const balanceCents = { ...year.balanceCents };
  for (const [accountNumber, moveCents] of Object.entries(movementsOf(entry)))
    balanceCents[accountNumber] = sumCents([balanceCents[accountNumber] ?? zeroCents, moveCents]);
  return {
    ...year,
    balanceCents,
    lastNumber: entry.number,
    headSeal: entry.seal,
    lastPostedAt: entry.postedAt,
  };
}
