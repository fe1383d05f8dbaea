import { formatCents, parseAmount, type Cents } from '#shared/domain/money.ts';
import { classNames } from './class-names.ts';
import { Field, tiesOf, type FieldProps } from './field.tsx';
import css from './field.module.css';

interface Props extends FieldProps {
  /** What was typed, kept as it is: `12,5`. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** The amount that a text says, `undefined` when it is empty or cannot be read. */
export function amountOf(typed: string): Cents | undefined {
  const read = parseAmount(typed);
  return read.ok ? read.value : undefined;
}

/** An amount. It keeps what was typed and says beside it how it is understood. */
export function AmountField(props: Props) {
  const { value, onChange } = props;
  const understood = amountOf(value);
  const error =
    props.error ??
    (value.trim() !== '' && understood === undefined
      ? 'Ce montant ne se lit pas. Écrivez par exemple 12,50.'
      : undefined);
  const shown = { ...props, error };
  return (
    <Field {...shown}>
      <div class={css['row']}>
        <input
          {...tiesOf(shown)}
          class={classNames(css['control'], css['amount'])}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          placeholder="0,00"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        <output class={css['echo']} for={tiesOf(shown).id}>
          {understood === undefined ? '€' : `= ${formatCents(understood)}`}
        </output>
      </div>
    </Field>
  );
}
