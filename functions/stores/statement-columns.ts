import * as z from 'zod';
import { dateOrders } from '#shared/domain/bank/reading/day-text.ts';
import { columnRoles } from '#shared/domain/bank/reading/table-columns.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { getItem, putAnyway, type Write } from './table.ts';

const columnsItem = z.object({
  columns: z.array(z.enum(columnRoles).nullable()).optional(),
  decimal: z.enum([',', '.']).optional(),
  dateOrder: z.enum(dateOrders).optional(),
  flipSigns: z.boolean().optional(),
});

/** How a person told the files with some titles to be read. */
export type StatementColumns = z.output<typeof columnsItem>;

/** Access pattern A58 (docs/data-model.md): how a file with these titles was read last. */
export async function findStatementColumns(
  scope: CoopScope,
  headerSha256: string,
): Promise<StatementColumns | undefined> {
  const item = await getItem(coopKeys.statementColumns(scope, headerSha256));
  return item && columnsItem.parse(item);
}

/** Remembers how the files with these titles are read. */
export const keepStatementColumns = (
  scope: CoopScope,
  headerSha256: string,
  columns: StatementColumns,
): Write =>
  putAnyway({
    ...coopKeys.statementColumns(scope, headerSha256),
    kind: 'statementColumns',
    ...columns,
  });
