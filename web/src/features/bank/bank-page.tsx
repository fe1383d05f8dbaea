import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useMay } from '#web/api/me.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { PageHeader, Row, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { accountOptions, firstShown } from './account-choice.ts';
import { AddAccount } from './add-account.tsx';
import { ChangeOfBank } from './change-of-bank.tsx';
import { bankAccountsQuery } from './queries.ts';
import { Reconcile } from './reconcile.tsx';

interface Props {
  readonly coopId: string;
}

/** The bank against the journal: import, match, and see that all is explained. */
export function BankPage({ coopId }: Props) {
  const query = useQuery(bankAccountsQuery(coopId));
  const mayWrite = useMay(coopId, 'bank:write');
  const [chosen, setChosen] = useState<string>();
  const [adding, setAdding] = useState(false);
  return (
    <Stack>
      <PageHeader
        title="Banque"
        intro="Le relevé de la banque et votre journal, ligne à ligne."
        actions={
          <LinkButton href={`/coops/${coopId}/banque/comptes`}>Comptes bancaires</LinkButton>
        }
      />
      <Loaded query={query}>
        {(accounts) => {
          const account = accounts.find(({ id }) => id === chosen) ?? firstShown(accounts);
          if (!account && !mayWrite)
            return <EmptyState icon="bank" title="Aucun compte bancaire n’est encore ajouté." />;
          if (!account || adding)
            return (
              <AddAccount
                coopId={coopId}
                onAdded={(id) => {
                  setChosen(id);
                  setAdding(false);
                }}
                onClose={account && (() => setAdding(false))}
              />
            );
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
              <Reconcile key={account.id} coopId={coopId} account={account} mayWrite={mayWrite} />
              {mayWrite && (
                <Card title="Un autre compte ?">
                  <Row>
                    <Button icon="plus" onClick={() => setAdding(true)}>
                      Ajouter un compte bancaire
                    </Button>
                  </Row>
                </Card>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </Stack>
  );
}
