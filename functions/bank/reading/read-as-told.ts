import type { QueryOf } from '#shared/contract/endpoint.ts';
import type { importStatementEndpoint } from '#shared/contract/bank/statement.ts';
import type { CsvDescription } from '#shared/domain/bank/reading/csv.ts';
import type { ReadOptions, StatementFile } from '#shared/domain/bank/reading/read-statement.ts';
import { columnRoles } from '#shared/domain/bank/reading/table-columns.ts';
import type { StatementRejection } from '#shared/domain/bank/statement.ts';
import type { Result } from '#shared/domain/result.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import {
  findStatementColumns,
  type StatementColumns,
} from '#functions/stores/statement-columns.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { describeFile, holdsQif } from './describe-file.ts';
import { readStatementFile } from './read-statement-file.ts';

type Told = QueryOf<typeof importStatementEndpoint>;

/** A file read, or why not, with the table it is and how a person told it to be read. */
export interface ReadFile {
  readonly files: Result<readonly StatementFile[], StatementRejection>;
  readonly table: CsvDescription | undefined;
  /** What a person said now, or the last time that such a file came. */
  readonly columns: StatementColumns | undefined;
  /** Nobody said anything now: it was read as the last time. */
  readonly isRemembered: boolean;
  /** The digest under which it is remembered for the files like this one; none when none is. */
  readonly likeness: string | undefined;
}

/** Where a file was dropped, as far as reading it depends on it. */
interface Place {
  readonly scope: CoopScope;
  readonly bankAccountId: string;
}

/**
 * Reads a file the way a person says; when nobody says anything and the file does not tell, the way
 * the last file like it was read: a table with the same titles, a QIF of the same account.
 */
export async function readAsTold(
  { scope, bankAccountId }: Place,
  bytes: Uint8Array,
  told: Told,
): Promise<ReadFile> {
  const said = columnsOf(told);
  const files = await readStatementFile(bytes, said && optionsOf(said));
  const isAsked = !files.ok && files.rejection.startsWith('statement_needs_');
  if (!said && !isAsked)
    return {
      files,
      table: undefined,
      columns: undefined,
      isRemembered: false,
      likeness: undefined,
    };
  const table = await describeFile(bytes);
  const likeness = table?.headerDigest ?? (holdsQif(bytes) ? qifOf(bankAccountId) : undefined);
  if (said) return { files, table, columns: said, isRemembered: false, likeness };
  const columns = likeness === undefined ? undefined : await findStatementColumns(scope, likeness);
  return {
    files: columns ? await readStatementFile(bytes, optionsOf(columns)) : files,
    table,
    columns,
    isRemembered: columns !== undefined,
    likeness,
  };
}

/** A QIF has no titles, and often no name of an account: it is like those of the account it is for. */
const qifOf = (bankAccountId: string): string => sha256Hex(`qif ${bankAccountId}`);

function columnsOf({ columns, decimal, dateOrder, flipSigns }: Told): StatementColumns | undefined {
  if (columns === undefined && dateOrder === undefined && flipSigns === undefined) return undefined;
  return {
    ...(columns !== undefined && { columns: columns.split(',').map(roleOf) }),
    ...(decimal !== undefined && { decimal: decimal === 'comma' ? ',' : '.' }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(flipSigns !== undefined && { flipSigns: flipSigns === 'yes' }),
  };
}

const roleOf = (written: string) => columnRoles.find((role) => role === written) ?? null;

const optionsOf = ({ columns, decimal, dateOrder, flipSigns }: StatementColumns): ReadOptions => ({
  dateOrder,
  flipSigns,
  ...(columns && { mapping: { columns, decimal, dateOrder, flipSigns } }),
});
