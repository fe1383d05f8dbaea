import { classNames } from './class-names.ts';
import { Field, tiesOf, type FieldProps } from './field.tsx';
import css from './field.module.css';
import { Icon } from './icon.tsx';

/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** Things to choose under a common title. */
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

interface Props extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (Option | OptionGroup)[];
  /** No wider than a school year. */
  readonly short?: boolean;
  /** Shown while nothing is chosen; without it the first option is. */
  readonly placeholder?: string;
}

const optionOf = ({ value, label, disabled }: Option) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);

/** One choice in a short list, by the system's own menu. */
export function SelectField(props: Props) {
  const { value, onChange, options, placeholder, short = false } = props;
  return (
    <Field {...props}>
      <div class={classNames(css['opens'], short && css['short'])}>
        <select
          {...tiesOf(props)}
          class={css['control']}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) =>
            'options' in option ? (
              <optgroup key={option.label} label={option.label}>
                {option.options.map(optionOf)}
              </optgroup>
            ) : (
              optionOf(option)
            ),
          )}
        </select>
        <Icon name="down" />
      </div>
    </Field>
  );
}
