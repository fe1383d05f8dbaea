import type { Day } from '../../dates.ts';
import { cents, type Cents } from '../../money.ts';
import { searchable } from '../../text.ts';

/** What a bank bills an account of an association; null where no public source says it. */
export interface Prices {
  /** A cash deposit beyond the free ones of the year. */
  readonly cashDepositCents: Cents | null;
  readonly chequeIssuedCents: Cents | null;
  readonly chequeDepositedCents: Cents | null;
  readonly depositSlipCents: Cents | null;
  /** Keeping the account for a year. */
  readonly yearCents: Cents | null;
}

/** The prices of a bank from a day on. */
export interface BankTariff {
  readonly bankName: string;
  readonly validFrom: string;
  readonly source: string;
  /** The association must confirm it with its own contract. */
  readonly toConfirm: boolean;
  readonly prices: Prices;
}

const unknown: Prices = {
  cashDepositCents: null,
  chequeIssuedCents: null,
  chequeDepositedCents: null,
  depositSlipCents: null,
  yearCents: null,
};

/** The oldest first. Contracts are those of each association: what is here is to be confirmed. */
const bankTariffs: readonly BankTariff[] = [
  {
    bankName: 'La Banque Postale',
    validFrom: '2017-12-01',
    source: 'OCCE de l’Ain, article 326, décembre 2017',
    toConfirm: true,
    prices: { ...unknown, cashDepositCents: cents(600) },
  },
];

/** Nothing is known of the prices of that bank. */
export const unknownTariff: BankTariff = {
  bankName: '',
  validFrom: '2000-01-01',
  source: '',
  toConfirm: true,
  prices: unknown,
};

/** What the association agreed with its banks; it comes before any public price. */
export interface AgreedPrices {
  readonly cashDepositCents?: Cents | undefined;
}

/** The prices of that bank on that day, corrected by what the association agreed. */
export function tariffOf(bankName: string, on: Day, agreed: AgreedPrices = {}): BankTariff {
  const name = searchable(bankName);
  const found =
    bankTariffs.findLast(
      (tariff) =>
        name !== '' && name.includes(searchable(tariff.bankName)) && tariff.validFrom <= on,
    ) ?? unknownTariff;
  const { cashDepositCents = found.prices.cashDepositCents } = agreed;
  return { ...found, prices: { ...found.prices, cashDepositCents } };
}
