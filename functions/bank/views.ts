import type { KeptLine, KeptStatement } from '#shared/domain/bank/statement.ts';
import type { BankAccount } from '#functions/stores/bank-accounts.ts';
import type { Match } from '#functions/stores/matches.ts';
import type { ImportedStatement } from '#functions/stores/statements.ts';

/** A bank account with the last thing that its statements say. */
export function accountView(account: BankAccount, statements: readonly KeptStatement[]) {
  const last = statements
    .map(({ to, closingOn, closingCents }) => ({ on: closingOn ?? to, closingCents }))
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .at(-1);
  return {
    ...account,
    ...(last && { lastStatementOn: last.on }),
    ...(last && last.closingCents !== null && { lastClosingCents: last.closingCents }),
  };
}

/** A line as people read it: its label, then what the bank adds. */
export const lineView = ({ details, label, ...line }: KeptLine) => ({
  ...line,
  label: details === undefined || details === label ? label : `${label} · ${details}`,
});

export const matchView = ({ id, lineId, entryId, madeAt }: Match) => ({
  id,
  lineId,
  entryId,
  madeAt,
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
