import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { FieldError, FieldGroup, FieldHint, tiesOf, type FieldProps } from './field.tsx';
import css from './field.module.css';

interface CheckboxProps extends Omit<FieldProps, 'label' | 'optional' | 'help'> {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** A sentence to agree with. Never checked beforehand. */
export function CheckboxField({ label, checked, onChange, ...field }: CheckboxProps) {
  return (
    <div>
      <label class={css['choice']}>
        <input
          {...tiesOf({ ...field, label: '' })}
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <FieldHint {...field} />
      <FieldError {...field} />
    </div>
  );
}

interface RadioCardsProps<Value extends string> extends FieldProps {
  /** Empty while nothing is chosen. */
  readonly value: Value | '';
  readonly onChange: (value: Value) => void;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly hint?: string;
  }[];
  /** Short words: two a line on a phone. */
  readonly compact?: boolean;
}

/** One choice among a few, each with its explanation. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { name, value, onChange, options, compact } = props;
  return (
    <FieldGroup {...props}>
      <div class={classNames(css['cards'], compact === true && css['compact'])}>
        {options.map((option) => (
          <label key={option.value} class={css['card']}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span class={css['cardText']}>
              <span>{option.label}</span>
              {option.hint && <span>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
