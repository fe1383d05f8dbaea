import * as z from 'zod';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { getItem, putAnyway, type Write } from './table.ts';

const columnsItem = z.object({
  columns: z.record(z.string(), z.int()),
  unit: z.enum(['euros', 'cents']),
});

/** Which column of a file holds what, and how it writes amounts. */
export type ReportColumns = z.output<typeof columnsItem>;

/** Access pattern A95 (docs/data-model.md): how a file with these titles was read last. */
export async function findReportColumns(
  scope: CoopScope,
  provider: string,
  headerSha256: string,
): Promise<ReportColumns | undefined> {
  const item = await getItem(coopKeys.reportColumns(scope, provider, headerSha256));
  return item && columnsItem.parse(item);
}

/** Remembers how a file with these titles is read. */
export const keepReportColumns = (
  scope: CoopScope,
  provider: string,
  headerSha256: string,
  columns: ReportColumns,
): Write =>
  putAnyway({
    ...coopKeys.reportColumns(scope, provider, headerSha256),
    kind: 'reportColumns',
    provider,
    ...columns,
  });
