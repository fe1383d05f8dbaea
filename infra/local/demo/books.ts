import { cents, sumCents, zeroCents, type Cents } from '#shared/domain/money.ts';
import { dayInParis } from '#shared/domain/dates.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { EntryContent, PostedEntry } from '#shared/domain/ledger/entry.ts';
import { newFiscalYear, type FiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import { openingEntry } from '#shared/domain/ledger/opening.ts';
import { postEntry, yearAfter } from '#shared/domain/ledger/post-entry.ts';
import { contentOf } from '#shared/domain/ledger/simple-entry.ts';
import { postingBy } from '#functions/platform/posting.ts';
import { demoId } from './chance.ts';
import type { Act } from './year-acts.ts';

/** Books as they stand after a story was told: the year and what was posted in it. */
export interface Books {
  readonly year: FiscalYear;
  readonly entries: readonly PostedEntry[];
}

interface Told {
  readonly coopId: string;
  readonly yearId: string;
  readonly by: string;
  readonly openingBankCents: Cents;
  readonly openingCashCents: Cents;
  readonly acts: readonly Act[];
  readonly firstChequeNumber: number;
}

/** The entry that an act is, with its voucher or the reason why there is none. */
function contentOfAct(act: Act, id: string, rank: number, firstCheque: number): EntryContent {
  const { on, kind, label, counterparty, means, treasury, to, splits } = act;
  const total = sumCents(splits.map(({ amountCents }) => amountCents));
  const common = { entryDate: on, label, attachmentIds: [] };
  if (kind === 'transfer')
    return contentOf(id, {
      ...common,
      kind,
      fromAccountNumber: treasury,
      toAccountNumber: to ?? treasury,
      amountCents: total,
    });
  if (kind === 'deposit')
    return {
      ...common,
      id,
      kind,
      counterparty,
      paymentMeans: means,
      reference: String(1_000 + rank),
      lines: [
        { accountNumber: treasury, side: 'debit', amountCents: total },
        ...splits.map((split) => ({ ...split, side: 'credit' }) as const),
      ],
    };
  const hasVoucher = kind === 'expense' && rank % 60 !== 59;
  return contentOf(id, {
    ...common,
    kind,
    counterparty,
    paymentMeans: means ?? 'transfer',
    treasuryAccountNumber: treasury,
    splits,
    ...(means === 'cheque' && { chequeNumber: String(firstCheque + rank) }),
    ...(kind === 'expense' && !hasVoucher && { noVoucherReason: 'Ticket illisible' }),
    ...(hasVoucher && { attachmentIds: [demoId(on, `voucher ${id}`)] }),
  });
}

/** Whether the bank and the cash box hold enough: nobody pays with what they do not have. */
const isAffordable = ({ lines }: EntryContent, { balanceCents }: FiscalYear): boolean =>
  lines.every(
    ({ accountNumber, side, amountCents }) =>
      side === 'debit' ||
      !/^5/u.test(accountNumber) ||
      (balanceCents[accountNumber] ?? zeroCents) >= amountCents,
  );

/**
 * Posts the acts of a year through the rules of the ledger, each on the evening of its day. What
 * cannot be paid that day, or is of no cent, did not happen.
 */
export function tellBooks(told: Told): Books {
  const { coopId, yearId, by, acts, firstChequeNumber } = told;
  let year = newFiscalYear(yearId);
  const entries: PostedEntry[] = [];
  const post = (content: EntryContent): void => {
    const at = `${content.entryDate}T17:30:00.000Z`;
    const posted = postEntry(
      content,
      { year, chart: chart2024 },
      postingBy(by, at, dayInParis(at)),
    );
    if (!posted.ok) throw new Error(`the demonstration is wrong: ${posted.rejection}`);
    year = yearAfter(year, posted.value);
    entries.push(posted.value);
  };
  const opening = openingEntry(year, {
    id: demoId(year.startOn, `${coopId} opening`),
    bankCents: told.openingBankCents,
    postalCents: zeroCents,
    cashCents: told.openingCashCents,
  });
  if (opening) post(opening);
  for (const [rank, act] of acts.entries()) {
    const id = demoId(act.on, `${coopId} ${rank}`);
    const content = contentOfAct(act, id, rank, firstChequeNumber);
    if (content.lines.every(({ amountCents }) => amountCents > 0) && isAffordable(content, year))
      post(content);
  }
  return { year, entries };
}

/** What the accounts of money hold at the end. */
export const heldCents = ({ year }: Books, accountNumber: string): Cents =>
  year.balanceCents[accountNumber] ?? cents(0);
