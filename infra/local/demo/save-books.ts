import { join } from 'node:path';
import { newFiscalYear } from '#shared/domain/ledger/fiscal-year.ts';
import type { PostedEntry } from '#shared/domain/ledger/entry.ts';
import { cents, zeroCents, type Cents } from '#shared/domain/money.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { keepAttachment } from '#functions/stores/attachments.ts';
import { addBankAccount, type NewBankAccount } from '#functions/stores/bank-accounts.ts';
import { appendEntries } from '#functions/stores/entries.ts';
import { keepMatch } from '#functions/stores/matches.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { keepLine, keepStatement } from '#functions/stores/statements.ts';
import type { Write } from '#functions/stores/table.ts';
import { openYear } from '#functions/stores/years.ts';
import { localBucketName, writeObject } from '../objects.ts';
import type { Books } from './books.ts';
import { demoId } from './chance.ts';
import { receiptOf } from './receipt.ts';
import { toldLines, yearStatement, type ToldLine } from './told-bank.ts';

/** What the books of a year are in the table, with vouchers, and bank lines when `reconciled`. */
export async function booksWrites(
  scope: CoopScope,
  books: Books,
  { folder, reconciled }: { readonly folder: string; readonly reconciled?: NewBankAccount },
): Promise<readonly Write[]> {
  const { year } = books;
  const lines = reconciled
    ? toldLines(books, scope.coopId).filter(({ line }) => line.date <= year.endOn)
    : [];
  const shown = new Map(lines.map((told) => [told.entryId, told]));
  const entries = books.entries.map((entry) => withMatch(entry, shown));
  const vouchers = await Promise.all(entries.map((entry) => keepVoucher(scope, entry, folder)));
  return [
    openYear(scope, year),
    ...appendEntries(scope, newFiscalYear(year.id), entries),
    ...vouchers.flat(),
    ...entries.flatMap((entry) => matchWrites(scope, entry, reconciled, shown.get(entry.id))),
    ...(reconciled ? statementWrites(scope, books, reconciled, lines) : []),
  ];
}

function statementWrites(
  scope: CoopScope,
  { year, entries }: Books,
  account: NewBankAccount,
  told: readonly ToldLine[],
): readonly Write[] {
  const lines = told.map(({ line }) => line);
  const statement = yearStatement(year, lines, openingCents(entries));
  return [...addBankAccount(scope, account), keepStatement(scope, account.id, statement)];
}

const openingCents = ([first]: readonly PostedEntry[]): Cents =>
  first?.kind === 'opening'
    ? cents(first.lines.find(({ accountNumber }) => accountNumber === '512')?.amountCents ?? 0)
    : zeroCents;

const matchIdOf = ({ line, entryId }: ToldLine): string => demoId(line.date, `match ${entryId}`);

function withMatch(entry: PostedEntry, shown: ReadonlyMap<string, ToldLine>): PostedEntry {
  const told = shown.get(entry.id);
  return told ? { ...entry, bankMatchId: matchIdOf(told) } : entry;
}

function matchWrites(
  scope: CoopScope,
  entry: PostedEntry,
  account: NewBankAccount | undefined,
  told: ToldLine | undefined,
): readonly Write[] {
  if (!account || !told) return [];
  const id = matchIdOf(told);
  return [
    keepLine(scope, account.id, { ...told.line, matchId: id }),
    keepMatch(scope, {
      id,
      bankAccountId: account.id,
      lineIds: [told.line.id],
      entries: [{ id: entry.id, fiscalYearId: entry.fiscalYearId, field: 'bankMatchId' }],
      madeAt: `${told.line.date}T18:00:00.000Z`,
      madeBy: entry.postedBy,
    }),
  ];
}

/** The receipt of an expense, in the object store and in the table. */
async function keepVoucher(
  scope: CoopScope,
  entry: PostedEntry,
  folder: string,
): Promise<readonly Write[]> {
  const [id] = entry.attachmentIds;
  if (id === undefined) return [];
  const bytes = receiptOf(entry);
  const objectKey = `${scope.pk.replaceAll('#', '/')}/files/${id}`;
  await writeObject(join(folder, 'objects', localBucketName, objectKey), bytes, 'application/pdf');
  return [
    keepAttachment(scope, {
      id,
      fileName: `Reçu ${entry.entryDate}.pdf`,
      mediaType: 'application/pdf',
      sizeBytes: bytes.byteLength,
      sha256: sha256Hex(bytes),
      objectKey,
      status: 'kept',
    }),
  ];
}

/** The current account of a cooperative of the demonstration: a bank that does not exist. */
export const demoBankAccount = (coopId: string, rank: number): NewBankAccount => ({
  id: demoId(newFiscalYear('2020').startOn, `bank ${coopId}`),
  label: 'Compte courant',
  accountRef: `99999-06000-${String(12_345_600_000 + rank)}`,
  accountNumber: '512',
  bankName: 'Banque des Pins',
  // The bank of every third one was told before today's mandates began.
  ...(rank % 3 === 1 && { signatoriesToldOn: newFiscalYear('2020').startOn }),
});
