import { cents, sumCents, type Cents } from '../../money.ts';
import type { BankActivity } from './activity.ts';
import type { Prices } from './tariffs.ts';

export const billedKinds = [
  'cashDeposit',
  'chequeIssued',
  'chequeDeposited',
  'depositSlip',
  'year',
] as const;

/** One line of what the bank bills; the price is null while nobody knows it. */
interface Billed {
  readonly kind: (typeof billedKinds)[number];
  readonly count: number;
  readonly billedCount: number;
  readonly unitCents: Cents | null;
}

/** What a year costs at the bank, as far as its prices are known. */
export interface BankCost {
  readonly billed: readonly Billed[];
  /** The sum of what has a price. */
  readonly knownCents: Cents;
  /** Some of it has no known price: the sum is a least. */
  readonly isPartial: boolean;
}

/** The cost of a year by the tariff; so many cash deposits are free. */
export function costOf(activity: BankActivity, prices: Prices, freeCashDeposits: number): BankCost {
  const { chequesIssued, chequesDeposited, depositSlips, cashDeposits } = activity;
  const paidDeposits = Math.max(0, cashDeposits - freeCashDeposits);
  const billed: readonly Billed[] = [
    {
      kind: 'cashDeposit',
      count: cashDeposits,
      billedCount: paidDeposits,
      unitCents: prices.cashDepositCents,
    },
    each('chequeIssued', chequesIssued, prices.chequeIssuedCents),
    each('chequeDeposited', chequesDeposited, prices.chequeDepositedCents),
    each('depositSlip', depositSlips, prices.depositSlipCents),
    each('year', 1, prices.yearCents),
  ];
  const sums = billed.map(({ billedCount, unitCents }) => cents(billedCount * (unitCents ?? 0)));
  return {
    billed,
    knownCents: sumCents(sums),
    isPartial: billed.some(({ billedCount, unitCents }) => billedCount > 0 && unitCents === null),
  };
}

const each = (kind: Billed['kind'], count: number, unitCents: Cents | null): Billed => ({
  kind,
  count,
  billedCount: count,
  unitCents,
});

/** How a cash deposit stands before it is made. */
export interface CashQuota {
  readonly madeCount: number;
  readonly freeCount: number;
  /** What one beyond the free ones costs; null while nobody knows. */
  readonly beyondCents: Cents | null;
  /** The next deposit is not free. */
  readonly isNextBilled: boolean;
}

/** Whether one more cash deposit would be billed. */
export const cashQuota = (
  madeCount: number,
  freeCount: number,
  beyondCents: Cents | null,
): CashQuota => ({ madeCount, freeCount, beyondCents, isNextBilled: madeCount >= freeCount });
