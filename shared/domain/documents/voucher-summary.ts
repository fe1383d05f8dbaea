import { cents, sumCents, type Cents } from '../money.ts';
import type { PayoutVoucher, VoucherLine } from './payout-voucher.ts';
import { entryGapOf } from './voucher-accounts.ts';

/** What an operation is called when it is no payment. */
export const voucherKindLabel = {
  charge: '',
  refund: 'Remboursement',
  dispute: 'Impayé',
  adjustment: 'Ajustement',
} as const satisfies Record<VoucherLine['kind'], string>;

/** Sums of some lines of a voucher. */
export interface VoucherSums {
  readonly count: number;
  readonly grossCents: Cents;
  readonly feeCents: Cents;
  readonly netCents: Cents;
}

/** The lines of one collecte, by class then by day, with the sums of each class. */
export interface VoucherPart {
  readonly collectionTitle: string;
  readonly lines: readonly VoucherLine[];
  readonly sums: VoucherSums;
  readonly classes: readonly { readonly className: string; readonly sums: VoucherSums }[];
}

/** The sums of the lines, to the cent. */
export const sumsOf = (lines: readonly VoucherLine[]): VoucherSums => ({
  count: lines.length,
  grossCents: sumCents(lines.map((line) => line.grossCents)),
  feeCents: sumCents(lines.map((line) => line.feeCents)),
  netCents: sumCents(lines.map((line) => line.netCents)),
});

const french = new Intl.Collator('fr', { numeric: true });

const schoolLevels = ['TPS', 'PS', 'MS', 'GS', 'CP', 'CE1', 'CE2', 'CM1', 'CM2'];

/** The rank of a class by the level its name begins with; the others come after. */
const levelOf = (className: string): number => {
  const [first = ''] = className.toUpperCase().split(/[^A-Z0-9]/u);
  const rank = schoolLevels.indexOf(first);
  return rank === -1 ? schoolLevels.length : rank;
};

/** Classes as a school lists them: CP before CE1 before CM2, then by name. */
export const compareClasses = (one: string, other: string): number =>
  levelOf(one) - levelOf(other) || french.compare(one, other);

const compareText = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;

const byClassThenDay = (one: VoucherLine, other: VoucherLine): number =>
  compareClasses(one.className, other.className) ||
  compareText(one.paidOn, other.paidOn) ||
  french.compare(one.payerName, other.payerName) ||
  compareText(one.platformReference, other.platformReference) ||
  compareText(one.kind, other.kind);

const groupsOf = (
  lines: readonly VoucherLine[],
  keyOf: (line: VoucherLine) => string,
  compare: (one: string, other: string) => number,
): readonly (readonly [string, readonly VoucherLine[]])[] =>
  [...Map.groupBy(lines, keyOf)].toSorted(([one], [other]) => compare(one, other));

/** The lines of a voucher by collecte and by class, in an order that does not depend on theirs. */
export const partsOf = (lines: readonly VoucherLine[]): readonly VoucherPart[] =>
  groupsOf(lines, (line) => line.collectionTitle, french.compare).map(([collectionTitle, own]) => ({
    collectionTitle,
    lines: own.toSorted(byClassThenDay),
    sums: sumsOf(own),
    classes: groupsOf(own, (line) => line.className, compareClasses).map(
      ([className, inClass]) => ({
        className,
        sums: sumsOf(inClass),
      }),
    ),
  }));

/**
 * By how much the voucher disagrees with itself: gross − refunds − fees against net, the lines
 * against net, the debit of the entry against its credit. All are zero, or the voucher must not be
 * printed. Rules: PAYOUT-1.
 */
export const gapsOf = (
  voucher: PayoutVoucher,
): {
  readonly totalsCents: Cents;
  readonly linesCents: Cents;
  readonly entryCents: Cents;
} => ({
  totalsCents: cents(
    voucher.grossCents - voucher.refundedCents - voucher.feeCents - voucher.netCents,
  ),
  linesCents: cents(sumsOf(voucher.lines).netCents - voucher.netCents),
  entryCents: entryGapOf(voucher.entryLines),
});
