import css from './search-field.module.css';
import { Icon } from './icon.tsx';

interface Props {
  /** What is searched: «Chercher dans le journal». */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

/** Narrows the list below while typing. */
export const SearchField = ({ label, value, onChange, placeholder }: Props) => (
  <label class={css['search']}>
    <span class="unseen">{label}</span>
    <Icon name="search" />
    <input
      type="search"
      value={value}
      placeholder={placeholder ?? label}
      autocomplete="off"
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  </label>
);
