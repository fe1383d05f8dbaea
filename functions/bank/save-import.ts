import type { importStatementEndpoint } from '#shared/contract/bank/statement.ts';
import type { Call } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import {
  keepLine,
  keepStatement,
  keepStatementFile,
  listStatements,
  type ImportedLine,
  type ImportedStatement,
} from '#functions/stores/statements.ts';
import { commit, type Write } from '#functions/stores/table.ts';

/** Under the 100 actions of a transaction, with room for the end of the import. */
const chunkMax = 90;

/**
 * Keeps what a file brought: in one transaction when it is a month or so; else in several, lines
 * first, and what says that the file is done in the last. Every write is refused if its item is
 * there, so that two imports at once, or one begun again, keep each line once.
 */
export async function saveImport(
  { actor, scope, params, now, requestId }: Call<typeof importStatementEndpoint>,
  brought: {
    readonly statements: readonly ImportedStatement[];
    readonly lines: readonly ImportedLine[];
    readonly fileSha256: string;
    /** The file is done already: a person asks for what was left out of it. */
    readonly isKnown: boolean;
    /** How the file was read, for the next one. */
    readonly remembered: readonly Write[];
  },
): Promise<void> {
  const { bankAccountId } = params;
  const kept = new Set((await listStatements(scope, bankAccountId)).map(({ id }) => id));
  const writes = [
    ...brought.lines.map((line) => keepLine(scope, bankAccountId, line)),
    ...brought.statements
      .filter(({ id }) => !kept.has(id))
      .map((statement) => keepStatement(scope, bankAccountId, statement)),
  ];
  let start = 0;
  for (; writes.length - start > chunkMax; start += chunkMax)
    await commit(writes.slice(start, start + chunkMax));
  await commit([
    ...writes.slice(start),
    ...brought.remembered,
    ...(brought.isKnown ? [] : [keepStatementFile(scope, bankAccountId, brought.fileSha256)]),
    recordAct(scope, {
      act: 'import-statement',
      target: bankAccountId,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
}
