import type { importStatementEndpoint } from '#shared/contract/bank/statement.ts';
import type { Call } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import {
  dropLine,
  dropStatement,
  keepLine,
  keepStatement,
  keepStatementFile,
  listStatements,
  replaceStatement,
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
    /** The file is read again: the lines that it had brought and that are not in it. */
    readonly wrong?: readonly ImportedLine[];
    /** How the file was read, for the next one. */
    readonly remembered: readonly Write[];
  },
): Promise<void> {
  const { bankAccountId } = params;
  const kept = await listStatements(scope, bankAccountId);
  const writes = [
    ...(brought.wrong ?? []).map(({ id }) => dropLine(scope, bankAccountId, id)),
    ...brought.lines.map((line) => keepLine(scope, bankAccountId, line)),
    ...statementWrites(scope, bankAccountId, { ...brought, kept }),
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

interface Statements {
  readonly statements: readonly ImportedStatement[];
  readonly kept: readonly ImportedStatement[];
  readonly fileSha256: string;
  readonly wrong?: readonly ImportedLine[];
}

/** The statements that are not kept yet; those of a file read again take the place of what it had. */
function statementWrites(
  scope: CoopScope,
  bankAccountId: string,
  { statements, kept, fileSha256, wrong }: Statements,
): readonly Write[] {
  const isAmong = (ids: readonly ImportedStatement[], { id }: ImportedStatement): boolean =>
    ids.some((one) => one.id === id);
  if (!wrong)
    return statements
      .filter((one) => !isAmong(kept, one))
      .map((one) => keepStatement(scope, bankAccountId, one));
  const gone = kept.filter((one) => one.fileSha256 === fileSha256 && !isAmong(statements, one));
  return [
    ...gone.map(({ id }) => dropStatement(scope, bankAccountId, id)),
    ...statements.map((one) => replaceStatement(scope, bankAccountId, one)),
  ];
}
