import { day } from '#shared/domain/dates.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { fiscalYearIdOf } from '#shared/domain/ledger/fiscal-year.ts';
import { cents } from '#shared/domain/money.ts';
import type { KeptLine, KeptStatement } from '#shared/domain/bank/statement.ts';

let number = 0;

/** A posted entry that moves the bank by so much. */
export function entryOf(
  id: string,
  on: string,
  amountCents: number,
  more: Partial<PostedEntry> = {},
): PostedEntry {
  number += 1;
  const amount = cents(Math.abs(amountCents));
  const kind = amountCents < 0 ? 'expense' : 'income';
  return {
    id,
    kind,
    entryDate: day(on),
    label: `Écriture ${id}`,
    attachmentIds: [],
    lines: [
      { accountNumber: '512', side: amountCents < 0 ? 'credit' : 'debit', amountCents: amount },
      { accountNumber: '7000', side: amountCents < 0 ? 'debit' : 'credit', amountCents: amount },
    ],
    status: 'posted',
    fiscalYearId: fiscalYearIdOf(day(on)),
    number,
    postedAt: '2026-03-16T09:00:00.000Z',
    postedBy: 'camille',
    salt: '',
    seal: '',
    ...more,
  };
}

/** A kept line of the bank. */
export const lineOf = (
  id: string,
  on: string,
  amountCents: number,
  more: Partial<KeptLine> = {},
): KeptLine => ({
  id,
  date: day(on),
  amountCents: cents(amountCents),
  label: `LIGNE ${id}`,
  operation: amountCents < 0 ? 'transferOut' : 'transferIn',
  ...more,
});

/** A statement from a day to another that closes on the second. */
export const statementOf = (
  from: string,
  to: string,
  closingCents: number | null,
  closingOn: string | null = to,
): KeptStatement => ({
  id: `${from}-${to}`,
  openingCents: null,
  closingCents: closingCents === null ? null : cents(closingCents),
  closingOn: closingOn === null ? null : day(closingOn),
  from: day(from),
  to: day(to),
});
