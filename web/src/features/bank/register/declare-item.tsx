import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatDay, isDay } from '#shared/domain/dates.ts';
import type { OpeningItemKind } from '#shared/domain/bank/register/opening-items.ts';
import { declareOpeningItem } from '#web/api/bank-register.ts';
import { AmountField, amountOf } from '#web/ui/amount-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { errorFor, FormErrors, formErrorsOf, type FormError } from '#web/ui/form-errors.tsx';
import { FieldRow, FormStack } from '#web/ui/layout.tsx';
import { newId } from '#web/ui/new-id.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { useRefreshBank } from '../queries.ts';
import { itemWords } from './bank-register.ts';

interface Props {
  readonly coopId: string;
  readonly bankAccountId: string;
  readonly booksStartOn: string;
  readonly onClose: () => void;
}

const empty: {
  itemKind: OpeningItemKind;
  label: string;
  itemNumber: string;
  amount: string;
  writtenOn: string;
} = { itemKind: 'cheque', label: '', itemNumber: '', amount: '', writtenOn: '' };

/** Declares a cheque or a deposit that was out when the books began. */
export function DeclareItem({ coopId, bankAccountId, booksStartOn, onClose }: Props) {
  const [itemId] = useState(newId);
  const [typed, setTyped] = useState(empty);
  const [missing, setMissing] = useState<readonly FormError[]>([]);
  const refresh = useRefreshBank(coopId);
  const declare = useMutation({
    mutationFn: (body: Parameters<typeof declareOpeningItem>[1]) =>
      declareOpeningItem({ coopId, bankAccountId, itemId }, body),
    onSuccess: async () => {
      await refresh();
      onClose();
    },
  });
  const send = () => {
    const read = readItem(typed);
    setMissing(read.errors);
    if (read.item) declare.mutate(read.item);
  };
  const errors = missing.length > 0 ? missing : formErrorsOf(declare.error);
  const change = (patch: Partial<typeof empty>) => setTyped({ ...typed, ...patch });
  return (
    <Dialog
      open
      title="Déclarer ce qui attendait"
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={declare.isPending} onClick={send}>
            Déclarer
          </Button>
          <Button onClick={onClose}>Annuler</Button>
        </>
      }
    >
      <FormStack>
        <FormErrors errors={missing} problem={missing.length > 0 ? undefined : declare.error} />
        <RadioCards
          name="itemKind"
          label={'De quoi s’agit-il\u202F?'}
          compact
          value={typed.itemKind}
          onChange={(itemKind) => change({ itemKind })}
          options={(['cheque', 'payment', 'deposit'] as const).map((value) => ({
            value,
            label: itemWords[value],
          }))}
        />
        <TextField
          name="label"
          label={'Payé à qui, ou reçu de qui\u202F?'}
          value={typed.label}
          onChange={(label) => change({ label })}
          maxLength={120}
          error={errorFor(errors, 'label')}
        />
        <FieldRow>
          <AmountField
            name="amountCents"
            label={'Combien\u202F?'}
            value={typed.amount}
            onChange={(amount) => change({ amount })}
            error={errorFor(errors, 'amountCents')}
          />
          <DateField
            name="writtenOn"
            label="Noté le"
            hint={isDay(booksStartOn) && `Avant le ${formatDay(booksStartOn)}.`}
            value={typed.writtenOn}
            onChange={(writtenOn) => change({ writtenOn })}
            error={errorFor(errors, 'writtenOn')}
          />
        </FieldRow>
        <TextField
          name="itemNumber"
          label="Numéro du chèque ou du bordereau"
          optional
          short
          maxLength={20}
          value={typed.itemNumber}
          onChange={(itemNumber) => change({ itemNumber })}
          error={errorFor(errors, 'itemNumber')}
        />
      </FormStack>
    </Dialog>
  );
}

/** What was typed, ready to be sent, or what is missing. */
function readItem({ itemKind, label, itemNumber, amount, writtenOn }: typeof empty) {
  const amountCents = amountOf(amount);
  const day = dayOf(writtenOn);
  const errors: readonly FormError[] = [
    ...(label.trim() === '' ? [{ field: 'label', message: 'Dites à qui, ou de qui.' }] : []),
    ...(amountCents === undefined || amountCents <= 0
      ? [{ field: 'amountCents', message: 'Indiquez le montant.' }]
      : []),
    ...(day === undefined ? [{ field: 'writtenOn', message: 'Indiquez la date.' }] : []),
  ];
  if (errors.length > 0 || amountCents === undefined || day === undefined) return { errors };
  return { errors, item: { itemKind, label, itemNumber, amountCents, writtenOn: day } };
}
