import { Link } from 'wouter-preact';
import { cents } from '#shared/domain/money.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { DayText } from '#web/ui/day-text.tsx';
import { Money } from '#web/ui/money.tsx';
import { StatusTag, type StatusTone } from '#web/ui/status-tag.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import type { Column } from '#web/ui/table.tsx';
import css from './collections.module.css';
import type { Payment, Whole } from './queries.ts';
import { toRefundThere } from './settle.tsx';
import { isReturnable } from './use-asked-return.ts';

const means: Readonly<Record<Payment['means'], string>> = {
  platform: 'En ligne',
  cheque: 'Chèque',
  cash: 'Espèces',
  transfer: 'Virement',
};

const words: Readonly<
  Record<Payment['state'], { readonly word: string; readonly tone: StatusTone }>
> = {
  pending: { word: 'En cours', tone: 'neutral' },
  received: { word: 'Reçu', tone: 'info' },
  booked: { word: 'Comptabilisé', tone: 'success' },
  failed: { word: 'Échoué', tone: 'danger' },
  moved: { word: 'Déplacé', tone: 'neutral' },
  givenBack: { word: 'Rendu', tone: 'neutral' },
  returned: { word: 'Impayé', tone: 'danger' },
};

interface Props {
  readonly coopId: string;
  readonly whole: Whole;
  readonly onMove?: (payment: Payment) => void;
  readonly onReturned?: (payment: Payment) => void;
  readonly onRefund?: (payment: Payment) => void;
}

const isHere = ({ state, grossCents, refundedCents }: Payment): boolean =>
  (state === 'received' || state === 'booked') && grossCents > refundedCents;

/** Every payment of the collecte, and the entry that carries it. */
export function PaymentTable({ coopId, whole, ...acts }: Props) {
  const { families, payments } = whole;
  const there = toRefundThere(whole);
  const pupils = new Map(families.map(({ id, pupil }) => [id, pupil]));
  const nameOf = ({ familyId, payerName }: Payment) =>
    pupils.get(familyId ?? '') ?? payerName ?? 'À identifier';
  const counted = payments.filter(({ state }) => state === 'received' || state === 'booked');
  const totalCents = counted.reduce(
    (sum, { grossCents, refundedCents }) => sum + grossCents - refundedCents,
    0,
  );
  return (
    <Card title={`Paiements (${payments.length})`}>
      <PagedTable
        pageSize={10}
        caption="Paiements reçus"
        captionUnseen
        rows={payments.toSorted((one, other) => other.paidOn.localeCompare(one.paidOn))}
        rowKey={({ id }) => id}
        empty="Aucun paiement pour l’instant."
        columns={[
          {
            key: 'who',
            title: 'Enfant',
            names: true,
            cell: nameOf,
          },
          { key: 'on', title: 'Date', cell: ({ paidOn }) => <DayText day={paidOn} /> },
          {
            key: 'means',
            title: 'Moyen',
            cell: (payment) =>
              payment.chequeNumber === undefined
                ? means[payment.means]
                : `Chèque n°\u00A0${payment.chequeNumber}`,
          },
          {
            key: 'state',
            title: 'État',
            cell: (payment) => <State payment={payment} thereCents={there.get(payment.id) ?? 0} />,
          },
          {
            key: 'entry',
            title: 'Écriture',
            cell: ({ entryId }) =>
              entryId !== undefined && (
                <Link href={`/coops/${coopId}/ecritures/${entryId}`}>Voir</Link>
              ),
          },
          {
            key: 'amount',
            title: 'Montant',
            align: 'end',
            cell: ({ grossCents, refundedCents }) => (
              <>
                <Money amountCents={grossCents} />
                {refundedCents > 0 && (
                  <>
                    {' '}
                    (remboursé <Money amountCents={refundedCents} />)
                  </>
                )}
              </>
            ),
            foot: <Money amountCents={cents(totalCents)} />,
          },
          ...actColumn(nameOf, acts),
        ]}
      />
    </Card>
  );
}

/** Where a payment is; once its collecte is cancelled, what the platform is to give back of it. */
const State = ({
  payment: { state, grossCents, refundedCents },
  thereCents,
}: {
  readonly payment: Payment;
  readonly thereCents: number;
}) =>
  thereCents === 0 ? (
    <StatusTag tone={words[state].tone}>{words[state].word}</StatusTag>
  ) : (
    <>
      <StatusTag tone="warning">À rembourser sur la plateforme</StatusTag>
      {thereCents < grossCents - refundedCents && (
        <>
          {' '}
          <Money amountCents={cents(thereCents)} />
        </>
      )}
    </>
  );

/** What may be done with a payment, by who may write. */
function actColumn(
  nameOf: (payment: Payment) => string,
  { onMove, onReturned, onRefund }: Pick<Props, 'onMove' | 'onReturned' | 'onRefund'>,
): readonly Column<Payment>[] {
  return [
    ...(onMove && onReturned && onRefund
      ? [
          {
            key: 'acts',
            title: 'Actions',
            titleUnseen: true,
            cell: (payment: Payment) =>
              isHere(payment) && (
                <div class={css['actions']}>
                  <Button
                    label={`Déplacer le paiement de ${nameOf(payment)}`}
                    onClick={() => onMove(payment)}
                  >
                    Déplacer
                  </Button>
                  {payment.means !== 'platform' && payment.familyId !== undefined && (
                    <Button
                      label={`Rembourser le paiement de ${nameOf(payment)}`}
                      onClick={() => onRefund(payment)}
                    >
                      Rembourser
                    </Button>
                  )}
                  {isReturnable(payment) && (
                    <Button
                      label={`Chèque impayé de ${nameOf(payment)}`}
                      onClick={() => onReturned(payment)}
                    >
                      Impayé
                    </Button>
                  )}
                </div>
              ),
          },
        ]
      : []),
  ];
}
