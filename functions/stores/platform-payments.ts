import * as z from 'zod';
import { day } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { asFamilyPayment, type PlatformPayment } from '#shared/domain/payments/platform-payment.ts';
import { madeIn } from '#shared/domain/payments/reports/made-id.ts';
import { showPlatformPayment } from './family-payments.ts';
import { coopKeys } from './keys.ts';
import type { CoopScope } from './scope.ts';
import { getItems, queryAll, tableName, type Item, type Write } from './table.ts';

const amountsById = z.record(z.string(), z.int().transform(cents));

const platformPaymentItem = z.object({
  provider: z.string(),
  id: z.string(),
  familyReference: z.string().optional(),
  campaign: z.string().optional(),
  payerName: z.string().optional(),
  charge: z
    .object({
      grossCents: z.int().transform(cents),
      paidOn: z.string().transform(day),
      feeCents: z.int().transform(cents).optional(),
    })
    .optional(),
  heardOn: z.string().transform(day),
  failed: z.boolean(),
  refunds: amountsById,
  refundedAtLeastCents: z.int().transform(cents),
  disputes: amountsById,
  backOn: z.record(z.string(), z.string().transform(day)).optional(),
  payoutId: z.string().optional(),
  collectionId: z.string().optional(),
  familyId: z.string().optional(),
  version: z.int(),
});

const platformPaymentOf = (item: Item): PlatformPayment => platformPaymentItem.parse(item);

/** Access pattern A21: what a platform told us of these payments. */
export async function findPlatformPayments(
  scope: CoopScope,
  provider: string,
  ids: readonly string[],
): Promise<readonly PlatformPayment[]> {
  const keys = [...new Set(ids)].map((id) => coopKeys.platformPayment(scope, provider, id));
  return (await getItems(keys)).map(platformPaymentOf);
}

/** Access pattern A21: everything platforms, or one of them, told of payments. */
export async function listPlatformPayments(
  scope: CoopScope,
  provider?: string,
): Promise<readonly PlatformPayment[]> {
  const prefix = provider === undefined ? '' : `${provider}#`;
  return (await queryAll(scope.pk, `PLATFORMPAYMENT#${prefix}`)).map(platformPaymentOf);
}

/** Access pattern A21: the payments of a platform that only files told, under ids made here. */
export async function listPaymentsMadeHere(
  scope: CoopScope,
  provider: string,
): Promise<readonly PlatformPayment[]> {
  const items = await Promise.all(
    Object.values(madeIn).map((prefix) =>
      queryAll(scope.pk, `PLATFORMPAYMENT#${provider}#${prefix}`),
    ),
  );
  return items.flat().map(platformPaymentOf);
}

/**
 * Keeps a payment, provided nobody changed it meanwhile, and beside it how its collecte sees it.
 * Two items: at most fifty payments in a transaction.
 */
export function keepPlatformPayment(scope: CoopScope, payment: PlatformPayment): readonly Write[] {
  const shown = asFamilyPayment(payment);
  const put: Write = {
    Put: {
      TableName: tableName(),
      Item: {
        ...coopKeys.platformPayment(scope, payment.provider, payment.id),
        kind: 'platformPayment',
        ...payment,
        version: payment.version + 1,
      },
      ...unchangedSince(payment.version),
    },
  };
  return shown ? [put, showPlatformPayment(scope, shown)] : [put];
}

/** The condition of a write that replaces what was read; version 0 was not there. */
export const unchangedSince = (version: number) =>
  version === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: { ':version': version },
      };
