import * as z from 'zod';
import { cents } from '#shared/domain/money.ts';
import { movementKinds, type Movement } from '#shared/domain/payments/movement.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { commit, putAnyway, queryAll } from './table.ts';

const movementItem = z.object({
  movementId: z.string(),
  kind: z.enum(movementKinds),
  paymentId: z.string().optional(),
  familyReference: z.string().optional(),
  campaign: z.string().optional(),
  payerName: z.string().optional(),
  provider: z.string().optional(),
  grossCents: z.int().transform(cents),
  feeCents: z.int().transform(cents),
  netCents: z.int().transform(cents),
  paidAt: z.string(),
});

export type KeptMovement = z.output<typeof movementItem>;

const partItem = z.object({ movements: z.array(movementItem) });

/** Each movement is at most three kilobytes: a part stays under the size of an item. */
const perPart = 100;
/** And some parts under the size of a transaction. */
const partsPerCommit = 10;

/** The digest under which movements are kept. */
export const digestOfMovements = (movements: readonly Movement[]): string =>
  sha256Hex(JSON.stringify(movements));

/**
 * Keeps movements under their own digest, before the small transaction that points to them: what
 * is under a digest never changes, so it can be written twice, and read without a lock.
 */
export async function keepMovements(
  scope: CoopScope,
  movements: readonly Movement[],
): Promise<string> {
  const sha256 = digestOfMovements(movements);
  const parts = Array.from({ length: Math.ceil(movements.length / perPart) }, (_, part) =>
    putAnyway({
      ...coopKeys.movements(scope, sha256, String(part).padStart(4, '0')),
      kind: 'movements',
      movements: movements.slice(part * perPart, (part + 1) * perPart),
    }),
  );
  for (let start = 0; start < parts.length; start += partsPerCommit)
    await commit(parts.slice(start, start + partsPerCommit));
  return sha256;
}

/** Access pattern A28 (docs/data-model.md): the movements kept under a digest, in their order. */
export async function readMovements(
  scope: CoopScope,
  sha256: string,
): Promise<readonly KeptMovement[]> {
  const items = await queryAll(scope.pk, `MOVEMENTS#${sha256}#`);
  return items.flatMap((item) => partItem.parse(item).movements);
}
