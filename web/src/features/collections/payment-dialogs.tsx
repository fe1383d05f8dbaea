import { useState } from 'preact/hooks';
import { cents, formatAmountField } from '#shared/domain/money.ts';
import { formatDay, type Day } from '#shared/domain/dates.ts';
import { movePayment, refundPayments, returnCheque } from '#web/api/collections.ts';
import { AmountField, amountOf } from '#web/ui/amount-field.tsx';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { errorFor, type FormError } from '#web/ui/form-errors.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { newId } from '#web/ui/new-id.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { today } from '#web/ui/today.ts';
import { ActDialog } from './act-dialog.tsx';
import { TargetFields, useTarget } from './family-dialog.tsx';
import type { Payment } from './queries.ts';
import { useAct } from './use-act.ts';

interface Props {
  readonly coopId: string;
  readonly collectionId: string;
  readonly payment: Payment;
  /** The pupil, or who paid. */
  readonly who: string;
  readonly onClose: () => void;
}

const leftOf = ({ grossCents, refundedCents }: Payment) => cents(grossCents - refundedCents);

const FactsOf = ({ payment, who }: Pick<Props, 'payment' | 'who'>) => (
  <Facts
    facts={[
      ['De', who],
      ['Montant', <Money amountCents={leftOf(payment)} />],
    ]}
  />
);

/** Puts a payment where it belongs; both sides keep the trace of it. */
export function MoveDialog({ coopId, collectionId, payment, who, onClose }: Props) {
  const [id] = useState(newId);
  const target = useTarget(coopId, { pupil: who, without: payment.familyId });
  const act = useAct(
    (body: Parameters<typeof movePayment>[1]) => movePayment({ coopId, collectionId }, body),
    { done: 'Paiement déplacé.', onClose },
  );
  const send = () =>
    act.send(
      target.to && { id, paymentId: payment.id, to: target.to, movedOn: today() },
      target.to ? [] : [{ field: 'to', message: 'Choisissez où va ce paiement.' }],
    );
  return (
    <ActDialog title="Déplacer ce paiement" doing="Déplacer" {...{ act, onClose }} onSend={send}>
      <FactsOf payment={payment} who={who} />
      <p>
        Le déplacement reste visible des deux côtés. Si le paiement est déjà comptabilisé,
        l’écriture qui corrige les comptes est passée avec lui.
      </p>
      <TargetFields target={target} error={errorFor(act.errors, 'to')} />
    </ActDialog>
  );
}

/** Notes a cheque that the bank sent back, on the day of its statement if that is known. */
export function ReturnedDialog({
  coopId,
  collectionId,
  payment,
  who,
  on = today(),
  onClose,
}: Props & { readonly on?: Day | undefined }) {
  const [id] = useState(newId);
  const [returnedOn, setReturnedOn] = useState(() => formatDay(on));
  const [fee, setFee] = useState('');
  const act = useAct(
    (body: Parameters<typeof returnCheque>[1]) => returnCheque({ coopId, collectionId }, body),
    { done: 'Chèque impayé enregistré.', onClose },
  );
  const send = () => {
    const day = dayOf(returnedOn);
    const feeCents = amountOf(fee);
    const errors: readonly FormError[] = [
      ...(day === undefined ? [{ field: 'returnedOn', message: 'Indiquez la date.' }] : []),
      ...(fee.trim() !== '' && (feeCents ?? 0) <= 0
        ? [{ field: 'feeCents', message: 'Indiquez les frais, ou laissez vide.' }]
        : []),
    ];
    act.send(
      day && {
        id,
        paymentId: payment.id,
        returnedOn: day,
        ...(feeCents !== undefined && { feeCents }),
      },
      errors,
    );
  };
  return (
    <ActDialog title="Chèque revenu impayé" doing="Enregistrer" {...{ act, onClose }} onSend={send}>
      <FactsOf payment={payment} who={who} />
      <p>La part de ce chèque est reprise à la banque{'\u202F'}; la famille n’a plus payé.</p>
      <DateField
        name="returnedOn"
        label="Rejeté par la banque le"
        value={returnedOn}
        onChange={setReturnedOn}
        error={errorFor(act.errors, 'returnedOn')}
      />
      <AmountField
        name="feeCents"
        label="Frais de la banque"
        optional
        value={fee}
        onChange={setFee}
        error={errorFor(act.errors, 'feeCents')}
      />
    </ActDialog>
  );
}

const refundMeans = ['transfer', 'cheque', 'cash'] as const;
const meansLabels = { transfer: 'Virement', cheque: 'Chèque', cash: 'Espèces' } as const;

/** Gives a payment back, or a part of it; before it is booked, the cheque itself goes back. */
export function RefundDialog({ coopId, collectionId, payment, who, onClose }: Props) {
  const [id] = useState(newId);
  const isBooked = payment.state === 'booked';
  const [means, setMeans] = useState<(typeof refundMeans)[number]>('transfer');
  const [amount, setAmount] = useState(() => formatAmountField(leftOf(payment)));
  const [chequeNumber, setChequeNumber] = useState('');
  const [refundedOn, setRefundedOn] = useState(() => formatDay(today()));
  const act = useAct(
    (body: Parameters<typeof refundPayments>[1]) => refundPayments({ coopId, collectionId }, body),
    { done: isBooked ? 'Remboursement enregistré.' : 'Paiement rendu à la famille.', onClose },
  );
  const send = () => {
    const [amountCents, day] = [isBooked ? amountOf(amount) : leftOf(payment), dayOf(refundedOn)];
    const isRight = amountCents !== undefined && amountCents > 0;
    act.send(
      isRight && day !== undefined
        ? {
            id,
            means: isBooked ? means : 'givenBack',
            refunds: [{ paymentId: payment.id, amountCents }],
            refundedOn: day,
            ...(isBooked &&
              means === 'cheque' &&
              chequeNumber.trim() !== '' && {
                chequeNumber: chequeNumber.trim(),
              }),
          }
        : undefined,
      [
        ...(isRight ? [] : [{ field: 'amountCents', message: 'Indiquez le montant rendu.' }]),
        ...(day === undefined ? [{ field: 'refundedOn', message: 'Indiquez la date.' }] : []),
      ],
    );
  };
  return (
    <ActDialog title="Rembourser" doing="Enregistrer" {...{ act, onClose }} onSend={send}>
      <FactsOf payment={payment} who={who} />
      {isBooked ? (
        <>
          <RadioCards
            name="means"
            label="Moyen"
            compact
            value={means}
            onChange={setMeans}
            options={refundMeans.map((value) => ({ value, label: meansLabels[value] }))}
          />
          <AmountField
            name="amountCents"
            label="Montant rendu"
            value={amount}
            onChange={setAmount}
            error={errorFor(act.errors, 'amountCents') ?? errorFor(act.errors, 'refunds')}
          />
          {means === 'cheque' && (
            <TextField
              name="chequeNumber"
              label="Numéro du chèque émis"
              short
              inputMode="numeric"
              value={chequeNumber}
              onChange={setChequeNumber}
              error={errorFor(act.errors, 'chequeNumber')}
            />
          )}
        </>
      ) : (
        <p>
          Ce paiement n’est pas encore comptabilisé{'\u00A0'}: rendez-le tel quel, aucune écriture
          n’est passée.
        </p>
      )}
      <DateField
        name="refundedOn"
        label="Rendu le"
        value={refundedOn}
        onChange={setRefundedOn}
        error={errorFor(act.errors, 'refundedOn')}
      />
    </ActDialog>
  );
}
