import type { Cents } from '#shared/domain/money.ts';
import { formatAmountField, parseAmount } from '#shared/domain/money.ts';

/** A subsidy as typed. */
export interface TypedSubsidy {
  readonly payer: string;
  readonly amount: string;
  readonly purpose: string;
}

export interface Subsidy {
  readonly payer: string;
  readonly amountCents: Cents;
  readonly purpose?: string | undefined;
}

export const emptySubsidy: TypedSubsidy = { payer: '', amount: '', purpose: '' };

export const typedSubsidyOf = ({ payer, amountCents, purpose }: Subsidy): TypedSubsidy => ({
  payer,
  amount: formatAmountField(amountCents),
  purpose: purpose ?? '',
});

const isEmpty = ({ payer, amount, purpose }: TypedSubsidy): boolean =>
  `${payer}${amount}${purpose}`.trim() === '';

/** The typed rows as subsidies, empty ones left out; or what is wrong, by field. */
export function readSubsidies(typed: readonly TypedSubsidy[]): {
  readonly subsidies: readonly Subsidy[];
  readonly errors: readonly { readonly field: string; readonly message: string }[];
} {
  const subsidies: Subsidy[] = [];
  const errors: { field: string; message: string }[] = [];
  typed.forEach((row, index) => {
    if (isEmpty(row)) return;
    const amount = parseAmount(row.amount);
    if (row.payer.trim() === '')
      errors.push({
        field: `subsidies.${index}.payer`,
        message: 'Indiquez qui a versé la subvention.',
      });
    if (!amount.ok || amount.value < 0)
      errors.push({
        field: `subsidies.${index}.amountCents`,
        message: 'Indiquez le montant de la subvention.',
      });
    else
      subsidies.push({
        payer: row.payer.trim(),
        amountCents: amount.value,
        ...(row.purpose.trim() !== '' && { purpose: row.purpose.trim() }),
      });
  });
  return { subsidies, errors };
}
