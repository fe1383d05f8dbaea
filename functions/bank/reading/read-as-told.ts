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
import { describeFile } from './describe-file.ts';
import { readStatementFile } from './read-statement-file.ts';

type Told = QueryOf<typeof importStatementEndpoint>;

/** A file read, or why not, with the table it is and how a person told it to be read. */
export interface ReadFile {
  readonly files: Result<readonly StatementFile[], StatementRejection>;
  readonly table: CsvDescription | undefined;
  /** What a person said now, or the last time that these titles came. */
  readonly columns: StatementColumns | undefined;
}

/**
 * Reads a file the way a person says; when nobody says anything and the file does not tell, the way
 * the last file with the same titles was read.
 */
export async function readAsTold(
  scope: CoopScope,
  bytes: Uint8Array,
  told: Told,
): Promise<ReadFile> {
  const said = columnsOf(told);
  if (said)
    return {
      files: await readStatementFile(bytes, optionsOf(said)),
      table: await describeFile(bytes),
      columns: said,
    };
  const files = await readStatementFile(bytes);
  if (files.ok || !files.rejection.startsWith('statement_needs_'))
    return { files, table: undefined, columns: undefined };
  const table = await describeFile(bytes);
  const columns = table && (await findStatementColumns(scope, table.headerDigest));
  return {
    files: columns ? await readStatementFile(bytes, optionsOf(columns)) : files,
    table,
    columns,
  };
}

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
