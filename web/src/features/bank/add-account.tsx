import { useMutation, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { addBankAccount } from '#web/api/bank.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { errorFor, formErrorsOf, FormErrors, type FormError } from '#web/ui/form-errors.tsx';
import { FormStack, Row } from '#web/ui/layout.tsx';
import { newId } from '#web/ui/new-id.ts';
import { Notice } from '#web/ui/notice.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { inUseOn } from './account-choice.ts';
import { bankAccountsQuery, useRefreshBank } from './queries.ts';

interface Props {
  readonly coopId: string;
  readonly onAdded: (bankAccountId: string) => void;
  readonly onClose?: (() => void) | undefined;
}

const emptyAccount: {
  label: string;
  bankName: string;
  accountRef: string;
  accountNumber: '512' | '514';
  openedOn: string;
} = {
  label: '',
  bankName: '',
  accountRef: '',
  accountNumber: '512',
  openedOn: '',
};

/** Names a bank account so that its statements can be told apart. */
export function AddAccount({ coopId, onAdded, onClose }: Props) {
  const [bankAccountId] = useState(newId);
  const [typed, setTyped] = useState(emptyAccount);
  const [missing, setMissing] = useState<readonly FormError[]>([]);
  const refresh = useRefreshBank(coopId);
  const accounts = useQuery(bankAccountsQuery(coopId));
  const replaced = inUseOn(typed.accountNumber, accounts.data ?? []);
  const add = useMutation({
    mutationFn: () => addBankAccount({ coopId, bankAccountId }, contentOf(typed, replaced?.id)),
    onSuccess: async () => {
      await refresh();
      onAdded(bankAccountId);
    },
  });
  const errors = missing.length > 0 ? missing : formErrorsOf(add.error);
  const send = (event: Event) => {
    event.preventDefault();
    const found = missingIn(typed, replaced !== undefined);
    setMissing(found);
    if (found.length === 0) add.mutate();
  };
  return (
    <Card title="Ajouter un compte bancaire">
      <form noValidate onSubmit={send}>
        <FormStack>
          <FormErrors errors={missing} problem={add.error} />
          <TextField
            name="label"
            label="Nom du compte"
            hint="Comme vous l’appelez : Compte courant de l’école."
            value={typed.label}
            onChange={(label) => setTyped({ ...typed, label })}
            maxLength={60}
            error={errorFor(errors, 'label')}
          />
          <TextField
            name="bankName"
            label="Banque"
            hint="Elle donne le prix des dépôts d’espèces."
            optional
            value={typed.bankName}
            onChange={(bankName) => setTyped({ ...typed, bankName })}
            maxLength={60}
            error={errorFor(errors, 'bankName')}
          />
          <TextField
            name="accountRef"
            label="IBAN ou numéro du compte"
            hint="Il est sur le RIB. Il sert à refuser le relevé d’un autre compte."
            value={typed.accountRef}
            onChange={(accountRef) => setTyped({ ...typed, accountRef })}
            error={errorFor(errors, 'accountRef')}
          />
          <RadioCards
            name="accountNumber"
            label="Où est ce compte ?"
            value={typed.accountNumber}
            onChange={(accountNumber) => setTyped({ ...typed, accountNumber })}
            options={[
              { value: '512', label: 'Dans une banque', hint: 'Compte 512' },
              { value: '514', label: 'À La Banque Postale (CCP)', hint: 'Compte 514' },
            ]}
          />
          {replaced && (
            <>
              <Replacing label={replaced.label} />
              <DateField
                name="openedOn"
                label="Ouvert le"
                value={typed.openedOn}
                onChange={(openedOn) => setTyped({ ...typed, openedOn })}
                error={errorFor(errors, 'openedOn')}
              />
            </>
          )}
          <Row>
            <Button type="submit" look="primary" busy={add.isPending || accounts.isPending}>
              {replaced ? 'Remplacer le compte' : 'Ajouter le compte'}
            </Button>
            {onClose && <Button onClick={onClose}>Revenir</Button>}
          </Row>
        </FormStack>
      </form>
    </Card>
  );
}

/** What becomes of the account that is in use on the same number. */
const Replacing = ({ label }: { readonly label: string }) => (
  <Notice title={`Il remplacera «\u00A0${label}\u00A0»`}>
    C’est le cas quand la coopérative change de banque. Les deux comptes vont ensemble face au
    journal, le temps de vider l’ancien{'\u202F'}; vous le clôturerez ensuite, il restera avec son
    histoire.
  </Notice>
);

/** What is sent: the day and the account replaced only when there is one. */
const contentOf = ({ openedOn, ...typed }: typeof emptyAccount, replaces: string | undefined) => ({
  ...typed,
  ...(replaces !== undefined && { replaces, openedOn: dayOf(openedOn) }),
});

const missingIn = (
  { label, accountRef, openedOn }: typeof emptyAccount,
  isReplacing: boolean,
): readonly FormError[] => [
  ...(label.trim() === '' ? [{ field: 'label', message: 'Donnez un nom au compte.' }] : []),
  ...(accountRef.trim() === ''
    ? [{ field: 'accountRef', message: 'Recopiez l’IBAN ou le numéro du compte.' }]
    : []),
  ...(isReplacing && dayOf(openedOn) === undefined
    ? [{ field: 'openedOn', message: 'Indiquez le jour de son ouverture.' }]
    : []),
];
