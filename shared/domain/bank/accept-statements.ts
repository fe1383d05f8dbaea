import type { Day } from '../dates.ts';
import { cents, sumCents, type Cents } from '../money.ts';
import { accept, reject, type Result } from '../result.ts';
import { isSameAccount } from './account-ref.ts';
import { importLinesMax, type Statement, type StatementLine } from './statement.ts';

/** A statement that may enter the account: dated, in euros, and adding up as far as it says. */
export interface AcceptedStatement {
  readonly openingCents: Cents | null;
  readonly closingCents: Cents | null;
  readonly closingOn: Day | null;
  readonly from: Day;
  readonly to: Day;
  readonly lines: readonly StatementLine[];
  readonly balanceCheck: 'agrees' | 'unverifiable';
}

export type AcceptRejection =
  | 'statement_other_account'
  | 'statement_currency'
  | 'statement_balance_gap'
  | 'statement_empty'
  | 'statement_too_large';

/**
 * The statements of a file that are those of the account. Other accounts of the same file, and card
 * statements, are left aside; a file with none of the account is refused. A statement that names no
 * account (QIF, most CSV) is of the account it was given for; one that names no currency is in euros. A gap is told in the field of the
 * refusal: `gap-1250`.
 */
export function acceptStatements(
  statements: readonly Statement[],
  accountRef: string,
): Result<readonly AcceptedStatement[], AcceptRejection> {
  const own = statements.filter(
    ({ kind, account }) =>
      kind === 'bank' && (!namesAccount(account) || isSameAccount(account, accountRef)),
  );
  if (own.length === 0) return reject('statement_other_account');
  if (own.some(({ currency }) => (currency ?? 'EUR') !== 'EUR'))
    return reject('statement_currency');
  const gapCents = own.map(balanceGapOf).find((gap) => gap !== null && gap !== 0) ?? 0;
  if (gapCents !== 0) return reject('statement_balance_gap', `gap${gapCents}`);
  if (own.reduce((sum, { lines }) => sum + lines.length, 0) > importLinesMax)
    return reject('statement_too_large');
  const accepted = own.flatMap(dated);
  return accepted.length > 0 ? accept(accepted) : reject('statement_empty');
}

/** A nickname such as `Mon compte` names no account that could be another. */
const namesAccount = (account: string): boolean => /\d{3}/u.test(account);

/** The closing balance less what opening and lines come to; null when the file does not say. */
function balanceGapOf({ openingCents, closingCents, lines }: Statement): Cents | null {
  if (openingCents === null || closingCents === null) return null;
  const reachedCents = sumCents([openingCents, ...lines.map(({ amountCents }) => amountCents)]);
  return cents(closingCents - reachedCents);
}

/** A statement without any day, hence without any line, says nothing. */
function dated(statement: Statement): readonly AcceptedStatement[] {
  const { openingCents, closingCents, closingOn, lines } = statement;
  const from = statement.from ?? closingOn;
  const to = statement.to ?? closingOn;
  if (from === null || to === null) return [];
  const balanceCheck =
    balanceGapOf(statement) === 0 ? ('agrees' as const) : ('unverifiable' as const);
  return [{ openingCents, closingCents, closingOn, from, to, lines, balanceCheck }];
}
