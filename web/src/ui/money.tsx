import { formatCents, type Cents } from '#shared/domain/money.ts';
import css from './money.module.css';

interface Props {
  readonly amountCents: Cents;
  /** Shows `+` before what comes in, where both directions meet. */
  readonly signed?: boolean;
}

/** An amount as France writes it, its digits one under the other, never cut at a line's end. */
export const Money = ({ amountCents, signed = false }: Props) => (
  <span class={css['money']}>
    {signed && amountCents > 0 && '+'}
    {formatCents(amountCents).replace('-', '\u2212')}
  </span>
);
