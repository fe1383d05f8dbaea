import * as z from 'zod';
import { sweepKey, sweepPartition } from './keys.ts';
import { changeItem, getItem, putNew, queryAll, type Item } from './table.ts';

const sweepItem = z.object({
  /** The digest of the endpoint's token. */
  endpoint: z.string(),
  department: z.string(),
  coopId: z.string(),
  /** Everything before this moment was seen. */
  watermark: z.string(),
  leaseId: z.string().optional(),
  leaseUntil: z.string().optional(),
  /** Since when asking fails, and how. */
  failedSince: z.string().optional(),
  fault: z.string().optional(),
});

/** How far an endpoint was swept. */
export type Sweep = z.output<typeof sweepItem>;

const sweepOf = (item: Item): Sweep => sweepItem.parse(item);

/** Sweeps an endpoint from now on; nothing changes when it is swept already. */
export const startSweeping = (
  sweep: Pick<Sweep, 'endpoint' | 'department' | 'coopId' | 'watermark'>,
): Promise<boolean> => putNew({ ...sweepKey(sweep.endpoint), kind: 'sweep', ...sweep });

/** Access pattern A80 (docs/data-model.md): every endpoint, the longest unseen first. */
export async function listSweeps(): Promise<readonly Sweep[]> {
  return (await queryAll(sweepPartition, 'ENDPOINT#'))
    .map(sweepOf)
    .toSorted((one, other) => one.watermark.localeCompare(other.watermark));
}

/** Access pattern A80: how far one endpoint was swept. */
export async function findSweep(endpoint: string): Promise<Sweep | undefined> {
  const item = await getItem(sweepKey(endpoint));
  return item && sweepOf(item);
}

/** Who sweeps an endpoint, and until when nobody else does. */
export interface Lease {
  readonly endpoint: string;
  readonly leaseId: string;
  readonly until: string;
}

/** Takes an endpoint for oneself and reads how far it was swept; undefined while another has it. */
export async function takeSweep(
  { endpoint, leaseId, until }: Lease,
  now: string,
): Promise<Sweep | undefined> {
  const isMine = await changeItem(sweepKey(endpoint), {
    UpdateExpression: 'SET leaseId = :me, leaseUntil = :until',
    ConditionExpression:
      'attribute_exists(pk) AND (attribute_not_exists(leaseUntil) OR leaseUntil < :now)',
    ExpressionAttributeValues: { ':me': leaseId, ':until': until, ':now': now },
  });
  const item = isMine ? await getItem(sweepKey(endpoint)) : undefined;
  return item && sweepOf(item);
}

/** Gives an endpoint back, seen up to a moment; false when it was taken over meanwhile. */
export const endSweep = ({ endpoint, leaseId }: Lease, watermark: string): Promise<boolean> =>
  changeItem(sweepKey(endpoint), {
    UpdateExpression: 'SET watermark = :watermark REMOVE leaseId, leaseUntil, failedSince, fault',
    ConditionExpression: 'leaseId = :me',
    ExpressionAttributeValues: { ':me': leaseId, ':watermark': watermark },
  });

/** Gives an endpoint back as far as it was: the next sweep asks again from there. */
export const failSweep = (
  { endpoint, leaseId }: Lease,
  fault: string,
  now: string,
): Promise<boolean> =>
  changeItem(sweepKey(endpoint), {
    UpdateExpression:
      'SET fault = :fault, failedSince = if_not_exists(failedSince, :now) REMOVE leaseId, leaseUntil',
    ConditionExpression: 'leaseId = :me',
    ExpressionAttributeValues: { ':me': leaseId, ':fault': fault, ':now': now },
  });
