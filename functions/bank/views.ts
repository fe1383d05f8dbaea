import { isApart } from '#shared/domain/bank/pooled.ts';
import { beforeBooksYearId } from '#shared/domain/bank/register/opening-items.ts';
import { maskedReference } from '#shared/domain/bank/register/iban.ts';
import type { KeptLine, KeptStatement } from '#shared/domain/bank/statement.ts';
import type { BankAccount } from '#functions/stores/bank-accounts.ts';
import type { Match } from '#functions/stores/matches.ts';
import type { ImportedStatement } from '#functions/stores/statements.ts';
import type { ReadFile } from './reading/read-as-told.ts';

/** A bank account with the last thing that its statements say; its number is shown by its end. */
export function accountView(
  { accountRef, ...account }: BankAccount,
  statements: readonly KeptStatement[],
) {
  const last = statements
    .map(({ to, closingOn, closingCents }) => ({ on: closingOn ?? to, closingCents }))
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .at(-1);
  return {
    ...account,
    maskedRef: maskedReference(accountRef),
    ...(last && { lastStatementOn: last.on }),
    ...(last && last.closingCents !== null && { lastClosingCents: last.closingCents }),
  };
}

/** The same with its number whole, for who may write it. */
export const wholeAccountView = (
  account: BankAccount,
  statements: readonly KeptStatement[],
  mayWrite: boolean,
) => ({
  ...accountView(account, statements),
  ...(mayWrite && { accountRef: account.accountRef }),
});

/** A line as people read it: its label, then what the bank adds, then what people say of it. */
export const lineView = ({ details, label, mark, ...line }: KeptLine) => ({
  ...line,
  label: details === undefined || details === label ? label : `${label} · ${details}`,
  apart: isApart({ ...line, label, mark }),
  toExplain: mark === 'toExplain' && line.matchId === undefined,
});

export const matchView = ({ id, lineIds, entries, madeAt, automatic }: Match) => ({
  id,
  lineIds,
  entryIds: entries.map((entry) => entry.id),
  journalEntryIds: entries
    .filter(({ fiscalYearId }) => fiscalYearId !== beforeBooksYearId)
    .map((entry) => entry.id),
  madeAt,
  ...(automatic && { automatic }),
});

/** What an import brought. */
export const statementView = (statement: ImportedStatement, newLineCount: number) => ({
  id: statement.id,
  openingCents: statement.openingCents,
  closingCents: statement.closingCents,
  from: statement.from,
  to: statement.to,
  lineCount: statement.lineCount,
  newLineCount,
  knownLineCount: statement.lineCount - newLineCount,
  balanceCheck: statement.balanceCheck,
});

/** How the last file like it was said to be read, when a file was read so without a word. */
export function readAsView({ columns: said, isRemembered }: ReadFile) {
  if (!isRemembered || !said) return {};
  const { columns, decimal, dateOrder, flipSigns } = said;
  return {
    readAs: {
      ...(columns && { columns: [...columns] }),
      ...(decimal && { decimal: decimal === ',' ? ('comma' as const) : ('point' as const) }),
      ...(dateOrder && { dateOrder }),
      ...(flipSigns !== undefined && { flipSigns: flipSigns ? ('yes' as const) : ('no' as const) }),
    },
  };
}
