import { useState } from 'preact/hooks';
import { searchable } from '#shared/domain/text.ts';
import css from './account-picker.module.css';
import { classNames } from './class-names.ts';
import { Field, tiesOf, type FieldProps } from './field.tsx';
import fieldCss from './field.module.css';
import { Icon } from './icon.tsx';

/** An account as it is offered: its words first, its number beside. */
export interface PickableAccount {
  readonly accountNumber: string;
  readonly label: string;
  readonly help?: string;
}

interface Props extends FieldProps {
  readonly accounts: readonly PickableAccount[];
  /** The number of the chosen account; empty while none is. */
  readonly value: string;
  readonly onChange: (accountNumber: string) => void;
}

/** The accounts whose words, help or number hold every word that was typed. */
export function accountsMatching(
  accounts: readonly PickableAccount[],
  typed: string,
): readonly PickableAccount[] {
  const words = searchable(typed).split(' ');
  return accounts.filter(({ accountNumber, label, help = '' }) => {
    const text = searchable(`${accountNumber} ${label} ${help}`);
    return words.every((word) => text.includes(word));
  });
}

/**
 * An account found by the words of a mandataire: « bus » finds what a trip costs, because the help
 * of each account is searched too. A combobox with a list, as WAI-ARIA describes it.
 */
export function AccountPicker(props: Props) {
  const { accounts, value, onChange, name } = props;
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const chosen = accounts.find((account) => account.accountNumber === value);
  const open = typed !== undefined;
  const found = open ? accountsMatching(accounts, typed) : [];
  const listId = `champ-${name}-comptes`;
  const optionId = (index: number) => `${listId}-${index}`;

  const close = () => setTyped(undefined);
  const search = (text: string) => {
    setTyped(text);
    setActive(0);
  };
  const choose = (account: PickableAccount | undefined) => {
    if (account) onChange(account.accountNumber);
    close();
  };
  const move = (step: number) => {
    if (!open) return search('');
    const next = Math.min(Math.max(active + step, 0), found.length - 1);
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && open) choose(found[active]);
    else if (event.key === 'Escape' && open) close();
    else return;
    event.preventDefault();
  };

  return (
    <Field {...props}>
      <div class={fieldCss['opens']}>
        <input
          {...tiesOf(props)}
          class={fieldCss['control']}
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && found.length > 0 ? optionId(active) : undefined}
          autocomplete="off"
          placeholder={'Cherchez un mot\u00A0: sortie, photo…'}
          value={typed ?? chosen?.label ?? ''}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => !open && search('')}
          onInput={(event) => search(event.currentTarget.value)}
          onKeyDown={press}
          onBlur={close}
        />
        <Icon name="down" />
        <ul id={listId} role="listbox" aria-label={props.label} class={css['list']} hidden={!open}>
          {found.map((account, index) => (
            <li
              key={account.accountNumber}
              id={optionId(index)}
              role="option"
              aria-selected={account.accountNumber === value}
              class={classNames(css['option'], index === active && css['active'])}
              // Before the blur of the input, which closes the list.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(account);
              }}
            >
              <span class={css['label']}>{account.label}</span>
              <span class={css['number']}>{account.accountNumber}</span>
              {account.help && <span class={css['help']}>{account.help}</span>}
            </li>
          ))}
          {open && found.length === 0 && (
            <li role="option" aria-disabled="true" aria-selected="false" class={css['option']}>
              Aucun compte ne contient ces mots. Essayez un mot plus court.
            </li>
          )}
        </ul>
      </div>
      {!open && chosen && (
        <p class={fieldCss['hint']}>
          {chosen.help} Compte {chosen.accountNumber}.
        </p>
      )}
    </Field>
  );
}
