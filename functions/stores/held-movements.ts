import * as z from 'zod';
import { coopKeys } from './keys.ts';
import { readMovements } from './movements.ts';
import type { CoopScope } from './scope.ts';
import { putAbsent, queryAll, type Write } from './table.ts';
import type { HeldMovement } from '#shared/domain/payments/held-at-year-end.ts';

const heldItem = z.object({ yearId: z.string(), sha256: z.string(), entryId: z.string() });

/** Says what a year end booked of the money that platforms held: once for the same movements. */
export const keepHeld = (
  scope: CoopScope,
  held: { readonly yearId: string; readonly sha256: string; readonly entryId: string },
): Write => putAbsent({ ...coopKeys.held(scope, held.yearId, held.sha256), kind: 'held', ...held });

/** Access pattern A31 (docs/data-model.md): what year ends booked; one empty query for most. */
export async function listHeld(scope: CoopScope): Promise<readonly HeldMovement[]> {
  const acts = (await queryAll(scope.pk, 'HELD#')).map((item) => heldItem.parse(item));
  const movements = await Promise.all(acts.map(({ sha256 }) => readMovements(scope, sha256)));
  return movements.flat().map(({ provider = '', ...movement }) => ({ ...movement, provider }));
}
