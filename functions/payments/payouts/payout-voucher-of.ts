import type { Day } from '#shared/domain/dates.ts';
import type { PayoutVoucher, VoucherLine } from '#shared/domain/documents/payout-voucher.ts';
import type { VoucherAccountLine } from '#shared/domain/documents/voucher-accounts.ts';
import { findAccount } from '#shared/domain/ledger/chart.ts';
import { chart2024 } from '#shared/domain/ledger/chart-2024.ts';
import type { EntryLine } from '#shared/domain/ledger/entry.ts';
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
import { listProjects } from '#functions/stores/coops.ts';
import type { CoopScope } from '#functions/stores/scope.ts';
import type { Members } from './members.ts';

interface Printed {
  readonly payout: Payout;
  readonly movements: readonly Movement[];
  readonly members: Members;
  /** The lines of the entry that this is the voucher of. */
  readonly lines: readonly EntryLine[];
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

/** The lines of the entry with the names of their accounts and of their projects. */
async function namedLines(
  scope: CoopScope,
  lines: readonly EntryLine[],
): Promise<readonly VoucherAccountLine[]> {
  const projects = new Map((await listProjects(scope)).map(({ id, name }) => [id, name]));
  return lines.map(({ accountNumber, side, amountCents, projectId = '' }) => ({
    accountNumber,
    accountLabel: findAccount(chart2024, accountNumber)?.label ?? '',
    projectName: projects.get(projectId) ?? '',
    side,
    amountCents,
  }));
}

/** The voucher of a payout's entry: every movement, by collecte, then by day. */
export async function payoutVoucherOf(
  scope: CoopScope,
  { payout, movements, members, lines, entryDate, yearId, entryNumber, generatedAt }: Printed,
): Promise<PayoutVoucher> {
  const linesSha256 = sha256Hex(canonicalMovements(movements));
  const [coop, entryLines] = await Promise.all([paperCoopOf(scope), namedLines(scope, lines)]);
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
    entryLines,
    ...movementTotals(movements),
    linesSha256,
    verificationCode: paperCodeOf([coop, payout.id, entryNumber, yearId, linesSha256, generatedAt]),
    generatedAt,
  };
}
