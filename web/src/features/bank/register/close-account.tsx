import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatDay } from '#shared/domain/dates.ts';
import { closeBankAccount } from '#web/api/bank-register.ts';
import { Button } from '#web/ui/button.tsx';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorFor, FormErrors, formErrorsOf } from '#web/ui/form-errors.tsx';
import { FormStack } from '#web/ui/layout.tsx';
import { today } from '#web/ui/today.ts';
import { useRefreshBank } from '../queries.ts';

interface Props {
  readonly coopId: string;
  readonly bankAccountId: string;
  readonly onClose: () => void;
}

/** Notes that the account is closed at the bank: it is empty and all is matched. */
export function CloseAccount({ coopId, bankAccountId, onClose }: Props) {
  const [closedOn, setClosedOn] = useState(() => formatDay(today()));
  const refresh = useRefreshBank(coopId);
  const day = dayOf(closedOn);
  const close = useMutation({
    mutationFn: async () => {
      if (day !== undefined) await closeBankAccount({ coopId, bankAccountId }, { closedOn: day });
    },
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  return (
    <Dialog
      open
      title="Clôturer le compte"
      onClose={onClose}
      actions={
        <>
          <Button look="danger" busy={close.isPending} onClick={() => day && close.mutate()}>
            Clôturer
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <FormStack>
        <FormErrors errors={[]} problem={close.error} />
        <p>
          Seul le siège ferme un compte à la banque. Notez-le ici une fois le compte vide et tout
          rapproché{'\u00A0'}: il ne changera plus.
        </p>
        <DateField
          name="closedOn"
          label="Clos le"
          value={closedOn}
          onChange={setClosedOn}
          error={errorFor(formErrorsOf(close.error), 'closedOn')}
        />
      </FormStack>
    </Dialog>
  );
}
