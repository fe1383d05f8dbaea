import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';
import type { BankLine } from './reconciliation.ts';
import css from './bank.module.css';

/** A line as the bank writes it. */
export const BankLineWords = ({ line }: { readonly line: BankLine }) => (
  <div class={css['bankLine']}>
    <span class={css['day']}>
      <DayText day={line.date} />
    </span>
    <strong class={css['label']}>{line.label}</strong>
    <strong class={css['amount']}>
      <Money amountCents={line.amountCents} signed />
    </strong>
  </div>
);
