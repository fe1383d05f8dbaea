import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listInboxEndpoint, listPayoutsEndpoint } from '#shared/contract/payments/inbox.ts';
import { platformNameOf } from '#shared/domain/payments/payout-entry.ts';
import { listInbox, listPayouts } from '#web/api/payments.ts';
import { Card } from '#web/ui/card.tsx';
import { DayText, InstantText } from '#web/ui/day-text.tsx';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Money } from '#web/ui/money.tsx';
import { StatusTag, type StatusTone } from '#web/ui/status-tag.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';

type Payout = AnswerOf<typeof listPayoutsEndpoint>['payouts'][number];
type Received = AnswerOf<typeof listInboxEndpoint>['events'][number];

const eventWords: Readonly<
  Record<Received['status'], { readonly word: string; readonly tone: StatusTone }>
> = {
  received: { word: 'Reçu', tone: 'info' },
  done: { word: 'Traité', tone: 'success' },
  ignored: { word: 'Sans effet', tone: 'neutral' },
  held: { word: 'En attente', tone: 'warning' },
  failed: { word: 'À voir', tone: 'danger' },
};

const typeWords: Readonly<Record<string, string>> = {
  'payment.created': 'paiement annoncé',
  'payment.succeeded': 'paiement reçu',
  'payment.failed': 'paiement refusé',
  'payment.refunded': 'paiement remboursé',
  'payment.disputed': 'paiement contesté',
  'payout.created': 'versement annoncé',
  'payout.paid': 'versement arrivé',
  'payout.failed': 'versement rejeté',
};

/** The message in words; as the platform names it when we have none. */
const wordOf = (type: string): string => typeWords[type] ?? type;

interface Props {
  readonly coopId: string;
}

/** What payment platforms paid out and told us, and what became of it. */
export function PlatformsPage({ coopId }: Props) {
  const payouts = useQuery({
    queryKey: ['payouts', coopId],
    queryFn: () => listPayouts({ coopId }),
  });
  const inbox = useQuery({ queryKey: ['inbox', coopId], queryFn: () => listInbox({ coopId }) });
  return (
    <Stack>
      <PageHeader
        title="Plateformes de paiement"
        intro="Chaque versement devient une écriture, avec la liste des paiements en justificatif."
        back={{ href: `/coops/${coopId}/collectes`, label: 'Collectes' }}
      />
      <Card title="Versements">
        <Loaded query={payouts} lines={4}>
          {(answer) => <PayoutTable coopId={coopId} payouts={answer.payouts} />}
        </Loaded>
      </Card>
      <Card title="Messages reçus">
        <Loaded query={inbox} lines={4}>
          {({ events }) => <EventTable events={events} />}
        </Loaded>
      </Card>
    </Stack>
  );
}

/** Whether the payout has its entry, waits for the platform, or waits for somebody. */
const PayoutState = ({ entryId, heldBecause, status }: Payout) => {
  if (entryId !== undefined) return <StatusTag tone="success">Comptabilisé</StatusTag>;
  if (status === 'failed') return <StatusTag tone="danger">Rejeté par la banque</StatusTag>;
  if (heldBecause === undefined) return <StatusTag tone="info">Annoncé</StatusTag>;
  return (
    <>
      <StatusTag tone="warning">En attente</StatusTag> {heldBecause}
    </>
  );
};

const PayoutTable = ({ coopId, payouts }: Props & { readonly payouts: readonly Payout[] }) => (
  <PagedTable
    pageSize={10}
    caption="Versements des plateformes"
    captionUnseen
    rows={payouts}
    rowKey={({ provider, id }) => `${provider}/${id}`}
    empty="Aucun versement pour l’instant."
    columns={[
      {
        key: 'what',
        title: 'Versement',
        names: true,
        cell: ({ provider, bankReference, id }) =>
          `${platformNameOf(provider)}, ${bankReference ?? id}`,
      },
      { key: 'on', title: 'Arrivée', cell: ({ arrivalOn }) => <DayText day={arrivalOn} /> },
      { key: 'lines', title: 'Lignes', align: 'end', cell: ({ lineCount }) => lineCount },
      {
        key: 'gross',
        title: 'Brut',
        align: 'end',
        cell: ({ grossCents }) => <Money amountCents={grossCents} />,
      },
      {
        key: 'fee',
        title: 'Commission',
        align: 'end',
        cell: ({ feeCents }) => <Money amountCents={feeCents} />,
      },
      {
        key: 'net',
        title: 'Net en banque',
        align: 'end',
        cell: ({ netCents }) => <Money amountCents={netCents} />,
      },
      { key: 'state', title: 'État', cell: (payout) => <PayoutState {...payout} /> },
      {
        key: 'entry',
        title: 'Écriture',
        cell: ({ entryId }) =>
          entryId !== undefined && (
            <Link href={`/coops/${coopId}/ecritures/${entryId}`}>Voir l’écriture</Link>
          ),
      },
    ]}
  />
);

const EventTable = ({ events }: { readonly events: readonly Received[] }) => (
  <PagedTable
    pageSize={10}
    caption="Messages des plateformes"
    captionUnseen
    rows={events}
    rowKey={({ provider, eventId }) => `${provider}/${eventId}`}
    empty="Aucun message pour l’instant."
    columns={[
      {
        key: 'type',
        title: 'Message',
        names: true,
        cell: ({ type, provider }) => `${platformNameOf(provider)}, ${wordOf(type)}`,
      },
      { key: 'at', title: 'Reçu', cell: ({ receivedAt }) => <InstantText instant={receivedAt} /> },
      {
        key: 'status',
        title: 'État',
        cell: ({ status, reason }) => (
          <>
            <StatusTag tone={eventWords[status].tone}>{eventWords[status].word}</StatusTag> {reason}
          </>
        ),
      },
      {
        key: 'times',
        title: 'Fois',
        align: 'end',
        cell: ({ deliveries }) => deliveries > 1 && deliveries,
      },
    ]}
  />
);
