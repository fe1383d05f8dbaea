import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatDay } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { depositPayments } from '#web/api/collections.ts';
import { Button } from '#web/ui/button.tsx';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorFor, FormErrors, formErrorsOf, type FormError } from '#web/ui/form-errors.tsx';
import { Facts, Stack } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { newId } from '#web/ui/new-id.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { today } from '#web/ui/today.ts';
import type { Payment } from './queries.ts';

const perSlip = 40;

interface Props {
  readonly coopId: string;
  readonly collectionId: string;
  readonly means: 'cheque' | 'cash';
  readonly payments: readonly Payment[];
  readonly onClose: () => void;
}

/** One entry for all the cheques, or all the cash, that wait; its slip is made with it. */
export function DepositDialog({ coopId, collectionId, means, payments, onClose }: Props) {
  const [id] = useState(newId);
  // What was waiting when the question was asked: a payment noted meanwhile is for the next slip.
  const [chosen] = useState(() =>
    payments
      .filter((payment) => payment.means === means && payment.state === 'received')
      .slice(0, perSlip),
  );
  const [depositedOn, setDepositedOn] = useState(() => formatDay(today()));
  const [slipNumber, setSlipNumber] = useState('');
  const [found, setFound] = useState<readonly FormError[]>([]);
  const queries = useQueryClient();
  const deposit = useMutation({
    mutationFn: (body: Parameters<typeof depositPayments>[1]) =>
      depositPayments({ coopId, collectionId }, body),
    onSuccess: async ({ entryNumber }) => {
      showToast({ message: `Écriture n° ${entryNumber} enregistrée, avec son justificatif.` });
      onClose();
      await queries.invalidateQueries();
    },
  });
  const send = () => {
    const day = dayOf(depositedOn);
    setFound(day === undefined ? [{ field: 'depositedOn', message: 'Indiquez la date.' }] : []);
    if (day === undefined) return;
    deposit.mutate({
      id,
      means,
      paymentIds: chosen.map((payment) => payment.id),
      depositedOn: day,
      ...(slipNumber.trim() !== '' && { slipNumber: slipNumber.trim() }),
    });
  };
  const errors = found.length > 0 ? found : formErrorsOf(deposit.error);
  const totalCents = cents(chosen.reduce((sum, { grossCents }) => sum + grossCents, 0));
  return (
    <Dialog
      open
      title={means === 'cheque' ? 'Remettre les chèques en banque' : 'Mettre les espèces en caisse'}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={deposit.isPending} onClick={send}>
            Enregistrer l’écriture
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <Stack>
        <FormErrors errors={found} problem={found.length > 0 ? undefined : deposit.error} />
        <p>Une seule écriture pour le tout, avec le bordereau détaillé en pièce jointe.</p>
        <Facts
          facts={[
            [means === 'cheque' ? 'Chèques' : 'Paiements', chosen.length],
            ['Total', <Money amountCents={totalCents} />],
          ]}
        />
        <DateField
          name="depositedOn"
          label={means === 'cheque' ? 'Remis à la banque le' : 'Mis en caisse le'}
          value={depositedOn}
          onChange={setDepositedOn}
          error={errorFor(errors, 'depositedOn')}
        />
        {means === 'cheque' && (
          <TextField
            name="slipNumber"
            label="Numéro du bordereau"
            optional
            short
            maxLength={20}
            value={slipNumber}
            onChange={setSlipNumber}
            error={errorFor(errors, 'slipNumber')}
          />
        )}
      </Stack>
    </Dialog>
  );
}
