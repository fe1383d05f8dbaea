import { identified } from '#shared/domain/bank/dedupe.ts';
import { readStatement } from '#shared/domain/bank/reading/read-statement.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import { keepLine } from '#functions/stores/statements.ts';
import { commit } from '#functions/stores/table.ts';

/** Keeps the first lines of a file and no more, as an import that lost its machine half-way. */
export async function statementLineKept(
  { scope, bankAccountId }: { scope: CoopScope; bankAccountId: string },
  text: string,
  count: number,
): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const file = readStatement(bytes);
  if (!file.ok) throw new Error(file.rejection);
  const { format, statements } = file.value;
  const lines = identified(
    statements.flatMap((statement) => statement.lines),
    format,
    sha256Hex,
  );
  await commit(
    lines
      .slice(0, count)
      .map(({ id, line }) =>
        keepLine(scope, bankAccountId, { ...line, id, format, fileSha256: sha256Hex(bytes) }),
      ),
  );
}
