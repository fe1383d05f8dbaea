import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatDay } from '#shared/domain/dates.ts';
import { cents, formatAmountField } from '#shared/domain/money.ts';
import { noteOfflinePayment } from '#web/api/collections.ts';
import { AmountField, amountOf } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorFor, FormErrors, formErrorsOf, type FormError } from '#web/ui/form-errors.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { newId } from '#web/ui/new-id.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { showToast } from '#web/ui/toast.tsx';
import { today } from '#web/ui/today.ts';
import type { Family } from './queries.ts';
import type { HandMeans } from './waiting.ts';

interface Props {
  readonly coopId: string;
  readonly collectionId: string;
  readonly family: Family;
  readonly onClose: () => void;
}

/**
 * Notes the cheque, the cash or the transfer of a family; what is still asked is proposed, or what
 * it owes since its credit left twice.
 */
export function NotePaymentDialog({ coopId, collectionId, family, onClose }: Props) {
  const [id] = useState(newId);
  const [means, setMeans] = useState<HandMeans>('cheque');
  const owed = family.overdrawnCents;
  const left = owed > 0 ? owed : Math.max(family.expectedCents - family.paidCents, 0);
  const [amount, setAmount] = useState(left > 0 ? formatAmountField(cents(left)) : '');
  const [chequeNumber, setChequeNumber] = useState('');
  const [paidOn, setPaidOn] = useState(() => formatDay(today()));
  const [found, setFound] = useState<readonly FormError[]>([]);
  const queries = useQueryClient();
  const note = useMutation({
    mutationFn: (body: Parameters<typeof noteOfflinePayment>[1]) =>
      noteOfflinePayment({ coopId, collectionId }, body),
    onSuccess: async () => {
      showToast({ message: `Paiement de ${family.pupil} noté.` });
      onClose();
      await queries.invalidateQueries({ queryKey: ['collection', coopId, collectionId] });
    },
  });
  const send = () => {
    const amountCents = amountOf(amount);
    const day = dayOf(paidOn);
    setFound([
      ...(amountCents === undefined || amountCents <= 0
        ? [{ field: 'amountCents', message: 'Indiquez le montant reçu.' }]
        : []),
      ...(day === undefined ? [{ field: 'paidOn', message: 'Indiquez la date.' }] : []),
    ]);
    if (amountCents === undefined || amountCents <= 0 || day === undefined) return;
    const withNumber = means === 'cheque' && chequeNumber.trim() !== '';
    note.mutate({
      id,
      familyId: family.id,
      means,
      amountCents,
      paidOn: day,
      ...(withNumber && { chequeNumber: chequeNumber.trim() }),
    });
  };
  const errors = found.length > 0 ? found : formErrorsOf(note.error);
  return (
    <Dialog
      open
      title={`Paiement de ${family.pupil}`}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={note.isPending} onClick={send}>
            Noter le paiement
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <Stack>
        <FormErrors errors={found} problem={found.length > 0 ? undefined : note.error} />
        <RadioCards
          name="means"
          label="Moyen"
          compact
          value={means}
          onChange={setMeans}
          options={[
            { value: 'cheque', label: 'Chèque' },
            { value: 'cash', label: 'Espèces' },
            { value: 'transfer', label: 'Virement' },
          ]}
        />
        <AmountField
          name="amountCents"
          label="Montant reçu"
          value={amount}
          onChange={setAmount}
          error={errorFor(errors, 'amountCents')}
        />
        {means === 'cheque' && (
          <TextField
            name="chequeNumber"
            label="Numéro du chèque"
            short
            inputMode="numeric"
            value={chequeNumber}
            onChange={setChequeNumber}
            error={errorFor(errors, 'chequeNumber')}
          />
        )}
        {means === 'transfer' && (
          <p>À noter quand le relevé le montre{'\u00A0'}: il restera à le comptabiliser.</p>
        )}
        <DateField
          name="paidOn"
          label="Reçu le"
          value={paidOn}
          onChange={setPaidOn}
          error={errorFor(errors, 'paidOn')}
        />
      </Stack>
    </Dialog>
  );
}
