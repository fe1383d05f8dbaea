import { accept, reject, type Result } from './result.ts';

declare const unit: unique symbol;

/** A whole number of euro cents. Never a float: 10,05 € is 1005. */
export type Cents = number & { readonly [unit]: 'cents' };

/** The largest amount the books accept, in either direction: one billion euros. */
export const maxCents = 100_000_000_000;

const isCents = (value: number): value is Cents => Number.isSafeInteger(value);

/** The number as cents, `-0` as `0`. Throws on a fraction or an unsafe integer: a defect. */
export function cents(value: number): Cents {
  const whole = value === 0 ? 0 : value;
  if (isCents(whole)) return whole;
  throw new RangeError(`not a whole number of cents: ${value}`);
}

export const zeroCents = cents(0);

/** The sum, to the cent. */
export const sumCents = (amounts: Iterable<Cents>): Cents => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
};

export const negateCents = (amount: Cents): Cents => cents(-amount);

const spaces = /[\s\u00A0\u202F\u2009\u2007]/gu;
const amountPattern = /^([+-]?)(\d{1,3}(?: \d{3})+|\d{1,12})(?:[.,](\d{1,2}))?$/u;

/**
 * Reads an amount as a French hand writes it: `1 234,56`, `12.5`, `12 €`, `€12`, `−3`.
 * Refuses what could be read two ways (`1.234`, `1,234.56`), three decimals, and every other sign.
 */
export function parseAmount(text: string): Result<Cents, 'amount_unreadable'> {
  const written = text
    .replace(spaces, ' ')
    .trim()
    .replace(/^([+\u2212-]?)€ ?|(?<=\d) ?€$/gu, '$1')
    .replace('\u2212', '-');
  const [, sign, euros, decimals = ''] = amountPattern.exec(written) ?? [];
  if (euros === undefined) return reject('amount_unreadable');
  const value = Number(euros.replaceAll(' ', '')) * 100 + Number(decimals.padEnd(2, '0'));
  if (value > maxCents) return reject('amount_unreadable');
  return accept(cents(sign === '-' ? -value : value));
}

const euros = new Intl.NumberFormat('fr-FR', {
  style: 'currency',
  currency: 'EUR',
  signDisplay: 'negative',
});

/** `1 234,56 €`, with the narrow and unbreakable spaces of French typography. */
export const formatCents = (amount: Cents): string => euros.format(amount / 100);

/** `1234,56`, as a form field shows an amount it was given. */
export function formatAmountField(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
