import type { importStatementEndpoint } from '#shared/contract/bank/statement.ts';
import { acceptStatements, type AcceptedStatement } from '#shared/domain/bank/accept-statements.ts';
import { compared, identified, type ProbableTwin } from '#shared/domain/bank/dedupe.ts';
import type { StatementFile, StatementFormat } from '#shared/domain/bank/reading/read-statement.ts';
import { checkWithinYears } from '#shared/domain/bank/within-years.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { Call, UseCase } from '#functions/platform/use-case.ts';
import { findBankAccount } from '#functions/stores/bank-accounts.ts';
import {
  knowsStatementFile,
  listStatementLines,
  listStatements,
  type ImportedLine,
  type ImportedStatement,
} from '#functions/stores/statements.ts';
import { keepStatementColumns } from '#functions/stores/statement-columns.ts';
import { listYears } from '#functions/stores/years.ts';
import { readAsTold } from './reading/read-as-told.ts';
import { saveImport } from './save-import.ts';
import { readAsView, statementView } from './views.ts';

type ImportCall = Call<typeof importStatementEndpoint>;

/**
 * Imports a statement file: refused whole, or kept whole. The very same bytes change nothing; the
 * lines that another file brought before are known again, and those that may be known wait for a
 * person to say so. An import that was cut short is finished by the same file sent again. A file that
 * was read wrongly is read again in the place of what it brought.
 */
export const importStatement: UseCase<typeof importStatementEndpoint> = async (call) => {
  const { scope, params, query, bytes } = call;
  const account = await findBankAccount(scope, params.bankAccountId);
  if (!account) return reject('not_found');
  const fileSha256 = sha256Hex(bytes);
  const isKnown = await knowsStatementFile(scope, account.id, fileSha256);
  const keepsProbable = query.keepProbable === 'yes';
  const rereads = query.reread === 'yes';
  const wasImported = isKnown && !keepsProbable && !rereads;
  const place = { scope, bankAccountId: account.id };
  const read = await readAsTold(place, bytes, query);
  const { files, columns, likeness } = read;
  const accepted = files.ok ? acceptFiles(files.value, account.accountRef) : files;
  const known = { fileSha256, readAs: readAsView(read) };
  if (!accepted.ok) return wasImported ? answerKnownFile(call, known, []) : accepted;
  const [lines, years] = await Promise.all([
    listStatementLines(scope, account.id),
    listYears(scope),
  ]);
  const brought = broughtByAll(accepted.value, lines, { fileSha256, keepsProbable });
  if (wasImported) return answerKnownFile(call, known, brought.probable);
  const wrong = rereads ? readWrongly(lines, fileSha256, brought) : [];
  if (wrong.some(({ matchId }) => matchId !== undefined)) return reject('statement_lines_matched');
  const within = checkWithinYears([...brought.lines, ...wrong], years);
  if (!within.ok) return within;
  await saveImport(call, {
    ...brought,
    fileSha256,
    isKnown,
    ...(rereads && { wrong }),
    remembered: likeness && columns ? [keepStatementColumns(scope, likeness, columns)] : [],
  });
  return accept({
    statements: brought.statements.map((statement) =>
      statementView(statement, statement.newLineCount),
    ),
    alreadyImported: false,
    ...known.readAs,
    probableTwins: brought.probable.map(twinView),
  });
};

const twinView = ({ line, known }: ProbableTwin) => ({ line, known });

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

/** What the file had brought and is not in it, as it is read now. */
const readWrongly = (
  lines: readonly ImportedLine[],
  fileSha256: string,
  { read }: { readonly read: ReadonlySet<string> },
): readonly ImportedLine[] =>
  lines.filter((line) => line.fileSha256 === fileSha256 && !read.has(line.id));

/** What the files bring one after the other: each knows the lines of those before it. */
function broughtByAll(
  files: readonly AcceptedFile[],
  known: readonly ImportedLine[],
  { fileSha256, keepsProbable }: { readonly fileSha256: string; readonly keepsProbable: boolean },
) {
  const before = known.filter((line) => line.fileSha256 !== fileSha256);
  const kept = new Set(known.map(({ id }) => id));
  const statements: ImportedStatement[] = [];
  const lines: ImportedLine[] = [];
  const probable: ProbableTwin[] = [];
  for (const { format, statements: accepted } of files) {
    const first = statements.length;
    const brought = broughtBy(accepted, [...before, ...lines], {
      fileSha256,
      format,
      first,
      keepsProbable,
    });
    statements.push(...brought.statements);
    lines.push(...brought.lines);
    probable.push(...brought.probable);
  }
  const isNew = ({ id }: { readonly id: string }): boolean => !kept.has(id);
  return {
    statements,
    read: new Set(lines.map(({ id }) => id)),
    lines: lines.filter(isNew),
    probable: probable.filter(isNew),
  };
}

/** A file by its bytes, and how the last one like it is read when it was read so. */
interface KnownFile {
  readonly fileSha256: string;
  readonly readAs: ReturnType<typeof readAsView>;
}

/** The same bytes again: nothing is written, and what still waits for a person is asked again. */
async function answerKnownFile(
  { scope, params }: ImportCall,
  { fileSha256, readAs }: KnownFile,
  probable: readonly ProbableTwin[],
) {
  const statements = await listStatements(scope, params.bankAccountId);
  const same = statements.filter((statement) => statement.fileSha256 === fileSha256);
  return accept({
    statements: same.map((statement) => statementView(statement, 0)),
    alreadyImported: true,
    ...readAs,
    probableTwins: probable.map(twinView),
  });
}

interface FileFacts {
  readonly fileSha256: string;
  readonly format: StatementFormat;
  /** The place of its first statement among those of the archive. */
  readonly first: number;
  readonly keepsProbable: boolean;
}

/** The statements to keep, and the lines that are not kept yet. */
function broughtBy(
  accepted: readonly AcceptedStatement[],
  before: readonly ImportedLine[],
  { fileSha256, format, first, keepsProbable }: FileFacts,
) {
  const all = accepted.flatMap(({ lines }, index) => lines.map((line) => ({ ...line, index })));
  const found = compared(identified(all, format, sha256Hex), before, format);
  const news = keepsProbable ? [...found.news, ...found.probable] : found.news;
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
  return { statements, lines, probable: keepsProbable ? [] : found.probable };
}
