import { useRef } from 'preact/hooks';
import { formatDay, formatLongDay, isDay, parseDay, type Day } from '#shared/domain/dates.ts';
import { classNames } from './class-names.ts';
import { Field, tiesOf, type FieldProps } from './field.tsx';
import css from './field.module.css';
import { Icon } from './icon.tsx';

interface Props extends FieldProps {
  /** What was typed; a day is shown as `31/08/2026`. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** Bounds of the calendar, both included. They guide the picker; the domain decides. */
  readonly min?: string;
  readonly max?: string;
}

/** The day that a text says, `undefined` when it is empty or is none. */
export function dayOf(typed: string): Day | undefined {
  const read = parseDay(withSlashes(typed));
  return read.ok ? read.value : undefined;
}

/** `31082026` as people type it on a keypad without a slash. */
const withSlashes = (typed: string): string =>
  typed.trim().replace(/^(\d{2})(\d{2})(\d{4})$/u, '$1/$2/$3');

/** A day: typed as `jj/mm/aaaa`, or picked in the system's calendar. */
export function DateField(props: Props) {
  const { value, onChange, min, max } = props;
  const picker = useRef<HTMLInputElement>(null);
  const understood = dayOf(value);
  const complete = value.trim().length >= 8;
  const error =
    props.error ??
    (complete && understood === undefined
      ? 'Cette date n’existe pas. Écrivez par exemple 31/08/2026.'
      : undefined);
  const shown = { format: 'jj/mm/aaaa', ...props, error };
  return (
    <Field {...shown}>
      <div class={css['row']}>
        <input
          {...tiesOf(shown)}
          class={classNames(css['control'], css['short'])}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={isDay(value) ? formatDay(value) : value}
          onInput={(event) => onChange(event.currentTarget.value)}
          onBlur={() => understood && onChange(formatDay(understood))}
        />
        <span class={css['picker']}>
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={understood ?? ''}
            min={min}
            max={max}
            onInput={({ currentTarget: { value: picked } }) =>
              isDay(picked) && onChange(formatDay(picked))
            }
          />
          <button
            type="button"
            class={css['pick']}
            aria-label={`Ouvrir le calendrier\u00A0: ${props.label}`}
            onClick={() => picker.current?.showPicker()}
          >
            <Icon name="calendar" />
          </button>
        </span>
        {understood && <span class={css['echo']}>{formatLongDay(understood)}</span>}
      </div>
    </Field>
  );
}
