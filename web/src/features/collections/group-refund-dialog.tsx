import { useState } from 'preact/hooks';
import { formatDay } from '#shared/domain/dates.ts';
import { sumCents } from '#shared/domain/money.ts';
import { refundPayments } from '#web/api/collections.ts';
import { RadioCards } from '#web/ui/choice-fields.tsx';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { errorFor, type FormError } from '#web/ui/form-errors.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { newId } from '#web/ui/new-id.ts';
import { today } from '#web/ui/today.ts';
import { ActDialog } from './act-dialog.tsx';
import { PickPayments } from './pick-payments.tsx';
import type { Payment, Whole } from './queries.ts';
import { toRefundHere } from './settle.tsx';
import { useAct } from './use-act.ts';
import { paymentWords } from './waiting.ts';

const atOnce = 30;

const meansOptions = [
  { value: 'transfer', label: 'Par virement', hint: 'Un ordre pour chaque famille' },
  { value: 'cash', label: 'En espèces', hint: 'De la caisse' },
  { value: 'givenBack', label: 'Tels quels', hint: 'Chèques ou espèces pas encore comptabilisés' },
] as const;

type Means = (typeof meansOptions)[number]['value'];

/** What may go back by each means: what is in the books, or what was never put there, whole. */
const candidatesOf = (whole: Whole, means: Means) =>
  toRefundHere(whole, means === 'givenBack' ? 'received' : 'booked').filter(
    ({ payment, leftCents }) => means !== 'givenBack' || leftCents === payment.grossCents,
  );

/** How many payments a grouped refund could take, whichever the means. */
export const groupRefundCount = (whole: Whole): number =>
  candidatesOf(whole, 'transfer').length + candidatesOf(whole, 'givenBack').length;

const firstIds = (whole: Whole, means: Means): ReadonlySet<string> =>
  new Set(
    candidatesOf(whole, means)
      .slice(0, atOnce)
      .map(({ payment }) => payment.id),
  );

interface Props {
  readonly coopId: string;
  readonly whole: Whole;
  readonly onClose: () => void;
}

/** Gives back several payments at once, each whole: one entry with its list. */
export function GroupRefundDialog({ coopId, whole: now, onClose }: Props) {
  const [id] = useState(newId);
  // As it was when the question was asked: what changes meanwhile is refused, never guessed.
  const [whole] = useState(now);
  const offered = meansOptions.filter(({ value }) => candidatesOf(whole, value).length > 0);
  const [means, choose] = useState<Means>(offered[0]?.value ?? 'transfer');
  const [chosen, setChosen] = useState(() => firstIds(whole, means));
  const [refundedOn, setRefundedOn] = useState(() => formatDay(today()));
  const act = useAct(
    (body: Parameters<typeof refundPayments>[1]) =>
      refundPayments({ coopId, collectionId: whole.collection.id }, body),
    {
      done: ({ entryNumber }) =>
        entryNumber === undefined
          ? 'Paiements rendus aux familles.'
          : `Écriture n°\u00A0${entryNumber} enregistrée, avec la liste des remboursements.`,
      onClose,
    },
  );
  const candidates = candidatesOf(whole, means);
  const taken = candidates.filter(({ payment }) => chosen.has(payment.id));
  const send = () => {
    const day = dayOf(refundedOn);
    const refunds = taken.map(({ payment, leftCents }) => ({
      paymentId: payment.id,
      amountCents: leftCents,
    }));
    act.send(day && { id, means, refunds, refundedOn: day }, [
      ...countErrors(refunds.length),
      ...(day ? [] : [{ field: 'refundedOn', message: 'Indiquez la date.' }]),
    ]);
  };
  const pupilOf = ({ familyId }: Payment) =>
    whole.families.find((family) => family.id === familyId)?.pupil;
  return (
    <ActDialog
      title="Rembourser plusieurs paiements"
      doing="Enregistrer"
      {...{ act, onClose }}
      onSend={send}
    >
      <RadioCards
        name="means"
        label="Comment"
        value={means}
        onChange={(value) => {
          choose(value);
          setChosen(firstIds(whole, value));
        }}
        options={offered}
      />
      <Facts
        facts={[
          ['Paiements', taken.length],
          ['Total', <Money amountCents={sumCents(taken.map(({ leftCents }) => leftCents))} />],
        ]}
      />
      <PickPayments
        open
        payments={candidates.map(({ payment, leftCents }) => ({
          id: payment.id,
          amountCents: leftCents,
          words: paymentWords({ ...payment, pupil: pupilOf(payment) }),
        }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <DateField
        name="refundedOn"
        label="Rendus le"
        value={refundedOn}
        onChange={setRefundedOn}
        error={errorFor(act.errors, 'refundedOn')}
      />
    </ActDialog>
  );
}

const countErrors = (count: number): readonly FormError[] => {
  if (count === 0) return [{ field: 'refunds', message: 'Choisissez au moins un paiement.' }];
  return count > atOnce
    ? [{ field: 'refunds', message: `Au plus ${atOnce} paiements à la fois.` }]
    : [];
};
