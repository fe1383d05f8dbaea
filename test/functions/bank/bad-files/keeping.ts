import { listStatementLines, listStatements } from '#functions/stores/statements.ts';
import type { newBank } from '../bank-calls.ts';

type Bank = Awaited<ReturnType<typeof newBank>>;

/** All that an account keeps of its statements: days, amounts and labels of the lines, and how many statements. */
export async function keptOf({ scope, bankAccountId }: Bank) {
  const [lines, statements] = await Promise.all([
    listStatementLines(scope, bankAccountId),
    listStatements(scope, bankAccountId),
  ]);
  return {
    statements: statements.length,
    lines: lines
      .map(({ date, amountCents, label }) => [date, amountCents, label] as const)
      .toSorted(([one, , first], [other, , second]) =>
        `${one}${first}`.localeCompare(`${other}${second}`),
      ),
  };
}
