import * as z from 'zod';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { movementTotals } from '#shared/domain/payments/movement.ts';
import type { Payout, PayoutDecision } from '#shared/domain/payments/payout.ts';
import { coopKeys } from './keys.ts';
import { digestOfMovements, readMovements } from './movements.ts';
import { unchangedSince } from './platform-payments.ts';
import type { CoopScope } from './scope.ts';
import {
  changeItem,
  getItem,
  getItems,
  putAbsent,
  queryAll,
  tableName,
  updateWhere,
  type Item,
  type Write,
} from './table.ts';

const amount = z.int().transform(cents);

const payoutItem = z.object({
  provider: z.string(),
  id: z.string(),
  status: z.enum(['pending', 'paid', 'failed']),
  arrivalOn: z.string().transform(day),
  netCents: z.int().transform(cents),
  feeCents: z.int().transform(cents).optional(),
  bankReference: z.string().optional(),
  itemised: z.boolean(),
  linesSha256: z.string().optional(),
  lineCount: z.int(),
  totals: z.object({
    grossCents: amount,
    refundedCents: amount,
    feeCents: amount,
    netCents: amount,
  }),
  toldAt: z.string(),
  linesToldAt: z.string().optional(),
  createdAt: z.string(),
  entryId: z.string().optional(),
  voucherId: z.string().optional(),
  heldBecause: z.string().optional(),
  statusToldAt: z.string().optional(),
  reversalId: z.string().optional(),
  past: z
    .array(
      z.object({ entryId: z.string(), voucherId: z.string().optional(), reversalId: z.string() }),
    )
    .optional(),
  withoutEntry: z.boolean().optional(),
  carriedBy: z.string().optional(),
  suspectId: z.string().optional(),
  decision: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('book') }),
      z.object({ kind: z.literal('link'), entryId: z.string() }),
    ])
    .optional(),
  /** A text, for the stream to see. */
  decidedAt: z.string().optional(),
  version: z.int(),
});

/** A payout as a list shows it: the sums of its movements instead of them. */
export type KeptPayout = z.output<typeof payoutItem>;

const payoutOf = (item: Item): KeptPayout => payoutItem.parse(item);

/** A payout out of a list, with its movements. */
export async function withMovements(
  scope: CoopScope,
  { linesSha256, lineCount: _, totals: __, ...payout }: KeptPayout,
): Promise<Payout> {
  if (linesSha256 === undefined) return payout;
  return { ...payout, lines: await readMovements(scope, linesSha256) };
}

/** Access patterns A22 and A28: a payout with its movements. */
export async function findPayout(
  scope: CoopScope,
  provider: string,
  payoutId: string,
): Promise<Payout | undefined> {
  const item = await getItem(coopKeys.payout(scope, provider, payoutId));
  return item && withMovements(scope, payoutOf(item));
}

/** Access pattern A23: the payouts of a cooperative, the latest arrival first. */
export async function listPayouts(scope: CoopScope): Promise<readonly KeptPayout[]> {
  return (await queryAll(scope.pk, 'PAYOUT#'))
    .map(payoutOf)
    .toSorted((one, other) => other.arrivalOn.localeCompare(one.arrivalOn));
}

const payoutEntryItem = z.object({
  id: z.string(),
  entryId: z.string().optional(),
  reversalId: z.string().optional(),
});

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
      const { id, entryId, reversalId } = payoutEntryItem.parse(item);
      return entryId === undefined || reversalId !== undefined ? [] : [[id, entryId]];
    }),
  );
}

/**
 * Keeps what is known of a payout, provided nobody changed it meanwhile. Its movements are kept
 * before, under their digest (`keepMovements`).
 */
export const keepPayout = (scope: CoopScope, { lines, ...payout }: Payout): Write => ({
  Put: {
    TableName: tableName(),
    Item: {
      ...coopKeys.payout(scope, payout.provider, payout.id),
      kind: 'payout',
      ...payout,
      ...(lines && { linesSha256: digestOfMovements(lines) }),
      lineCount: lines?.length ?? 0,
      totals: movementTotals(lines ?? []),
      version: payout.version + 1,
    },
    ...unchangedSince(payout.version),
  },
});

type PayoutKey = Pick<Payout, 'provider' | 'id' | 'version'>;

