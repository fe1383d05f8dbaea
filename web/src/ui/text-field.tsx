import { classNames } from './class-names.ts';
import { Field, tiesOf, type FieldProps } from './field.tsx';
import css from './field.module.css';

interface Props extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'email' | 'tel' | 'url';
  /** Several lines. */
  readonly multiline?: boolean;
  /** How many lines are in sight, when there are several. */
  readonly rows?: number;
  /** No wider than a cheque number. */
  readonly short?: boolean;
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel';
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Words offered while typing; anything else stays possible. */
  readonly suggestions?: readonly string[];
}

/** A text, of one line or several. */
export function TextField(props: Props) {
  const { value, onChange, type = 'text', multiline, short, suggestions, rows = 3 } = props;
  const ties = tiesOf(props);
  const shared = {
    ...ties,
    value,
    class: classNames(css['control'], short === true && css['short']),
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    autocomplete: props.autoComplete ?? 'off',
    onInput: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return (
    <Field {...props}>
      {multiline ? (
        <textarea
          {...shared}
          class={classNames(shared.class, rows > 3 && css['tall'])}
          rows={rows}
        />
      ) : (
        <input
          {...shared}
          type={type}
          inputMode={props.inputMode}
          list={suggestions && `${ties.id}-liste`}
        />
      )}
      {suggestions && (
        <datalist id={`${ties.id}-liste`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </Field>
  );
}
