import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useMay } from '#web/api/me.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { accountOptions, firstShown } from '../account-choice.ts';
import { AddAccount } from '../add-account.tsx';
import { ChangeOfBank } from '../change-of-bank.tsx';
import { bankAccountsQuery } from '../queries.ts';
import { AccountSheet } from './account-sheet.tsx';

interface Props {
  readonly coopId: string;
}

/** The bank accounts of the cooperative: who signs, what they cost, what waited before the books. */
export function RegisterPage({ coopId }: Props) {
  const query = useQuery(bankAccountsQuery(coopId));
  const mayWrite = useMay(coopId, 'bank:write');
  const [chosen, setChosen] = useState<string>();
  const [adding, setAdding] = useState(false);
  return (
    <Stack>
      <PageHeader
        title="Comptes bancaires"
        intro="Qui signe, ce que coûte le compte, et l’état de rapprochement à imprimer."
        back={{ href: `/coops/${coopId}/banque`, label: 'Banque' }}
        actions={
          mayWrite &&
          !adding && (
            <Button icon="plus" onClick={() => setAdding(true)}>
              Ajouter un compte
            </Button>
          )
        }
      />
      <Loaded query={query} lines={6}>
        {(accounts) => {
          if (adding)
            return (
              <AddAccount
                coopId={coopId}
                onAdded={(id) => {
                  setChosen(id);
                  setAdding(false);
                }}
                onClose={() => setAdding(false)}
              />
            );
          const account = accounts.find(({ id }) => id === chosen) ?? firstShown(accounts);
          if (!account)
            return <EmptyState icon="bank" title="Aucun compte bancaire n’est encore ajouté." />;
          return (
            <Stack>
              {accounts.length > 1 && (
                <SelectField
                  name="compte"
                  label="Compte"
                  value={account.id}
                  onChange={setChosen}
                  options={accountOptions(accounts)}
                />
              )}
              <ChangeOfBank account={account} accounts={accounts} />
              <AccountSheet
                key={account.id}
                coopId={coopId}
                bankAccountId={account.id}
                mayWrite={mayWrite}
              />
            </Stack>
          );
        }}
      </Loaded>
    </Stack>
  );
}
