import { useQuery } from '@tanstack/preact-query';
import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listInboxEndpoint } from '#shared/contract/payments/inbox.ts';
import { platformNameOf } from '#shared/domain/payments/payout-entry.ts';
import { listInbox } from '#web/api/payments.ts';
import { Card } from '#web/ui/card.tsx';
import { InstantText } from '#web/ui/day-text.tsx';
import { PageHeader, Stack } from '#web/ui/layout.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { StatusTag, type StatusTone } from '#web/ui/status-tag.tsx';
import { PagedTable } from '#web/ui/paged-table.tsx';
import { Payouts } from './payouts.tsx';

type Received = AnswerOf<typeof listInboxEndpoint>['events'][number];

const eventWords: Readonly<
  Record<Received['status'], { readonly word: string; readonly tone: StatusTone }>
> = {
  received: { word: 'Reçu', tone: 'info' },
  done: { word: 'Traité', tone: 'success' },
  ignored: { word: 'Sans effet', tone: 'neutral' },
  held: { word: 'En attente', tone: 'warning' },
  failed: { word: 'À voir', tone: 'danger' },
  abandoned: { word: 'Abandonné', tone: 'danger' },
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
  const inbox = useQuery({ queryKey: ['inbox', coopId], queryFn: () => listInbox({ coopId }) });
  return (
    <Stack>
      <PageHeader
        title="Plateformes de paiement"
        intro="Chaque versement devient une écriture, avec la liste des paiements en justificatif."
        back={{ href: `/coops/${coopId}/collectes`, label: 'Collectes' }}
      />
      <Payouts coopId={coopId} />
      <Card title="Messages reçus">
        <Loaded query={inbox} lines={4}>
          {({ events }) => <EventTable events={events} />}
        </Loaded>
      </Card>
    </Stack>
  );
}

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
