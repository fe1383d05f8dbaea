import type * as z from 'zod';
import { importStatementEndpoint } from '#shared/contract/bank/statement.ts';
import { importStatement } from '#functions/bank/import-statement.ts';
import { runAgainIfStale } from '#functions/platform/stale.ts';
import { listStatementLines, listStatements } from '#functions/stores/statements.ts';
import { callOf } from '#test/support/calls.ts';
import type { newBank } from '../bank-calls.ts';

type Bank = Awaited<ReturnType<typeof newBank>>;

/** Imports the bytes of a file as a person sends them. */
export const importBytes = (
  { scope, bankAccountId }: Bank,
  bytes: Uint8Array,
  query: z.input<typeof importStatementEndpoint.query> = {},
) =>
  runAgainIfStale(() =>
    importStatement(
      callOf(importStatementEndpoint, {
        scope,
        params: { coopId: scope.coopId, bankAccountId },
        query: importStatementEndpoint.query.parse(query),
        bytes,
      }),
    ),
  );

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
