import { cents } from '#shared/domain/money.ts';
import { CheckboxField } from '#web/ui/choice-fields.tsx';
import { Money } from '#web/ui/money.tsx';
import css from './collections.module.css';

interface Pickable {
  readonly id: string;
  readonly words: string;
  readonly amountCents: number;
}

interface Props {
  readonly payments: readonly Pickable[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  /** Shown at once, rather than behind how many are chosen. */
  readonly open?: boolean;
}

/** Which payments an act takes: those proposed, less those put aside. */
export const PickPayments = ({ payments, chosen, onChange, open = false }: Props) => (
  <details class={css['pick']} open={open}>
    <summary>
      Paiements choisis{'\u00A0'}: {chosen.size} sur {payments.length}
    </summary>
    {payments.map(({ id, words, amountCents }) => (
      <CheckboxField
        key={id}
        name={`paiement-${id}`}
        label={
          <>
            {words}
            {'\u00A0'}: <Money amountCents={cents(amountCents)} />
          </>
        }
        checked={chosen.has(id)}
        onChange={(isChosen) => {
          const next = new Set(chosen);
          if (isChosen) next.add(id);
          else next.delete(id);
          onChange(next);
        }}
      />
    ))}
  </details>
);
