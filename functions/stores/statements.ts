import * as z from 'zod';
import {
  lineMarks,
  operations,
  type KeptLine,
  type KeptStatement,
  type LineMark,
} from '#shared/domain/bank/statement.ts';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import {
  deleteWhere,
  getItem,
  putAbsent,
  putAnyway,
  queryAll,
  queryPage,
  updateWhere,
  type Item,
  type Write,
} from './table.ts';

const amount = z.int().transform(cents);
const dayText = z.string().transform(day);

const statementItem = z.object({
  id: z.string(),
  fileSha256: z.string(),
  openingCents: amount.nullable(),
  closingCents: amount.nullable(),
  closingOn: dayText.nullable(),
  from: dayText,
  to: dayText,
  lineCount: z.int(),
  newLineCount: z.int(),
  balanceCheck: z.enum(['agrees', 'unverifiable']),
});

/** A statement as it was imported, with the file it came in and what it brought. */
export type ImportedStatement = z.output<typeof statementItem> & KeptStatement;

const lineItem = z.object({
  id: z.string(),
  fileSha256: z.string(),
  format: z.string(),
  date: dayText,
  valueDate: dayText.optional(),
  amountCents: amount,
  label: z.string(),
  details: z.string().optional(),
  reference: z.string().optional(),
  number: z.string().optional(),
  operation: z.enum(operations),
  matchId: z.string().optional(),
  mark: z.enum(lineMarks).optional(),
  note: z.string().optional(),
  markedAt: z.string().optional(),
  markedBy: z.string().optional(),
});

/** A line with the file that brought it first. */
export type ImportedLine = z.output<typeof lineItem> & KeptLine;

const lineOf = (item: Item): ImportedLine => lineItem.parse(item);

/** Access pattern A42 (docs/data-model.md): the statements of a bank account. */
export async function listStatements(
  scope: CoopScope,
  bankAccountId: string,
): Promise<readonly ImportedStatement[]> {
  return (await queryAll(scope.pk, `STATEMENT#${bankAccountId}#`)).map((item) =>
    statementItem.parse(item),
  );
}

/** Access pattern A43: the lines of a bank account, oldest first (the day begins their id). */
export async function listStatementLines(
  scope: CoopScope,
  bankAccountId: string,
): Promise<readonly ImportedLine[]> {
  return (await queryAll(scope.pk, `LINE#${bankAccountId}#`)).map(lineOf);
}

/** Access pattern A43: the last line of a bank account, the latest in the calendar. */
export async function findLastLine(
  scope: CoopScope,
  bankAccountId: string,
): Promise<ImportedLine | undefined> {
  const { items } = await queryPage(scope.pk, `LINE#${bankAccountId}#`, {
    limit: 1,
    newestFirst: true,
  });
  return items[0] && lineOf(items[0]);
}

/** Access pattern A44: one line. */
export async function findStatementLine(
  scope: CoopScope,
  bankAccountId: string,
  lineId: string,
): Promise<ImportedLine | undefined> {
  const item = await getItem(coopKeys.statementLine(scope, bankAccountId, lineId));
  return item && lineOf(item);
}

/** Access pattern A45: whether the very same bytes were imported to the end. */
export const knowsStatementFile = async (
  scope: CoopScope,
  bankAccountId: string,
  sha256: string,
): Promise<boolean> =>
  (await getItem(coopKeys.statementFile(scope, bankAccountId, sha256))) !== undefined;

export const keepLine = (scope: CoopScope, bankAccountId: string, line: ImportedLine): Write =>
  putAbsent({
    ...coopKeys.statementLine(scope, bankAccountId, line.id),
    kind: 'statementLine',
    bankAccountId,
    ...line,
  });

const statementToKeep = (
  scope: CoopScope,
  bankAccountId: string,
  statement: ImportedStatement,
) => ({
  ...coopKeys.statement(scope, bankAccountId, statement.id),
  kind: 'statement',
  bankAccountId,
  ...statement,
});

export const keepStatement = (...kept: Parameters<typeof statementToKeep>): Write =>
  putAbsent(statementToKeep(...kept));

/** Keeps a statement in the place of what was read of it before. */
export const replaceStatement = (...kept: Parameters<typeof statementToKeep>): Write =>
  putAnyway(statementToKeep(...kept));

/** Takes away a line that was read wrongly, unless an entry has met it since. */
export const dropLine = (scope: CoopScope, bankAccountId: string, lineId: string): Write =>
  deleteWhere(coopKeys.statementLine(scope, bankAccountId, lineId), {
    ConditionExpression: 'attribute_not_exists(matchId)',
  });

/** Takes away a statement that was read wrongly. */
export const dropStatement = (scope: CoopScope, bankAccountId: string, id: string): Write =>
  deleteWhere(coopKeys.statement(scope, bankAccountId, id), {
    ConditionExpression: 'attribute_exists(pk)',
  });

/** The last item of an import: until it is there, the same file sent again goes on. */
export const keepStatementFile = (scope: CoopScope, bankAccountId: string, sha256: string): Write =>
  putAbsent({
    ...coopKeys.statementFile(scope, bankAccountId, sha256),
    kind: 'statementFile',
    sha256,
  });

/** What somebody says of a line, while nothing has met it. */
export interface Marking {
  readonly mark: LineMark;
  readonly note?: string | undefined;
  readonly markedAt: string;
  readonly markedBy: string;
}

export const markLine = (
  scope: CoopScope,
  { bankAccountId, lineId }: { readonly bankAccountId: string; readonly lineId: string },
  { mark, note, markedAt, markedBy }: Marking,
): Write =>
  updateWhere(coopKeys.statementLine(scope, bankAccountId, lineId), {
    UpdateExpression: `SET mark = :mark, markedAt = :at, markedBy = :by${
      note === undefined ? ' REMOVE note' : ', note = :note'
    }`,
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(matchId)',
    ExpressionAttributeValues: {
      ':mark': mark,
      ':at': markedAt,
      ':by': markedBy,
      ...(note !== undefined && { ':note': note }),
    },
  });

/** Gives a line to a match, unless another holds it. */
export const markLineMatched = (
  scope: CoopScope,
  { bankAccountId, lineId }: { readonly bankAccountId: string; readonly lineId: string },
  matchId: string,
): Write =>
  updateWhere(coopKeys.statementLine(scope, bankAccountId, lineId), {
    UpdateExpression: 'SET matchId = :match',
    ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(matchId)',
    ExpressionAttributeValues: { ':match': matchId },
  });

/** Frees a line that this very match holds. */
export const unmarkLineMatched = (
  scope: CoopScope,
  { bankAccountId, lineId }: { readonly bankAccountId: string; readonly lineId: string },
  matchId: string,
): Write =>
  updateWhere(coopKeys.statementLine(scope, bankAccountId, lineId), {
    UpdateExpression: 'REMOVE matchId',
    ConditionExpression: 'matchId = :match',
    ExpressionAttributeValues: { ':match': matchId },
  });
