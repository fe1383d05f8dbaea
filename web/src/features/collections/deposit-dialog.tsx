import { useState } from 'preact/hooks';
import { formatDay } from '#shared/domain/dates.ts';
import { cents } from '#shared/domain/money.ts';
import { depositAcross, depositPayments } from '#web/api/collections.ts';
import { DateField, dayOf } from '#web/ui/date-field.tsx';
import { errorFor, type FormError } from '#web/ui/form-errors.tsx';
import { Facts } from '#web/ui/layout.tsx';
import { Money } from '#web/ui/money.tsx';
import { newId } from '#web/ui/new-id.ts';
import { TextField } from '#web/ui/text-field.tsx';
import { today } from '#web/ui/today.ts';
import { ActDialog } from './act-dialog.tsx';
import { PickPayments } from './pick-payments.tsx';
import { useAct } from './use-act.ts';
import { depositWords, paymentWords, type HandMeans, type Waiting } from './waiting.ts';

const perSlip = 40;

type Body = Parameters<typeof depositAcross>[1];

/** Books what was chosen: by the collecte itself when it is the only one. */
function book(coopId: string, { payments, ...deposit }: Body) {
  const [collectionId = '', ...others] = new Set(payments.map((payment) => payment.collectionId));
  if (others.length > 0) return depositAcross({ coopId }, { ...deposit, payments });
  const paymentIds = payments.map(({ paymentId }) => paymentId);
  return depositPayments({ coopId, collectionId }, { ...deposit, paymentIds });
}

interface Props {
  readonly coopId: string;
  readonly means: HandMeans;
  /** What waits, of this collecte or of all. */
  readonly waiting: readonly Waiting[];
  /** The titles of the collectes, when there are several. */
  readonly titles?: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

/** One entry for what waits by one means; a cheque to be paid in later may be put aside. */
export function DepositDialog({ coopId, means, waiting, titles, onClose }: Props) {
  const [id] = useState(newId);
  // What was waiting when the question was asked: a payment noted meanwhile is for the next slip.
  const [offered] = useState(() => waiting.filter((payment) => payment.means === means));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(offered.slice(0, perSlip).map((payment) => payment.id)),
  );
  const [depositedOn, setDepositedOn] = useState(() => formatDay(today()));
  const [slipNumber, setSlipNumber] = useState('');
  const words = depositWords[means];
  const act = useAct((body: Body) => book(coopId, body), {
    done: ({ entryNumber }) =>
      `Écriture n°\u00A0${entryNumber} enregistrée, avec son justificatif.`,
    onClose,
  });
  const taken = offered.filter((payment) => chosen.has(payment.id));
  const send = () => {
    const day = dayOf(depositedOn);
    act.send(
      day && {
        id,
        means,
        payments: taken.map(({ id: paymentId, collectionId }) => ({ collectionId, paymentId })),
        depositedOn: day,
        ...(slipNumber.trim() !== '' && { slipNumber: slipNumber.trim() }),
      },
      [...errorsOf(taken.length), ...(day ? [] : [{ field: 'depositedOn', message: noDay }])],
    );
  };
  return (
    <ActDialog
      title={words.title}
      doing="Enregistrer l’écriture"
      {...{ act, onClose }}
      onSend={send}
    >
      <p>Une seule écriture pour le tout, avec la liste détaillée en pièce jointe.</p>
      <Facts
        facts={[
          [words.counted, taken.length],
          ...(titles ? [['Collectes', collectesOf(taken, titles)] as const] : []),
          ['Total', <Money amountCents={totalOf(taken)} />],
        ]}
      />
      <PickPayments
        payments={offered.map((payment) => ({
          id: payment.id,
          amountCents: payment.grossCents,
          words: [paymentWords(payment), titles?.get(payment.collectionId)]
            .filter(Boolean)
            .join(', '),
        }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <DateField
        name="depositedOn"
        label={words.on}
        value={depositedOn}
        onChange={setDepositedOn}
        error={errorFor(act.errors, 'depositedOn')}
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
          error={errorFor(act.errors, 'slipNumber')}
        />
      )}
    </ActDialog>
  );
}

const noDay = 'Indiquez la date.';

const totalOf = (payments: readonly Waiting[]) =>
  cents(payments.reduce((sum, { grossCents }) => sum + grossCents, 0));

const collectesOf = (payments: readonly Waiting[], titles: ReadonlyMap<string, string>) =>
  [...new Set(payments.map(({ collectionId }) => titles.get(collectionId)))].join(', ');

const errorsOf = (count: number): readonly FormError[] => {
  if (count === 0) return [{ field: 'payments', message: 'Choisissez au moins un paiement.' }];
  return count > perSlip
    ? [{ field: 'payments', message: `Au plus ${perSlip} paiements à la fois.` }]
    : [];
};
