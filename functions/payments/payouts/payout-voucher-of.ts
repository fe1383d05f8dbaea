import type { Day } from '#shared/domain/dates.ts';
import type { PayoutVoucher, VoucherLine } from '#shared/domain/documents/payout-voucher.ts';
import {
  canonicalMovements,
  movementDay,
  movementTotals,
  type Movement,
} from '#shared/domain/payments/movement.ts';
import { platformNameOf } from '#shared/domain/payments/payout-entry.ts';
import type { Payout } from '#shared/domain/payments/payout.ts';
import { paperCodeOf } from '#functions/platform/voucher.ts';
import { paperCoopOf } from '#functions/platform/paper-coop.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import type { Members } from './members.ts';

interface Printed {
  readonly payout: Payout;
  readonly movements: readonly Movement[];
  readonly members: Members;
  readonly entryDate: Day;
  readonly yearId: string;
  readonly entryNumber: number;
  readonly generatedAt: string;
}

const lineOf =
  (members: Members) =>
  (movement: Movement): VoucherLine => {
    const family = members.familyOf(movement);
    return {
      kind: movement.kind === 'fee' ? 'adjustment' : movement.kind,
      paidOn: movementDay(movement),
      platformReference: movement.paymentId ?? movement.movementId,
      payerName: members.payerOf(movement),
      pupil: family?.pupil ?? '',
      className: family?.className ?? '',
      collectionTitle: members.collectionOf(movement)?.title ?? '',
      means: 'En ligne',
      grossCents: movement.grossCents,
      feeCents: movement.feeCents,
      netCents: movement.netCents,
    };
  };

/** The voucher of a payout's entry: every movement, by collecte, then by day. */
export async function payoutVoucherOf(
  scope: CoopScope,
  { payout, movements, members, entryDate, yearId, entryNumber, generatedAt }: Printed,
): Promise<PayoutVoucher> {
  const linesSha256 = sha256Hex(canonicalMovements(movements));
  const coop = await paperCoopOf(scope);
  return {
    coop,
    provider: platformNameOf(payout.provider),
    payoutId: payout.id,
    bankReference: payout.bankReference ?? '',
    arrivalOn: payout.arrivalOn,
    entryNumber,
    entryDate,
    yearId,
    lines: movements
      .map(lineOf(members))
      .toSorted(
        (one, other) =>
          one.collectionTitle.localeCompare(other.collectionTitle, 'fr') ||
          one.paidOn.localeCompare(other.paidOn) ||
          one.platformReference.localeCompare(other.platformReference),
      ),
    ...movementTotals(movements),
    linesSha256,
    verificationCode: paperCodeOf([coop, payout.id, entryNumber, yearId, linesSha256, generatedAt]),
    generatedAt,
  };
}
