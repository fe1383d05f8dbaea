import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatDay, type Day } from '#shared/domain/dates.ts';
import { changeBankAccount } from '#web/api/bank-register.ts';
import { Button } from '#web/ui/button.tsx';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorFor, FormErrors, formErrorsOf } from '#web/ui/form-errors.tsx';
import { FormStack } from '#web/ui/layout.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { useRefreshBank } from '../queries.ts';
import type { AccountSheetData } from './bank-register.ts';

interface Props {
  readonly coopId: string;
  readonly bankAccount: AccountSheetData['bankAccount'];
  readonly onClose: () => void;
}

const typedDay = (day: Day | undefined): string => (day === undefined ? '' : formatDay(day));

/** Corrects what the register says of an account. */
export function ChangeAccount({ coopId, bankAccount, onClose }: Props) {
  const { id, label, accountRef = '', bankName = '', holder = '', notes = '' } = bankAccount;
  const { version } = bankAccount;
  const [typed, setTyped] = useState({ label, accountRef, bankName, holder, notes });
  const [openedOn, setOpenedOn] = useState(() => typedDay(bankAccount.openedOn));
  const [toldOn, setToldOn] = useState(() => typedDay(bankAccount.signatoriesToldOn));
  const refresh = useRefreshBank(coopId);
  const change = useMutation({
    mutationFn: () =>
      changeBankAccount(
        { coopId, bankAccountId: id },
        { ...typed, version, openedOn: dayOf(openedOn), signatoriesToldOn: dayOf(toldOn) },
      ),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  const errors = formErrorsOf(change.error);
  const isWrong = [openedOn, toldOn].some((day) => day.trim() !== '' && dayOf(day) === undefined);
  const field = (name: keyof typeof typed) => ({
    name,
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: errorFor(errors, name),
  });
  return (
    <Dialog
      open
      title="Modifier le compte"
      onClose={onClose}
      actions={
        <>
          <Button
            look="primary"
            busy={change.isPending}
            onClick={() => {
              if (!isWrong) change.mutate();
            }}
          >
            Enregistrer
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <FormStack>
        <FormErrors errors={[]} problem={change.error} />
        <TextField {...field('label')} label="Nom du compte" maxLength={60} />
        <TextField {...field('bankName')} label="Banque" optional maxLength={60} />
        <TextField
          {...field('accountRef')}
          label="IBAN ou numéro du compte"
          hint="Montré en entier aux seuls mandataires."
          maxLength={34}
        />
        <TextField {...field('holder')} label="Titulaire" optional maxLength={80} />
        <DateField
          name="openedOn"
          label="Ouvert le"
          optional
          value={openedOn}
          onChange={setOpenedOn}
        />
        <DateField
          name="signatoriesToldOn"
          label="Banque prévenue des signataires le"
          optional
          value={toldOn}
          onChange={setToldOn}
        />
        <TextField
          {...field('notes')}
          label="Notes"
          hint="Où est le chéquier, qui est le conseiller."
          optional
          multiline
          maxLength={400}
        />
      </FormStack>
    </Dialog>
  );
}
