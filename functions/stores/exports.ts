import * as z from 'zod';
import { departmentKeys } from './keys.ts';
import type { DepartmentScope } from './scope.ts';
import { getItem, putAbsent, queryPage, updateWhere, type Write } from './table.ts';

const exportItem = z.object({
  id: z.string(),
  yearId: z.string(),
  status: z.enum(['queued', 'done', 'failed']),
  startedBy: z.enum(['person', 'schedule']),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  coopCount: z.int().optional(),
  files: z.array(z.object({ name: z.string(), key: z.string(), sha256: z.string() })),
});

/** A consolidated export of an association, and the files it made. */
export type Export = z.output<typeof exportItem>;

/** Access pattern A61 (docs/data-model.md): an export by its id. */
export async function findExport(scope: DepartmentScope, id: string): Promise<Export | undefined> {
  const item = await getItem(departmentKeys.export(scope, id));
  return item && exportItem.parse(item);
}

/** Access pattern A62: the last exports of an association, newest first. */
export async function listNewestExports(
  scope: DepartmentScope,
  limit: number,
): Promise<readonly Export[]> {
  const { items } = await queryPage(scope.pk, 'EXPORT#', { limit, newestFirst: true });
  return items.map((item) => exportItem.parse(item));
}

/** Queues an export; the stream gives it to the worker. */
export const queueExport = (
  scope: DepartmentScope,
  queued: Pick<Export, 'id' | 'yearId' | 'startedBy' | 'startedAt'>,
): Write =>
  putAbsent({
    ...departmentKeys.export(scope, queued.id),
    kind: 'export',
    ...queued,
    status: 'queued',
    files: [],
  });

/** Marks a queued export with what it made, once. */
export const finishExport = (
  scope: DepartmentScope,
  { id, status, finishedAt, coopCount, files }: Required<Export>,
): Write =>
  updateWhere(departmentKeys.export(scope, id), {
    UpdateExpression: 'SET #status = :status, finishedAt = :at, coopCount = :count, files = :files',
    ConditionExpression: '#status = :queued',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':queued': 'queued',
      ':status': status,
      ':at': finishedAt,
      ':count': coopCount,
      ':files': files,
    },
  });