interface PayoutChange {
  /** What is set, then what is removed. */
  readonly change: string;
  readonly condition: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Changes a payout as it was when that was decided. */
const movePayout = (
  scope: CoopScope,
  { provider, id, version }: PayoutKey,
  { change, condition, values }: PayoutChange,
): Write =>
  updateWhere(coopKeys.payout(scope, provider, id), {
    UpdateExpression: `SET version = :next, ${change}`,
    ConditionExpression: `version = :version AND ${condition}`,
    ...(condition.includes('#status') && { ExpressionAttributeNames: { '#status': 'status' } }),
    ExpressionAttributeValues: { ...values, ':version': version, ':next': version + 1 },
  });

/** Gives a payout its entry and its voucher: once, and only as it was when they were made. */
export const settlePayout = (
  scope: CoopScope,
  payout: PayoutKey,
  { entryId, voucherId }: { readonly entryId: string; readonly voucherId: string },
): Write =>
  movePayout(scope, payout, {
    change: 'entryId = :entry, voucherId = :voucher REMOVE heldBecause, suspectId',
    condition: 'attribute_not_exists(entryId) AND #status = :paid',
    values: { ':entry': entryId, ':voucher': voucherId, ':paid': 'paid' },
  });

/** Settles a payout that brought nothing to the bank: it has no entry. */
export const settleWithoutEntry = (scope: CoopScope, payout: PayoutKey): Write =>
  movePayout(scope, payout, {
    change: 'withoutEntry = :yes REMOVE heldBecause',
    condition: 'attribute_not_exists(entryId) AND #status = :paid',
    values: { ':yes': true, ':paid': 'paid' },
  });

/** Says that the movements of a payout of zero came with another one: once. */
export const carryPayout = (scope: CoopScope, payout: PayoutKey, carrierId: string): Write =>
  movePayout(scope, payout, {
    change: 'carriedBy = :carrier',
    condition: 'attribute_not_exists(carriedBy)',
    values: { ':carrier': carrierId },
  });

/** Says which entry took the one of a failed payout back. */
export const takeBackPayout = (scope: CoopScope, payout: PayoutKey, reversalId: string): Write =>
  movePayout(scope, payout, {
    change: 'reversalId = :reversal REMOVE heldBecause',
    condition: 'attribute_not_exists(reversalId) AND #status = :failed',
    values: { ':reversal': reversalId, ':failed': 'failed' },
  });

/** Notes what the mandate holder says of a payout that may have been typed by hand. */
export const decidePayout = (
  scope: CoopScope,
  payout: PayoutKey,
  decision: PayoutDecision,
  now: string,
): Write =>
  movePayout(scope, payout, {
    change: 'decision = :decision, decidedAt = :now',
    condition: 'attribute_not_exists(entryId)',
    values: { ':decision': decision, ':now': now },
  });

/** Gives an entry typed by hand to one payout, once. */
export const linkEntry = (scope: CoopScope, entryId: string, payoutId: string): Write =>
  putAbsent({ ...coopKeys.linkedEntry(scope, entryId), kind: 'linkedEntry', payoutId });

/** Access pattern A29: whether the entry is already the one of a payout. */
export const isLinked = async (scope: CoopScope, entryId: string): Promise<boolean> =>
  (await getItem(coopKeys.linkedEntry(scope, entryId))) !== undefined;

/** Makes whoever is writing the entry of a payout read again: one of its payments moved. */
export const touchPayout = (scope: CoopScope, { provider, id, version }: Payout): Write =>
  updateWhere(coopKeys.payout(scope, provider, id), {
    UpdateExpression: 'ADD version :one',
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':one': 1, ':version': version },
  });

/** Says why a payout waits, or what is wrong with it now; nothing when it moved meanwhile. */
export async function holdPayout(
  scope: CoopScope,
  { provider, id, version }: Payout,
  reason: string,
  suspectId?: string,
): Promise<void> {
  await changeItem(coopKeys.payout(scope, provider, id), {
    UpdateExpression:
      suspectId === undefined
        ? 'SET heldBecause = :reason REMOVE suspectId'
        : 'SET heldBecause = :reason, suspectId = :suspect',
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: {
      ':reason': reason,
      ':version': version,
      ...(suspectId !== undefined && { ':suspect': suspectId }),
    },
  });
}
