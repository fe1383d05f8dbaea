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

/** How a person told the files that are alike to be read: a table by its titles, a QIF by its account. */
export type StatementColumns = z.output<typeof columnsItem>;

/** Access pattern A58 (docs/data-model.md): how a file like this was read last. */
export async function findStatementColumns(
  scope: CoopScope,
  likeness: string,
): Promise<StatementColumns | undefined> {
  const item = await getItem(coopKeys.statementColumns(scope, likeness));
  return item && columnsItem.parse(item);
}

/** Remembers how the files like this one are read. */
export const keepStatementColumns = (
  scope: CoopScope,
  likeness: string,
  columns: StatementColumns,
): Write =>
  putAnyway({
    ...coopKeys.statementColumns(scope, likeness),
    kind: 'statementColumns',
    ...columns,
  });
