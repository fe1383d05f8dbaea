import { Button } from '#web/ui/button.tsx';
import { FieldRow } from '#web/ui/layout.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { SelectField, type OptionGroup } from '#web/ui/select-field.tsx';
import { accountKindLabels, kindLabels, type ChartAccount } from '../ledger-entry.ts';
import { choicesIn, noFilter, type JournalFilter } from './journal-filter.ts';
import css from './journal.module.css';

interface Props {
  readonly filter: JournalFilter;
  readonly onChange: (filter: JournalFilter) => void;
  readonly accounts: readonly ChartAccount[];
  readonly projects: readonly { readonly id: string; readonly name: string }[];
}

const kindOptions = Object.entries(kindLabels).map(([value, label]) => ({ value, label }));

const accountOptions = (accounts: readonly ChartAccount[]): readonly OptionGroup[] =>
  Object.entries(accountKindLabels)
    .map(([kind, label]) => ({
      label,
      options: accounts
        .filter((account) => account.kind === kind)
        .map((account) => ({
          value: account.accountNumber,
          label: `${account.label} (${account.accountNumber})`,
        })),
    }))
    .filter(({ options }) => options.length > 0);

const oneOf = <Value extends string>(values: readonly Value[], asked: string): Value | '' =>
  values.find((value) => value === asked) ?? '';

/** The search, always at hand, and the other ways to narrow the journal, folded away. */
export function JournalFilters({ filter, onChange, accounts, projects }: Props) {
  const set = (patch: Partial<JournalFilter>) => onChange({ ...filter, ...patch });
  const count = choicesIn(filter);
  return (
    <div class={css['filters']}>
      <SearchField
        label="Chercher un mot, un montant, un numéro"
        value={filter.search}
        onChange={(search) => set({ search })}
      />
      <details class={css['more']} open={count > 0}>
        <summary>{count === 0 ? 'Filtrer' : `Filtrer (${count})`}</summary>
        <FieldRow>
          <SelectField
            name="filtre-genre"
            label="Genre"
            placeholder="Tous"
            value={filter.kind}
            onChange={(kind) => set({ kind })}
            options={kindOptions}
          />
          <SelectField
            name="filtre-compte"
            label="Compte"
            placeholder="Tous"
            value={filter.accountNumber}
            onChange={(accountNumber) => set({ accountNumber })}
            options={accountOptions(accounts)}
          />
          {projects.length > 0 && (
            <SelectField
              name="filtre-projet"
              label="Projet"
              placeholder="Tous"
              value={filter.projectId}
              onChange={(projectId) => set({ projectId })}
              options={projects.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <SelectField
            name="filtre-piece"
            label="Pièce"
            placeholder="Avec ou sans"
            value={filter.voucher}
            onChange={(voucher) => set({ voucher: oneOf(['with', 'without'], voucher) })}
            options={[
              { value: 'with', label: 'Avec pièce' },
              { value: 'without', label: 'Sans pièce' },
            ]}
          />
          <SelectField
            name="filtre-banque"
            label="Banque"
            placeholder="Rapprochées ou non"
            value={filter.bank}
            onChange={(bank) => set({ bank: oneOf(['matched', 'unmatched'], bank) })}
            options={[
              { value: 'unmatched', label: 'Pas encore rapprochées' },
              { value: 'matched', label: 'Rapprochées' },
            ]}
          />
        </FieldRow>
        {count > 0 && (
          <Button look="quiet" onClick={() => onChange({ ...noFilter, search: filter.search })}>
            Retirer les filtres
          </Button>
        )}
      </details>
    </div>
  );
}
