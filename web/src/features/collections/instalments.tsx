import { dayOf } from '#web/ui/date-field.tsx';
import { amountOf } from '#web/ui/amount-field.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';
import { today } from '#web/ui/today.ts';
import css from './collections.module.css';
import { instalmentsFor, type TypedCollection } from './new-collection.ts';

interface Props {
  readonly typed: TypedCollection;
  readonly onChange: (part: Partial<TypedCollection>) => void;
}

/** In how many times a family may pay; the days and the amounts are worked out and shown. */
export function Instalments({ typed, onChange }: Props) {
  const [expectedCents, dueOn] = [amountOf(typed.expected), dayOf(typed.dueOn)];
  const shown =
    expectedCents === undefined || dueOn === undefined
      ? []
      : instalmentsFor(expectedCents, dueOn, Number(typed.parts), today());
  return (
    <>
      <RadioCards
        name="parts"
        label="Paiement"
        compact
        value={typed.parts}
        onChange={(parts) => onChange({ parts })}
        options={[
          { value: '1', label: 'En une fois' },
          { value: '2', label: 'En 2 fois' },
          { value: '3', label: 'En 3 fois' },
          { value: '4', label: 'En 4 fois' },
        ]}
      />
      {shown.length > 0 && (
        <ul class={css['understood']} aria-label="Échéances">
          {shown.map((one) => (
            <li key={one.dueOn}>
              <Money amountCents={one.amountCents} /> avant le <DayText day={one.dueOn} long />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
