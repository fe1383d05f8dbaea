import * as z from 'zod';
import { unsettledKey, unsettledPartition } from './keys.ts';
import type { CoopScope, DepartmentScope } from './scope.ts';
import { commit, putAnyway, queryAll, tableName } from './table.ts';

/** The states somebody should look at. */
const unsettledStatuses = ['held', 'failed', 'abandoned'] as const;

const unsettledItem = z.object({
  coopId: z.string(),
  provider: z.string(),
  status: z.enum(unsettledStatuses),
  reason: z.string().optional(),
});

/** That an event of a cooperative waits or was refused, and why: nothing of what it says. */
export type UnsettledEvent = z.output<typeof unsettledItem>;

const isUnsettled = (status: string): status is UnsettledEvent['status'] =>
  unsettledStatuses.some((one) => one === status);

interface Followed {
  readonly provider: string;
  readonly eventId: string;
  readonly status: string;
  readonly reason?: string | undefined;
}

/** Keeps the association's view of an event as its item says it is; the stream calls in order. */
export function followEvent(
  scope: CoopScope,
  { provider, eventId, status, reason }: Followed,
): Promise<void> {
  const key = unsettledKey(scope, provider, eventId);
  const { coopId } = scope;
  return commit([
    isUnsettled(status)
      ? putAnyway({ ...key, kind: 'unsettledEvent', coopId, provider, status, reason })
      : { Delete: { TableName: tableName(), Key: { ...key } } },
  ]);
}

/** Access pattern A93 (docs/data-model.md): what waits in the cooperatives of an association. */
export async function listUnsettled({
  department,
}: DepartmentScope): Promise<readonly UnsettledEvent[]> {
  const items = await queryAll(unsettledPartition(department), '');
  return items.map((item) => unsettledItem.parse(item));
}
