import * as z from 'zod';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { movementKinds } from '#shared/domain/payments/movement.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import { coopKeys } from './keys.ts';
import { unchangedSince } from './platform-payments.ts';
import type { CoopScope } from './scope.ts';
import {
  changeItem,
  getItem,
  getItems,
  queryAll,
  tableName,
  updateWhere,
  type Item,
  type Write,
} from './table.ts';

const movementItem = z.object({
  movementId: z.string(),
  kind: z.enum(movementKinds),
  paymentId: z.string().optional(),
  familyReference: z.string().optional(),
  campaign: z.string().optional(),
  payerName: z.string().optional(),
  grossCents: z.int().transform(cents),
  feeCents: z.int().transform(cents),
  netCents: z.int().transform(cents),
  paidAt: z.string(),
});

const payoutItem = z.object({
  provider: z.string(),
  id: z.string(),
  status: z.enum(['pending', 'paid', 'failed']),
  arrivalOn: z.string().transform(day),
  netCents: z.int().transform(cents),
  feeCents: z.int().transform(cents).optional(),
  bankReference: z.string().optional(),
  itemised: z.boolean(),
  lines: z.array(movementItem).optional(),
  toldAt: z.string(),
  linesToldAt: z.string().optional(),
  createdAt: z.string(),
  entryId: z.string().optional(),
  voucherId: z.string().optional(),
  heldBecause: z.string().optional(),
  version: z.int(),
});

const payoutOf = (item: Item): Payout => payoutItem.parse(item);

/** Access pattern A22: a payout with its lines. */
export async function findPayout(
  scope: CoopScope,
  provider: string,
  payoutId: string,
): Promise<Payout | undefined> {
  const item = await getItem(coopKeys.payout(scope, provider, payoutId));
  return item && payoutOf(item);
}

/** Access pattern A23: the payouts of a cooperative, the latest arrival first. */
export async function listPayouts(scope: CoopScope): Promise<readonly Payout[]> {
  return (await queryAll(scope.pk, 'PAYOUT#'))
    .map(payoutOf)
    .toSorted((one, other) => other.arrivalOn.localeCompare(one.arrivalOn));
}

const payoutEntryItem = z.object({ id: z.string(), entryId: z.string().optional() });

/** Access pattern A22: the entries of the payouts that carry these payments, by payout id. */
export async function findPayoutEntries(
  scope: CoopScope,
  payments: readonly {
    readonly provider?: string | undefined;
    readonly payoutId?: string | undefined;
  }[],
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map(
    payments.flatMap(({ provider, payoutId }) =>
      provider !== undefined && payoutId !== undefined
        ? [[`${provider}#${payoutId}`, coopKeys.payout(scope, provider, payoutId)]]
        : [],
    ),
  );
  const items = await getItems([...keys.values()]);
  return new Map(
    items.flatMap((item) => {
      const { id, entryId } = payoutEntryItem.parse(item);
      return entryId === undefined ? [] : [[id, entryId]];
    }),
  );
}

/** Keeps what is known of a payout, provided nobody changed it meanwhile. */
export const keepPayout = (scope: CoopScope, payout: Payout): Write => ({
  Put: {
    TableName: tableName(),
    Item: {
      ...coopKeys.payout(scope, payout.provider, payout.id),
      kind: 'payout',
      ...payout,
      version: payout.version + 1,
    },
    ...unchangedSince(payout.version),
  },
});

/** Gives a payout its entry and its voucher: once, and only as it was when they were made. */
export const settlePayout = (
  scope: CoopScope,
  { provider, id, version }: Payout,
  { entryId, voucherId }: { readonly entryId: string; readonly voucherId: string },
): Write =>
  updateWhere(coopKeys.payout(scope, provider, id), {
    UpdateExpression:
      'SET entryId = :entry, voucherId = :voucher, version = :next REMOVE heldBecause',
    ConditionExpression: 'version = :version AND attribute_not_exists(entryId) AND #status = :paid',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: {
      ':entry': entryId,
      ':voucher': voucherId,
      ':version': version,
      ':next': version + 1,
      ':paid': 'paid',
    },
  });

/** Says why a payout waits, or what is wrong with it now; nothing when it moved meanwhile. */
export async function holdPayout(
  scope: CoopScope,
  { provider, id, version }: Payout,
  reason: string,
): Promise<void> {
  await changeItem(coopKeys.payout(scope, provider, id), {
    UpdateExpression: 'SET heldBecause = :reason',
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':reason': reason, ':version': version },
  });
}
