import { cents, formatAmountField } from '#shared/domain/money.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { AmountField, amountOf } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { DateField } from '#web/ui/date-field.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { errorFor, type FormError } from '#web/ui/form-errors.tsx';
import { FieldRow } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import css from './collections.module.css';
import { typedInstalments, type TypedCollection, type TypedInstalment } from './new-collection.ts';

interface Props {
  readonly typed: TypedCollection;
  readonly errors: readonly FormError[];
  readonly onChange: (part: Partial<TypedCollection>) => void;
}

const instalmentsMax = 10;
const empty: TypedInstalment = { dueOn: '', amount: '' };

/** What was worked out, to be changed; two empty lines when nothing was. */
function toChange(typed: TypedCollection): readonly TypedInstalment[] {
  const shown = typedInstalments(typed).map(({ dueOn, amountCents }) => ({
    dueOn: formatDay(dueOn),
    amount: formatAmountField(amountCents),
  }));
  return shown.length > 0 ? shown : [empty, empty];
}

/** In how many times a family may pay: worked out and shown, or each day and amount typed. */
export function Instalments({ typed, errors, onChange }: Props) {
  const choose = (parts: string) =>
    onChange(parts === 'own' ? { parts, instalments: toChange(typed) } : { parts });
  const isOwn = typed.parts === 'own';
  return (
    <>
      <RadioCards
        name="parts"
        label="Paiement"
        compact
        value={typed.parts}
        onChange={choose}
        options={[
          { value: '1', label: 'En une fois' },
          { value: '2', label: 'En 2 fois' },
          { value: '3', label: 'En 3 fois' },
          { value: '4', label: 'En 4 fois' },
          { value: 'own', label: 'À ma façon' },
        ]}
        error={isOwn ? errorFor(errors, 'instalments') : undefined}
      />
      {isOwn ? <OwnInstalments typed={typed} onChange={onChange} /> : <WorkedOut typed={typed} />}
    </>
  );
}

function WorkedOut({ typed }: Pick<Props, 'typed'>) {
  const shown = typedInstalments(typed);
  if (shown.length === 0) return null;
  return (
    <ul class={css['understood']} aria-label="Échéances">
      {shown.map((one) => (
        <li key={one.dueOn}>
          <Money amountCents={one.amountCents} /> avant le <DayText day={one.dueOn} long />
        </li>
      ))}
    </ul>
  );
}

/** A day and an amount a line, and what they add up to. */
function OwnInstalments({ typed, onChange }: Omit<Props, 'errors'>) {
  const lines = typed.instalments;
  const change = (index: number, part: Partial<TypedInstalment>) =>
    onChange({
      instalments: lines.map((line, at) => (at === index ? { ...line, ...part } : line)),
    });
  const total = lines.reduce((sum, { amount }) => sum + (amountOf(amount) ?? 0), 0);
  const expectedCents = amountOf(typed.expected);
  return (
    <>
      {lines.map((line, index) => (
        <fieldset key={index} class={css['instalment']}>
          <legend>Échéance {index + 1}</legend>
          <FieldRow>
            <DateField
              name={`instalments.${index}.dueOn`}
              label="Avant le"
              value={line.dueOn}
              onChange={(dueOn) => change(index, { dueOn })}
            />
            <AmountField
              name={`instalments.${index}.amountCents`}
              label="Montant"
              value={line.amount}
              onChange={(amount) => change(index, { amount })}
            />
          </FieldRow>
          {lines.length > 1 && (
            <Button
              look="quiet"
              icon="trash"
              label={`Retirer l’échéance ${index + 1}`}
              onClick={() => onChange({ instalments: lines.filter((_, at) => at !== index) })}
            >
              Retirer
            </Button>
          )}
        </fieldset>
      ))}
      <p aria-live="polite">
        Total des échéances{'\u00A0'}: <Money amountCents={cents(total)} />
        {expectedCents !== undefined && (
          <>
            {' '}
            sur <Money amountCents={expectedCents} />
          </>
        )}
      </p>
      {lines.length < instalmentsMax && (
        <div>
          <Button icon="plus" onClick={() => onChange({ instalments: [...lines, empty] })}>
            Ajouter une échéance
          </Button>
        </div>
      )}
    </>
  );
}
