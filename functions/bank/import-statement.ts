import type { importStatementEndpoint } from '#shared/contract/bank/statement.ts';
import { acceptStatements, type AcceptedStatement } from '#shared/domain/bank/accept-statements.ts';
import { identified, newLines } from '#shared/domain/bank/dedupe.ts';
import type { StatementFile, StatementFormat } from '#shared/domain/bank/reading/read-statement.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/posting.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import {
  knowsStatementFile,
  listStatementLines,
  listStatements,
  type ImportedLine,
  type ImportedStatement,
} from '#functions/stores/statements.ts';
import { readStatementFile } from './reading/read-statement-file.ts';
import { saveImport } from './save-import.ts';
import { statementView } from './views.ts';

type ImportCall = Call<typeof importStatementEndpoint>;

/**
 * Imports a statement file: refused whole, or kept whole. The very same bytes change nothing; the
 * lines that another file brought before are known again. An import that was cut short is finished
 * by the same file sent again.
 */
export const importStatement: UseCase<typeof importStatementEndpoint> = async (call) => {
  const { scope, params, bytes } = call;
  const account = await findBankAccount(scope, params.bankAccountId);
  if (!account) return reject('not_found');
  const fileSha256 = sha256Hex(bytes);
  if (await knowsStatementFile(scope, account.id, fileSha256))
    return answerKnownFile(call, fileSha256);
  const files = await readStatementFile(bytes);
  if (!files.ok) return files;
  const accepted = acceptFiles(files.value, account.accountRef);
  if (!accepted.ok) return accepted;
  const known = await listStatementLines(scope, account.id);
  const brought = broughtByAll(accepted.value, known, fileSha256);
  await saveImport(call, fileSha256, brought);
  return accept({
    statements: brought.statements.map((statement) =>
      statementView(statement, statement.newLineCount),
    ),
    alreadyImported: false,
  });
};

interface AcceptedFile {
  readonly format: StatementFormat;
  readonly statements: readonly AcceptedStatement[];
}

/** The statements of the account in each file of an archive; those of other accounts are left. */
function acceptFiles(files: readonly StatementFile[], accountRef: string) {
  const accepted: AcceptedFile[] = [];
  let aside: ReturnType<typeof acceptStatements> | undefined;
  for (const { format, statements } of files) {
    const own = acceptStatements(statements, accountRef);
    if (own.ok) accepted.push({ format, statements: own.value });
    else if (own.rejection === 'statement_other_account') aside = own;
    else return own;
  }
  return accepted.length === 0 && aside && !aside.ok ? aside : accept(accepted);
}

/** What the files bring one after the other: each knows the lines of those before it. */
function broughtByAll(
  files: readonly AcceptedFile[],
  known: readonly ImportedLine[],
  fileSha256: string,
) {
  const before = known.filter((line) => line.fileSha256 !== fileSha256);
  const kept = new Set(known.map(({ id }) => id));
  const statements: ImportedStatement[] = [];
  const lines: ImportedLine[] = [];
  for (const { format, statements: accepted } of files) {
    const first = statements.length;
    const brought = broughtBy(accepted, [...before, ...lines], { fileSha256, format, first });
    statements.push(...brought.statements);
    lines.push(...brought.lines);
  }
  return { statements, lines: lines.filter(({ id }) => !kept.has(id)) };
}

async function answerKnownFile({ scope, params }: ImportCall, fileSha256: string) {
  const statements = await listStatements(scope, params.bankAccountId);
  const same = statements.filter((statement) => statement.fileSha256 === fileSha256);
  return accept({
    statements: same.map((statement) => statementView(statement, 0)),
    alreadyImported: true,
  });
}

interface FileFacts {
  readonly fileSha256: string;
  readonly format: StatementFormat;
  /** The place of its first statement among those of the archive. */
  readonly first: number;
}

/** The statements to keep, and the lines that are not kept yet. */
function broughtBy(
  accepted: readonly AcceptedStatement[],
  before: readonly ImportedLine[],
  { fileSha256, format, first }: FileFacts,
) {
  const all = accepted.flatMap(({ lines }, index) => lines.map((line) => ({ ...line, index })));
  const news = newLines(identified(all, format, sha256Hex), before, format);
  const lines = news.map(({ id, line: { index: _, ...line } }): ImportedLine => ({
    ...line,
    id,
    fileSha256,
    format,
  }));
  const statements = accepted.map(
    ({ lines: { length: lineCount }, ...statement }, index): ImportedStatement => ({
      ...statement,
      id: `${statement.to}.${fileSha256.slice(0, 20)}.${first + index}`,
      fileSha256,
      lineCount,
      newLineCount: news.filter(({ line }) => line.index === index).length,
    }),
  );
  return { statements, lines };
}
